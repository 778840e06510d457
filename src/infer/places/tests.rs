use super::*;

/// A spot in short: its key, then its country.
fn shown(spot: Spot) -> String {
    let place = Place { name: "?".into(), spot };
    format!("{} [{}]", place.key(), place.country().map_or("", Country::code))
}

#[test]
fn f2_places_are_known_in_their_usual_spellings() {
    for (name, expected) in [
        ("UK", "United Kingdom [GB]"),
        ("the U.S.", "United States [US]"),
        ("EU", "European Union []"),
        ("deutschland", "Germany [DE]"),
        ("MÜNCHEN", "Munich [DE]"),
        ("Genève", "Geneva [CH]"),
        ("東京", "Tokyo [JP]"),
        ("TX", "Texas, US [US]"),
        ("Berlin", "Berlin [DE]"),
        ("New York", "New York [US]"),
        ("Laos", "Laos [LA]"),
        ("The Hague", "The Hague [NL]"),
        ("the Netherlands", "Netherlands [NL]"),
        // Only as far as all cities of the name agree.
        ("Portland", "Portland, US [US]"),
        ("Cambridge", "Cambridge []"),
        ("Birmingham", "Birmingham []"),
        ("London", "London [GB]"),
        ("Georgia", "? []"),
    ] {
        assert_eq!(find(name).map(shown).as_deref(), Some(expected), "{name}");
    }
    for name in ["uk", "us", "in", "Reading", "Nowhere", "", "DE"] {
        assert_eq!(find(name), None, "{name}");
    }
}

#[test]
fn f3_what_a_name_lies_in_says_which_it_is() {
    for (name, around, expected) in [
        ("Berlin", vec!["Germany"], "Berlin [DE]"),
        ("Berlin", vec!["DE"], "Berlin [DE]"),
        ("Berlin", vec!["NH"], "Berlin, NH [US]"),
        ("Portland", vec!["Oregon", "USA"], "Portland, OR [US]"),
        ("London", vec!["ON"], "London, ON [CA]"),
        ("London", vec!["England"], "London [GB]"),
        ("Cambridge", vec!["UK"], "Cambridge, ENG [GB]"),
        ("Wilmington", vec!["DE"], "Wilmington, DE [US]"),
        ("Reading", vec!["UK"], "Reading, ENG [GB]"),
        ("Toronto", vec!["CA"], "Toronto [CA]"),
        ("Atlanta", vec!["Georgia"], "Atlanta [US]"),
        ("Springfield", vec!["IL"], "Springfield, IL [US]"),
        ("Smallville", vec!["KS"], "Smallville, KS [US]"),
        ("Smallville", vec!["PA"], "Smallville, PA [US]"),
        ("Kleinstadt", vec!["Bayern", "Deutschland"], "Kleinstadt, BY [DE]"),
        ("Kleinstadt", vec!["AT"], "Kleinstadt, AT [AT]"),
        ("WA", vec!["United States"], "Washington, US [US]"),
        ("WA", vec!["Australia"], "Western Australia, AU [AU]"),
        // A state's code that is rare in addresses counts where it holds the city.
        ("Chennai", vec!["TN"], "Chennai [IN]"),
        ("Chattanooga", vec!["TN"], "Chattanooga [US]"),
        ("Smallville", vec!["TN"], "Smallville, TN [US]"),
        ("Bern", vec!["BE"], "Bern [CH]"),
        ("Brussels", vec!["BE"], "Brussels [BE]"),
        // Germany or Delaware, the country or the state: nobody can tell.
        ("Kleinstadt", vec!["DE"], "? []"),
        ("Smallville", vec!["Georgia"], "? []"),
        ("Smallville", vec!["Georgia", "USA"], "Smallville, GA [US]"),
        ("Smallville", vec!["EMEA"], "? []"),
    ] {
        assert_eq!(shown(find_in(name, &around)), expected, "{name}, {around:?}");
    }
}

#[test]
fn every_row_of_the_gazetteer_is_a_place_of_this_world() {
    for meaning in &GAZETTEER.meanings {
        assert!(meaning.spot().is_some(), "{meaning:?}");
        assert_eq!(meaning.code.contains('-'), meaning.region().is_some(), "{meaning:?}");
    }
    for group in Group::all() {
        assert_eq!(kind(group.name()), Some(Kind::Group), "{}", group.name());
    }
}

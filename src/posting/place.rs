//! Where work is done: a place as a posting writes it, and what is known of it.
//!
//! In go names and the spot on the map that inference found for them; out come what a reader sees, a key by which all
//! spellings of one place are one, and the larger places around it. Places are compared by that key, never by name. Which
//! spelling means which spot is not known here, but in `infer`.

mod country;
mod group;

pub use self::country::{Country, Region};
pub use self::group::Group;

use std::borrow::Cow;

use serde::{Serialize, Serializer};

/// A place as a posting names it; as JSON it is its name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// The name to show, as the posting writes it: `München`, `Austin, TX`, `European Union`, `Remote`.
    pub name: String,
    /// What it is.
    pub spot: Spot,
}

/// What a place is, from nowhere to a town.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Spot {
    /// Wherever one likes to work.
    Remote,
    /// Several countries.
    Group(Group),
    /// A country.
    Country(Country),
    /// A part of a country.
    Region(Region),
    /// A town.
    City(City),
    /// A place that nobody knows, known by its name alone.
    Unknown,
}

/// A town, as far as the posting or the gazetteer tells.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct City {
    /// Its usual English name; as written where the gazetteer does not know it.
    pub name: Cow<'static, str>,
    /// Its region, where known.
    pub region: Option<Region>,
    /// Its country; `None` where cities of several countries have the name.
    pub country: Option<Country>,
    /// Whether the name alone says which town is meant.
    pub is_famous: bool,
}

impl Place {
    /// The name of the place of those who may work from anywhere.
    pub const REMOTE: &'static str = "Remote";

    /// A place of which only the name is known.
    pub fn new(name: impl Into<String>) -> Self {
        let name = name.into();
        let spot = if name == Self::REMOTE { Spot::Remote } else { Spot::Unknown };
        Self { name, spot }
    }

    /// Whether this is `Remote` rather than a place on the map.
    pub fn is_remote(&self) -> bool {
        self.spot == Spot::Remote
    }

    /// What tells it from all other places, in English: `Munich`, `Springfield, IL`, `Germany`; all its spellings share it.
    pub fn key(&self) -> Cow<'_, str> {
        match &self.spot {
            Spot::Remote | Spot::Unknown => Cow::Borrowed(&self.name),
            Spot::Group(group) => Cow::Borrowed(group.name()),
            Spot::Country(country) => Cow::Borrowed(country.name()),
            // Towns and countries have the names of regions, too: New York, Berlin, Georgia.
            Spot::Region(region) => Cow::Owned(format!("{}, {}", region.name, region.country().code())),
            Spot::City(city) => city.key(),
        }
    }

    /// The region it lies in, or is.
    pub fn region(&self) -> Option<Region> {
        match &self.spot {
            Spot::Region(region) => Some(*region),
            Spot::City(city) => city.region,
            _ => None,
        }
    }

    /// The country it lies in, or is.
    pub fn country(&self) -> Option<Country> {
        match &self.spot {
            Spot::Country(country) => Some(*country),
            Spot::Region(region) => Some(region.country()),
            Spot::City(city) => city.country,
            Spot::Remote | Spot::Group(_) | Spot::Unknown => None,
        }
    }

    /// All countries that it lies in or holds: those of a group, one for a town, none for a place nobody knows. The world
    /// names no countries.
    pub fn countries(&self) -> Vec<Country> {
        match &self.spot {
            Spot::Group(group) => group.countries().collect(),
            _ => self.country().into_iter().collect(),
        }
    }

    /// The places that hold it, from small to large under their usual names: `Berlin` lies in `Germany`, `DACH`, the
    /// `European Union`, `Europe`, `EMEA` and more. A region's name may be that of the town itself.
    pub fn parents(&self) -> Vec<Place> {
        let region = self.region().map(Self::from);
        let country = self.country().map(Self::from);
        let groups = Group::all().filter(|group| group.holds(&self.countries())).map(Self::from);
        region.into_iter().chain(country).chain(groups).filter(|place| place.spot != self.spot).collect()
    }

    /// Whether `other` is this place or lies in it.
    pub fn contains(&self, other: &Place) -> bool {
        self.key() == other.key() || other.parents().iter().any(|parent| parent.spot == self.spot)
    }
}

impl City {
    /// Its name, and what tells it from others of that name.
    fn key(&self) -> Cow<'_, str> {
        let around = self.region.map(Region::short_code).or(self.country.map(Country::code));
        match around {
            Some(around) if !self.is_famous => Cow::Owned(format!("{}, {around}", self.name)),
            _ => Cow::Borrowed(&self.name),
        }
    }
}

impl From<Group> for Place {
    fn from(group: Group) -> Self {
        Self { name: group.name().to_owned(), spot: Spot::Group(group) }
    }
}

impl From<Country> for Place {
    fn from(country: Country) -> Self {
        Self { name: country.name().to_owned(), spot: Spot::Country(country) }
    }
}

impl From<Region> for Place {
    fn from(region: Region) -> Self {
        Self { name: region.name.to_owned(), spot: Spot::Region(region) }
    }
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn city(name: &'static str, country: Option<&str>, is_famous: bool) -> Place {
        let country = country.and_then(Country::of);
        Place { name: name.into(), spot: Spot::City(City { name: name.into(), region: None, country, is_famous }) }
    }

    fn place(name: &str) -> Place {
        let country = Country::all().find(|country| country.name() == name).map(Place::from);
        country.or_else(|| Group::named(name).map(Place::from)).expect("a country or a group")
    }

    #[test]
    fn o2_berlin_lies_in_germany_in_the_eu_in_europe_and_in_emea() {
        let berlin = city("Berlin", Some("DE"), true);
        let names: Vec<_> = berlin.parents().into_iter().map(|place| place.name).collect();
        assert_eq!(names[0], "Germany");
        for around in ["DACH", "European Union", "European Economic Area", "Europe", "EMEA"] {
            assert!(names.iter().any(|name| name == around) && place(around).contains(&berlin), "{around}");
        }
        for elsewhere in ["Nordics", "Americas", "France", "Asia-Pacific", "Worldwide"] {
            assert!(!place(elsewhere).contains(&berlin), "{elsewhere}");
        }
        assert!(place("EMEA").contains(&place("European Union")) && !place("European Union").contains(&place("EMEA")));
        assert!(!place("European Union").contains(&place("United Kingdom")));
    }

    #[test]
    fn f3_a_city_without_a_country_lies_nowhere_and_is_another_than_one_with() {
        let (open, told) = (city("Cambridge", None, false), city("Cambridge", Some("GB"), false));
        assert_eq!((open.parents(), open.countries()), (vec![], vec![]));
        assert_eq!((open.key().as_ref(), told.key().as_ref()), ("Cambridge", "Cambridge, GB"));
        assert!(!open.contains(&told) && told.contains(&told));
        assert_eq!(Place::new("Head Office").parents(), []);
    }

    #[test]
    fn f2_a_group_expands_to_its_countries() {
        let codes = |name: &str| place(name).countries().into_iter().map(Country::code).collect::<Vec<_>>();
        assert_eq!(codes("DACH"), ["AT", "CH", "DE"]);
        assert_eq!(codes("European Union").len(), 27);
        assert_eq!(codes("Worldwide"), [""; 0]);
        assert_eq!(codes("Japan"), ["JP"]);
    }
}

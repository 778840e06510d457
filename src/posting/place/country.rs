//! Countries of ISO 3166-1 and regions of ISO 3166-2.
//!
//! In go codes, out come names as people use them: ISO's English ones, and those of `data/world.txt` where ISO is formal.
//! Regions bring their names along, since only the gazetteer lists them.

use std::hash::{Hash, Hasher};

use super::group;

/// A country of ISO 3166-1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Country {
    code: &'static str,
    name: &'static str,
}

impl Country {
    /// The country of a code of two letters, in any case.
    pub fn of(code: &str) -> Option<Self> {
        celes::Country::from_alpha2(code).ok().map(|country| Self::usual(&country))
    }

    /// The country of a code of three letters, in any case.
    pub fn of_three(code: &str) -> Option<Self> {
        celes::Country::from_alpha3(code).ok().map(|country| Self::usual(&country))
    }

    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        celes::Country::get_countries().into_iter().map(|country| Self::usual(&country))
    }

    fn usual(country: &celes::Country) -> Self {
        let name = group::usual_name(country.alpha2).unwrap_or(country.long_name);
        Self { code: country.alpha2, name }
    }

    /// Its code of two letters, `DE`.
    pub fn code(self) -> &'static str {
        self.code
    }

    /// Its usual English name.
    pub fn name(self) -> &'static str {
        self.name
    }
}

/// A part of a country: a state, a province, a canton.
#[derive(Debug, Clone, Copy)]
pub struct Region {
    /// Its code of ISO 3166-2, `US-TX`.
    pub code: &'static str,
    /// Its usual English name.
    pub name: &'static str,
    country: Country,
}

/// A region is its code, whatever it is called.
impl PartialEq for Region {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Region {}

impl Hash for Region {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.code.hash(state);
    }
}

impl Region {
    /// A region by its code and name; `None` where the code begins with no country's.
    pub fn new(code: &'static str, name: &'static str) -> Option<Self> {
        let country = Country::of(code.split('-').next()?)?;
        Some(Self { code, name, country })
    }

    /// The country it belongs to.
    pub fn country(self) -> Country {
        self.country
    }

    /// Its code within the country, `TX`.
    pub fn short_code(self) -> &'static str {
        self.code.split_once('-').map_or(self.code, |(_, short)| short)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_have_the_names_that_people_use() {
        for (code, name) in
            [("US", "United States"), ("gb", "United Kingdom"), ("KR", "South Korea"), ("DE", "Germany"), ("XX", "")]
        {
            assert_eq!(Country::of(code).map_or("", Country::name), name);
        }
        // What ISO's list in the library begins with "The" or runs together has a name of ours.
        let odd: Vec<_> = Country::all()
            .map(Country::name)
            .filter(|name| name.starts_with("The ") || name.contains(" Of ") || name.contains(" And "))
            .collect();
        assert_eq!(odd, [""; 0]);
    }
}

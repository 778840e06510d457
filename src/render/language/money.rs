//! Sums of money as a language writes them: where the symbol stands, and which.
//!
//! In go a figure as text and ISO 4217's code, out comes `€60,000` or `60.000 €`. `data/currencies.txt` is CLDR's; ICU4X
//! has no stable formatter for currencies yet.

/// The patterns and symbols of all locales.
const CURRENCIES: &str = include_str!("data/currencies.txt");
/// What every locale inherits.
const ROOT: &str = "und";

/// How one locale writes sums.
pub(super) struct Money {
    pattern: &'static str,
    /// Codes and symbols, the locale's own first.
    symbols: Vec<(&'static str, &'static str)>,
}

impl Money {
    /// The ways of a language tag; those of its language where the dialect has none of its own.
    pub(super) fn new(tag: &str) -> Self {
        let mut money = Self { pattern: "\u{a4}\u{a0}#", symbols: Vec::new() };
        let root = CURRENCIES.lines().filter_map(|line| line.split_once(": ")).filter(|(locale, _)| *locale == ROOT);
        let own = CURRENCIES.lines().filter_map(|line| line.split_once(": ")).filter(|(locale, _)| {
            tag.strip_prefix(locale).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        });
        // The file goes from languages to their dialects.
        for (_, ways) in root.chain(own) {
            let (pattern, symbols) = ways.split_once("; ").unwrap_or((ways, ""));
            money.pattern = pattern;
            let symbols: Vec<_> = symbols.split(", ").filter_map(|symbol| symbol.split_once(' ')).collect();
            money.symbols.splice(..0, symbols);
        }
        money
    }

    /// A figure with its currency.
    pub(super) fn write(&self, figure: &str, currency: &str) -> String {
        let symbol = self.symbols.iter().find(|(code, _)| *code == currency).map_or(currency, |(_, symbol)| symbol);
        let (before, after) = self.pattern.split_once('#').unwrap_or((self.pattern, ""));
        let (before, after) = (before.replace('\u{a4}', symbol), after.replace('\u{a4}', symbol));
        // CLDR's rule of spacing: a symbol that ends in a letter does not touch a digit.
        let gap = |touching: Option<char>| if touching.is_some_and(is_wordy) { "\u{a0}" } else { "" };
        format!("{before}{}{figure}{}{after}", gap(before.chars().next_back()), gap(after.chars().next()))
    }
}

fn is_wordy(character: char) -> bool {
    character.is_alphanumeric() || character == '.'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_written_by_the_ways_of_its_locale() {
        for (tag, currency, text) in [
            ("en", "EUR", "€9"),
            ("en", "CHF", "CHF\u{a0}9"),
            ("en-CA", "CAD", "$9"),
            ("en-XX", "CAD", "CA$9"),
            ("de", "USD", "9\u{a0}$"),
            ("de-AT", "USD", "$\u{a0}9"),
            ("sv", "SEK", "9\u{a0}kr"),
            ("tlh", "JPY", "JP¥\u{a0}9"),
            ("ja", "JPY", "￥9"),
        ] {
            assert_eq!(Money::new(tag).write("9", currency), text, "{tag} {currency}");
        }
    }
}

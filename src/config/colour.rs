//! A colour as people write it.

/// A colour of the screen, such as `#0a7d55`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    /// Red, green and blue.
    pub channels: [u8; 3],
}

impl Colour {
    /// Reads `#0a7d55` or `#0a7`; the `#` may be left out.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits: Vec<u8> = text
            .strip_prefix('#')
            .unwrap_or(text)
            .chars()
            .map(|digit| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
            .collect::<Option<_>>()?;
        let channels = match digits.len() {
            3 => [0, 1, 2].map(|channel| digits[channel] * 17),
            6 => [0, 2, 4].map(|channel| digits[channel] * 16 + digits[channel + 1]),
            _ => return None,
        };
        Some(Self { channels })
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.channels;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn t3_a_colour_is_three_or_six_digits() {
        for text in ["#0a7d55", "0A7D55", " #0a7d55 "] {
            assert_eq!(Colour::parse(text).map(|colour| colour.to_string()), Some("#0a7d55".into()), "{text}");
        }
        assert_eq!(Colour::parse("#fa0"), Some(Colour { channels: [255, 170, 0] }));
        for text in ["", "#", "#12", "#12345", "#1234567", "green", "#\u{e9}12"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }
}

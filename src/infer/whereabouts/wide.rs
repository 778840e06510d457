//! Addresses of Japan, China and Korea, which go from the large to the small, in most without spaces: `〒123-4567
//! 愛知県小牧市…`.
//!
//! In goes a name, out comes the town, or the part of it, that it begins with. Names in other scripts are none.

use crate::infer::places;
use crate::infer::words::{is_hangul, is_ideographic};
use crate::posting::{City, Country, Place, Spot};

/// The most characters from the beginning of an address to the end of its town.
const REACH: usize = 14;
/// The most characters of the name of a town with its district.
const LONGEST_NAME: usize = 9;
/// The most characters of the name of a part of a town.
const LONGEST_PART: usize = 6;

/// The town at the head of an address: `東京都台東区` of `東京都台東区浅草1-2-3`, `兰州` of `甘肃兰州东岗西路320号`.
pub(super) fn of_address(address: &str) -> Option<Place> {
    let address = without_post_code(address);
    if address.starts_with(is_hangul) {
        return of_korean_address(address);
    }
    if !address.starts_with(is_ideographic) {
        return None;
    }
    if let Some(city) = behind_province(address) {
        return Some(Place { name: city.to_owned(), spot: places::find(city)? });
    }
    // 長野 is a city, and 長野県 what it lies in.
    let area = longest_known(address).max(prefecture(address))?;
    let town = area + town(&address[area..], address[..area].ends_with('市'))?;
    let name = address[..town].to_owned();
    let city = || City { name: name.clone().into(), region: None, country: Country::of("JP"), is_famous: false };
    let spot = places::find(&address[..area]).unwrap_or_else(|| Spot::City(city()));
    Some(Place { name, spot })
}

/// The town at the head of a Korean address, whose parts have spaces between: `경기도 고양시 덕양구` of `경기도 고양시 덕양구 조선로 12`.
fn of_korean_address(address: &str) -> Option<Place> {
    const MOST_WORDS: usize = 5;
    let is_part = |word: &str| word.chars().count() > 1 && word.ends_with(['시', '군', '구', '읍', '면', '동']);
    let is_area = |word: &str| word.ends_with('도') || places::kind(word).is_some();
    let words: Vec<&str> = address.split(' ').take(MOST_WORDS).collect();
    let areas = usize::from(!is_part(words[0]) && is_area(words[0]));
    let parts = words[areas..].iter().take_while(|word| is_part(word)).count();
    let named = &words[..areas + parts];
    let city = |word: &&str| places::find(word).or_else(|| places::find(word.strip_suffix('시')?));
    let mut cities = named.iter().filter_map(city).filter(|spot| matches!(spot, Spot::City(_)));
    let name = named.join(" ");
    let unlisted = || City { name: name.clone().into(), region: None, country: Country::of("KR"), is_famous: false };
    let spot = cities.next_back().unwrap_or_else(|| Spot::City(unlisted()));
    let has_town = named[areas..].iter().any(|word| word.ends_with(['시', '군', '구']));
    has_town.then_some(Place { name, spot })
}

/// `〒123-4567 愛知県` as `愛知県`.
fn without_post_code(address: &str) -> &str {
    let is_mark = |c: char| matches!(c, '〒' | '-' | '－' | '‐' | '−' | ' ' | '\u{3000}');
    address.trim_start_matches(|c: char| is_mark(c) || c.is_numeric())
}

/// The part of a town that running text begins with, behind what it lies in: `北京市海淀区`.
pub(in crate::infer) fn leading_address(text: &str) -> Option<Place> {
    let text = without_post_code(text);
    let area = longest_known(text).max(prefecture(text))?;
    let is_area = text[..area].ends_with(['都', '県', '府', '市']);
    of_address(text).filter(|place| is_area && text.starts_with(place.name.as_str()))
}

/// Where each character of `text` ends, and the character.
fn ends(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().map(|(at, c)| (at + c.len_utf8(), c)).take(REACH)
}

/// Where the longest name ends that `text` begins with and that is known.
fn longest_known(text: &str) -> Option<usize> {
    ends(text).map(|(end, _)| end).filter(|end| places::kind(&text[..*end]).is_some()).last()
}

/// Where the name of a Japanese prefecture ends that `text` begins with.
fn prefecture(text: &str) -> Option<usize> {
    let named = ends(text).take(4).skip(2).find(|(_, c)| matches!(c, '県' | '府')).map(|(end, _)| end);
    named.or_else(|| text.starts_with("北海道").then_some("北海道".len()))
}

/// The length of the name of a town, or of a part of one where the town stood before, that `text` begins with.
fn town(text: &str, is_part: bool) -> Option<usize> {
    // No particle: 東京都で市場を開く.
    let is_name = |c: &char| is_ideographic(*c) && !matches!(c, 'の' | 'で' | 'を' | 'は' | '的' | '在' | '与');
    // A name has a character before that for its kind: 市川市.
    let named = || ends(text).take(LONGEST_NAME).take_while(|(_, c)| is_name(c)).skip(1);
    if is_part {
        return named().take(LONGEST_PART - 1).find(|(_, c)| matches!(c, '区' | '區')).map(|(end, _)| end);
    }
    let (end, kind) = named()
        .find(|(_, c)| matches!(c, '市' | '区' | '區' | '县' | '縣' | '郡'))
        .or_else(|| named().find(|(_, c)| matches!(c, '町' | '村')))?;
    match kind {
        // A district has towns; some of its names are but the beginning of a town's: 大和郡山市.
        '郡' => named().find(|(at, c)| *at > end && matches!(c, '市' | '町' | '村')).map(|(end, _)| end),
        // 四日市市
        '市' if text[end..].starts_with('市') => Some(end + '市'.len_utf8()),
        _ => Some(end),
    }
}

/// The known city behind the name of China or of a province of it: `广东省深圳市南山区`.
fn behind_province(text: &str) -> Option<&str> {
    const PROVINCES: [&str; 29] = [
        "中国",
        "河北",
        "山西",
        "辽宁",
        "吉林",
        "黑龙江",
        "江苏",
        "浙江",
        "安徽",
        "福建",
        "江西",
        "山东",
        "河南",
        "湖北",
        "湖南",
        "广东",
        "海南",
        "四川",
        "贵州",
        "云南",
        "陕西",
        "甘肃",
        "青海",
        "台湾",
        "内蒙古",
        "广西",
        "西藏",
        "宁夏",
        "新疆",
    ];
    let rest = PROVINCES.iter().find_map(|province| text.strip_prefix(province))?;
    let rest = ["省", "自治区", "壮族自治区"].iter().find_map(|kind| rest.strip_prefix(kind)).unwrap_or(rest);
    let cities = ends(rest).map(|(end, _)| &rest[..end]).filter(|name| places::is_city(name));
    cities.map(|name| name.trim_end_matches('市')).last()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f2_the_town_of_a_korean_address_ends_before_the_street() {
        for (address, expected) in [
            ("서울특별시 강남구 조선로 12", "서울특별시 강남구"),
            ("경기도 고양시 덕양구 부두동 16-5 용접타워 208호", "경기도 고양시 덕양구 부두동"),
            ("고양시 부두로 3", "고양시"),
        ] {
            let place = of_address(address);
            assert_eq!(place.as_ref().map(|place| place.name.as_str()), Some(expected), "{address}");
            assert_eq!(place.as_ref().and_then(Place::country).map(Country::code), Some("KR"), "{address}");
        }
        for text in ["조선소 용접", "부두동 12", "본사 근무", "서울"] {
            assert_eq!(of_address(text), None, "{text}");
        }
    }

    #[test]
    fn f2_the_town_of_an_address_without_spaces_is_told_from_what_it_lies_in() {
        for (address, expected) in [
            ("東京都台東区浅草1-2-3", "東京都台東区"),
            ("〒123-4567 愛知県小牧市中央1-2", "愛知県小牧市"),
            ("〒１２３－４５６７　東京都千代田区麹町２丁目", "東京都千代田区"),
            ("大阪府泉南郡熊取町1丁目", "大阪府泉南郡熊取町"),
            ("千葉県市川市1-2", "千葉県市川市"),
            ("三重県四日市市", "三重県四日市市"),
            ("東京都東村山市", "東京都東村山市"),
            ("奈良県大和郡山市", "奈良県大和郡山市"),
            ("長野県野沢温泉村", "長野県野沢温泉村"),
            ("北海道札幌市中央区", "北海道札幌市"),
            ("名古屋市中村区", "名古屋市中村区"),
            ("甘肃兰州东岗西路320号", "兰州"),
            ("广东省深圳市南山区", "深圳"),
            ("北京市海淀区中关村南大街 18 号", "北京市海淀区"),
        ] {
            let place = of_address(address);
            assert_eq!(place.as_ref().map(|place| place.name.as_str()), Some(expected), "{address}");
            let country = place.as_ref().and_then(Place::country).map(Country::code);
            assert!(matches!(country, Some("JP" | "CN")), "{address}");
        }
        for text in ["東京で市場を開く", "上海市场部负责亚洲地区", "市場", "本社（応相談）", "Ulm", "123-4567", ""]
        {
            assert_eq!(of_address(text), None, "{text}");
        }
    }
}

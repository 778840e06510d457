//! Names in quotation marks in Chinese and Japanese, where no capital tells them.

use super::name;
use super::subject::is_unspaced;

/// The name in quotes that a Chinese or Japanese text begins with and tells of: "「船工坊」做的是船".
pub(super) fn subject(text: &str) -> Option<&str> {
    let name = text.strip_prefix(['「', '“'])?;
    let (name, behind) = name.split_once(['」', '”'])?;
    ((is_unspaced(name) || name::unspaced(name).is_some())
        && behind.starts_with(['是', '做', '的', 'は', '，', '致', '专', '專', '成', '创']))
    .then_some(name)
}

/// The name in quotes by which those who write say what they are called, "船をつくっている「船工坊」です。", or where one works,
/// behind what it is: "町の造船所「船工坊」で、一緒に働く方を募集しています。"
pub(super) fn called(text: &str) -> Option<&str> {
    const LONGEST: usize = 20;
    const HOUSES: [&str; 14] = [
        "社",
        "店",
        "屋",
        "園",
        "院",
        "所",
        "校",
        "館",
        "房",
        "カフェ",
        "サロン",
        "ホテル",
        "クリニック",
        "レストラン",
    ];
    const ARE: [&str; 5] = ["です", "と申します", "といいます", "と言います", "でございます"];
    let (before, behind) = text.split_once('「')?;
    let (name, behind) = behind.split_once('」')?;
    let is_told = before.ends_with(['る', 'た', 'の', 'な', '、', '社', '店', '屋'])
        && ARE.iter().any(|are| behind.starts_with(are));
    let works_there = || ["働", "募集", "求人"].iter().any(|word| behind.contains(word));
    let is_house = || HOUSES.iter().any(|house| before.ends_with(house)) && behind.starts_with('で') && works_there();
    (name.chars().count() <= LONGEST && (is_told || is_house())).then_some(name)
}

//! The names of places in lines.

use super::super::read;

fn names(text: &str) -> Vec<String> {
    read(text).places.into_iter().map(|place| place.name).collect()
}

#[test]
fn f2_the_town_of_a_house_and_its_area_are_one_place() {
    for (text, expected) in [
        ("Full-time in our yard in Austin, TX", "Austin, TX"),
        ("Solda presencial no nosso estaleiro em Curitiba - PR", "Curitiba, PR"),
        ("Full-Time no nosso estaleiro em Joinville/SC", "Joinville, SC"),
        ("São Paulo/SP - (Doca)", "São Paulo, SP"),
        ("São Paulo - SP (Doca)", "São Paulo, SP"),
        ("35042 Rennes Cedex, France", "Rennes, France"),
        ("Nulleville (38)", "Nulleville"),
        ("Rio de Janeiro, RJ - Doca", "Rio de Janeiro, RJ"),
        ("Rua da Doca, 100 - São Paulo/SP", "São Paulo, SP"),
        ("Via della Darsena 12, 10121 Torino (TO)", "Torino"),
        ("서울 강남 (부두역 5분)", "서울 강남"),
        ("Our old yard in central Leeds", "Leeds"),
        ("University of Bristol, UK", "Bristol, UK"),
        ("Lab of Hulls, TU Dresden", "Dresden"),
    ] {
        assert_eq!(names(text), [expected], "{text}");
    }
    assert_eq!(names("CLACTON-ON-SEA"), ["Clacton-on-Sea"]);
    assert_eq!(names("Perth FIFO"), ["Perth"]);
    assert_eq!(names("Anywhere in the contiguous US"), ["Remote", "contiguous US"]);
    assert_eq!(names("São Paulo/SP - Remoto"), ["Remote", "São Paulo, SP"]);
    assert_eq!(names("São Paulo/SP ou Joinville/SC"), ["São Paulo, SP", "Joinville, SC"]);
    assert_eq!(names("Hà Nội hoặc TP.HCM"), ["Hà Nội", "TP.HCM"]);
    assert_eq!(names("Dock (4711)"), ["Dock (4711)"]);
}

//! Which country the addresses of a posting tell.

use super::draft;

#[test]
fn f3_the_domains_of_addresses_tell_which_currency_a_sign_means() {
    let currency = |place: Option<&str>, pay: &str, domain: &str| {
        let welder = place.iter().fold(draft().key("title", "Welder"), |welder, place| welder.key("location", place));
        let text = format!("Salary: {pay}");
        let told = welder.paragraph(&text).paragraph(&format!("Apply to ann@{domain}")).facts().salary;
        told.and_then(|field| field.value.currency)
    };
    for (pay, domain, code) in [
        ("$29.50 an hour", "example.com.au", Some("AUD")),
        ("$29.50 an hour", "example.co.nz", Some("NZD")),
        ("$29.50 an hour", "example.com", Some("USD")),
        ("$29.50 an hour", "example.co.uk", Some("USD")),
        ("US$29.50 an hour", "example.com.au", Some("USD")),
        ("€29.50 an hour", "example.com.au", Some("EUR")),
        ("R18 500 – R22 000 per month", "example.co.za", Some("ZAR")),
        ("R18 500 – R22 000 per month", "example.io", None),
        ("Rs 20,000 per month", "example.in", Some("INR")),
        ("450 kr an hour", "example.is", None),
    ] {
        assert_eq!(currency(None, pay, domain).as_deref(), code, "{pay} {domain}");
    }
    assert_eq!(currency(Some("Austin, TX"), "$29.50 an hour", "example.com.au").as_deref(), Some("USD"));
}

#[test]
fn f1_the_domains_of_addresses_tell_the_order_of_dates() {
    let closes = |domain: &str| {
        let text = format!("Apply before 09/06/2024 to ann@{domain}.");
        draft().heading(1, "Welder").paragraph(&text).facts().closes.map(|field| field.value.to_string())
    };
    assert_eq!(closes("example.org.uk").as_deref(), Some("2024-06-09"));
    assert_eq!(closes("example.com"), None);
}

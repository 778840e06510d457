//! For S3 behind CloudFront: a function for addresses and redirects, and policies for headers.
//!
//! The function is a CloudFront Function on viewer requests. A policy is what `aws cloudfront
//! create-response-headers-policy` takes as `--response-headers-policy-config`. `Cache-Control` belongs to the objects
//! themselves there, and is given when they are uploaded.

use serde_json::{Map, Value, json};

use super::policy::{self, NOBODY, PERMISSIONS_POLICY, REFERRER_POLICY};
use super::{below, destination};
use crate::model::Site;

const HANDLER: &str = include_str!("cloudfront.js");

/// The function, behind the site's own redirects. Old addresses are compared decoded.
pub(super) fn function(site: &Site) -> String {
    let base = site.config.base_path();
    let (mut moved, mut gone): (Map<String, Value>, Map<String, Value>) = Default::default();
    for redirect in &site.redirects {
        let from = below(base, &redirect.from);
        match destination(redirect, base) {
            Some(to) => moved.insert(from, to.into()),
            None => gone.insert(from, 1.into()),
        };
    }
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>This page is gone</title>\
         <h1>This page is gone</h1><p><a href=\"{base}\">All open roles</a></p></html>"
    );
    let (moved, gone, page) = (json!(moved), json!(gone), json!(page));
    format!("var moved = {moved};\nvar gone = {gone};\nvar page = {page};\n\n{HANDLER}")
}

/// The policy of all files but those for other sites.
pub(super) fn headers() -> String {
    format!("{:#}\n", policy("careers", NOBODY))
}

/// The policy of the page for frames, and of the list that scripts of other sites may read.
pub(super) fn embed_headers(site: &Site) -> String {
    let embedders = policy::embedders(&site.config);
    let mut policy = policy("careers-embed", embedders.as_deref().unwrap_or(NOBODY));
    policy["CorsConfig"] = json!({
        "AccessControlAllowOrigins": { "Quantity": 1, "Items": ["*"] },
        "AccessControlAllowHeaders": { "Quantity": 1, "Items": ["*"] },
        "AccessControlAllowMethods": { "Quantity": 2, "Items": ["GET", "HEAD"] },
        "AccessControlAllowCredentials": false,
        "OriginOverride": true,
    });
    format!("{policy:#}\n")
}

fn policy(name: &str, ancestors: &str) -> Value {
    let content = policy::content_security_policy(ancestors);
    json!({
        "Name": name,
        "SecurityHeadersConfig": {
            "ContentSecurityPolicy": { "ContentSecurityPolicy": content, "Override": true },
            "ContentTypeOptions": { "Override": true },
            "ReferrerPolicy": { "ReferrerPolicy": REFERRER_POLICY, "Override": true },
        },
        "CustomHeadersConfig": {
            "Quantity": 1,
            "Items": [{ "Header": "Permissions-Policy", "Value": PERMISSIONS_POLICY, "Override": true }],
        },
    })
}

//! Whole-site tests: folders in, the finished site out, through the same binary that users run.
//!
//! Each test makes a site of its own with [`harness::TestSite`], does what a user would do, and looks at files and
//! messages. What a stage does by itself is tested beside that stage.

#![expect(clippy::disallowed_methods, reason = "a test does what a user does with files")]

mod addresses;
mod architecture;
mod behaviour;
mod board;
mod boards;
mod brand;
mod browser;
mod changes;
mod deploying;
mod diagnostics;
mod documents;
mod editions;
mod embed;
mod explain;
mod feed_warnings;
mod gallery;
mod harness;
mod history;
mod hosts;
mod input;
mod introductions;
mod languages;
mod lifecycle;
mod nginx;
mod output;
mod pages;
mod pictures;
mod policy;
mod posting_page;
mod postings;
mod readme;
mod search;
mod search_browser;
mod serve;
mod serve_browser;
mod serve_edits;
mod serve_safety;
mod served;
mod static_pages;
mod structured_data;
mod theme_command;
mod theme_tutorial;
mod themes;
mod vocabulary;
mod write_back;

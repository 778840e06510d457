//! What a posting shares with its neighbours tells less of it than what is its own.
//!
//! In go all postings with what inference kept of each for this; tags and summaries that the text gave are chosen once
//! more, now that it is known which blocks (of the company, its values, its offer) are the same in the whole folder. A
//! block counts as shared by how many different titles it stands under, so that one role in many places shares nothing
//! with itself. Cheap: the time is that of sorting the hashes of blocks. Nothing else is compared.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::skills::Claims;
use crate::posting::{Facts, Field};

/// What inference keeps of a posting's text, so that it can be compared when the text is gone.
#[derive(Debug, Default)]
pub struct Comparable {
    /// What the text says of skills, where front matter gives no tags.
    pub(super) claims: Claims,
    /// What may be its summary, best first, each with the hash of its block, where front matter gives none.
    pub(super) summaries: Vec<(BlockHash, Field<String>)>,
}

impl Comparable {
    /// Whether the posting states itself all that is compared.
    pub fn is_empty(&self) -> bool {
        self.blocks().next().is_none()
    }
}

/// A posting among others.
#[derive(Debug)]
pub struct Peer<'a> {
    /// Its file's path.
    pub path: &'a str,
    /// What is known of it, to be corrected.
    pub facts: &'a mut Facts,
    /// What inference kept of it.
    pub comparable: &'a Comparable,
}

/// The hash of a block's text. Two texts with one hash are one text too many for no more than a tag or two.
pub(super) type BlockHash = u32;

/// The least number of titles that share a block in common.
const TITLES: usize = 3;
/// They are at least the folder's titles divided by this.
const PART: usize = 3;

/// The hash of a block's text.
pub(super) fn block_hash(text: &str) -> BlockHash {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    #[expect(clippy::cast_possible_truncation, reason = "half of a good hash is a good hash")]
    let half = hasher.finish() as BlockHash;
    half
}

/// Chooses anew what the folders' common text had a say in.
pub fn compare<'a>(peers: impl IntoIterator<Item = Peer<'a>>) {
    let mut folders: HashMap<&str, Vec<Peer<'a>>> = HashMap::new();
    for peer in peers {
        folders.entry(folder(peer.path)).or_default().push(peer);
    }
    for folder in folders.into_values().filter(|folder| folder.len() >= TITLES) {
        let shared = Shared::among(&folder);
        for peer in folder {
            shared.correct(peer);
        }
    }
}

/// The folder whose postings a posting is compared with; `designer/index.md` stands beside `welder/index.md`.
fn folder(path: &str) -> &str {
    let parent = |path| str::rsplit_once(path, '/').map_or(("", path), |parts| parts);
    let (folder, name) = parent(path);
    if name.starts_with("index.") { parent(folder).0 } else { folder }
}

/// The blocks that a folder's postings share, sorted.
struct Shared(Vec<BlockHash>);

impl Shared {
    fn among(folder: &[Peer<'_>]) -> Self {
        let mut titles = Vec::with_capacity(folder.len());
        let mut blocks: Vec<(BlockHash, BlockHash)> = Vec::new();
        for peer in folder {
            let title = peer.facts.title.as_ref().map_or(0, |title| block_hash(&title.value));
            titles.push(title);
            blocks.extend(peer.comparable.blocks().map(|block| (block, title)));
        }
        titles.sort_unstable();
        titles.dedup();
        blocks.sort_unstable();
        blocks.dedup();
        let least = TITLES.max(titles.len().div_ceil(PART));
        let runs = blocks.chunk_by(|(one, _), (other, _)| one == other);
        Self(runs.filter(|run| run.len() >= least).map(|run| run[0].0).collect())
    }

    fn has(&self, block: BlockHash) -> bool {
        self.0.binary_search(&block).is_ok()
    }

    fn correct(&self, Peer { facts, comparable, .. }: Peer<'_>) {
        if let Some(tags) = comparable.claims.best_beside(|block| self.has(block)) {
            facts.tags = Some(tags);
        }
        let is_common = comparable.summaries.first().is_some_and(|(block, _)| self.has(*block));
        if is_common && let Some((_, own)) = comparable.summaries.iter().find(|(block, _)| !self.has(*block)) {
            facts.summary = Some(own.clone());
        }
    }
}

impl Comparable {
    fn blocks(&self) -> impl Iterator<Item = BlockHash> + '_ {
        self.claims.blocks().chain(self.summaries.iter().map(|(block, _)| *block))
    }
}

#[cfg(test)]
mod tests;

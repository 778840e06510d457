//! What a posting shares with its neighbours tells less of it than what is its own.
//!
//! In go all postings with what inference kept of each for this, out comes what those of each folder have in [`Common`]:
//! blocks about the company, its values, its offer. Tags and summaries that the text gave are chosen once more beside that.
//! A block counts as shared by how many different titles it stands under, so that one role in many places shares nothing
//! with itself. Cheap: the time is that of sorting the hashes of blocks. Nothing else is compared.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use rayon::prelude::*;

use super::skills::Claims;
use crate::posting::{Facts, Field};

/// What inference keeps of a posting's text, so that it can be compared when the text is gone.
#[derive(Debug, Default)]
pub struct Comparable {
    /// What the text says of skills, where front matter gives no tags.
    claims: Claims,
    /// What may be its summary, best first, each with the hash of its block, where front matter gives none.
    summaries: Vec<(BlockHash, Field<String>)>,
    /// The blocks of both, each once, in order.
    blocks: Box<[BlockHash]>,
}

impl Comparable {
    pub(super) fn new(claims: Claims, summaries: Vec<(BlockHash, Field<String>)>) -> Self {
        let of_summaries = summaries.iter().map(|(block, _)| *block);
        let mut blocks: Vec<BlockHash> = claims.blocks().chain(of_summaries).collect();
        blocks.sort_unstable();
        blocks.dedup();
        Self { claims, summaries, blocks: blocks.into() }
    }

    /// Whether the posting states itself all that is compared.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }
}

/// A posting among others.
#[derive(Debug, Clone, Copy)]
pub struct Peer<'a> {
    /// Its file's path.
    pub path: &'a str,
    /// What its own text says.
    pub facts: &'a Facts,
    /// What inference kept of it.
    pub comparable: &'a Comparable,
}

/// What the postings of each folder have in common.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Common(HashMap<String, Shared>);

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

/// Finds what the postings of each folder share.
pub fn compare<'a>(peers: impl IntoIterator<Item = Peer<'a>>) -> Common {
    let mut folders: HashMap<&str, Vec<Peer<'a>>> = HashMap::new();
    for peer in peers {
        folders.entry(folder(peer.path)).or_default().push(peer);
    }
    let comparable = folders.into_iter().filter(|(_, peers)| peers.len() >= TITLES);
    Common(comparable.map(|(folder, peers)| (folder.to_owned(), Shared::among(&peers))).collect())
}

impl Common {
    /// A posting's facts as they are beside those of its folder; `None` where that changes nothing.
    pub fn correct(&self, peer: Peer<'_>) -> Option<Facts> {
        self.0.get(folder(peer.path))?.correct(peer)
    }
}

/// The folder whose postings a posting is compared with; `designer/index.md` stands beside `welder/index.md`.
fn folder(path: &str) -> &str {
    let parent = |path| str::rsplit_once(path, '/').map_or(("", path), |parts| parts);
    let (folder, name) = parent(path);
    if name.starts_with("index.") { parent(folder).0 } else { folder }
}

/// The blocks that a folder's postings share, sorted.
#[derive(Debug, PartialEq, Eq)]
struct Shared(Vec<BlockHash>);

impl Shared {
    fn among(folder: &[Peer<'_>]) -> Self {
        let title = |peer: &Peer<'_>| peer.facts.title.as_ref().map_or(0, |title| block_hash(&title.value));
        let mut titles: Vec<BlockHash> = folder.par_iter().map(title).collect();
        // The block above the title, in one number.
        let under = |(peer, &title): (&Peer<'_>, &BlockHash)| {
            peer.comparable.blocks.iter().map(|&block| u64::from(block) << 32 | u64::from(title)).collect::<Vec<_>>()
        };
        let mut blocks: Vec<u64> = folder.par_iter().zip(&titles).flat_map_iter(under).collect();
        titles.par_sort_unstable();
        titles.dedup();
        blocks.par_sort_unstable();
        blocks.dedup();
        let least = TITLES.max(titles.len().div_ceil(PART));
        let block = |pair: &u64| (pair >> 32) as BlockHash;
        let runs = blocks.chunk_by(|one, other| block(one) == block(other));
        Self(runs.filter(|run| run.len() >= least).map(|run| block(&run[0])).collect())
    }

    fn has(&self, block: BlockHash) -> bool {
        self.0.binary_search(&block).is_ok()
    }

    fn correct(&self, Peer { facts, comparable, .. }: Peer<'_>) -> Option<Facts> {
        let tags = comparable.claims.best_beside(|block| self.has(block));
        let is_common = comparable.summaries.first().is_some_and(|(block, _)| self.has(*block));
        let own = || comparable.summaries.iter().find(|(block, _)| !self.has(*block));
        let summary = if is_common { own().map(|(_, own)| own.clone()) } else { None };
        if tags.is_none() && summary.is_none() {
            return None;
        }
        let facts = facts.clone();
        Some(Facts { tags: tags.or(facts.tags), summary: summary.or(facts.summary), ..facts })
    }
}

#[cfg(test)]
mod tests;

//! The pictures of a site into its output: share images, and what postings bring along.
//!
//! What takes effort to make is kept in the project's cache under the name that it is published by, which stands for all
//! that it is made from; nothing that is there is made again, nor is what it was made from read.

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::discover;
use crate::model::{Asset, AssetContent, AssetForm, refused};
use crate::picture::{self, Form, Picture};
use crate::render::ShareImage;
use crate::source::Location;
use crate::write::{Cache, Output};

/// Writes them all, and lets the cache forget what no page shows any more. Returns what went wrong, and what is doubtful.
pub(super) fn write(images: &[ShareImage], assets: &[Asset], cache: &Cache, output: &Output) -> Vec<Diagnostic> {
    let images: Vec<(String, &ShareImage)> = images.iter().map(|image| (image.path(), image)).collect();
    let drawn = images.par_iter().filter_map(|(path, image)| {
        let kept = cache.get(file_name(path)).unwrap_or_else(|| {
            let bytes = image.png();
            cache.put(file_name(path), &bytes);
            bytes
        });
        output.put(path, &kept).err()
    });
    let mut said: Vec<Diagnostic> = drawn.collect();
    // The forms of one picture stand beside each other, as their names begin alike.
    let groups: Vec<&[Asset]> = assets.chunk_by(|a, b| a.content == b.content).collect();
    said.par_extend(groups.par_iter().flat_map_iter(|group| write_group(group, cache, output)));
    let paths = images.iter().map(|(path, _)| path.as_str()).chain(assets.iter().map(|asset| asset.path.as_str()));
    cache.keep_only(paths.map(file_name));
    said
}

/// Writes what is made of one file.
fn write_group(group: &[Asset], cache: &Cache, output: &Output) -> Vec<Diagnostic> {
    let kept: Option<Vec<Vec<u8>>> = group.iter().map(|asset| cache.get(file_name(&asset.path))).collect();
    let mut said = Vec::new();
    let made = match kept.map_or_else(|| made(group, cache, &mut said), Ok) {
        Ok(made) => made,
        Err(error) => return vec![error],
    };
    said.extend(group.iter().zip(made).filter_map(|(asset, bytes)| output.put(&asset.path, &bytes).err()));
    said
}

fn made(group: &[Asset], cache: &Cache, said: &mut Vec<Diagnostic>) -> Result<Vec<Vec<u8>>, Diagnostic> {
    let Some(first) = group.first() else { return Ok(Vec::new()) };
    let content = match &first.content {
        AssetContent::Bytes(bytes) => bytes.to_vec(),
        AssetContent::File(file) => discover::read_bytes(file)?,
    };
    let Some((picture, location)) = picture_of(first) else { return Ok(vec![picture::stripped(content)]) };
    match picture.make(&content, &forms(group)) {
        Ok(made) => {
            if group.len() > 1 {
                group.iter().zip(&made).for_each(|(asset, bytes)| cache.put(file_name(&asset.path), bytes));
            }
            Ok(made)
        }
        Err(refusal) => {
            said.push(refused(refusal, file_name(&first.path), location.cloned()));
            let stripped = picture::stripped(content);
            Ok(group.iter().map(|_| stripped.clone()).collect())
        }
    }
}

fn picture_of(asset: &Asset) -> Option<(&Picture, Option<&Location>)> {
    match &asset.form {
        AssetForm::Picture { picture, location, .. } => Some((picture, location.as_deref())),
        AssetForm::Whole => None,
    }
}

fn forms(group: &[Asset]) -> Vec<Form> {
    let form = |asset: &Asset| match asset.form {
        AssetForm::Picture { form, .. } => Some(form),
        AssetForm::Whole => None,
    };
    group.iter().filter_map(form).collect()
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

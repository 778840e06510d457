//! File systems whose changes the system hears nothing of, as somebody else makes them (S7).

use std::path::Path;

/// Types of file systems on other machines, or on the other side of a virtual one, as Linux names them.
const SILENT: [&str; 12] =
    ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ncpfs", "vboxsf", "fuse.sshfs", "fuse.vmhgfs-fuse", "drvfs"];

/// Whether changes at `path` may go unnoticed. Known on Linux; elsewhere the system knows better.
pub(super) fn is_silent(path: &Path) -> bool {
    let nearest = path.ancestors().find_map(|folder| {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        folder.canonicalize().ok()
    });
    let mounts = std::fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    nearest.is_some_and(|path| file_system(&mounts, &path).is_some_and(|kind| SILENT.contains(&kind)))
}

/// The type of the file system that holds `path`, in lines such as `server:/home /home nfs4 rw 0 0`.
fn file_system<'a>(mounts: &'a str, path: &Path) -> Option<&'a str> {
    let entries = mounts.lines().filter_map(|line| {
        let mut words = line.split(' ').skip(1);
        Some((words.next()?.replace("\\040", " "), words.next()?))
    });
    // Of two on one place, the later covers the earlier.
    let holding = entries.filter(|(place, _)| path.starts_with(place));
    holding.max_by_key(|(place, _)| place.len()).map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s7_the_nearest_mount_decides() {
        let mounts = "/dev/a / ext4 rw 0 0\nhost:/home /home nfs4 rw 0 0\n/dev/b /home/me ext4 rw 0 0\nx /my\\040files 9p rw 0 0\n";
        for (path, kind) in [
            ("/srv", "ext4"),
            ("/home/you/site", "nfs4"),
            ("/homes", "ext4"),
            ("/home/me/site", "ext4"),
            ("/my files/a", "9p"),
        ] {
            assert_eq!(file_system(mounts, Path::new(path)), Some(kind), "{path}");
        }
    }
}

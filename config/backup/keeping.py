"""Keeps uploaded files for as long as a backup is at work, whatever is removed or written meanwhile."""

import os
import shutil
from pathlib import Path


def keep_files(root: Path, *, into: Path) -> None:
    """
    Give every file below `root` a second name below `into`, or copy it where names cannot be shared.

    Called twice for the same folders, it adds what came and copies again what was written on; a file that
    went away between is kept as it was.

    :raises OSError: if the disk is full, or a file cannot be read
    """
    for path in files_in(root):
        kept = into / path.relative_to(root)
        kept.parent.mkdir(parents=True, exist_ok=True)
        try:
            _keep(path, kept)
        except FileNotFoundError:
            continue  # removed just now


def _keep(path: Path, kept: Path) -> None:
    try:
        os.link(path, kept)
    except FileNotFoundError:
        raise
    except FileExistsError:
        if not kept.samefile(path):
            _copy(path, kept)
    except OSError:
        _copy(path, kept)  # on another disk, or on one without second names


def _copy(path: Path, kept: Path) -> None:
    """Copy it, unless there is a copy of it as it is now; one that is cut short is never found there."""
    now = path.stat()
    if kept.exists():
        then = kept.stat()
        if (then.st_size, then.st_mtime_ns) == (now.st_size, now.st_mtime_ns):
            return
    draft = kept.with_name(f".{kept.name}.draft")
    try:
        shutil.copyfile(path, draft)
        # The time from before it was read: whatever is written while it is makes it another.
        os.utime(draft, ns=(now.st_atime_ns, now.st_mtime_ns))
        draft.replace(kept)
    finally:
        draft.unlink(missing_ok=True)


def files_in(root: Path) -> list[Path]:
    """Every file below a folder, links left out."""
    found = (Path(folder, name) for folder, _, names in os.walk(root) for name in names)
    return sorted(path for path in found if path.is_file() and not path.is_symlink())

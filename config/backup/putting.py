"""Puts a file where it belongs in one rename, so that nobody ever finds half of it there."""

import errno
import os
import shutil
from pathlib import Path


def put_file(path: Path, *, at: Path) -> None:
    """Move a file, also from another disk.  Whatever is on its way to the disk is there before the rename."""
    at.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        path.replace(at)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = at.with_name(f".{at.name}.restoring")
        shutil.move(path, beside)
        os.sync()
        beside.replace(at)

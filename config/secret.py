"""The instance's secret key: made once, kept beside its data."""

import os
import secrets
from pathlib import Path


def secret_key(*, data_dir: Path) -> str:
    """Return the key kept in `data_dir/secret-key`, making it on the very first start.

    Two processes that start at once agree: only one can create the file, the other reads it.
    """
    path = data_dir / "secret-key"
    try:
        return path.read_text()
    except FileNotFoundError:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Written aside and linked into place, so that no reader ever meets half a key.
    # The draft's name is nobody else's: process ids repeat where containers share the folder.
    draft = path.with_name(f"secret-key.{secrets.token_hex(8)}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_urlsafe(64))
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path.read_text()

"""The backup before a migration: one for all attempts, until the migration is through."""

from datetime import datetime
from pathlib import Path

from django.conf import settings

from config.backup import places
from config.backup.making import make_backup
from config.backup.packing import whole_or_not_at_all

# Names the backup that was made for the migration that began, and goes when that ends.
MARKER = "migration-begun"


def back_up_once(*, now: datetime) -> Path:
    """
    Make the backup, or return the one that an earlier attempt made: what is here now may be half migrated.

    :raises Refused: if the database cannot be copied
    :raises OSError: if the disk is full, or the place cannot be written to
    """
    if made := _made_before():
        return made
    path = make_backup(to=places.place(occasion=places.MIGRATION, now=now), now=now).path
    with whole_or_not_at_all(_marker()) as opened:
        opened.write(path.name.encode())
    return path


def is_through() -> None:
    """The migration succeeded: the next one gets a backup of its own, and old ones may go."""
    is_off()
    places.forget_old(places.MIGRATION)


def is_off() -> None:
    """What was begun counts no longer, since another database is here now."""
    _marker().unlink(missing_ok=True)


def _made_before() -> Path | None:
    try:
        path = places.own_folder() / Path(_marker().read_text()).name
    except FileNotFoundError:
        return None
    return path if path.is_file() else None


def _marker() -> Path:
    return Path(settings.DATA_DIR, MARKER)

"""Removes files from the disk once no row names them: a list of them lies beside them until they are gone."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from logbook.models import ImportedFile, IncomingFile

# Lists hold random names and no more.
LISTS = "leaving"
# No deletion takes that long: until then a list whose rows are there may be of one under way.
MAY_BE_UNDER_WAY_FOR = timedelta(hours=1)
NAMES_A_QUERY = 500


def new_list() -> str:
    """Where a list may lie; nothing is written yet."""
    return f"{LISTS}/{uuid4().hex}"


def note_down(*, names: Sequence[str], listed: str) -> None:
    """Write a list before the rows go, in the place of what stood there; none where there is no file."""
    withdraw(listed=listed)
    if names:
        try:
            default_storage.save(listed, ContentFile("\n".join(names).encode()))
        except BaseException:
            # The half of one that a full disk left.
            withdraw(listed=listed)
            raise


def withdraw(*, listed: str) -> None:
    """Forget a list: its files stay."""
    default_storage.delete(listed)


def clear(*, names: Iterable[str], listed: str) -> None:
    """Remove files whose rows are gone for good, then their list, which may be gone already."""
    _remove(names)
    withdraw(listed=listed)


def finish(*, now: datetime) -> int:
    """
    Remove the files of lists that a server left when it died, and return how many.

    What a row still names stays.  A list with such names is of an account that did not end after all, or,
    within its first hour, perhaps of one that is just ending: then it waits.
    """
    removed = 0
    for name in default_storage.listdir(LISTS)[1] if default_storage.exists(LISTS) else ():
        listed = f"{LISTS}/{name}"
        try:
            is_young = now - default_storage.get_modified_time(listed) < MAY_BE_UNDER_WAY_FOR
            with default_storage.open(listed) as opened:
                names = opened.read().decode().split()
        except FileNotFoundError:
            continue  # whoever wrote it was done just now
        named = _named_by_rows(names)
        nameless = [name for name in names if name not in named]
        _remove(nameless)
        removed += len(nameless)
        # An empty one is about to be written.
        if not is_young or (names and not named):
            withdraw(listed=listed)
    return removed


def _named_by_rows(names: Sequence[str]) -> set[str]:
    """Those of the names that a row holds.  Two queries for each 500."""
    named: set[str] = set()
    for start in range(0, len(names), NAMES_A_QUERY):
        some = names[start : start + NAMES_A_QUERY]
        # In this order: a file that was read passes from the first to the second, never back.
        for model in (IncomingFile, ImportedFile):
            named.update(model.objects.filter(stored__in=some).values_list("stored", flat=True))
    return named


def _remove(names: Iterable[str]) -> None:
    for name in names:
        default_storage.delete(name)

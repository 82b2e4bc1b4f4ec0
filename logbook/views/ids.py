"""Numbers of rows, keys of forms and moments that come in a form or an address."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

LONGEST_MS = 13  # digits until the year 2286
LONGEST_ID = 19  # digits of the largest number that the database counts to


def row_id(text: str) -> int | None:
    """The number a text names, or None where it names none that a row can have."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_ID else None


def key_of(text: str) -> UUID:
    """What tells a form sent twice; one without it counts as a new one."""
    try:
        return UUID(text)
    except ValueError:
        return uuid4()


def moment(text: str, *, until: datetime) -> datetime | None:
    """The moment of so many milliseconds since 1970; None where it is no number, or after `until`."""
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_MS):
        return None
    found = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=int(text))
    return found if found <= until else None

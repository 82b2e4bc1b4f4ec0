"""Numbers of rows and keys of forms that come in a form or an address."""

from uuid import UUID, uuid4

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

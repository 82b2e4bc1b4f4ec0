"""The reference of a request: on its answer, on its error page and in each of its lines in the log."""

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

HEADER = "X-Request-ID"
NONE = "-"
MAX_LENGTH, MIN_LENGTH = 36, 8

_reference: ContextVar[str] = ContextVar("reference", default=NONE)


def new_reference() -> str:
    """Return one that can be read out over a telephone: 7F3A-19C2."""
    digits = secrets.token_hex(4).upper()
    return f"{digits[:4]}-{digits[4:]}"


def cleaned(told: str) -> str | None:
    """Return the letters, digits and hyphens of what a proxy calls a request, or None if too few are left."""
    kept = re.sub(r"[^A-Za-z0-9-]", "", told)[:MAX_LENGTH]
    return kept if len(kept) >= MIN_LENGTH else None


def current_reference() -> str:
    """Return that of the request being answered here, or a hyphen outside any."""
    return _reference.get()


@contextmanager
def referred_to_as(reference: str) -> Iterator[None]:
    """Let everything in this block belong to that request."""
    token = _reference.set(reference)
    try:
        yield
    finally:
        _reference.reset(token)

"""What the log tells of an exception: where it was raised and what it is, without what somebody typed."""

import re
import traceback
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import Error

LONGEST = 300
# These speak of values, and quote them; all others speak of code, and quote names.
SPEAK_OF_VALUES = (ValueError, LookupError, ValidationError)
# A mail server quotes the address that it refused.
MAIL = re.compile(r"""[^\s<>()'"]+@[^\s<>()'"]+""")
QUOTED = re.compile(r"""(['"“‘`]).*(['"”’`])""", re.DOTALL)
# PostgreSQL also names tables and constraints in quotes; after these words stands what was sent to it.
SENT = re.compile(r"""(:|value) ["'(].*""", re.DOTALL)
# Django, of whatever a field was given.
GOT = re.compile(r"but got .*", re.DOTALL)


def trace(exception: BaseException) -> str:
    """Return the whole story, the cause first, as Python tells it but for the messages."""
    told = []
    for each, link in _causes(exception):
        told += [*traceback.format_tb(each.__traceback__), f"{_kind(each)}: {message_of(each)}\n", link]
    return "Traceback (most recent call last):\n" + "".join(told).rstrip("\n")


def _causes(exception: BaseException) -> Iterator[tuple[BaseException, str]]:
    """Yield what led to it, oldest first, each with the words that lead on to the next."""
    chain: list[tuple[BaseException, str]] = []
    at: BaseException | None = exception
    link = ""
    while at is not None and all(at is not seen for seen, _ in chain):
        chain.append((at, link))
        if at.__cause__ is not None:
            at, link = at.__cause__, "It directly caused:\n"
        else:
            at = None if at.__suppress_context__ else at.__context__
            link = "While that was handled:\n"
    yield from reversed(chain)


def _kind(exception: BaseException) -> str:
    kind = type(exception)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def message_of(exception: BaseException) -> str:
    """Return what it says of the code; values that it quotes are left out."""
    try:
        said = GOT.sub("but got …", str(exception))
    except Exception:
        return "(it cannot be told)"
    if isinstance(exception, Error) or _is_of_a_driver(exception):
        # PostgreSQL tells in further lines the whole row that it refused.
        said = SENT.sub(r"\1 …", said.partition("\n")[0])
    elif isinstance(exception, SPEAK_OF_VALUES):
        said = QUOTED.sub(r"\1…\2", said)
    return MAIL.sub("…", said)[:LONGEST]


def _is_of_a_driver(exception: BaseException) -> bool:
    return type(exception).__module__.partition(".")[0] in ("psycopg2", "sqlite3")

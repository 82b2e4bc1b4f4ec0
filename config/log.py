"""How the log is written: a line at a time, each with its instant and the reference of its request."""

import logging
from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest

from config.reference import current_reference
from config.requests import route_of
from config.traces import trace

# What Linux writes to a pipe in one piece, so that the lines of two workers are never mixed.
LONGEST_BYTES = 4000


# Followed by the address that asked and what it sent.
NOT_UNDERSTOOD = "Invalid request"


class Private(logging.Filter):
    """Puts the name of the page where its address stood, which may hold a token; drops what is told twice."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name == "django.request" and not record.exc_info:
            return False  # an answer that was meant so: the line of its request tells it
        if record.name == "gunicorn.error" and str(record.msg).startswith(NOT_UNDERSTOOD):
            record.msg = f"{NOT_UNDERSTOOD}."
        request = getattr(record, "request", None)
        if isinstance(record.args, tuple):
            record.args = tuple(_private(arg, request) for arg in record.args)
        return True


def _private(arg: object, request: object) -> object:
    """Addresses are all that Django and gunicorn say of a request and that begins with a slash."""
    if not (isinstance(arg, str) and arg.startswith("/")):
        return arg
    return route_of(request) if isinstance(request, HttpRequest) else "/…"


class Lines(logging.Formatter):
    """
    Writes a record as a line, and whatever follows it as further lines led by the same reference.

    No text can pretend to be a line of the log: what is not printable is written as its escape, and no line
    but the first begins with an instant.
    """

    def format(self, record: logging.LogRecord) -> str:
        reference = current_reference()
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        message = _printable(record.getMessage())
        lines = [f"{at.removesuffix('+00:00')}Z {record.levelname} {reference} {record.name}: {message}"]
        if record.exc_info and record.exc_info[1] is not None:
            further = trace(record.exc_info[1]).split("\n")
            lines += [f"{reference} | {_printable(line)}" for line in further]
        return "\n".join(_cut(line) for line in lines)


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def _cut(line: str) -> str:
    """The line, or as much of it as can be written in one piece."""
    if len(line.encode(errors="replace")) <= LONGEST_BYTES:
        return line
    return line.encode(errors="replace")[:LONGEST_BYTES].decode(errors="ignore") + "…"


class Stream(logging.StreamHandler[Any]):
    """Writes each line by itself, at once and whole, also where several processes share the stream."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            for line in self.format(record).split("\n"):
                self.stream.write(line + self.terminator)
                self.flush()
        except Exception:
            self.handleError(record)


HOW_TO_LOG: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"private": {"()": "config.log.Private"}},
    "formatters": {"lines": {"()": "config.log.Lines"}},
    "handlers": {
        "console": {
            "()": "config.log.Stream",
            "filters": ["private"],
            "formatter": "lines",
            "stream": "ext://sys.stdout",
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "footfall": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        # A refused form or a missing page is an answer: its line among the requests is enough.
        "django.request": {"level": "ERROR"},
    },
}

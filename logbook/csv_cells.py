"""Rows as CSV text for spreadsheets: no cell can act as a formula, and what is unknown is blank."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal

# A spreadsheet runs a cell that begins with one of these, also after blanks.
_ACTS = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)

Cell = str | int | float | bool | Decimal | date | datetime | time | timedelta | None


def csv_lines(headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """
    Yield the lines of a CSV file, each with its CRLF, the headers first; no row is held for longer.

    A text that a spreadsheet would run as a formula gets a ' in front of it, unless it is a number.

    :raises ValueError: if a row has more or fewer cells than there are headers
    """
    writer = csv.writer(_Line(), lineterminator="\r\n")
    yield writer.writerow([_text(header) for header in headers])
    for row in rows:
        if len(row) != len(headers):
            raise ValueError(f"{len(row)} cells stand under {len(headers)} headers")
        yield writer.writerow([_text(cell) for cell in row])


class _Line:
    """What the writer of the standard library takes for a file: it hands each line back."""

    def write(self, line: str) -> str:
        return line


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return _harmless(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return _number(cell)
    if isinstance(cell, timedelta):
        return _number(cell.total_seconds())
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)


def _number(value: float) -> str:
    """Return 62.5 and 60, never 60.0 or 6e-05."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _harmless(text: str) -> str:
    text = text.replace("\0", "")
    if text[:1].isalnum():
        return text
    acts = text.lstrip(" \n\u00a0\ufeff").startswith(_ACTS)
    return f"'{text}" if acts and not _NUMBER.fullmatch(text) else text

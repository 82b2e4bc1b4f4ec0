"""Rows in an order that buttons change: "up-4", "down-4", "remove-4"."""

from collections.abc import Iterable, Sequence


def after(button: str, order: Sequence[int]) -> tuple[int, ...]:
    """The order after that button; unchanged after any other, or where it names no row."""
    verb, _, text = button.partition("-")
    number, rows = row_number(text), list(order)
    if number not in rows:
        return tuple(rows)
    place = rows.index(number)
    if verb == "remove":
        del rows[place]
    elif verb in ("up", "down"):
        other = min(max(place + (1 if verb == "down" else -1), 0), len(rows) - 1)
        rows[place], rows[other] = rows[other], rows[place]
    return tuple(rows)


def row_numbers(text: str) -> tuple[int, ...]:
    """The numbers of "3,1,2", each once; what is no number of a row is left out."""
    return _once(number for part in text.split(",") if (number := row_number(part)))


def row_number(text: str) -> int:
    """A row's number; 0, which none has, for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0


def _once(numbers: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(numbers))

"""All tables as one JSON text, written row by row, so that none is held for longer."""

import json
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from math import isfinite
from uuid import UUID

from logbook.export.columns import Column

# One more with each change that a reader of older files has to know of.
FORMAT, FORMAT_VERSION = "Footfall export", 1


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table: what its rows are, its columns, and the rows, asked for when they are written."""

    name: str
    about: str
    columns: Sequence[Column]
    rows: Callable[[], Iterable[Sequence[object]]]


def json_text(*, about: Mapping[str, object], tables: Iterable[Table]) -> Iterator[str]:
    """Yield one JSON object: format, version and what `about` says, then each table with a row a line."""
    head = {"format": FORMAT, "format_version": FORMAT_VERSION, **about}
    yield f'{_json(head)[:-1]},\n"tables": {{'
    for number, table in enumerate(tables):
        described = {
            "about": table.about,
            "columns": {column.name: _described(column) for column in table.columns},
        }
        yield f'{"," if number else ""}\n{_json(table.name)}: {_json(described)[:-1]},\n"rows": ['
        names = [column.name for column in table.columns]
        for place, row in enumerate(table.rows()):
            yield f"{',' if place else ''}\n{_json(dict(zip(names, row, strict=True)))}"
        yield "\n]}"
    yield "\n}}\n"


def _described(column: Column) -> dict[str, str]:
    return {name: value for name, value in asdict(column).items() if value and name != "name"}


def plain(value: object) -> object:
    """Return a value as JSON has it: instants in UTC, bytes as Base64, what is no number blank."""
    if isinstance(value, bytes | bytearray | memoryview):
        return b64encode(bytes(value)).decode("ascii")
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, float) and not isfinite(value):
        return None
    return value


# Escaped, so that a half of a pair of letters, which some file brought, cannot break the text.
_ENCODER = json.JSONEncoder(ensure_ascii=True, allow_nan=False, separators=(",", ":"), default=plain)


def _json(value: Mapping[str, object] | str) -> str:
    try:
        return _ENCODER.encode(value)
    except ValueError:
        # A float that is no number: JSON has no word for it.
        assert isinstance(value, Mapping)
        return _ENCODER.encode({name: plain(each) for name, each in value.items()})

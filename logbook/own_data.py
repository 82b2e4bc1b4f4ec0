"""Reads all that an athlete keeps here: how much it is, and the archive of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from tempfile import TemporaryFile
from typing import IO

from django.conf import settings
from django.db.models import Count, IntegerField, Subquery, Sum, Value
from django.db.models.functions import Coalesce, Length

from logbook.csv_cells import csv_lines
from logbook.export.archive import PIECE_BYTES, Member, zipped
from logbook.export.explained import explained
from logbook.export.json_text import json_text
from logbook.models import RunTrack
from logbook.one_moment import one_moment
from logbook.own_files import OwnFile, own_files, pieces, size_bytes
from logbook.own_sheets import sheets_of
from logbook.own_tables import TABLES, left_out, own_rows, tables_of
from workouts.models import Athlete

# What a row comes to, in JSON and as a line of a sheet, packed: measured on a log of 30,000 sets.
_BYTES_A_ROW = 40
_BYTES_OF_LIBRARY = 6000


@dataclass(frozen=True)
class OwnData:
    """What an athlete keeps here: rows by table, files, and about how large the archive will be."""

    counts: Mapping[str, int]
    files: int
    files_bytes: int
    archive_bytes: int

    @property
    def has_log(self) -> bool:
        return any(self.counts[name] for name in ("runs", "sessions", "own_exercises", "own_circuits"))


def overview(*, athlete: Athlete) -> OwnData:
    """How much there is.  Four queries."""
    counts = _counts(athlete)
    sizes = [size for file in own_files(athlete=athlete) if (size := size_bytes(file)) is not None]
    tracks = RunTrack.objects.filter(run__athlete=athlete).aggregate(size=Sum(Length("packed")))
    rows = sum(counts.values()) * _BYTES_A_ROW + (tracks["size"] or 0) + _BYTES_OF_LIBRARY
    return OwnData(counts, len(sizes), sum(sizes), sum(sizes) + rows)


def _counts(athlete: Athlete) -> dict[str, int]:
    """How many rows each table has: one query for all of them."""
    of_each = {
        f"rows_of_{table.name}": Coalesce(
            Subquery(
                own_rows(table, athlete)
                .order_by()
                .annotate(one=Value(1))
                .values("one")
                .annotate(number=Count("pk"))
                .values("number"),
                output_field=IntegerField(),
            ),
            0,
        )
        for table in TABLES
    }
    found = Athlete.objects.filter(pk=athlete.pk).annotate(**of_each).values(*of_each).get()
    return {table.name: found[f"rows_of_{table.name}"] for table in TABLES}


def archive(*, athlete: Athlete, now: datetime) -> Iterator[bytes]:
    """
    Return the bytes of a ZIP with all of it, piece by piece.

    The rows are read at once, as they are at this moment, into a file without a name; what is sent at the
    pace of somebody's connection needs the database no more.

    :raises OSError: if the disk has no room for that
    """
    with one_moment():
        # As it stands now, in the settings that the sheets are written for.
        athlete.refresh_from_db()
        files = [file for file in own_files(athlete=athlete) if size_bytes(file) is not None]
        texts = [(name, _kept(lines)) for name, lines in _texts(athlete, files, now=now)]
    members = [Member(name, _read(kept)) for name, kept in texts]
    members += [Member(file.path, pieces(file), is_packed=False) for file in files]
    return zipped(members=members, made_at=now.astimezone(UTC))


def _texts(
    athlete: Athlete, files: Iterable[OwnFile], *, now: datetime
) -> Iterator[tuple[str, Iterable[str]]]:
    tables = tables_of(athlete, files={(file.model, file.pk): file.path for file in files})
    text = explained(
        account=athlete.username,
        made_at=now.astimezone(UTC),
        tables=tables,
        left_out=left_out(),
        distance_unit=athlete.distance_unit,
        weight_unit=athlete.weight_unit,
    )
    yield "README.txt", [text.replace("\n", "\r\n")]
    about = {"account": athlete.username, "made_at": now.astimezone(UTC).isoformat(timespec="seconds")}
    yield "footfall.json", json_text(about=about, tables=tables)
    for sheet in sheets_of(athlete):
        yield f"{sheet.name}.csv", csv_lines(sheet.headers, sheet.rows())


def _kept(lines: Iterable[str]) -> IO[bytes]:
    """A text on disk, in a file that no folder lists and that is gone once it is closed."""
    kept = TemporaryFile()  # noqa: SIM115
    try:
        for line in lines:
            kept.write(line.encode("utf-8", "replace"))
        kept.seek(0)
    except BaseException:
        kept.close()
        raise
    return kept


def _read(kept: IO[bytes]) -> Iterator[bytes]:
    with kept:
        while piece := kept.read(PIECE_BYTES):
            yield piece


@dataclass(frozen=True)
class Heirs:
    """
    Who may own the instance once its owner leaves.

    others: whether anybody else has an account; names: those who can sign in.  opens_again: whether the
    next to come may sign up, once nobody is left.
    """

    others: bool
    names: tuple[tuple[int, str], ...]
    opens_again: bool


def heirs(*, athlete: Athlete) -> Heirs | None:
    """Those who may follow an owner; None for anybody who owns nothing.  One query at most."""
    if not athlete.is_owner:
        return None
    others = Athlete.objects.people().exclude(pk=athlete.pk).order_by("username")
    rows = list(others.values_list("pk", "username", "is_active"))
    names = tuple((pk, name) for pk, name, is_active in rows if is_active)
    return Heirs(bool(rows), names, opens_again=settings.REGISTRATION != "closed")

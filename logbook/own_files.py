"""The files on disk that are an athlete's own: those that runs came from, and those that still wait."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.core.files.storage import default_storage

from logbook.export.names import unique_names
from logbook.models import ImportedFile, IncomingFile
from workouts.models import Athlete

FOLDER = "files"
_PIECE_BYTES = 64 * 1024


@dataclass(frozen=True)
class OwnFile:
    """A file: the row that holds it, where it lies on disk, and what it is called in an archive."""

    model: str
    pk: int
    stored: str
    path: str


def own_files(*, athlete: Athlete) -> tuple[OwnFile, ...]:
    """Every file of an athlete, in the order they came.  Two queries."""
    kept = ImportedFile.objects.filter(athlete=athlete).order_by("pk")
    waiting = IncomingFile.objects.filter(batch__athlete=athlete).exclude(stored="").order_by("pk")
    rows = [("logbook.ImportedFile", *row) for row in kept.values_list("pk", "stored", "name")]
    rows += [("logbook.IncomingFile", *row) for row in waiting.values_list("pk", "stored", "name")]
    names = unique_names(((model, pk), name) for model, pk, _, name in rows)
    return tuple(
        OwnFile(model, pk, stored, str(PurePosixPath(FOLDER, names[model, pk])))
        for model, pk, stored, _ in rows
    )


def size_bytes(file: OwnFile) -> int | None:
    """How large it is; None where it is no longer on disk."""
    try:
        return int(default_storage.size(file.stored))
    except FileNotFoundError:
        return None


def pieces(file: OwnFile) -> Iterator[bytes]:
    """Yield what is in it, piece by piece; nothing where it left the disk since it was looked for."""
    try:
        opened = default_storage.open(file.stored)
    except FileNotFoundError:
        return
    with opened:
        while piece := opened.read(_PIECE_BYTES):
            yield piece

"""The catalogue's own files as they lie beside this module, read once."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from workouts.catalogue.entries import Catalogue, ExerciseEntry
from workouts.catalogue.reader import read_catalogue

FOLDER = Path(__file__).resolve().parent


def read_files() -> Catalogue:
    """Read all of them.

    :raises CatalogueError: with every mistake, each named with file and key
    """
    return read_catalogue(
        exercises=_texts(FOLDER / "exercises"),
        circuits=_texts(FOLDER / "circuits"),
        safety=(FOLDER / "safety.toml").read_text(encoding="utf-8"),
    )


@cache
def exercises() -> Mapping[str, ExerciseEntry]:
    """The exercises by slug, as this version of the code has them.  Read once.

    :raises CatalogueError: with every mistake, each named with file and key
    """
    return read_files().exercises


def _texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.toml"))}

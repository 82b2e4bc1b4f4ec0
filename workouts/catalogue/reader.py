"""Reads the catalogue: TOML texts in, frozen entries out, and every mistake named with its file and key."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeVar

from workouts.catalogue.checks import circuit_mistakes, ladder_mistakes
from workouts.catalogue.circuit_file import read_circuit
from workouts.catalogue.entries import Catalogue, CircuitEntry, ExerciseEntry
from workouts.catalogue.exercise_file import read_exercise
from workouts.catalogue.fields import Fields, Mistakes
from workouts.catalogue.rules_file import read_rules
from workouts.catalogue.safety_file import read_safety
from workouts.training.rules import Rules

_FILE_NAME = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)\.toml")

EntryT = TypeVar("EntryT", ExerciseEntry, CircuitEntry)


class CatalogueError(ValueError):
    """The catalogue cannot be used as it is.  `mistakes` holds one sentence for each thing to mend."""

    def __init__(self, mistakes: tuple[str, ...]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


def read_catalogue(*, exercises: Mapping[str, str], circuits: Mapping[str, str], safety: str) -> Catalogue:
    """Read the whole catalogue.  The mappings go from a file's name to its text; its slug is the name's stem.

    :raises CatalogueError: with all the mistakes there are, not only the first
    """
    mistakes: list[str] = []
    read_exercises = _read_folder("exercises", exercises, read_exercise, mistakes)
    read_circuits = _read_folder("circuits", circuits, read_circuit, mistakes)
    safety_mistakes = Mistakes("safety.toml")
    fields = Fields.of_toml(safety, mistakes=safety_mistakes)
    read_safety_texts = read_safety(fields=fields) if fields else None
    mistakes += safety_mistakes.sentences

    # A file that could not be read still has a slug: what points at it is not a second mistake.
    slugs = frozenset(name.removesuffix(".toml") for name in exercises)
    mistakes += ladder_mistakes(exercises=read_exercises, slugs=slugs)
    mistakes += circuit_mistakes(circuits=read_circuits, exercises=read_exercises, slugs=slugs)
    if mistakes or read_safety_texts is None:
        raise CatalogueError(tuple(mistakes))
    in_page_order = sorted(read_circuits.values(), key=lambda circuit: circuit.position)
    return Catalogue(
        exercises=MappingProxyType(read_exercises),
        circuits=MappingProxyType({circuit.slug: circuit for circuit in in_page_order}),
        safety=read_safety_texts,
    )


def read_rules_of(text: str) -> Rules:
    """Read the text of `rules.toml`.

    :raises CatalogueError: with all the mistakes there are, not only the first
    """
    mistakes = Mistakes("rules.toml")
    fields = Fields.of_toml(text, mistakes=mistakes)
    rules = read_rules(fields=fields) if fields else {}
    if mistakes.sentences:
        raise CatalogueError(tuple(mistakes.sentences))
    return rules


def _read_folder(
    folder: str,
    files: Mapping[str, str],
    read: Callable[..., EntryT | None],
    mistakes: list[str],
) -> dict[str, EntryT]:
    """The entries of the files without a mistake, by slug; the sentences go to `mistakes`."""
    entries: dict[str, EntryT] = {}
    for name in sorted(files):
        noted = Mistakes(f"{folder}/{name}")
        named = _FILE_NAME.fullmatch(name)
        if named is None:
            noted.note('a file is named in small letters, digits and single dashes, such as "dead-bug.toml".')
        elif named[0].startswith(("own-", "own.")):
            noted.note('names that begin with "own" are kept for what athletes make themselves.')
        fields = Fields.of_toml(files[name], mistakes=noted)
        if fields is not None:
            entry = read(slug=name.removesuffix(".toml"), fields=fields)
            if entry is not None and named is not None:
                entries[entry.slug] = entry
        mistakes += noted.sentences
    return entries

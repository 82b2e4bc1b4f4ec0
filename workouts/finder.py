"""Reads the list of exercises as it was asked for, and what each further filter would leave of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from workouts.figures import tempo_profile
from workouts.figures.tempo_profile import TempoProfile
from workouts.findables import findable
from workouts.library import profile
from workouts.models import Athlete, Exercise
from workouts.muscle_filter import FilterView, muscle_filter
from workouts.search.asked import CHOICES, OWNED, QUERY, Asked
from workouts.search.best_match import found
from workouts.search.filters import Chosen, counts, fitting
from workouts.search.findable import Findable
from workouts.search.kit_words import kit_told
from workouts.vocabulary import CATEGORIES

KIND_LABELS = {
    "muscle": "Muscle",
    "kit": "Equipment",
    "category": "Category",
    "level": "Level",
    "pattern": "Movement",
    "sides": "Sides",
}
PART_LABELS = {**KIND_LABELS, QUERY: "Search", OWNED: "What I own is enough"}
OPEN_AT_FIRST = ("muscle", "kit", "category")
LONG_AGO = date.min


@dataclass(frozen=True)
class ExerciseRow:
    """
    An exercise in a list, with its repetition drawn; no drawing where it has no tempo.

    kit: what it needs and may be done with, in words.  own_id: its row where it is the athlete's own.
    """

    slug: str
    own_id: int | None
    name: str
    category: str
    level: int
    muscles: tuple[str, ...]
    kit: str
    sets: int
    dose: str
    profile: TempoProfile | None
    last_on: date | None


@dataclass(frozen=True)
class Shelf:
    """Some of what was found; without a label where it is all in one row."""

    slug: str
    label: str
    rows: tuple[ExerciseRow, ...]

    @property
    def is_named(self) -> bool:
        return bool(self.label)


@dataclass(frozen=True)
class Choice:
    """One choice of a filter, and how many exercises it alone would leave."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Filter:
    """One kind of filter with its choices; those that no exercise at all has are left out unless chosen."""

    kind: str
    label: str
    choices: tuple[Choice, ...]
    is_open: bool

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is chosen of it, in words."""
        return tuple(choice.label for choice in self.choices if choice.is_chosen)


@dataclass(frozen=True)
class WayOut:
    """A filter to clear where nothing fits: how many exercises there would be, and their address."""

    label: str
    count: int
    address: str


@dataclass(frozen=True)
class Found:
    """The list as it was asked for: how many of how many, and why none where there is none."""

    asked: Asked
    shelves: tuple[Shelf, ...]
    filters: tuple[Filter, ...]
    owned_count: int
    count: int
    total: int
    ways_out: tuple[WayOut, ...]
    muscle_map: tuple[FilterView, ...]

    @property
    def chosen(self) -> tuple[str, ...]:
        """What narrows the list, in words."""
        query = (f"“{self.asked.query}”",) * bool(self.asked.query)
        owned = (PART_LABELS[OWNED],) * self.asked.only_owned
        return (*query, *(word for each in self.filters for word in each.chosen), *owned)


def find(*, asked: Asked, athlete: Athlete, last_done: Mapping[int, date]) -> Found:
    """
    Return the exercises on offer to the athlete that fit.  One query.

    last_done: when each exercise was last done, by its row; any may be missing.
    """
    on_offer = Exercise.objects.offered(to=athlete).for_lists().in_page_order()
    exercises = {exercise.slug: exercise for exercise in on_offer}
    things = [findable(exercise) for exercise in exercises.values()]
    kit = frozenset(athlete.equipment)
    searched = found(asked.query, things)
    chosen = _chosen(asked, kit)
    hits = fitting(searched, chosen=chosen)
    rows = [_row(exercises[thing.slug], last_done) for thing in hits]
    return Found(
        asked=asked,
        shelves=_shelved(_sorted(rows, asked), asked),
        filters=tuple(_filter(kind, searched, things, chosen, asked) for kind in CHOICES),
        owned_count=len(fitting(searched, chosen=Chosen(by_kind=chosen.by_kind, owned=kit))),
        count=len(hits),
        total=len(things),
        ways_out=() if hits else _ways_out(things, asked, kit),
        muscle_map=muscle_filter(asked),
    )


def _chosen(asked: Asked, kit: frozenset[str]) -> Chosen:
    by_kind = {kind: frozenset(choices) for kind, choices in asked.by_kind.items()}
    return Chosen(by_kind=by_kind, owned=kit if asked.only_owned else None)


def _row(exercise: Exercise, last_done: Mapping[int, date]) -> ExerciseRow:
    drawn = profile(exercise, exercise.tempo, tempo_profile.small)
    return ExerciseRow(
        slug=exercise.slug,
        own_id=exercise.pk if exercise.is_own else None,
        name=exercise.name,
        category=exercise.category,
        level=exercise.level,
        muscles=tuple(exercise.primary_muscles),
        kit=_as_sentence(kit_told(exercise.equipment, exercise.equipment_options)),
        sets=exercise.sets,
        dose=exercise.prescription.dose,
        profile=drawn,
        last_on=last_done.get(exercise.pk),
    )


def _as_sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _sorted(rows: list[ExerciseRow], asked: Asked) -> list[ExerciseRow]:
    """As they came, by category or best match first, unless another order was asked for."""
    if asked.sort == "name":
        return sorted(rows, key=lambda row: row.name.casefold())
    if asked.sort == "level":
        return sorted(rows, key=lambda row: (row.level, row.name.casefold()))
    if asked.sort == "recent":
        return sorted(rows, key=lambda row: row.last_on or LONG_AGO, reverse=True)
    return rows


def _shelved(rows: Sequence[ExerciseRow], asked: Asked) -> tuple[Shelf, ...]:
    if not rows:
        return ()
    if asked.sort or asked.query:
        return (Shelf("found", "", tuple(rows)),)
    by_category = {slug: list(of_it) for slug, of_it in groupby(rows, key=lambda row: row.category)}
    return tuple(
        Shelf(slug, label, tuple(by_category[slug]))
        for slug, label in CATEGORIES.items()
        if slug in by_category
    )


def _filter(
    kind: str, searched: Sequence[Findable], things: Sequence[Findable], chosen: Chosen, asked: Asked
) -> Filter:
    labels = CHOICES[kind]
    ever = counts(things, chosen=Chosen(by_kind={}), kind=kind, choices=labels)
    now = counts(searched, chosen=chosen, kind=kind, choices=labels)
    picked = asked.by_kind.get(kind, ())
    choices = (
        Choice(value, label, now[value], value in picked)
        for value, label in labels.items()
        if ever[value] or value in picked
    )
    return Filter(kind, KIND_LABELS[kind], tuple(choices), is_open=bool(picked) or kind in OPEN_AT_FIRST)


def _ways_out(things: Sequence[Findable], asked: Asked, kit: frozenset[str]) -> tuple[WayOut, ...]:
    """The filters whose clearing alone would leave something, the one that leaves most first."""
    cleared = ((part, asked.without(part)) for part in asked.parts)
    ways = (
        WayOut(
            PART_LABELS[part], len(fitting(found(one.query, things), chosen=_chosen(one, kit))), one.address
        )
        for part, one in cleared
    )
    return tuple(sorted((way for way in ways if way.count), key=lambda way: -way.count))

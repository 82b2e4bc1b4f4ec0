"""Reads the figures of exercises: each is drawn once a process, from the poses in the catalogue's files."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from workouts.catalogue.entries import ExerciseEntry
from workouts.catalogue.files import exercises
from workouts.figures.body.drawing import Drawing, pose, still
from workouts.figures.body.motion import seconds_in_order
from workouts.figures.body.moving import MovingDrawing, moving
from workouts.figures.body.scene import Scene, scene
from workouts.figures.body.spec import Kind
from workouts.figures.body.words import description
from workouts.figures.muscle_map import MuscleMap, muscle_map, steps_of
from workouts.models import Exercise
from workouts.vocabulary import CATEGORIES

# More than the catalogue has; what is asked for beside it is no exercise of it.
MOST = 256


@dataclass(frozen=True)
class Figure:
    """
    One exercise to look at on its own page.

    start, end: None where it is held.  speed: how the moving one moves, in a sentence.  digest: names its
    stylesheet by content, "" where it has none.  marks: seconds at which the four parts of its repetition
    begin and the last ends, to the end, there, back, at the start; None where it is held or goes on.
    """

    slug: str
    words: str
    speed: str
    still: Drawing
    start: Drawing | None
    end: Drawing | None
    moving: MovingDrawing
    digest: str
    marks: tuple[float, ...] | None

    @property
    def sheet_name(self) -> str:
        """What its stylesheet is asked for by, "" where it has none."""
        return f"{self.slug}-{self.digest}" if self.digest else ""


@dataclass(frozen=True)
class Drawn:
    """An exercise on the sheet of all figures."""

    slug: str
    name: str
    words: str
    drawing: Drawing


def all_by_category() -> dict[str, list[Drawn]]:
    """Every figure of the catalogue, under the name of its category."""
    found: dict[str, list[Drawn]] = {}
    for category, label in CATEGORIES.items():
        for slug, entry in sorted(exercises().items()):
            if entry.category == category and (each := figure(slug)):
                found.setdefault(label, []).append(Drawn(slug, entry.name, each.words, each.still))
    return found


@lru_cache(maxsize=MOST)
def figure(slug: str) -> Figure | None:
    """The figure of an exercise of the catalogue, or None where there is none, as of one's own."""
    sketch = _sketch(slug)
    if sketch is None:
        return None
    drawn, tints = sketch
    there_and_back = drawn.start is not drawn.end
    moved = moving(drawn, name=f"v-{slug}", tints=tints)
    return Figure(
        slug=slug,
        words=description(drawn),
        speed=_speed(exercises()[slug], drawn),
        still=still(drawn, tints=tints),
        start=pose(drawn, drawn.start, tints={}) if there_and_back else None,
        end=pose(drawn, drawn.end, tints=tints) if there_and_back else None,
        moving=moved,
        digest=digest_of(moved.sheet) if moved.sheet else "",
        marks=_marks(exercises()[slug]) if moved.sheet else None,
    )


@lru_cache(maxsize=MOST)
def in_list(slug: str) -> Drawing | None:
    """Start and end laid over each other, for a row of a list."""
    sketch = _sketch(slug)
    return still(sketch[0], tints=sketch[1]) if sketch else None


@lru_cache(maxsize=MOST)
def small(slug: str) -> Drawing | None:
    """The end pose alone, for a small place."""
    sketch = _sketch(slug)
    return still(sketch[0], tints=sketch[1], plain=True) if sketch else None


def map_of(exercise: Exercise) -> MuscleMap:
    """What an exercise works, on the body from both sides."""
    primary, secondary = exercise.primary_muscles, exercise.secondary_muscles
    steps = steps_of(primary=primary, secondary=secondary)
    return muscle_map(steps=steps, meant=(*primary, *secondary))


def digest_of(sheet: str) -> str:
    """What names a stylesheet by its content."""
    return hashlib.sha256(sheet.encode()).hexdigest()[:12]


def _speed(entry: ExerciseEntry, drawn: Scene) -> str:
    tempo, spec = entry.prescription.tempo, entry.figure
    if spec is None or len(spec.steps) == 1:
        return "Held: only the breath moves."
    if spec.kind == Kind.TRAVEL:
        return (
            "Step by step, the ground going back." if drawn.motion.stride else "Over and over, on the spot."
        )
    if tempo is None or entry.starts_with is None:
        return "Into the position, there, and back."
    phases = ", ".join(f"{phase.word} {phase.seconds} s" for phase in tempo.phases(entry.starts_with))
    return f"At true speed: {phases}."


def _marks(entry: ExerciseEntry) -> tuple[float, ...] | None:
    spec = entry.figure
    if spec is None or len(spec.steps) == 1 or spec.kind == Kind.TRAVEL:
        return None
    return tuple(accumulate(seconds_in_order(entry.prescription.tempo, entry.starts_with), initial=0))


@lru_cache(maxsize=MOST)
def _sketch(slug: str) -> tuple[Scene, Mapping[str, int]] | None:
    entry = exercises().get(slug)
    if entry is None or entry.figure is None:
        return None
    seconds = seconds_in_order(entry.prescription.tempo, entry.starts_with)
    tints = steps_of(primary=entry.primary_muscles, secondary=entry.secondary_muscles)
    return scene(entry.figure, seconds=seconds), tints

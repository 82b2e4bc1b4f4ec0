"""A circuit drawn over its time: every set as a block, rests as gaps, and where each round begins."""

from collections.abc import Iterator
from dataclasses import dataclass

from workouts.training.circuit_time import Format, Shape
from workouts.training.prescription import Prescription

WIDTH, HEIGHT = 784.0, 24.0


@dataclass(frozen=True)
class Block:
    """The work of a set, or of one side of it, as a box on the line."""

    x: float
    width: float


@dataclass(frozen=True)
class RoundStart:
    """Where a round begins: in seconds from the start, and in hundredths of the width."""

    number: int
    at_s: float
    x_percent: float


@dataclass(frozen=True)
class CircuitTimeline:
    """In a box of WIDTH × HEIGHT; `seconds` is its whole length, warm-up aside."""

    blocks: tuple[Block, ...]
    rounds: tuple[RoundStart, ...]
    seconds: float


@dataclass(frozen=True)
class _Set:
    round: int
    starts_s: float
    prescription: Prescription


def drawn(shape: Shape) -> CircuitTimeline | None:
    """Draw it to scale; None for a circuit without any station or time."""
    sets = list(_sets(shape))
    if not sets:
        return None
    seconds = sets[-1].starts_s + sets[-1].prescription.work_s
    if not seconds:
        return None
    starts: dict[int, float] = {}
    for each in sets:
        starts.setdefault(each.round, each.starts_s)
    return CircuitTimeline(
        blocks=tuple(block for each in sets for block in _blocks(each, WIDTH / seconds)),
        rounds=tuple(
            RoundStart(number, at_s, round(100 * at_s / seconds, 1)) for number, at_s in starts.items()
        ),
        seconds=seconds,
    )


def _sets(shape: Shape) -> Iterator[_Set]:
    """Every set with when it begins, in the order they are done."""
    now = 0.0
    if shape.format is Format.CIRCUIT:
        for number in range(1, shape.rounds + 1):
            for place, station in enumerate(shape.stations, start=1):
                yield _Set(number, now, station)
                ends_round = place == len(shape.stations)
                now += station.work_s
                now += shape.rest_between_rounds_s if ends_round else station.rest_after_s
        return
    for station in shape.stations:
        for _ in range(station.sets):
            yield _Set(1, now, station)
            now += station.work_s + station.rest_after_s


def _blocks(each: _Set, scale: float) -> Iterator[Block]:
    sides = 2 if each.prescription.per_side else 1
    width = each.prescription.work_s / sides
    for side in range(sides):
        # A hair's gap parts the two sides.
        gap = 1.0 if side else 0.0
        x = (each.starts_s + side * width) * scale
        yield Block(round(x + gap, 1), round(max(width * scale - gap, 0.5), 1))

"""The parts of what is typed for a set: its amount and its weight, each read by itself."""

import re
from dataclasses import dataclass

from logbook.sets.done import Measure
from workouts.units import BadQuantity, WeightUnit, parse_clock, parse_weight

MOST: dict[Measure, int] = {Measure.REPS: 500, Measure.SECONDS: 3600, Measure.METRES: 20_000}
MOST_KG = 500
MOST_IMPLEMENTS = 2

_WORDS = {Measure.REPS: "repetitions", Measure.SECONDS: "seconds", Measure.METRES: "metres"}
_UNITS = {
    Measure.REPS: ("r", "rep", "reps"),
    Measure.SECONDS: ("s", "sec", "secs", "second", "seconds"),
    Measure.METRES: ("m", "metre", "metres", "meter", "meters"),
}
_MEASURES = {unit: measure for measure, units in _UNITS.items() for unit in units}
_NUMBER_AND_UNIT = re.compile(rf"([0-9]{{1,9}})([.,][0-9]*)?({'|'.join(_MEASURES)})?")
_CLOCK = re.compile(r"[0-9]+:.*|[0-9]+([.,][0-9]+)?(min|h).*|[0-9]+m[0-9]+s")
_LETTERS_AT_END = re.compile(r"[a-z]+$")


class Refused(ValueError):
    """A part that cannot be taken; its text goes on from what was typed: "cannot be read"."""

    def __init__(self, why: str = "cannot be read") -> None:
        super().__init__(why)


@dataclass(frozen=True, kw_only=True)
class Amount:
    """How much, as typed: `measure` only where it was written out, `right` only where sides were parted."""

    measure: Measure | None
    left: int
    right: int | None


@dataclass(frozen=True, kw_only=True)
class Weight:
    """Kilograms of each implement; no implements where it was said to be without weight."""

    kg: float
    implements: int | None


def read_amount(part: str, *, measure: Measure) -> Amount:
    """
    Read "8", "45s", "1:30", "20m", or "8/6" for left and right, a bare number being in `measure`.

    :raises Refused: if it is no such amount, or out of reach
    """
    sides = [_side(side) for side in part.split("/")]
    measures = {written for _, written in sides if written is not None}
    if len(sides) > 2 or len(measures) > 1:
        raise Refused
    written = next(iter(measures), None)
    for number, _ in sides:
        _within_reach(number, written or measure, least=1 if len(sides) == 1 else 0)
    return Amount(measure=written, left=sides[0][0], right=sides[1][0] if len(sides) == 2 else None)


def plainly_an_amount(part: str) -> bool:
    """Say whether a part can only be an amount, since it has two sides or a unit: "8/6", "45s", "1:30"."""
    match = _NUMBER_AND_UNIT.fullmatch(part)
    return "/" in part or bool(match and match[3]) or bool(_CLOCK.fullmatch(part))


def read_weight(part: str, *, unit: WeightUnit) -> Weight:
    """
    Read "20", "22,5kg", "45lb", or "20+20" for two implements, a bare number being in `unit`.

    :raises Refused: if it is no such weight, is too heavy, or two implements differ
    """
    weights = part.split("+")
    if len(weights) > MOST_IMPLEMENTS:
        raise Refused("has more than two weights")
    # A unit written once, "20+20lb", goes for both.
    written = next((match[0] for weight in weights if (match := _LETTERS_AT_END.search(weight))), "")
    kgs = [_kg(weight if weight[-1:].isalpha() else weight + written, unit) for weight in weights]
    if len(set(kgs)) > 1:
        raise Refused("has two weights that differ, and a set counts two of the same")
    return weighing(kg=kgs[0], implements=len(kgs))


def weighing(*, kg: float, implements: int) -> Weight:
    """Return a weight, which has no implements where it is 0."""
    return Weight(kg=kg, implements=implements if kg else None)


def whole_number(part: str, *, most: int, word: str) -> int:
    """
    Read a whole number from 1 to `most`.

    :raises Refused: if it is anything else
    """
    if not re.fullmatch(r"[0-9]{1,9}", part):
        raise Refused
    if not 1 <= int(part) <= most:
        raise Refused(f"has {int(part)} {word}, and there are 1 to {most}")
    return int(part)


def _side(side: str) -> tuple[int, Measure | None]:
    if side == "-":
        return 0, None
    if match := _NUMBER_AND_UNIT.fullmatch(side):
        if match[2]:
            raise Refused("has an amount that is no whole number")
        return int(match[1]), _MEASURES.get(match[3])
    if not _CLOCK.fullmatch(side):
        raise Refused
    try:
        return parse_clock(side), Measure.SECONDS
    except BadQuantity:
        raise Refused from None


def _within_reach(number: int, measure: Measure, *, least: int) -> None:
    if not least <= number <= MOST[measure]:
        raise Refused(f"is out of reach: a set has 1 to {MOST[measure]} {_WORDS[measure]}")


def _kg(weight: str, unit: WeightUnit) -> float:
    try:
        kg = parse_weight(weight, unit)
    except BadQuantity:
        raise Refused from None
    if kg > MOST_KG:
        raise Refused(f"is too heavy: an implement has up to {MOST_KG} kg")
    return kg

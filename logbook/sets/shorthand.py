"""What a runner types for a set, "8x20@7" or "45s", and what it says."""

import re
from dataclasses import dataclass, replace

from logbook.sets.done import Measure, Movement
from logbook.sets.parts import (
    MOST_IMPLEMENTS,
    Refused,
    Weight,
    plainly_an_amount,
    read_amount,
    read_weight,
    weighing,
    whole_number,
)
from workouts.training.tempo import BadTempo, Tempo
from workouts.units import BadQuantity, WeightUnit, parse_decimal

MOST_SETS = 20
MOST_IN_RESERVE = 10

_SET_EXAMPLES = "Write it like 8, 8x20, 8x20@7, 45s or 3x8x20."
_EFFORT_EXAMPLES = "Write effort like 7 or 7.5, or what was left like 2 rir."
_LONGEST = 60
_SKIPPED = frozenset({"0", "-", "skip", "skipped", "0/0", "0/-", "-/0", "-/-"})
_TYPED_ALIKE = str.maketrans("×*–−", "xx--")
_TEMPO = re.compile(r"(?:^| )([0-9]{1,2} ?- ?[0-9]{1,2} ?- ?(?:[0-9]{1,2}|x) ?- ?[0-9]{1,2})$")
_RESERVE = re.compile(r"([0-9]{1,2})rir|(?:rir|r)([0-9]{1,2})")


@dataclass(frozen=True, kw_only=True)
class SetTyped:
    """
    What was typed for one set, or for all of a station; None is blank and follows what stands above it.

    count: 3 in "3x8x20", which is this set and the next two.
    measure: what `left` and `right` are counted in, where that was written out.
    load_kg: 0 where it was said to be without weight; `implements` is then None.
    tempo: "" where it was said that nobody counted.
    """

    count: int = 1
    measure: Measure | None = None
    left: int | None = None
    right: int | None = None
    load_kg: float | None = None
    implements: int | None = None
    rpe: float | None = None
    reps_in_reserve: int | None = None
    tempo: str | None = None
    movement: Movement | None = None
    skipped: bool = False


def read_set(text: str, *, measure: Measure, unit: WeightUnit) -> SetTyped:
    """
    Read one set field: amount, weight, effort and tempo, each of which may be missing.

    A bare amount is in `measure`, a bare weight in `unit`.  A weight says its implements too: 1 in "8x20",
    2 in "8x20+20".

    :raises BadQuantity: if it cannot be read, or a number is out of reach
    """
    typed = " ".join(text.lower().translate(_TYPED_ALIKE).split())
    try:
        if len(typed) > _LONGEST:
            raise Refused("is too long for one set")
        if typed.replace(" ", "") in _SKIPPED:
            return SetTyped(skipped=True)
        return _set(typed, measure, unit)
    except Refused as why:
        raise BadQuantity(f"“{_shortened(text)}” {why}. {_SET_EXAMPLES}") from None


def read_effort(text: str) -> tuple[float | None, int | None]:
    """
    Read RPE from "7", "7.5" or "7,5", or repetitions in reserve from "2 rir", "rir 2" or "r2".

    :raises BadQuantity: if it is neither, or not 1 to 10 in halves, or not 0 to 10 in reserve
    """
    try:
        return _effort("".join(text.lower().split()))
    except Refused as why:
        raise BadQuantity(f"“{_shortened(text)}” {why}. {_EFFORT_EXAMPLES}") from None


def _set(typed: str, measure: Measure, unit: WeightUnit) -> SetTyped:
    head, *notes = typed.split("@")
    head, tempos = _without_tempo(head)
    efforts: list[str] = []
    for note in notes:
        effort, tempo = _without_tempo(note)
        if not effort and not tempo:
            raise Refused
        efforts += [effort] * bool(effort)
        tempos += tempo
    if len(efforts) > 1 or len(tempos) > 1:
        raise Refused("says effort or tempo twice")
    rpe, reserve = _effort("".join(efforts).replace(" ", ""))
    return replace(
        _done(head.replace(" ", ""), measure, unit),
        rpe=rpe,
        reps_in_reserve=reserve,
        tempo=_tempo(tempos[0]) if tempos else None,
    )


def _without_tempo(text: str) -> tuple[str, list[str]]:
    match = _TEMPO.search(text.strip())
    return (text.strip()[: match.start()], [match[1]]) if match else (text.strip(), [])


def _done(head: str, measure: Measure, unit: WeightUnit) -> SetTyped:
    """Read sets × amount × implements × weight, of which all but one may be missing."""
    match head.split("x"):
        case [""]:
            return SetTyped()
        case ["", weight]:
            return _loaded(SetTyped(), read_weight(weight, unit=unit))
        case [amount]:
            return _amount(amount, measure)
        case [count, amount] if count.isdecimal() and plainly_an_amount(amount):
            return replace(_amount(amount, measure), count=_count(count))
        case [amount, weight]:
            return _loaded(_amount(amount, measure), read_weight(weight, unit=unit))
        case [count, amount, weight]:
            typed = _loaded(_amount(amount, measure), read_weight(weight, unit=unit))
            return replace(typed, count=_count(count))
        case [count, amount, implements, weight]:
            loaded = read_weight(weight, unit=unit)
            number = whole_number(implements, most=MOST_IMPLEMENTS, word="implements")
            if loaded.implements == MOST_IMPLEMENTS:
                raise Refused("says twice how many implements")
            typed = _loaded(_amount(amount, measure), weighing(kg=loaded.kg, implements=number))
            return replace(typed, count=_count(count))
    raise Refused


def _amount(part: str, measure: Measure) -> SetTyped:
    amount = read_amount(part, measure=measure)
    return SetTyped(measure=amount.measure, left=amount.left, right=amount.right)


def _loaded(typed: SetTyped, weight: Weight) -> SetTyped:
    return replace(typed, load_kg=weight.kg, implements=weight.implements)


def _count(part: str) -> int:
    return whole_number(part, most=MOST_SETS, word="sets")


def _effort(text: str) -> tuple[float | None, int | None]:
    if not text:
        return None, None
    if match := _RESERVE.fullmatch(text):
        reserve = int(match[1] or match[2])
        if reserve > MOST_IN_RESERVE:
            raise Refused(f"leaves more than {MOST_IN_RESERVE} in reserve, which nobody can tell")
        return None, reserve
    try:
        rpe = parse_decimal(text.removeprefix("rpe"))
    except BadQuantity:
        raise Refused from None
    if not (1 <= rpe <= 10 and (2 * rpe).is_integer()):
        raise Refused("names an effort that is not 1 to 10 in halves")
    return rpe, None


def _tempo(text: str) -> str:
    try:
        return str(Tempo.parse(text.replace(" ", "").upper()))
    except BadTempo:
        raise Refused("names a tempo in which a repetition takes no time") from None


def _shortened(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= 20 else f"{one_line[:19]}…"

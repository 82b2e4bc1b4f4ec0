"""Reads what differs between a session as it is stored and as it was typed in another tab."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile

from logbook import stations
from logbook.facts import Pain, SessionFacts
from logbook.models import Run, Session
from logbook.sets.done import Movement, SetDone
from logbook.sets.station import PlannedSet, StationDone, StationPlan
from logbook.sets.words import set_told, told
from workouts.days import local
from workouts.units import DistanceUnit, WeightUnit, distance
from workouts.vocabulary import EFFORT_WORDS, place_of_pain

NO_RUN, NOT_RATED, BLANK, ABSENT = "No run", "not rated", "blank", "not in the session"
# How much of a note is shown, and how much of that may come before what differs.
_NOTE_SHOWN, _NOTE_BEFORE = 80, 20


@dataclass(frozen=True)
class Difference:
    """One thing that the two versions say differently, in words."""

    label: str
    stored: str
    yours: str


# An exercise, what was asked for of it, and how many such stations come before.
_Key = tuple[int, tuple[PlannedSet, ...], int]


@dataclass(frozen=True)
class _Done:
    """What was done at a station, and the exercise that it is known by."""

    movement: Movement
    sets: tuple[SetDone | None, ...]


def compared(
    *, stored: Session, facts: SessionFacts, unit: DistanceUnit, weight_unit: WeightUnit
) -> tuple[Difference, ...]:
    """
    Return all that saving `facts` over `stored` would change, in the order of the form.

    Uses the sets and the run of what is stored; one query more.
    """
    return (
        *_frame(stored, facts, unit),
        *_stations(stations.of_session(stored), facts.stations, weight_unit),
        *_feeling(stored, facts),
    )


def _frame(stored: Session, facts: SessionFacts, unit: DistanceUnit) -> Iterator[Difference]:
    # One deleted just now reads as no run, and stays where none is chosen.
    if facts.run not in (stored.kept_run, stored.run):
        yield Difference("Run", _run_told(stored.kept_run, unit), _run_told(facts.run, unit))
    if (stored.started_at, stored.time_zone) != (facts.started_at, facts.time_zone):
        yield _start(stored, facts)
    if stored.minutes != facts.minutes:
        yield Difference("Minutes", str(stored.minutes), str(facts.minutes))


def _run_told(run: Run | None, unit: DistanceUnit) -> str:
    if run is None:
        return NO_RUN
    parts = (run.title, f"{run.local_start:%a %-d %b, %H:%M}", distance(run.distance_m, unit))
    return ", ".join(part for part in parts if part)


def _start(stored: Session, facts: SessionFacts) -> Difference:
    moments = (stored.started_at, stored.time_zone), (facts.started_at, facts.time_zone)
    theirs, yours = (_moment_told(*moment, "%a %-d %b %Y, %H:%M") for moment in moments)
    if theirs == yours:
        # Seconds apart, or on either side of the clock being put back.
        theirs, yours = (_moment_told(*moment, "%a %-d %b %Y, %H:%M:%S %z") for moment in moments)
    return Difference("Start", theirs, yours)


def _moment_told(at: datetime, zone: str, how: str) -> str:
    return local(at, zone).strftime(how)


def _stations(
    stored: Sequence[StationPlan], yours: Sequence[StationDone], unit: WeightUnit
) -> Iterator[Difference]:
    """The stations in the order they are typed in, those that are only stored last, and then the order."""
    before = _by_key((plan, plan.done or ()) for plan in stored)
    after = _by_key((station.plan, station.sets) for station in yours)
    for key in [*after, *(key for key in before if key not in after)]:
        was, is_now = before.get(key), after.get(key)
        if (was and was.sets) != (is_now and is_now.sets):
            name = (was or after[key]).movement.name
            yield Difference(name, *_both_told(was, is_now, unit))
    in_both = [key for key in before if key in after], [key for key in after if key in before]
    if in_both[0] != in_both[1]:
        theirs, typed = (", ".join(before[key].movement.name for key in keys) for keys in in_both)
        yield Difference("Order", theirs, typed)


def _by_key(done: Iterator[tuple[StationPlan, tuple[SetDone | None, ...]]]) -> dict[_Key, _Done]:
    """Stations by what they are; one without any set is none."""
    seen: Counter[tuple[int, tuple[PlannedSet, ...]]] = Counter()
    found = {}
    for plan, sets in done:
        if not sets:
            continue
        # Where nothing was asked for, a station is what was done first, as it will be when it is read again.
        movement = plan.movement if plan.planned or sets[0] is None else sets[0].movement
        what = (movement.exercise_id, plan.planned)
        found[(*what, seen[what])] = _Done(movement, sets)
        seen[what] += 1
    return found


def _both_told(was: _Done | None, is_now: _Done | None, unit: WeightUnit) -> tuple[str, str]:
    if was is None or is_now is None:
        return _or_absent(was, unit), _or_absent(is_now, unit)
    theirs, yours = _in_short(was, unit), _in_short(is_now, unit)
    if theirs == yours:
        theirs, yours = _in_full(was, unit), _in_full(is_now, unit)
    return theirs, yours


def _or_absent(done: _Done | None, unit: WeightUnit) -> str:
    return ABSENT if done is None else _in_short(done, unit)


def _in_short(done: _Done, unit: WeightUnit) -> str:
    """All sets in few words, which name the exercises where there are several, and here also another one."""
    text = told(done.sets, unit=unit)
    movements = {each.movement for each in done.sets if each is not None}
    is_another = len(movements) == 1 and done.movement not in movements
    return f"{movements.pop().name} {text}" if is_another else text


def _in_full(done: _Done, unit: WeightUnit) -> str:
    """Set by set and with tempos, for what reads the same in short."""
    return "; ".join(
        f"set {number}: {_set_in_full(each, unit)}" for number, each in enumerate(done.sets, start=1)
    )


def _set_in_full(done: SetDone | None, unit: WeightUnit) -> str:
    if done is None:
        return "left out"
    return f"{done.movement.name} {set_told(done, unit=unit)}, tempo {done.tempo or BLANK}"


def _feeling(stored: Session, facts: SessionFacts) -> Iterator[Difference]:
    if stored.effort != facts.effort:
        yield Difference("Effort", _effort_told(stored.effort), _effort_told(facts.effort))
    level, place, side = stored.pain, stored.pain_place, stored.pain_side
    pain = None if level is None else Pain(level=level, place=place, side=side)
    if pain != facts.pain:
        yield Difference("Pain", _pain_told(pain), _pain_told(facts.pain))
    # Left blank it stays as it is.
    if facts.name not in ("", stored.name):
        yield Difference("Name", stored.name, facts.name)
    if stored.note != facts.note:
        shared = len(
            list(takewhile(lambda pair: pair[0] == pair[1], zip(stored.note, facts.note, strict=False)))
        )
        yield Difference("Note", _note_told(stored.note, shared), _note_told(facts.note, shared))


def _effort_told(effort: int | None) -> str:
    return NOT_RATED if effort is None else f"{effort}: {EFFORT_WORDS[effort]}"


def _pain_told(pain: Pain | None) -> str:
    """ "4 of 10, left knee" """
    if pain is None:
        return BLANK
    where = place_of_pain(pain.place, pain.side)
    return f"{pain.level} of 10, {where}" if where else f"{pain.level} of 10"


def _note_told(note: str, shared: int) -> str:
    """A note on one line, with what differs in sight: that begins after so many letters."""
    starts = max(shared - _NOTE_BEFORE, 0) if len(note) > _NOTE_SHOWN else 0
    part = note[starts : starts + _NOTE_SHOWN].strip()
    before, after = "…" if starts else "", "…" if len(note) > starts + _NOTE_SHOWN else ""
    return f"{before}{part}{after}" or BLANK

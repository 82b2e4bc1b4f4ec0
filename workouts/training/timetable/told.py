"""Why strength stands where it does, and why not on the other days, in sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import gt

from workouts.training.rules import Severity
from workouts.training.timetable.place import Judgement, Placed
from workouts.training.timetable.slots import SlotKind
from workouts.training.timetable.week import WEEK_H, RunWeek, gap_h
from workouts.vocabulary import RunKind

WHEN = {
    SlotKind.AFTER_RUN: "straight after the run",
    SlotKind.REST_DAY: "in the morning",
    SlotKind.EVENING: "in the evening",
}
# Why another day is better, by the rule that speaks for it.
FITS = {
    "PLACE-06": "there it follows an easy run, while you are warm.",
    "PLACE-12": "that day is hard already, and the next one stays easy.",
}
NOTHING_AGAINST = "Nothing speaks against strength here."


@dataclass(frozen=True)
class Told:
    """The sentence of a day, and where strength is placed on it: the session and when, else None and ""."""

    why: str
    placed: Placed | None = None
    when: str = ""


def day_told(day: int, *, placed: Sequence[Placed], week: RunWeek, names: Sequence[str]) -> Told:
    """
    Return what is to be said of a day that is not past.

    placed: all sessions that wanted a place.  week: the runs, and the strength that was done.
    names: what the days are called, from the first of the week on.
    """
    here = next((each for each in placed if each.place and each.place.slot.day == day), None)
    if here is not None and here.place is not None:
        return Told(_why_here(here.place, week, names), here, WHEN[here.place.slot.kind])
    if not placed or any(each.day == day for each in week.strength):
        return Told("")
    first = placed[0]
    best = _best_of(day, first)
    if best is None:
        return Told("")
    if best.closed_by is not None:
        return Told(best.closed_by.told)
    against = _against(best)
    if against:
        return Told(against)
    others = [each.place.slot.hour for each in placed[1:] if each.place is not None]
    others += [each.hour for each in week.strength]
    return Told(f"{NOTHING_AGAINST} {_better(first, best, others, week, names)}".strip())


def unplaced_told(each: Placed, *, name: str, names: Sequence[str]) -> str:
    """Why a session has no place in the week; `names` are what its days are called."""
    if each.missed_on is not None and any(judgement.cost is not None for judgement in each.judgements):
        return (
            f"{name} was planned for {names[each.missed_on]}, and no later day of this week suits it."
            " It is left out; nothing has to be made up."
        )
    because = _closed_told(each, names) or "Every day that is left has strength already."
    return f"There is no place left for {name} this week. {because}"


def _closed_told(each: Placed, names: Sequence[str]) -> str:
    """Why the last place is closed, with its day: what is said of a day is not true of the week."""
    closed = [judgement for judgement in each.judgements if judgement.closed_by is not None]
    if not closed or each.closed_by is None:
        return ""
    return f"{names[closed[-1].slot.day]}: {each.closed_by.told}"


def _why_here(place: Judgement, week: RunWeek, names: Sequence[str]) -> str:
    good = next((each.told for each in place.findings if each.rule.params.get("bonus")), "")
    return " ".join(
        filter(None, (_against(place) or good or "Nothing speaks against it.", _ahead(place, week, names)))
    )


def _against(judgement: Judgement) -> str:
    strict = (Severity.BLOCK, Severity.WARN, Severity.ADVISE)
    return next((each.told for each in judgement.findings if each.severity in strict), "")


def _ahead(place: Judgement, week: RunWeek, names: Sequence[str]) -> str:
    """The next hard run, by its day."""
    following = [week.next_quality(place.slot.hour), week.next_long(place.slot.hour)]
    known = [pair for pair in following if pair is not None]
    if not known:
        return ""
    run = min(known, key=lambda pair: pair[0])[1]
    run_word = "long run" if run.kind is RunKind.LONG else run.kind.heading[0].lower() + run.kind.heading[1:]
    is_next_week = run.starts_h < place.slot.hour
    if run.day + 7 * is_next_week == place.slot.day + 1:
        return f"Next hard run: {run_word} the day after."
    return f"Next hard run: {run_word} on {names[run.day]}{' next week' if is_next_week else ''}."


def _best_of(day: int, placed: Placed) -> Judgement | None:
    of_day = [each for each in placed.judgements if each.slot.day == day]
    is_open = [each for each in of_day if each.cost is not None]
    closed = [each for each in of_day if each.closed_by is not None]
    return min(is_open, key=lambda each: each.cost or 0, default=None) or next(iter(closed), None)


def _better(
    first: Placed, here: Judgement, others: Sequence[float], week: RunWeek, names: Sequence[str]
) -> str:
    """Which day fits better than a place that is open too, and why; others: the hours of other strength."""
    place = first.place
    lowest = min((each.cost for each in first.judgements if each.cost is not None), default=None)
    # Where the athlete put it against the timetable, nothing is to be praised.
    if place is None or lowest is None or place.cost is None or place.cost > lowest:
        return ""
    good = next((FITS[each.rule.id] for each in place.findings if each.rule.id in FITS), "")
    if good:
        because = good
    elif not week.on(here.slot.day):
        because = "this day without a run stays free."
    elif any(map(gt, _distances(place, others, week), _distances(here, others, week))):
        because = "it is further from other strength and hard runs."
    else:
        because = "all else being the same, it comes first."
    return f"{names[place.slot.day]} fits better: {because}"


def _distances(judgement: Judgement, others: Sequence[float], week: RunWeek) -> tuple[float, float]:
    """Hours to the nearest other strength, and to the next quality run; the longest where there is none."""
    hour = judgement.slot.hour
    following = week.next_quality(hour)
    return min((gap_h(hour, each) for each in others), default=WEEK_H), following[0] if following else WEEK_H

"""Reads the list of runs: three months at a time, of every kind or of one."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from django.db.models import Count, Max, Min, Q

from logbook.charts.day_strip import DayStrip, day_strip
from logbook.charts.week_bars import DayMinutes
from logbook.models import Run
from logbook.totals import Totals, totals
from workouts.models import Athlete
from workouts.units import spoken_minutes
from workouts.vocabulary import RunKind
from workouts.weeks import WeekStart

MONTHS_A_PAGE = 3
_NO_PLURAL = frozenset({RunKind.STRIDES, RunKind.INTERVALS, RunKind.HILLS, RunKind.CROSS_TRAINING})


@dataclass(frozen=True, kw_only=True)
class Row:
    """What the list says of a run; `clock` on the wall when it began; `strength` are its sessions' names."""

    run_id: int
    title: str
    name: str
    is_running: bool
    day: date
    clock: str
    ascent_m: float | None
    avg_hr: int | None
    distance_m: float | None
    paced_s: float
    strength: tuple[str, ...]


@dataclass(frozen=True)
class DayLink:
    """A day's column of the strip as a link to its first run; `told` are all of them, "Easy run, 48 min"."""

    x: int
    run_id: int
    day: date
    told: str


@dataclass(frozen=True)
class Month:
    """
    A month with its runs, its sums, and its days as a strip.

    `longest_m` is the longest of several runs, `other_s` the time of cross-training; None where there is
    none.  `days_told` says the strip in words: "running on 3 and 5".
    """

    first_day: date
    rows: tuple[Row, ...]
    totals: Totals
    longest_m: float | None
    other_s: float | None
    strip: DayStrip
    day_links: tuple[DayLink, ...]
    days_told: str


@dataclass(frozen=True)
class KindCount:
    """A kind of run that the athlete has, and how many of it."""

    kind: RunKind
    count: int


@dataclass(frozen=True)
class RunsPage:
    """
    Up to three months with their runs, of `kind` alone unless that is None.

    `earlier` and `later` are days in the months to go on with; `total` counts all runs of every kind.
    """

    months: tuple[Month, ...]
    earlier: date | None
    later: date | None
    kind: RunKind | None
    kinds: tuple[KindCount, ...]
    total: int

    @property
    def title(self) -> str:
        """What the window is called: "Runs", "Long runs", "Intervals"."""
        if self.kind is None:
            return "Runs"
        heading = self.kind.heading
        return heading if self.kind in _NO_PLURAL else f"{heading}s"


def by_month(*, athlete: Athlete, until: date | None, today: date, kind: RunKind | None = None) -> RunsPage:
    """The three months that end with the one of `until`, or of the latest run.  Four queries at most."""
    runs = athlete.runs.kept()
    known = {
        row["kind"]: row
        for row in runs.values("kind").annotate(count=Count("pk"), latest=Max("performed_on"))
    }
    kinds = tuple(KindCount(each, known[each]["count"]) for each in RunKind if each in known)
    total = sum(each.count for each in kinds)
    if kind is not None:
        runs = runs.filter(kind=kind)
    latest = max((row["latest"] for row in known.values() if kind in (None, row["kind"])), default=None)
    if latest is None:
        return RunsPage((), None, None, kind, kinds, total)
    first, shown_until = _span(until or latest)
    if first > latest:
        # Nothing is that late.  Less far off the span stays, or a way back would show a month twice.
        first, shown_until = _span(latest)
    beyond = runs.aggregate(
        older=Max("performed_on", filter=Q(performed_on__lt=first)),
        newer=Min("performed_on", filter=Q(performed_on__gt=shown_until)),
    )
    shown = list(runs.between(first, shown_until).latest_first())
    return RunsPage(
        _months(shown, _strength(athlete, shown), today, WeekStart(athlete.week_start)),
        earlier=beyond["older"],
        later=_months_on(beyond["newer"]),
        kind=kind,
        kinds=kinds,
        total=total,
    )


def _span(day: date) -> tuple[date, date]:
    """The first and the last day of the three months that end with the one of `day`."""
    first = day.replace(day=1)
    for _ in range(MONTHS_A_PAGE - 1):
        first = _month_before(first)
    return first, _last_of_month(day)


def _strength(athlete: Athlete, runs: Sequence[Run]) -> dict[int, tuple[str, ...]]:
    """The sessions of each run by its id, in the order they were done."""
    named: dict[int, tuple[str, ...]] = {}
    if runs:
        paired = athlete.sessions.kept().filter(run__in=[run.pk for run in runs]).order_by("started_at", "pk")
        for run_id, name in paired.values_list("run_id", "name"):
            named[run_id] = (*named.get(run_id, ()), name)
    return named


def _months(
    runs: Sequence[Run], strength: Mapping[int, tuple[str, ...]], today: date, week_starts: WeekStart
) -> tuple[Month, ...]:
    minutes = _minutes_by_day(runs)
    highest_min = (
        max((each.run_min or 0) + (each.other_min or 0) for each in minutes.values()) if minutes else 0
    )
    grouped = groupby(runs, key=lambda run: run.performed_on.replace(day=1))
    months = []
    for first_day, group in grouped:
        of_month = tuple(group)
        strip = day_strip(
            first_day=first_day,
            minutes_by_day=minutes,
            highest_min=highest_min,
            today=today,
            week_starts=week_starts,
        )
        months.append(
            Month(
                first_day,
                rows=tuple(_row(run, strength.get(run.pk, ())) for run in of_month),
                totals=totals(runs=of_month, sessions=()),
                longest_m=_longest_m(of_month),
                other_s=sum(run.paced_s for run in of_month if not run.is_running) or None,
                strip=strip,
                day_links=_day_links(of_month, strip),
                days_told=_days_told(of_month),
            )
        )
    return tuple(months)


def _row(run: Run, strength: tuple[str, ...]) -> Row:
    return Row(
        run_id=run.pk,
        title=run.title,
        name=run.name,
        is_running=run.is_running,
        day=run.performed_on,
        clock=f"{run.local_start:%H:%M}",
        ascent_m=run.ascent_m,
        avg_hr=run.avg_hr,
        distance_m=run.distance_m,
        paced_s=run.paced_s,
        strength=strength,
    )


def _longest_m(runs: Sequence[Run]) -> float | None:
    """The longest distance run; None where there is nothing to compare it with."""
    distances = [run.distance_m for run in runs if run.is_running and run.distance_m is not None]
    return max(distances) if len(distances) > 1 else None


def _day_links(runs: Sequence[Run], strip: DayStrip) -> tuple[DayLink, ...]:
    """A link for each column with a run, to the first of the day.  Runs come latest first."""
    # Not by runs of one day: across the date line the days go back and forth.
    by_day: dict[date, list[Run]] = defaultdict(list)
    for run in reversed(runs):
        by_day[run.performed_on].append(run)
    links = []
    for column in strip.columns:
        if of_day := by_day.get(column.day):
            told = ", ".join(f"{run.title}, {spoken_minutes(run.paced_s)}" for run in of_day)
            links.append(DayLink(column.x, of_day[0].pk, column.day, told))
    return tuple(links)


def _minutes_by_day(runs: Sequence[Run]) -> dict[date, DayMinutes]:
    minutes: dict[date, DayMinutes] = {}
    for run in runs:
        day = minutes.get(run.performed_on, DayMinutes())
        if run.is_running:
            day = replace(day, run_min=(day.run_min or 0) + run.paced_s / 60)
        else:
            day = replace(day, other_min=(day.other_min or 0) + run.paced_s / 60)
        minutes[run.performed_on] = day
    return minutes


def _days_told(runs: Sequence[Run]) -> str:
    """Which days of a month have bars: "running on 3 and 5, cross-training on 4"."""
    told = []
    for word, is_running in (("running", True), ("cross-training", False)):
        days = sorted({run.performed_on.day for run in runs if run.is_running is is_running})
        if days:
            told.append(f"{word} on {', '.join(map(str, days))}")
    return "; ".join(told)


def _last_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _month_before(first: date) -> date:
    year, month = (first.year, first.month - 1) if first.month > 1 else (first.year - 1, 12)
    return date(year, month, 1)


def _months_on(day: date | None) -> date | None:
    """The month that a page ends with if it begins with the month of `day`."""
    if day is None:
        return None
    months = day.year * 12 + day.month - 1 + MONTHS_A_PAGE - 1
    return date(months // 12, months % 12 + 1, 1)

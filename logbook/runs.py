"""Reads runs for their pages: three months at a time, and one run with what belongs to it."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from logbook.load import session_rpe
from logbook.models import ImportedFile, Run, Session
from logbook.review import Totals, totals
from logbook.sessions import between
from workouts.models import Athlete

MONTHS_A_PAGE = 3


@dataclass(frozen=True)
class Month:
    first_day: date
    runs: tuple[Run, ...]
    totals: Totals


@dataclass(frozen=True)
class RunsPage:
    """Up to three months with their runs; `earlier` is a day in the month to go on with."""

    months: tuple[Month, ...]
    earlier: date | None
    later: date | None


@dataclass(frozen=True)
class Paired:
    """A session of the run, and how far apart the two lie."""

    session: Session
    because: str


@dataclass(frozen=True)
class RunPage:
    """`together` is the load in AU of the run and all its sessions; None without a session."""

    run: Run
    file: ImportedFile | None
    paired: tuple[Paired, ...]
    together: float | None


def by_month(*, athlete: Athlete, until: date | None) -> RunsPage:
    """The three months that end with the one of `until`, or of the latest run.  Four queries at most."""
    runs = athlete.runs.kept()
    latest = runs.order_by("-performed_on").values_list("performed_on", flat=True).first()
    if latest is None:
        return RunsPage((), None, None)
    first, shown_until = _span(until or latest)
    if first > latest:
        # Nothing is that late.  Less far off the span stays, or a way back would show a month twice.
        first, shown_until = _span(latest)
    older = (
        runs.filter(performed_on__lt=first)
        .order_by("-performed_on")
        .values_list("performed_on", flat=True)
        .first()
    )
    newer = (
        runs.filter(performed_on__gt=shown_until)
        .order_by("performed_on")
        .values_list("performed_on", flat=True)
    )
    return RunsPage(
        _months(list(runs.between(first, shown_until).latest_first())),
        earlier=older,
        later=_months_on(newer.first()) if shown_until < _last_of_month(latest) else None,
    )


def _span(day: date) -> tuple[date, date]:
    """The first and the last day of the three months that end with the one of `day`."""
    first = day.replace(day=1)
    for _ in range(MONTHS_A_PAGE - 1):
        first = _month_before(first)
    return first, _last_of_month(day)


def _months(runs: Sequence[Run]) -> tuple[Month, ...]:
    grouped = groupby(runs, key=lambda run: run.performed_on.replace(day=1))
    return tuple(
        Month(first_day, of_month, totals(runs=of_month, sessions=()))
        for first_day, of_month in ((day, tuple(group)) for day, group in grouped)
    )


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


def page(*, run: Run) -> RunPage:
    """A run, the file it came from, and the sessions paired with it.  Two queries."""
    file = run.imported_file
    sessions = list(run.sessions.kept().order_by("started_at", "pk"))
    paired = tuple(Paired(session, between(run, session)) for session in sessions)
    loads = [run.load, *(session.load for session in sessions)]
    return RunPage(run, file, paired, session_rpe.total(loads) if paired else None)

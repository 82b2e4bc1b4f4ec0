"""Reads what was done in a week as rows of a CSV file, in the order of its page.  No query."""

from collections.abc import Iterator

from logbook.csv_cells import Cell
from logbook.load.session_rpe import Load
from logbook.models import Run, Session
from logbook.review import WeekPage
from workouts.units import DistanceUnit, decimal_text
from workouts.vocabulary import RunKind, place_of_pain


def headers(unit: DistanceUnit) -> tuple[str, ...]:
    return (
        "Date", "Start", "What", "Name", "Kind", f"Distance ({unit})", "Duration (min)", "Effort (0-10)",
        "Effort assumed", "Load (AU)", "Pain (0-10)", "Pain place", "Paired with",
    )  # fmt: skip


def rows(*, page: WeekPage, unit: DistanceUnit) -> Iterator[tuple[Cell, ...]]:
    """A row for each run and each session; a session names the run it is paired with."""
    for day in page.days:
        for outing in day.outings:
            if outing.run is not None:
                yield _run(outing.run, unit)
            for session in outing.sessions:
                yield _session(session)


def _run(run: Run, unit: DistanceUnit) -> tuple[Cell, ...]:
    what = "run" if run.is_running else "cross-training"
    distance = None if run.distance_m is None else run.distance_m / unit.metres
    return (
        *_moment(run), what, run.name or run.title, RunKind(run.kind).label, decimal_text(distance),
        decimal_text(run.paced_s / 60), run.effort, *_load(run.load), None, "", "",
    )  # fmt: skip


def _session(session: Session) -> tuple[Cell, ...]:
    paired = session.kept_run
    return (
        *_moment(session), "strength", session.name, session.session_class, "", session.minutes,
        session.effort, *_load(session.load), session.pain,
        place_of_pain(session.pain_place, session.pain_side),
        f"{paired.title}, {paired.performed_on}" if paired else "",
    )  # fmt: skip


def _moment(done: Run | Session) -> tuple[str, str]:
    start = done.local_start
    return f"{start:%Y-%m-%d}", f"{start:%H:%M}"


def _load(load: Load | None) -> tuple[Cell, Cell]:
    return (None, None) if load is None else (load.assumed, decimal_text(load.au))

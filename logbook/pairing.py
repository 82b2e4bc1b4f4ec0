"""Which run belongs to which strength session: the window, the order and the reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from workouts.units import spoken_minutes

# Half a day either side reaches a morning run and an evening session, and not the next day's.
WINDOW = timedelta(hours=12)

# So long after a run a session that is being logged was most likely done right after it.
STILL_FRESH = timedelta(hours=3)

# So long what was done or opened is still gone on with: a circuit opened and not begun is told of and taken
# up again, one is started after its run, and a routine is played after its session.
STILL_ON = timedelta(hours=12)

_MINUTE = timedelta(minutes=1)
_BEFORE, _DURING, _AFTER = range(3)


@dataclass(frozen=True)
class RunFact:
    """What pairing knows of a run."""

    run_id: int
    started_at: datetime
    ended_at: datetime


@dataclass(frozen=True)
class SessionFact:
    """What pairing knows of a session that has no run."""

    session_id: int
    started_at: datetime
    ended_at: datetime


@dataclass(frozen=True)
class Candidate:
    """A run near enough to belong to the session; `gap_s` is the time between the two, 0 if they overlap."""

    run_id: int
    gap_s: float
    because: str


def rank(*, starts_at: datetime, ends_at: datetime, runs: Iterable[RunFact]) -> tuple[Candidate, ...]:
    """
    Return the runs within 12 h of the session, the likeliest first.

    Nearest first; at the same gap a run before the session goes ahead of one after it, then the one
    that started later, then the lower id, so that the order never depends on the order given.
    """
    starts_at, ends_at = starts_at.astimezone(UTC), ends_at.astimezone(UTC)
    placed = []
    for run in runs:
        # In UTC, since Python subtracts two instants of one local zone as if the clock never changed.
        run_starts, run_ends = run.started_at.astimezone(UTC), run.ended_at.astimezone(UTC)
        if run_ends <= starts_at:
            side, gap = _BEFORE, starts_at - run_ends
        elif run_starts >= ends_at:
            side, gap = _AFTER, run_starts - ends_at
        else:
            side, gap = _DURING, timedelta(0)
        if gap <= WINDOW:
            found = Candidate(run.run_id, gap.total_seconds(), because=_because(side, gap))
            placed.append((gap, side, -run_starts.timestamp(), run.run_id, found))
    return tuple(found for *_, found in sorted(placed, key=lambda place: place[:-1]))


def clear_match(
    *, run_id: int, sessions: Sequence[SessionFact], runs: Iterable[RunFact]
) -> SessionFact | None:
    """
    Return the session that a run which came in late clearly belongs to, or `None` where it is a choice.

    sessions: those of its day that have no run.  runs: all that are near, the late one among them.
    Clear is a single session within 12 h, from which any other run lies three hours farther off.
    """
    placed = []
    runs = tuple(runs)
    for session in sessions:
        ranked = rank(starts_at=session.started_at, ends_at=session.ended_at, runs=runs)
        if any(candidate.run_id == run_id for candidate in ranked):
            placed.append((session, ranked))
    if len(placed) != 1:
        return None
    session, (nearest, *others) = placed[0]
    if nearest.run_id != run_id:
        return None
    far_off_s = nearest.gap_s + STILL_FRESH.total_seconds()
    return session if all(other.gap_s >= far_off_s for other in others) else None


def _because(side: int, gap: timedelta) -> str:
    if side == _DURING:
        return "overlaps this session"
    verb, moment = ("ended", "you started") if side == _BEFORE else ("started", "you finished")
    if not gap:
        return f"{verb} as {moment}"
    return f"{verb} {spoken_minutes(gap.total_seconds())} {'before' if side == _BEFORE else 'after'} {moment}"


def proposed_start(*, now: datetime, minutes: float, run_ended_at: datetime | None) -> datetime:
    """
    Return the moment, in UTC and whole minutes, to offer as the start of a session logged at `now`.

    That is `minutes` ago, unless the run was not over by then or had been over for more than three
    hours: then it is the end of the run.  It is never before the run's end.
    """
    just_done = now.astimezone(UTC) - timedelta(minutes=minutes)
    just_done = just_done.replace(second=0, microsecond=0)
    if run_ended_at is None:
        return just_done
    run_ended_at = run_ended_at.astimezone(UTC)
    after_run = run_ended_at.replace(second=0, microsecond=0)
    if after_run < run_ended_at:
        after_run += _MINUTE
    if after_run <= just_done <= run_ended_at + STILL_FRESH:
        return just_done
    return after_run

"""Reads what the end of a session that was played begins with: how long it took, and its run."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from logbook import proposals
from logbook.afterwards import MOBILITY
from logbook.models import Run, Session
from logbook.proposals import RunChoice


@dataclass(frozen=True, kw_only=True)
class Finish:
    """
    minutes: how long it took, as far as that is known.  run: the one to begin with, of the runs there are.
    is_following: whether it is a routine, whose run is that of the session it follows.
    """

    minutes: int
    run: Run | None
    runs: tuple[RunChoice, ...]
    is_following: bool


def of_session(*, session: Session, now: datetime, chosen: Run | None = None) -> Finish:
    """
    The end of a session; one query, none for a routine.

    chosen: the run that was chosen, on offer however far away it is; else the one it was started after.
    """
    minutes, paired = _minutes(session, now), session.kept_run
    if session.session_class == MOBILITY and paired is not None:
        return Finish(minutes=minutes, run=paired, runs=(), is_following=True)
    chosen = chosen or paired
    time = {"starts_at": session.started_at, "ends_at": session.ended_at}
    runs = proposals.choices(athlete=session.athlete, **time, always=chosen)
    picked = chosen or proposals.nearest([each.run for each in runs], **time)
    return Finish(minutes=minutes, run=picked, runs=runs, is_following=False)


def _minutes(session: Session, now: datetime) -> int:
    """Since it was started, as long as that can be; one left for another day took as long as planned."""
    since = (now - session.started_at) // timedelta(minutes=1)
    return max(since, 1) if since <= max(2 * session.minutes, session.minutes + 30) else session.minutes

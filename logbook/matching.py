"""Writes which run a session belongs to: by the athlete's word, or where a late run leaves no doubt."""

from django.db import transaction
from django.db.models import F

from logbook.models import Run, Session
from logbook.pairing import clear_match

# A tab in which the session is open to be corrected learns that it belongs elsewhere now.
_NEXT_VERSION = F("version") + 1


def pair(*, session: Session, run: Run) -> None:
    """Let a session belong to a run.  Doing it twice changes nothing more."""
    others = Session.objects.filter(pk=session.pk).exclude(run=run)
    others.update(run=run, version=_NEXT_VERSION)
    session.refresh_from_db(fields=["run", "version"])


def unpair(*, session: Session, run_id: int | None) -> bool:
    """
    Let a session belong to no run; say whether it belonged to that one until now.

    It stays where it is if it was paired with another run in the meantime.
    """
    if run_id is None:
        return False
    undone = Session.objects.filter(pk=session.pk, run_id=run_id).update(run=None, version=_NEXT_VERSION)
    session.refresh_from_db(fields=["run", "version"])
    return bool(undone)


def pair_late_run(*, run: Run) -> Session | None:
    """
    Pair a run that came in after its session was logged; return the session, or None where it is a choice.

    Two queries, and three more at most to write.
    """
    if not run.is_running:
        return None
    sessions = list(run.athlete.sessions.kept().unpaired().between(run.performed_on, run.performed_on))
    if not sessions:
        return None
    near = run.athlete.runs.kept().running().near(starts_at=run.started_at, ends_at=run.ended_at)
    match = clear_match(
        run_id=run.pk,
        sessions=[session.fact for session in sessions],
        runs=[other.fact for other in near],
    )
    if match is None:
        return None
    return _paired_unless_meanwhile(session_id=match.session_id, run=run)


def _paired_unless_meanwhile(*, session_id: int, run: Run) -> Session | None:
    """Pair it, unless the athlete paired or deleted it by hand in this very moment."""
    with transaction.atomic():
        # Taken alone and looked at then: PostgreSQL would judge a joined run, or one in a subquery, by what
        # was there before it waited.
        session: Session | None = Session.objects.kept().select_for_update().numbered(session_id)
        if session is None or session.kept_run is not None:
            return None
        session.run, session.version = run, session.version + 1
        session.save(update_fields=["run", "version"])
    return session

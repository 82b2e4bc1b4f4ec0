"""Reads what a session makes of its week, once it is logged."""

from datetime import datetime

from logbook.afterwards import MOBILITY
from logbook.models import Session
from workouts.units import in_words


def of_session(session: Session, *, now: datetime) -> str:
    """
    Such as "That makes one of two this week."; how many are wanted is left out once there are more.

    "" where the athlete wants none, for stretching, or for a session of another week.  One query, none there.
    """
    wanted = session.athlete.wanted_sessions
    week = session.athlete.week_of(session.performed_on)
    is_this_week = week == session.athlete.week_of(session.athlete.day_of(now))
    if not wanted or session.session_class == MOBILITY or not is_this_week:
        return ""
    others = session.athlete.sessions.kept().strength().in_week(week).exclude(pk=session.pk)
    count = others.count() + 1
    told = f"{in_words(count)} of {in_words(wanted)}" if count <= wanted else in_words(count)
    return f"That makes {told} this week."

"""Reads what a session makes of its week, once it is logged."""

from logbook.afterwards import MOBILITY
from logbook.models import Session

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def of_session(session: Session) -> str:
    """
    Such as "That makes one of two this week."; how many are wanted is left out once there are more.

    "" where the athlete wants none, or for stretching.  One query, none there.
    """
    wanted = session.athlete.wanted_sessions
    if not wanted or session.session_class == MOBILITY:
        return ""
    week = session.athlete.week_of(session.performed_on)
    others = session.athlete.sessions.kept().strength().in_week(week).exclude(pk=session.pk)
    count = others.count() + 1
    told = f"{_number(count)} of {_number(wanted)}" if count <= wanted else _number(count)
    return f"That makes {told} this week."


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)

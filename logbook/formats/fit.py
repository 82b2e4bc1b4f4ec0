"""Read one activity from a FIT file: the session's own totals first, the records where it is silent."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from logbook.formats.activity import Activity, Unreadable
from logbook.formats.detect import Format
from logbook.formats.fit_device import device_name
from logbook.formats.fit_messages import read_parts
from logbook.formats.fit_parts import FIT_EPOCH, Damage, Fields, Part, Trace
from logbook.formats.fit_refusals import BREAKS_OFF, CAVEAT, DAMAGED, NOT_ACTIVITIES, NOTHING_INSIDE
from logbook.formats.plausible import ascent_m, distance_m, duration_s, heart_rate, instant
from logbook.formats.refusals import NO_DATE, SEVERAL

T = TypeVar("T")

LONGEST_WORD = 40


def read_fit(data: bytes) -> Activity:
    """
    Return the activity in a FIT file; the settings and other files chained behind it are passed over.

    A wrong checksum, or damage after a whole session message, is forgiven with a caveat.

    :raises Unreadable: if there is no activity, or more than one, or it has no date
    """
    part = _activity_part(read_parts(data=data))
    session = _only_session(part.sessions)

    # Half a track would give half a distance, and one shared with a transition gives too much.
    trace = part.trace if part.damage is None and len(part.sessions) <= 1 else Trace()
    timer = part.activity if len(part.sessions) <= 1 else {}
    return Activity(
        format=Format.FIT,
        started_at=_started_at(session, trace),
        sport=_word(session, part.sport, "sport") or "generic",
        sub_sport=_word(session, part.sport, "sub_sport"),
        timer_s=_known(
            duration_s(session.get("total_timer_time")), duration_s(timer.get("total_timer_time"))
        ),
        moving_s=duration_s(session.get("total_moving_time")),
        elapsed_s=_known(duration_s(session.get("total_elapsed_time")), _span_s(trace)),
        distance_m=_known(distance_m(session.get("total_distance")), trace.distance_m),
        avg_hr=_known(heart_rate(session.get("avg_heart_rate")), trace.avg_hr),
        max_hr=_known(heart_rate(session.get("max_heart_rate")), trace.max_hr),
        ascent_m=ascent_m(session.get("total_ascent")),
        device=device_name(file_id=part.file_id, creators=part.creators),
        caveat=None if part.damage is None else CAVEAT,
    )


def _activity_part(parts: Sequence[Part]) -> Part:
    """Return the part to read, or refuse with the reason that helps most."""
    likely = [part for part in parts if part.file_id.get("type") not in NOT_ACTIVITIES]
    found = [part for part in likely if part.sessions] or [
        part for part in likely if part.trace.records and part.damage is None
    ]
    if len(found) > 1:
        raise Unreadable(SEVERAL.format(count=sum(max(1, len(_efforts(part.sessions))) for part in found)))
    if found:
        return found[0]
    if any(part.damage is Damage.CUT for part in likely):
        raise Unreadable(BREAKS_OFF)
    if not parts or any(part.damage for part in likely):
        raise Unreadable(DAMAGED)
    if likely:
        raise Unreadable(NOTHING_INSIDE)
    raise Unreadable(NOT_ACTIVITIES[parts[0].file_id["type"]])


def _only_session(sessions: Sequence[Fields]) -> Fields:
    efforts = _efforts(sessions)
    if len(efforts) > 1:
        raise Unreadable(SEVERAL.format(count=len(efforts)))
    return efforts[0] if efforts else {}


def _efforts(sessions: Sequence[Fields]) -> list[Fields]:
    """Return the sessions, without the transitions between the legs of a triathlon."""
    return [session for session in sessions if session.get("sport") != "transition"] or list(sessions[:1])


def _started_at(session: Fields, trace: Trace) -> datetime:
    started_at = instant(session.get("start_time"), since=FIT_EPOCH) or trace.first_at
    if started_at is None:
        raise Unreadable(NO_DATE)
    return started_at


def _span_s(trace: Trace) -> float | None:
    if trace.first_at is None or trace.last_at is None:
        return None
    return duration_s((trace.last_at - trace.first_at).total_seconds())


def _word(session: Fields, sport: Fields, name: str) -> str | None:
    """Return the session's own word, else the sport message's; a sport newer than the profile has none."""
    value = session.get(name, sport.get(name))
    # The profile's words are short; anything else is a field that says what it likes.
    if isinstance(value, str) and value.isascii() and value.isprintable() and 0 < len(value) <= LONGEST_WORD:
        return value
    return None


def _known(*values: T | None) -> T | None:
    """Return the first value that is known; 0 is."""
    return next((value for value in values if value is not None), None)

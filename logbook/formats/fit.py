"""Read the activities of a FIT file: a session's own totals first, its records where it is silent."""

from collections.abc import Sequence
from typing import TypeVar

from logbook.formats.activity import Activity, Unreadable
from logbook.formats.detect import Format
from logbook.formats.fit_caveats import caveat_of
from logbook.formats.fit_clock import Clock, clock_of
from logbook.formats.fit_device import device_name
from logbook.formats.fit_efforts import Effort, efforts_of
from logbook.formats.fit_messages import SESSIONS_LIMIT, read_parts
from logbook.formats.fit_parts import Damage, Part
from logbook.formats.fit_refusals import BREAKS_OFF, DAMAGED, NOT_ACTIVITIES, NOTHING_INSIDE
from logbook.formats.fit_timer import Timer, timer_of
from logbook.formats.fit_track import lap_of, track_of
from logbook.formats.fit_words import flags_of, title_of, word
from logbook.formats.plausible import ascent_m, distance_m, duration_s, heart_rate
from logbook.formats.refusals import TOO_MUCH
from logbook.formats.repairs import repair
from logbook.formats.summary import summarise
from logbook.track.track import Track

T = TypeVar("T")


def read_fit(data: bytes) -> tuple[Activity, ...]:
    """
    Return the activities in a FIT file, one a session; other files chained to it are passed over.

    What is damaged or breaks off is read as far as it can be, with a caveat.

    :raises Unreadable: if there is no activity, or more than any watch writes
    """
    parts = read_parts(data=data)
    likely = [part for part in parts if part.file_id.get("type") not in NOT_ACTIVITIES]
    activities = tuple(activity for part in likely for activity in _activities(part))
    if not activities:
        raise Unreadable(_because(parts, likely))
    if len(activities) > SESSIONS_LIMIT:
        raise Unreadable(TOO_MUCH)
    return activities


def _because(parts: Sequence[Part], likely: Sequence[Part]) -> str:
    """Return the reason that helps most."""
    if any(part.damage is Damage.CUT for part in likely):
        return BREAKS_OFF
    if not parts or any(part.damage for part in likely):
        return DAMAGED
    return NOTHING_INSIDE if likely else NOT_ACTIVITIES[parts[0].file_id["type"]]


def _activities(part: Part) -> list[Activity]:
    clock = clock_of(records=part.records, starts=[session.get("start_time") for session in part.sessions])
    efforts = efforts_of(part, clock=clock)
    # Where the file came to no end, the watch ran until the last thing that it wrote.
    last = [
        record.at
        for effort in efforts[-1:]
        if part.damage and not effort.session
        for record in effort.records
    ]
    timer = timer_of(part.timer, clock=clock, breaks_off=max(last, default=None))
    return [_activity(part, effort, clock, timer, is_alone=len(efforts) == 1) for effort in efforts]


def _activity(part: Part, effort: Effort, clock: Clock, timer: Timer, *, is_alone: bool) -> Activity:
    session, sport = effort.session, effort.sport
    repaired = repair(track_of(effort, timer=timer))
    track = repaired.track
    # Half a track would give half a distance.
    counted = summarise(track if part.damage is None or not session else Track())
    timer_s = _known(
        duration_s(session.get("total_timer_time")),
        duration_s(part.activity.get("total_timer_time")) if is_alone else None,
        None if effort.started is None else timer.seconds(effort.started, effort.ends),
    )
    laps = tuple(lap_of(lap, started=effort.started, clock=clock) for lap in effort.laps)
    return Activity(
        format=Format.FIT,
        started_at=clock.date_of(effort.started),
        title=title_of(part.workout) if is_alone else None,
        sport=word(session, sport, "sport") or "generic",
        sub_sport=word(session, sport, "sub_sport"),
        timer_s=timer_s,
        moving_s=_known(duration_s(session.get("total_moving_time")), counted.moving_s),
        elapsed_s=_known(duration_s(session.get("total_elapsed_time")), counted.span_s),
        distance_m=_known(distance_m(session.get("total_distance")), counted.distance_m),
        avg_hr=_known(heart_rate(session.get("avg_heart_rate")), counted.avg_hr),
        max_hr=_known(heart_rate(session.get("max_heart_rate")), counted.max_hr),
        ascent_m=_known(ascent_m(session.get("total_ascent")), counted.ascent_m),
        device=device_name(file_id=part.file_id, creators=part.creators),
        flags=flags_of(
            session=session, sport=sport, steps=part.step_intensities if is_alone else set(), laps=laps
        ),
        track=track,
        laps=laps,
        repairs=(*effort.said, *repaired.said),
        caveat=caveat_of(damage=part.damage, has_session=bool(session), track=track, timer_s=timer_s),
    )


def _known(*values: T | None) -> T | None:
    """Return the first value that is known; 0 is."""
    return next((value for value in values if value is not None), None)

"""Read the activities in a TCX file: the laps' own totals first, the points where the laps are silent."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from logbook.formats.activity import Activity, Unreadable
from logbook.formats.detect import Format
from logbook.formats.plausible import LONGEST_S, ascent_m, distance_m, duration_s
from logbook.formats.raw_track import date_of, once_set
from logbook.formats.refusals import EXPORT, NO_DATE, TOO_LONG
from logbook.formats.repairs import repair
from logbook.formats.sports import sport_of
from logbook.formats.summary import Summary, summarise
from logbook.formats.tcx_heard import TcxActivity, TcxHeard, TcxLap
from logbook.formats.xml import DAMAGED, LONGEST_TITLE, breaks_off, name_for_people, title, walk
from logbook.track.track import Lap, Track

COURSE = f"This is a course to follow, not a finished activity. {EXPORT}"
WORKOUT = f"This is a structured workout, not a finished activity. {EXPORT}"
NOTHING_INSIDE = f"This TCX file holds no activity. {EXPORT}"

# Points a few seconds apart may end just before the stopwatch does.
_SHORT_OF_THE_END = 0.99
# Watches that leave out what does not change still write a point twice a minute.
LONGEST_BETWEEN_POINTS_S = 30
_INTENSITIES: Mapping[str, str] = MappingProxyType({"Active": "active", "Resting": "rest"})


def read_tcx(data: bytes) -> tuple[Activity, ...]:
    """
    Return the activities in a TCX file, the transitions between those of a triathlon among them.

    :raises Unreadable: if there is no activity, or one has no date or lasts longer than a week
    """
    heard = TcxHeard()
    is_whole = walk(data, heard)
    found = [each for each in heard.activities if _is_something(each, is_whole=is_whole)]
    if not found and not is_whole:
        raise Unreadable(DAMAGED)
    if not found:
        raise Unreadable(
            COURSE if "Course" in heard.others else WORKOUT if "Workout" in heard.others else NOTHING_INSIDE
        )
    return tuple(_activity(each, is_cut=not is_whole and each is found[-1]) for each in found)


def _is_something(found: TcxActivity, *, is_whole: bool) -> bool:
    """Say whether there is anything to read; of one that breaks off, whole laps or some time of points."""
    if is_whole or found.is_whole:
        return bool(found.laps or len(found.raw))
    return bool(found.raw.span_s or any(lap.is_whole for lap in found.laps))


def _activity(found: TcxActivity, *, is_cut: bool) -> Activity:
    laps = [lap for lap in found.laps if lap.is_whole]
    start = found.raw.first
    if start is None:
        start = next(iter(once_set(lap.start for lap in laps)), None)
    if start is None:
        raise Unreadable(NO_DATE)
    repaired = repair(_track(found, start))
    track = repaired.track
    total = summarise(track)
    if (total.span_s or 0.0) > LONGEST_S:
        raise Unreadable(TOO_LONG)

    # What was recorded of a lap that breaks off is in its points alone.
    summed = [] if total.span_s and not found.is_whole else laps
    timer_s = duration_s(_sum([lap.timer_s for lap in summed]))
    length_m = distance_m(_sum([lap.distance_m for lap in summed]))
    reaches = _reaches_the_end(total, timer_s)
    sport, sub_sport = sport_of(found.sport)
    return Activity(
        format=Format.TCX,
        started_at=date_of(start),
        title=(title(found.notes) if len(found.notes) <= LONGEST_TITLE else None) or title(found.plan),
        sport=sport,
        sub_sport=sub_sport,
        timer_s=timer_s,
        moving_s=duration_s(total.moving_s) if reaches else None,
        elapsed_s=duration_s(total.span_s) if reaches else None,
        distance_m=distance_m(total.distance_m) if length_m is None else length_m,
        avg_hr=_mean_hr(laps) if total.avg_hr is None else total.avg_hr,
        max_hr=max((lap.max_hr for lap in laps if lap.max_hr), default=total.max_hr),
        ascent_m=ascent_m(total.ascent_m),
        device=name_for_people(found.device),
        flags=frozenset({"intervals"} if _has_intervals(found, laps) else ()),
        track=track,
        laps=tuple(_lap(lap, start) for lap in laps),
        repairs=repaired.said,
        caveat=breaks_off(total.span_s or timer_s) if is_cut else None,
    )


def _track(found: TcxActivity, start: float) -> Track:
    """Return the raw track; laps follow one another without a break unless nothing was recorded between."""
    moments = found.raw.moments
    breaks = set(found.raw.resumes)
    for seam in found.seams:
        if 0 < seam < len(moments):
            before, after = moments[seam - 1], moments[seam]
            if before is not None and after is not None and after - before > LONGEST_BETWEEN_POINTS_S:
                breaks.add(seam)
    return replace(found.raw.since(start), resumes=sorted(breaks))


def _sum(values: Sequence[float | None]) -> float | None:
    """Return the sum; None if a lap is silent, since a part of the whole would pass for all of it."""
    known = [value for value in values if value is not None]
    return sum(known) if known and len(known) == len(values) else None


def _reaches_the_end(total: Summary, timer_s: float | None) -> bool:
    """Say whether the points span the activity; if the stopwatch ran longer than they, some are missing."""
    return bool(total.span_s) and (timer_s is None or (total.span_s or 0.0) >= timer_s * _SHORT_OF_THE_END)


def _mean_hr(laps: Sequence[TcxLap]) -> int | None:
    """Return the mean over the laps that have one, each for as long as it lasted."""
    weighed = [(lap.avg_hr, lap.timer_s) for lap in laps if lap.avg_hr is not None and lap.timer_s]
    if not weighed:
        return None
    return round(sum(bpm * s for bpm, s in weighed) / sum(s for _, s in weighed))


def _has_intervals(found: TcxActivity, laps: Sequence[TcxLap]) -> bool:
    """Say whether a plan says so, or an active lap is followed by a rest more than once."""
    turns = [(one.intensity, other.intensity) for one, other in pairwise(laps)]
    return found.has_intervals or turns.count(("Active", "Resting")) > 1


def _lap(lap: TcxLap, start: float) -> Lap:
    since_s = None if lap.start is None else lap.start - start
    return Lap(
        # The button may be pressed a little before the first point is written.
        starts_s=None if since_s is None or since_s < -LONGEST_S else duration_s(max(0.0, since_s)),
        duration_s=lap.timer_s,
        distance_m=lap.distance_m,
        avg_hr=lap.avg_hr,
        max_hr=lap.max_hr,
        ascent_m=None,
        intensity=_INTENSITIES.get(lap.intensity),
        by_hand=lap.trigger == "Manual" if lap.trigger else None,
    )

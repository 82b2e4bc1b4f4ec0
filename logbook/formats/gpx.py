"""Read the activities in a GPX file, which has points and no totals: everything is reckoned from them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from logbook.formats.activity import Activity, Unreadable
from logbook.formats.detect import Format
from logbook.formats.gpx_heard import GpxHeard, GpxTrack
from logbook.formats.plausible import LONGEST_S, ascent_m, distance_m, duration_s
from logbook.formats.raw_track import RawTrack, date_of
from logbook.formats.refusals import EXPORT, TOO_LONG, TOO_MUCH
from logbook.formats.repairs import repair
from logbook.formats.sports import sport_of
from logbook.formats.summary import summarise
from logbook.formats.xml import ACTIVITIES_LIMIT, DAMAGED, breaks_off, name_for_people, title, walk

_BY_HAND = "Enter the run by hand."
ROUTE = f"This is a route to follow, not a finished activity. {EXPORT}"
PLACES = f"This GPX file holds single places, and no track of an activity. {EXPORT}"
NO_POINTS = f"This GPX file holds no points, as happens indoors. {_BY_HAND}"
NO_TIMES = f"This GPX file says where and not when: most of its points carry no time. {_BY_HAND}"

# An app that writes each pause as a new track leaves minutes between two; the next activity comes later.
LONGEST_PAUSE_S = 3600
# The last point of one track may be the first of the next, more or less.
OVERLAP_S = 60

_RACE = re.compile(r"\brace\b", re.IGNORECASE)


@dataclass
class _Effort:
    """The tracks of one activity, its sport, and its first and its last moment so far."""

    tracks: list[GpxTrack]
    sport: tuple[str, str | None]
    first: float
    last: float


def read_gpx(data: bytes) -> tuple[Activity, ...]:
    """
    Return the activities in a GPX file, each with its length over the ground and its time from start to end.

    Way and climb between two segments were not recorded and do not count; the time between them does.

    :raises Unreadable: if there are no points, or most have no time, or one lasts longer than a week
    """
    heard = GpxHeard()
    is_whole = walk(data, heard)
    if not is_whole and not any(track.raw.span_s for track in heard.tracks):
        raise Unreadable(DAMAGED)
    efforts = _efforts(_timed_tracks(heard))
    if len(efforts) > ACTIVITIES_LIMIT:
        raise Unreadable(TOO_MUCH)
    read_last = max(track.nth for tracks in efforts for track in tracks)
    return tuple(
        _activity(tracks, heard, is_cut=not is_whole and any(track.nth == read_last for track in tracks))
        for tracks in efforts
    )


def _timed_tracks(heard: GpxHeard) -> list[GpxTrack]:
    """Return the tracks that were recorded, in order of time; a drawn one beside them has no times."""
    if not heard.tracks:
        raise Unreadable(ROUTE if "rte" in heard.others else PLACES if "wpt" in heard.others else NO_POINTS)
    timed = [track for track in heard.tracks if track.raw.timed]
    if not timed or sum(track.raw.timed for track in timed) * 2 < sum(
        len(track.raw) for track in heard.tracks
    ):
        raise Unreadable(NO_TIMES)
    return sorted(timed, key=lambda track: (track.raw.first, track.raw.last))


def _efforts(tracks: Sequence[GpxTrack]) -> list[list[GpxTrack]]:
    """Return the tracks of each activity: a long pause, another sport or a second watch divides them."""
    efforts: list[_Effort] = []
    recent: list[_Effort] = []
    for track in tracks:
        effort = _Effort([track], sport_of(track.type), track.raw.first or 0.0, track.raw.last or 0.0)
        recent = [each for each in recent if effort.first - each.last < LONGEST_PAUSE_S]
        before = _best_fit(recent, effort)
        if before is not None and before.sport == effort.sport:
            before.tracks.append(track)
            before.last = max(before.last, effort.last)
            continue
        efforts.append(effort)
        recent.append(effort)
        # Nobody wears so many watches; a file that says so keeps the server busy comparing them.
        if len(recent) > ACTIVITIES_LIMIT:
            raise Unreadable(TOO_MUCH)
    # A track of a single moment is somebody pressing the wrong button, unless it is all there is.
    lasting = [effort for effort in efforts if effort.last > effort.first]
    return [effort.tracks for effort in lasting or efforts[:1]]


def _best_fit(recent: Sequence[_Effort], effort: _Effort) -> _Effort | None:
    """Return the one at whose end the next begins; beside a second watch, that is not always the latest."""
    ended = [each for each in recent if effort.first - each.last >= -OVERLAP_S]
    return min(
        ended, key=lambda each: (abs(effort.first - each.last), each.sport != effort.sport), default=None
    )


def _activity(tracks: Sequence[GpxTrack], heard: GpxHeard, *, is_cut: bool) -> Activity:
    raw = RawTrack()
    for each in tracks:
        raw.go_on_with(each.raw)
    start = raw.first or 0.0
    repaired = repair(raw.since(start))
    track = repaired.track
    total = summarise(track)
    if (total.span_s or 0.0) > LONGEST_S:
        raise Unreadable(TOO_LONG)
    type_said = next((each.type for each in tracks if each.type), "")
    sport, sub_sport = sport_of(type_said)
    return Activity(
        format=Format.GPX,
        started_at=date_of(start),
        title=next(filter(None, (title(each.name) for each in tracks)), title(heard.name)),
        sport=sport,
        sub_sport=sub_sport,
        timer_s=None,
        moving_s=duration_s(total.moving_s),
        elapsed_s=duration_s(total.span_s),
        distance_m=distance_m(total.distance_m),
        avg_hr=total.avg_hr,
        max_hr=total.max_hr,
        ascent_m=ascent_m(total.ascent_m),
        device=name_for_people(heard.creator),
        flags=frozenset({"race"} if _RACE.search(type_said) else ()),
        track=track,
        repairs=repaired.said,
        caveat=breaks_off(total.span_s) if is_cut else None,
    )

"""Share out among the sessions of a FIT file what was recorded in the time of each."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from logbook.formats.columns import points
from logbook.formats.fit_clock import Clock
from logbook.formats.fit_parts import Damage, Fields, Part
from logbook.formats.fit_records import Record, moment_s
from logbook.formats.fit_timer import FOREVER
from logbook.formats.plausible import LONGEST_S, duration_s

STARTS_ELSEWHERE = "Its summary starts it at a time without any points; it starts at the first point instead."


@dataclass(kw_only=True)
class Effort:
    """
    One session and what belongs to it; records without a session message are one, too.

    session: its message, empty where the file has none.
    started: the moment it began; ends: the moment the next one did.
    records: also those from before the clock was set, if nobody can say how long before.
    metres_before: how far the records had counted when it began.
    early, late: how many records were left out, from before the first start or from days after its own.
    starts_elsewhere: whether no record was from its time, and it starts at the first one.
    """

    session: Fields
    sport: Fields
    started: int | None
    ends: int = FOREVER
    records: list[Record] = field(default_factory=list)
    laps: list[Fields] = field(default_factory=list)
    metres_before: float | None = None
    early: int = 0
    late: int = 0
    starts_elsewhere: bool = False

    @property
    def said(self) -> tuple[str, ...]:
        """A sentence for whatever was put right."""
        told = (
            STARTS_ELSEWHERE if self.starts_elsewhere else "",
            _left_out(self.early, "before the activity started"),
            _left_out(self.late, "more than seven days after the start"),
        )
        return tuple(filter(None, told))


def _left_out(count: int, when: str) -> str:
    return f"{points(count)} from {when} {'was' if count == 1 else 'were'} left out." if count else ""


def efforts_of(part: Part, *, clock: Clock) -> tuple[Effort, ...]:
    """Return the sessions of a file in its own order; none where it says nothing."""
    efforts = _sessions(part, clock)
    in_time = sorted((effort for effort in efforts if effort.started is not None), key=_start_and_length)
    starts = [effort.started or 0 for effort in in_time]
    for effort, ends in zip(in_time, starts[1:], strict=False):
        effort.ends = ends
    _share_records(part.records, clock, in_time, starts)
    for nth, lap in enumerate(part.laps):
        if (owner := _owner_of_lap(lap, nth, clock, efforts, in_time, starts)) is not None:
            owner.laps.append(lap)
    return tuple(effort for effort in efforts if effort.session or effort.records)


def _sessions(part: Part, clock: Clock) -> list[Effort]:
    moments = [at for record in part.records if (at := clock.moment(record.at)) is not None]
    sports = dict(enumerate(part.sports))
    efforts = [
        Effort(session=session, sport=sports.get(nth, {}), started=clock.moment(session.get("start_time")))
        for nth, session in enumerate(part.sessions)
    ]
    # One moment is a beginning, but of a file that broke off it is nothing to keep.
    if not efforts and len(moments) > (1 if part.damage else 0):
        efforts = [Effort(session={}, sport=sports.get(0, {}), started=None)]
    if efforts and efforts[0].started is None:
        efforts[0].started = min(moments, default=None)
    elif len(efforts) == 1 and moments and not any(_is_in_time(at, efforts[0]) for at in moments):
        efforts[0].started, efforts[0].starts_elsewhere = min(moments), True
    if part.sessions and part.damage in (Damage.CUT, Damage.BROKEN) and not part.activity:
        # The leg of a triathlon in which the file breaks off has no session message yet.
        late = [at for at in moments if at > _end_of(efforts[-1], clock)]
        if len(late) > 1:
            sport = sports.get(len(efforts), {})
            efforts.append(Effort(session={}, sport=sport, started=min(late)))
    return efforts


def _is_in_time(at: int, effort: Effort) -> bool:
    return 0 <= at - (effort.started or 0) <= LONGEST_S


def _end_of(effort: Effort, clock: Clock) -> int:
    lasted_s = duration_s(effort.session.get("total_elapsed_time"))
    if effort.started is None or lasted_s is None:
        return FOREVER
    written = clock.moment(effort.session.get("timestamp")) or 0
    return max(effort.started + math.ceil(lasted_s), written)


def _start_and_length(effort: Effort) -> tuple[int, float]:
    return effort.started or 0, duration_s(effort.session.get("total_elapsed_time")) or 0.0


def _share_records(
    records: Sequence[Record], clock: Clock, in_time: Sequence[Effort], starts: Sequence[int]
) -> None:
    reached_m = 0.0
    for record in records:
        at, metres = clock.moment(record.at), record.metres
        nth = 0 if at is None else bisect_right(starts, at) - 1
        if nth > 0 and at == starts[nth] and metres is not None and metres > reached_m > 0:
            nth -= 1  # a leg ends in the second in which the next one starts
        if in_time:
            _give(in_time[max(0, nth)], record, at, reached_m)
        reached_m = reached_m if metres is None else metres


def _give(owner: Effort, record: Record, at: int | None, reached_m: float) -> None:
    if at is not None and not _is_in_time(at, owner):
        owner.early += at < (owner.started or 0)
        owner.late += at > (owner.started or 0)
        return
    if at is not None and owner.metres_before is None:
        owner.metres_before = reached_m
    owner.records.append(record if at in (None, record.at) else record._replace(at=at))


def _owner_of_lap(
    lap: Fields,
    nth: int,
    clock: Clock,
    efforts: Sequence[Effort],
    in_time: Sequence[Effort],
    starts: Sequence[int],
) -> Effort | None:
    if len(efforts) == 1:
        return efforts[0]
    at = clock.moment(lap.get("start_time"))
    if at is not None:
        return in_time[bisect_right(starts, at) - 1] if starts and at >= starts[0] else None
    for effort in efforts:
        first, count = (
            moment_s(effort.session.get("first_lap_index")),
            moment_s(effort.session.get("num_laps")),
        )
        if first is not None and count is not None and first <= nth < first + count:
            return effort
    return None

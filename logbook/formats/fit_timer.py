"""The stopwatch of a FIT file: when it ran, by the events of its being started and stopped."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from logbook.formats.fit_clock import Clock
from logbook.formats.fit_parts import TimerEvent

# Beyond any moment that FIT can write.
FOREVER = 2**33


@dataclass(frozen=True, kw_only=True)
class Timer:
    """
    When the stopwatch ran, from each start to the stop behind it.

    is_whole: whether every start has its stop; else the seconds cannot be summed.
    """

    starts: Sequence[int]
    stops: Sequence[int]
    is_whole: bool

    def seconds(self, since: int, until: int) -> float | None:
        """Return how many seconds it ran between two moments, or None if that cannot be told."""
        if not self.is_whole:
            return None
        runs = zip(self.starts, self.stops, strict=True)
        return float(sum(max(0, min(stop, until) - max(start, since)) for start, stop in runs))

    def stretch(self, moment: int) -> int | None:
        """Return the number of the stretch that a moment lies in, or None if it lies in a pause."""
        nth = max(0, bisect_right(self.starts, moment) - 1)
        is_paused = nth + 1 < len(self.starts) and moment > self.stops[nth]
        return None if is_paused else nth


def timer_of(events: Sequence[TimerEvent], *, clock: Clock, breaks_off: int | None) -> Timer:
    """
    Return when the stopwatch ran.

    breaks_off: the moment at which a file ended that came to no end; what ran then ran until then.
    """
    timed = [(at, event.runs) for event in events if (at := clock.moment(event.at)) is not None]
    starts: list[int] = []
    stops: list[int] = []
    is_whole = bool(timed) and len(timed) == len(events)
    for at, runs in sorted(timed, key=lambda event: event[0]):
        is_running = len(starts) > len(stops)
        if runs and stops and at == stops[-1] and not is_running:
            stops.pop()  # stopped and started within a second: no pause
        elif runs and not is_running:
            starts.append(at)
        elif not runs and is_running:
            stops.append(at)
        elif not starts:
            is_whole = False
    if len(starts) > len(stops):
        is_whole = is_whole and breaks_off is not None
        stops.append(FOREVER if breaks_off is None else max(starts[-1], breaks_off))
    return Timer(starts=starts, stops=stops, is_whole=is_whole)

"""What an athlete is told when a FIT file was damaged or broke off and was yet read."""

from logbook.formats.fit_parts import Damage
from logbook.track.track import Track
from workouts.units import clock

TOTALS_ONLY = "The file is damaged. These totals come from its summary: compare them with your watch."
TRACK_ENDS = "Its track is not whole: it ends after {reached}."
BREAKS_OFF = "The file breaks off after {reached}. What was recorded until then is kept."
NO_SUMMARY = "The file is damaged and its summary is missing. What was recorded until {reached} is kept."

# Points a few seconds apart may begin and end a little within the stopwatch.
_WHOLE_FROM = 0.95
# Moments in FIT are whole seconds.
_ROUNDED_S = 1


def caveat_of(*, damage: Damage | None, has_session: bool, track: Track, timer_s: float | None) -> str | None:
    """Return what is missing of an activity, and up to where it is there."""
    if damage is None:
        return None
    reached = clock(track.seconds[-1] if len(track) else 0)
    if not has_session:
        return (BREAKS_OFF if damage is Damage.CUT else NO_SUMMARY).format(reached=reached)
    if timer_s and len(track) and _recorded_s(track) + _ROUNDED_S < timer_s * _WHOLE_FROM:
        return f"{TOTALS_ONLY} {TRACK_ENDS.format(reached=reached)}"
    return TOTALS_ONLY


def _recorded_s(track: Track) -> float:
    """Return the seconds from the start to the last point, without those of pauses."""
    paused_s = sum(track.seconds[nth] - track.seconds[nth - 1] for nth in track.resumes)
    return track.seconds[-1] - paused_s

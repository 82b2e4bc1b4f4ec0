"""What is usual for an athlete: medians over the earlier runs, which one odd run cannot move."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from logbook.kinds.evidence import PastRun
from workouts.vocabulary import RunKind

# Below five runs a median follows single runs, so nothing is held against it.
ENOUGH_RUNS = 5

# Less was no run: the recording was started and stopped again.
A_SECOND, A_METRE = 1, 1

# A shorter recording is mostly the warm-up or the cool-down of another.
A_WHOLE_RUN_S = 20 * 60

# The kinds whose pace and heart rate show what running without effort looks like.
_CALM = frozenset({RunKind.RECOVERY, RunKind.EASY, RunKind.STRIDES, RunKind.LONG})


@dataclass(frozen=True, kw_only=True)
class Usual:
    """
    The medians of the earlier runs, None where fewer than five say it.

    duration_s, distance_m: over those of 20 min and more, or over all where fewer than five are so long.
    speed_mps, avg_hr: over the calm ones, or over all where fewer than five calm ones say it.
    runs: the earlier runs themselves, cross-training left out.
    """

    duration_s: float | None
    distance_m: float | None
    speed_mps: float | None
    avg_hr: float | None
    runs: tuple[PastRun, ...]

    @property
    def is_known(self) -> bool:
        """Whether there are runs enough to judge length and intensity at all."""
        return len(self.runs) >= ENOUGH_RUNS

    def fastest_mps(self, *, at_least_m: float) -> float | None:
        """Return the highest mean speed of a run at least so long, None where there was none."""
        return max(_speeds(run for run in self.runs if (run.distance_m or 0) >= at_least_m), default=None)


def usual_of(past: Sequence[PastRun]) -> Usual:
    """Return the athlete's medians; the order of `past` does not matter."""
    runs = tuple(run for run in past if run.kind is not RunKind.CROSS_TRAINING and run.duration_s >= A_SECOND)
    whole = [run for run in runs if run.duration_s >= A_WHOLE_RUN_S]
    calm = [run for run in runs if run.kind in _CALM]
    return Usual(
        duration_s=_median(_durations(whole)) or _median(_durations(runs)),
        distance_m=_median(_distances(whole)) or _median(_distances(runs)),
        speed_mps=_median(_speeds(calm)) or _median(_speeds(runs)),
        avg_hr=_median(_beats(calm)) or _median(_beats(runs)),
        runs=runs,
    )


def _durations(runs: Iterable[PastRun]) -> list[float]:
    return [run.duration_s for run in runs]


def _distances(runs: Iterable[PastRun]) -> list[float]:
    return [run.distance_m for run in runs if run.distance_m and run.distance_m >= A_METRE]


def _speeds(runs: Iterable[PastRun]) -> list[float]:
    return [run.distance_m / run.duration_s for run in runs if run.distance_m and run.distance_m >= A_METRE]


def _beats(runs: Iterable[PastRun]) -> list[float]:
    return [run.avg_hr for run in runs if run.avg_hr]


def _median(numbers: Sequence[float]) -> float | None:
    return median(numbers) if len(numbers) >= ENOUGH_RUNS else None

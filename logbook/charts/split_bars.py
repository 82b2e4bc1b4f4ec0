"""The bars beside the splits of a run: the faster, the longer."""

from collections.abc import Sequence

# A bar's box; it is stretched to the width of its column.
WIDTH, HEIGHT = 100, 10

# An even run is drawn even: the slowest loses its share of the width only once it is so much slower.
LEAST_SPREAD_S_PER_KM = 60.0
LOST_BY_SLOWEST = 0.7


def split_bars(
    *, paces_s_per_km: Sequence[float | None], judged_by: Sequence[float]
) -> tuple[float | None, ...]:
    """
    Return the length of each bar, the fastest filling the width; None where a pace is unknown.

    judged_by: the paces that set the scale, without those of stretches too short to be judged; faster or
        slower ones end where the fastest or the slowest of these do.
    """
    if not judged_by:
        return tuple(None for _ in paces_s_per_km)
    fastest = min(judged_by)
    spread = max(max(judged_by) - fastest, LEAST_SPREAD_S_PER_KM)
    return tuple(None if pace is None else _length((pace - fastest) / spread) for pace in paces_s_per_km)


def _length(slower: float) -> float:
    return round(WIDTH * (1 - LOST_BY_SLOWEST * min(max(slower, 0.0), 1.0)), 1)

"""The bars of a list of sets: the more, the longer."""

from collections.abc import Sequence

# A bar's box; it is stretched to the width of its column.
WIDTH, HEIGHT = 100, 10

# So few sets and fewer do not fill the width: one alone would look like much.
FULL_WIDTH_SETS = 4.0


def set_bars(sets: Sequence[float]) -> tuple[float, ...]:
    """Return the length of each bar, from zero, the most sets filling the width."""
    full = max([*sets, FULL_WIDTH_SETS])
    return tuple(round(WIDTH * each / full, 1) for each in sets)

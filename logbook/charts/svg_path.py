"""Lines and areas as the text of an SVG path, in tenths of a unit."""

from collections.abc import Iterable, Sequence

Point = tuple[float, float]


def line(stretches: Iterable[Sequence[Point]]) -> str:
    """Return "M0 5L10 7.5" for each stretch, one after the other."""
    return "".join("M" + "L".join(f"{tenths(x)} {tenths(y)}" for x, y in points) for points in stretches)


def area(stretches: Iterable[Sequence[Point]], *, ground: float) -> str:
    """Return each stretch as a closed shape that stands on the ground."""
    return "".join(
        f"{line([[(points[0][0], ground), *points, (points[-1][0], ground)]])}Z" for points in stretches
    )


def tenths(number: float) -> str:
    """Return a number as short as tenths allow: "7.5", "8", never "-0"."""
    text = f"{number:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text

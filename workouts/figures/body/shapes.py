"""The shapes that drawings are made of.  y points up here; the template turns it over."""

from dataclasses import dataclass, replace

from workouts.figures.body.placement import Placement
from workouts.figures.body.skeleton import Point


@dataclass(frozen=True)
class Stroke:
    """A line with round ends.  `css` says what it is part of."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    css: str

    @property
    def ends(self) -> tuple[Point, Point]:
        return (self.x1, self.y1), (self.x2, self.y2)

    def wider(self, by: float) -> "Stroke":
        return replace(self, width=self.width + by)


@dataclass(frozen=True)
class Disc:
    """A filled circle, or a ring of that thickness."""

    x: float
    y: float
    r: float
    css: str
    ring: float = 0.0

    def wider(self, by: float) -> "Disc":
        return replace(self, r=self.r + by / 2)


@dataclass(frozen=True)
class Block:
    """A rectangle that stands upright, by its lower left corner."""

    x: float
    y: float
    width: float
    height: float
    css: str


Shape = Stroke | Disc | Block


def within(placement: Placement, end: str, shape: Stroke | Disc) -> Stroke | Disc:
    """A shape that is given in a bone's own frame, where that bone is."""
    if isinstance(shape, Disc):
        x, y = placement.within(end, (shape.x, shape.y))
        return Disc(x, y, shape.r, shape.css, shape.ring)
    (x1, y1), (x2, y2) = (placement.within(end, point) for point in shape.ends)
    return Stroke(x1, y1, x2, y2, shape.width, shape.css)


def bounds(shape: Shape) -> tuple[float, float, float, float]:
    """Left, low, right, high."""
    if isinstance(shape, Block):
        return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
    if isinstance(shape, Disc):
        r = shape.r + shape.ring / 2
        return shape.x - r, shape.y - r, shape.x + r, shape.y + r
    half = shape.width / 2
    return (
        min(shape.x1, shape.x2) - half,
        min(shape.y1, shape.y2) - half,
        max(shape.x1, shape.x2) + half,
        max(shape.y1, shape.y2) + half,
    )

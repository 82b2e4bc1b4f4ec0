"""
The still drawing: start as a ghost, end solid, muscles tinted, and an arrow along the way.

Everything is a path in whole units, so that a list of figures stays light: strokes of one width and one
colour share a path, and a disc is a stroke of no length with round ends.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import atan2, cos, sin

from workouts.figures.body import props as things
from workouts.figures.body.anatomy import LAYERS, outline
from workouts.figures.body.layout import items
from workouts.figures.body.placement import Placement
from workouts.figures.body.scene import Scene
from workouts.figures.body.shapes import Block, Disc, Shape, Stroke, within
from workouts.figures.body.skeleton import Point
from workouts.figures.body.spec import Look

_ARROW_FROM, _ARROW_TO = 0.08, 0.92
# Shorter ways say nothing with an arrow.
_LEAST_ARROW = 9


@dataclass(frozen=True)
class Path:
    """`css` says what it is part of and so what colour it has; without a width it is filled."""

    css: str
    width: str
    d: str


@dataclass(frozen=True)
class Drawing:
    """An SVG of that view box.  ground: where the line of the ground lies; None if seen from above."""

    width: int
    height: int
    ground: int | None
    paths: tuple[Path, ...]


def still(scene: Scene, *, tints: Mapping[str, int], plain: bool = False) -> Drawing:
    """
    Start and end laid over each other.

    tints: by region, the step of its tint (4 works most, 2 some).  plain: the end alone, for a small place.
    """
    pen = Pen(scene)
    shapes: list[Shape] = list(scene.standing)
    moves = scene.start is not scene.end
    if moves and not plain:
        shapes += [
            shape for layer in LAYERS[scene.spec.look] for shape in outline(scene.start, layer, css="g")
        ]
    pen.draw(shapes, merge=True)
    figure(pen, scene, scene.end, tints=tints)
    if moves and not plain and scene.spec.arrow:
        pen.paths += arrow(pen, scene)
    return pen.drawing()


def pose(scene: Scene, placed: Placement, *, tints: Mapping[str, int]) -> Drawing:
    """One moment alone."""
    pen = Pen(scene)
    pen.draw(scene.standing, merge=True)
    figure(pen, scene, placed, tints=tints)
    return pen.drawing()


def figure(pen: "Pen", scene: Scene, placed: Placement, *, tints: Mapping[str, int]) -> None:
    """The body in one placement, with what it holds."""
    pen.draw(within(placed, item.bone, item.shape) for item in items(scene.spec, tints=tints))
    for prop in scene.spans:
        (x1, y1), (x2, y2) = things.span_ends(prop, placed)
        span = things.SPANS[prop.kind]
        pen.draw([Stroke(x1, y1, x2, y2, span.width, span.css)])


def arrow(pen: "Pen", scene: Scene) -> list[Path]:
    """The way of one point from the start that is shown to the end, beside the body."""
    start, end = scene.spec.shown
    moving = [leg for leg in scene.motion.legs if not leg.is_still]
    legs = moving[start:end] or moving[start:] + moving[:end]
    seconds, (dx, dy) = sum(leg.seconds for leg in legs), scene.spec.arrow_beside
    way = []
    for number in range(9):
        left = seconds * (_ARROW_FROM + (_ARROW_TO - _ARROW_FROM) * number / 8)
        for leg in legs:
            if left <= leg.seconds:
                break
            left -= leg.seconds
        x, y = scene.motion.at(leg, left / leg.seconds).at[scene.spec.arrow]
        way.append((x + dx, y + dy))
    (x0, y0), (xm, ym), (x1, y1) = way[0], way[4], way[8]
    if max(abs(x1 - x0), abs(y1 - y0), abs(xm - x0), abs(ym - y0)) < _LEAST_ARROW:
        return []
    bend = 2 * xm - (x0 + x1) / 2, 2 * ym - (y0 + y1) / 2
    line = Path("a", "2.5", f"M{pen.at((x0, y0))}Q{pen.at(bend)} {pen.at((x1, y1))}")
    towards = atan2(y1 - bend[1], x1 - bend[0])
    corners = [
        (x1 + cos(towards + turn) * far, y1 + sin(towards + turn) * far)
        for turn, far in ((0, 6), (2.45, 7), (-2.45, 7))
    ]
    return [line, Path("ah", "", f"M{' '.join(pen.at(corner) for corner in corners)}z")]


class Pen:
    """Turns shapes into paths of the drawing's own frame: x from its left, y from its top."""

    def __init__(self, scene: Scene) -> None:
        self.left, self.top, self.width, self.height = scene.box
        self.ground = None if scene.spec.look == Look.ABOVE else round(self.top)
        self.paths: list[Path] = []

    def at(self, point: Point) -> str:
        return f"{round(point[0] - self.left)} {round(self.top - point[1])}"

    def draw(self, shapes: Iterable[Shape], *, merge: bool = False) -> None:
        """Draw shapes in this order, or with those of one width and colour in one path."""
        drawn = [self._path(shape) for shape in shapes]
        if merge:
            of_kind: dict[tuple[str, str], str] = {}
            for path in drawn:
                of_kind[path.css, path.width] = of_kind.get((path.css, path.width), "") + path.d
            drawn = [Path(css, width, d) for (css, width), d in of_kind.items()]
        self.paths += drawn

    def drawing(self) -> Drawing:
        return Drawing(round(self.width), round(self.height), self.ground, tuple(self.paths))

    def _path(self, shape: Shape) -> Path:
        if isinstance(shape, Block):
            x = round(shape.x - self.left)
            top, low = round(self.top - shape.y - shape.height), round(self.top - shape.y)
            right = round(shape.x + shape.width - self.left)
            return Path(shape.css, "", f"M{x} {top}H{right}V{low}H{x}z")
        if isinstance(shape, Disc) and shape.ring:
            r = round(shape.r)
            d = f"M{self.at((shape.x - shape.r, shape.y))}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0z"
            return Path(shape.css, _number(shape.ring), d)
        if isinstance(shape, Disc):
            return Path(shape.css, _number(2 * shape.r), f"M{self.at((shape.x, shape.y))}h0")
        return Path(shape.css, _number(shape.width), f"M{self.at(shape.ends[0])} {self.at(shape.ends[1])}")


def local_path(shape: Stroke | Disc) -> Path:
    """A shape in the frame of its bone, for a group that is turned by itself."""
    if isinstance(shape, Disc):
        if shape.ring:
            x, r = shape.x - shape.r, shape.r
            d = f"M{x:g} {shape.y:g}a{r:g} {r:g} 0 1 0 {2 * r:g} 0a{r:g} {r:g} 0 1 0 {-2 * r:g} 0z"
            return Path(shape.css, _number(shape.ring), d)
        return Path(shape.css, _number(2 * shape.r), f"M{_number(shape.x)} {_number(shape.y)}h0")
    ends = " ".join(_number(value) for end in shape.ends for value in end)
    return Path(shape.css, _number(shape.width), f"M{ends}")


def _number(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text

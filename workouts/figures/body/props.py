"""Things: what stands beside a body and can carry it, what a body holds, and bands between two points."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians, sin
from types import MappingProxyType

from workouts.figures.body.contacts import FLOOR, Surface, point_of
from workouts.figures.body.placement import Placement
from workouts.figures.body.shapes import Block, Disc, Shape, Stroke
from workouts.figures.body.skeleton import Point
from workouts.figures.body.spec import Prop

Numbers = Mapping[str, float]
# None is told by the body, or is not there.
Usual = Mapping[str, float | None]


@dataclass(frozen=True)
class Standing:
    """A thing with a place of its own.  `numbers` are what it takes, with what they are unless said."""

    numbers: Usual
    shapes: Callable[[Numbers], tuple[Shape, ...]]
    surface: Callable[[Numbers], Surface] | None = None
    # The number that a part of the body standing on it tells, where it is left out.
    told: str = ""


@dataclass(frozen=True)
class Held:
    """A thing that moves with a bone, drawn in the frame of that bone for each of its ends."""

    shapes: Callable[[Numbers], tuple[Stroke | Disc, ...]]
    numbers: Usual


@dataclass(frozen=True)
class Span:
    """A band, strap or rope between two points of the body, or from one to the place (x, y)."""

    width: float
    css: str
    numbers: Usual


def _table(at: Numbers, *, thick: float, legs: bool) -> tuple[Shape, ...]:
    x, width, top = at["x"], at["w"], at["h"]
    if not legs:
        return (Block(x, 0, width, top, "p"),)
    foot = 5
    return (
        Block(x, top - thick, width, thick, "p"),
        Block(x + 8, 0, foot, top - thick, "p"),
        Block(x + width - 8 - foot, 0, foot, top - thick, "p"),
    )


def _chair(at: Numbers) -> tuple[Shape, ...]:
    # The back of the chair is behind whoever sits facing +x.
    back = Block(at["x"], at["h"], 5, 46, "p")
    return (*_table(at, thick=6, legs=True), back)


def _top(at: Numbers) -> Surface:
    return Surface((0.0, 1.0), at["h"])


def _wall(at: Numbers) -> tuple[Shape, ...]:
    return (Block(at["x"] if at["faces"] < 0 else at["x"] - 4, 0, 4, at["h"], "p"),)


def _wall_surface(at: Numbers) -> Surface:
    return Surface((at["faces"], 0.0), at["x"] * at["faces"])


def _rack(at: Numbers) -> tuple[Shape, ...]:
    return (Block(at["x"] - 2.5, 0, 5, at["h"], "p"), Block(at["x"] - 14, 0, 28, 4, "p"))


def _leg(at: Numbers) -> tuple[Shape, ...]:
    """The other leg near by, its knee towards the viewer, for a foot that is crossed over it."""
    x, h = at["x"], at["h"]
    knee, shank = Stroke(x, h - 23, x, h - 26, 46, "f"), Stroke(x, h - 24, x, 24, 40, "f")
    return (knee, shank, Stroke(x - 6, 14, x + 6, 14, 28, "f"))


def _rope(at: Numbers) -> tuple[Shape, ...]:
    """A skipping rope from the front, on its way under the feet."""
    x, h = at["x"], at["h"]
    half = ((0, 2), (24, 4), (40, 16), (48, 36), (50, h))
    lines = list(pairwise(half))
    return tuple(
        Stroke(x + s * x1, y1, x + s * x2, y2, 2.5, "strap") for s in (1, -1) for (x1, y1), (x2, y2) in lines
    )


def _machine(at: Numbers) -> tuple[Shape, ...]:
    """The plate of a leg press, and the rail on which the seat runs."""
    return (Block(at["x"], 0, 7, at["h"], "p"), Block(at["x"] - at["w"], 6, at["w"], 4, "p"))


def _anchor(at: Numbers) -> tuple[Shape, ...]:
    """What holds the heels down."""
    x, h = at["x"], at["h"]
    return (Block(x - 6, 0, 4, h, "p"), Block(x - 6, h, 16, 5, "p"))


def _round(at: Numbers) -> tuple[Shape, ...]:
    return (Disc(at["x"], at["y"] + at["r"], at["r"], "p"),)


def _round_top(at: Numbers) -> Surface:
    return Surface((0.0, 1.0), at["y"] + 2 * at["r"])


def _mat(at: Numbers) -> tuple[Shape, ...]:
    return (Block(at["x"], at["y"], at["w"], at["h"], "p"),)


def _box(at: Numbers) -> tuple[Shape, ...]:
    return _table(at, thick=0, legs=False)


def _bench(at: Numbers) -> tuple[Shape, ...]:
    return _table(at, thick=8, legs=True)


def _bar(at: Numbers) -> tuple[Shape, ...]:
    """Seen along its length it is a dot, from the front as long as `w`."""
    x, h, half = at["x"], at["h"], at["w"] / 2
    return (Stroke(x - half, h, x + half, h, 6, "ps"),)


def _grip(at: Numbers) -> Surface:
    return Surface(held=(at["x"], at["h"]))


def _plate(at: Numbers) -> Surface:
    return Surface((-1.0, 0.0), -at["x"])


STANDING: Mapping[str, Standing] = MappingProxyType(
    {
        "mat": Standing({"x": None, "y": -4, "w": None, "h": 4}, _mat),
        "wall": Standing({"x": None, "h": 190, "faces": -1}, _wall, _wall_surface, told="x"),
        "box": Standing({"x": 0, "w": 46, "h": 26}, _box, _top, told="h"),
        "bench": Standing({"x": 0, "w": 90, "h": 48}, _bench, _top, told="h"),
        "chair": Standing({"x": 0, "w": 48, "h": 50}, _chair, _top, told="h"),
        "anchor": Standing({"x": 0, "h": 16}, _anchor),
        "bar": Standing({"x": 0, "h": 200, "w": 0}, _bar, _grip),
        "rack": Standing({"x": 0, "h": 150}, _rack),
        "roller": Standing({"x": 0, "y": 0, "r": 11}, _round, _round_top),
        "ball": Standing({"x": 0, "y": 0, "r": 6}, _round, _round_top),
        "leg": Standing({"x": 0, "h": 90}, _leg, _top),
        "rope": Standing({"x": 0, "h": 80}, _rope),
        "leg_press": Standing({"x": 100, "h": 90, "w": 150}, _machine, _plate),
    }
)


def _dumbbell(at: Numbers) -> tuple[Stroke | Disc, ...]:
    y = at["y"]
    ends = tuple(Stroke(x, y - 3, x, y + 3, 7, "ps") for x in (-9, 9))
    return (Stroke(-9, y, 9, y, 4, "ps"), *ends)


def _kettlebell(at: Numbers) -> tuple[Stroke | Disc, ...]:
    y = at["y"]
    return (Disc(0, y + 2, 5.5, "pr", 3), Disc(0, y + 14, 10, "p"))


def _plates(at: Numbers) -> tuple[Stroke | Disc, ...]:
    return (Disc(at["x"], at["y"], 21, "pr", 5), Disc(at["x"], at["y"], 4, "p"))


def _backpack(_: Numbers) -> tuple[Stroke | Disc, ...]:
    return (Stroke(19, 6, 19, 26, 15, "ps"),)


def _slider(at: Numbers) -> tuple[Stroke | Disc, ...]:
    """Under the sole, turned against the foot where only the heel stands on it."""
    x, y, turn = at["x"], at["y"], radians(at["turn"])
    dx, dy = 11 * cos(turn), 11 * sin(turn)
    return (Stroke(x - dx, y - dy, x + dx, y + dy, 3, "ps"),)


def _broomstick(at: Numbers) -> tuple[Stroke | Disc, ...]:
    """Along the back, in the frame of the upper trunk: from the tailbone to above the head."""
    return (Stroke(at["x"], -32, at["x"], 74, 3.5, "ps"),)


def _seat(_: Numbers) -> tuple[Stroke | Disc, ...]:
    """The seat and back rest of a machine, in the frame of the trunk."""
    return (Stroke(17, -8, 17, 60, 7, "ps"), Stroke(17, -14, -14, -17, 7, "ps"))


def _cushion(at: Numbers) -> tuple[Stroke | Disc, ...]:
    x, y = at["x"], at["y"]
    return (Stroke(x, y - 4, x, y + 4, at["w"], "ps"),)


def _weight(at: Numbers) -> tuple[Stroke | Disc, ...]:
    return (Disc(at["x"], at["y"], at["r"], "p"),)


def _hand(_: Numbers) -> tuple[Stroke | Disc, ...]:
    """A hand that has hold of the toes, near by, and its forearm."""
    return (
        Stroke(-10, 12, -9, 30, 9, "f"),
        Stroke(-8, 33, 12, 38, 14, "f"),
        Stroke(14, 40, 58, 84, 22, "f"),
    )


HELD: Mapping[str, Held] = MappingProxyType(
    {
        "dumbbell": Held(_dumbbell, {"y": 33}),
        "kettlebell": Held(_kettlebell, {"y": 33}),
        "barbell": Held(_plates, {"x": 0, "y": 33}),
        "trap_bar": Held(_plates, {"x": 0, "y": 33}),
        "backpack": Held(_backpack, {}),
        "slider": Held(_slider, {"x": 0, "y": 6, "turn": 0}),
        "broomstick": Held(_broomstick, {"x": 14}),
        "seat": Held(_seat, {}),
        "cushion": Held(_cushion, {"x": 0, "y": 44, "w": 16}),
        "hand": Held(_hand, {}),
        "weight": Held(_weight, {"x": 0, "y": 0, "r": 9}),
    }
)

SPANS: Mapping[str, Span] = MappingProxyType(
    {
        "mini_band": Span(4, "band", {}),
        "long_band": Span(3, "band", {"x": None, "y": None}),
        "strap": Span(3, "strap", {"x": None, "y": None}),
        "dowel": Span(3.5, "strap", {"x": None, "y": None}),
    }
)

KINDS = frozenset({*STANDING, *HELD, *SPANS})


def numbers_of(prop: Prop) -> dict[str, float]:
    """All that is known of the thing: what was said about it, and what is usual."""
    usual = {key: value for key, value in usual_numbers(prop.kind).items() if value is not None}
    return {**usual, **prop.numbers}


def usual_numbers(kind: str) -> Usual:
    """What a kind of thing takes, and what it is unless said; None is told by the body."""
    thing = STANDING.get(kind) or HELD.get(kind) or SPANS.get(kind)
    return thing.numbers if thing else {}


def told_by(prop: Prop, placed: Placement, part: str) -> Prop:
    """The thing put where that part of the body touches it."""
    point = point_of(part)
    (x, y), radius = placed.at[point], placed.skeleton.radius(point)
    faces = numbers_of(prop).get("faces", -1)
    told = {"x": x - faces * radius} if STANDING[prop.kind].told == "x" else {"h": y - radius}
    return Prop(prop.kind, prop.name, {**prop.numbers, **told}, prop.ends)


def surfaces_of(props: tuple[Prop, ...]) -> dict[str, Surface]:
    """What can be stood on, by name: the floor, and all things whose place is known."""
    surfaces = {"floor": FLOOR}
    for prop in props:
        standing = STANDING.get(prop.kind)
        if standing and standing.surface and standing.numbers.keys() <= numbers_of(prop).keys():
            surfaces[prop.name] = standing.surface(numbers_of(prop))
    return surfaces


def standing_shapes(prop: Prop, *, left: float, right: float) -> tuple[Shape, ...]:
    """The thing drawn in its place; a mat without one lies under all of the body, from left to right."""
    under = {"x": left, "w": right - left} if prop.kind == "mat" else {}
    return STANDING[prop.kind].shapes({**under, **numbers_of(prop)})


def held_shapes(prop: Prop) -> tuple[Stroke | Disc, ...]:
    """The thing in the frame of the bone that carries it."""
    return HELD[prop.kind].shapes(numbers_of(prop))


def span_ends(prop: Prop, placed: Placement) -> tuple[Point, Point]:
    """From where to where a band runs in this pose."""
    first = placed.at[prop.ends[0]]
    if len(prop.ends) > 1:
        return first, placed.at[prop.ends[1]]
    numbers = numbers_of(prop)
    return first, (numbers["x"], numbers["y"])

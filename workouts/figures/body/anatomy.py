"""The outline of a body: the strokes each bone is drawn with, in its own frame, and what lies before what."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from workouts.figures.body.placement import Placement
from workouts.figures.body.shapes import Disc, Stroke, within
from workouts.figures.body.skeleton import Skeleton

HALO = 3.2


@dataclass(frozen=True)
class Layer:
    """Bones, by their ends, that are drawn together; `css` is b for the body, f for what is far."""

    name: str
    css: str
    bones: tuple[str, ...]


_LEG, _ARM = ("toe", "ankle", "knee"), ("wrist", "elbow")


def _of(names: tuple[str, ...], side: str) -> tuple[str, ...]:
    return tuple(f"{name}_{side}" for name in names)


# From the back to the front.
_FRONTAL = (
    Layer("leg_f", "b", _of(_LEG, "f")),
    Layer("leg_n", "b", _of(_LEG, "n")),
    Layer("trunk", "b", ("waist", "shoulder", "head")),
    Layer("arm_f", "b", _of(_ARM, "f")),
    Layer("arm_n", "b", _of(_ARM, "n")),
)
LAYERS: Mapping[str, tuple[Layer, ...]] = MappingProxyType(
    {
        "side": (
            Layer("leg_f", "f", _of(_LEG, "f")),
            Layer("arm_f", "f", _of(_ARM, "f")),
            Layer("trunk", "b", ("waist", "shoulder", "head")),
            Layer("leg_n", "b", _of(_LEG, "n")),
            Layer("arm_n", "b", _of(_ARM, "n")),
        ),
        "front": _FRONTAL,
        "above": _FRONTAL,
        "foot": (
            Layer("toes", "f", ("toes",)),
            Layer("foot", "b", ("shin", "ankle", "arch", "ball", "big_toe")),
        ),
        "feet": (
            Layer("leg_f", "f", ("toe_f", "knee_f")),
            Layer("leg_n", "b", ("toe_n", "knee_n")),
        ),
    }
)
# Where paper shows round a limb that crosses the trunk.
HALOED = frozenset({"arm_n", "arm_f"})


def _foot_before(out: int) -> tuple[Stroke | Disc, ...]:
    """A forefoot with its toes, the big one on the inner side, in the frame of the foot."""
    toes = ((-11, 50, 7.5), (1, 52, 5.4), (9.5, 50, 5), (16.5, 46, 4.6), (22, 40, 4.2))
    inner, outer = Stroke(0, 0, -7 * out, 32, 26, "b"), Stroke(0, 0, 10 * out, 30, 26, "b")
    return (inner, outer, *(Disc(x * out, y, r, "b") for x, y, r in toes))


_CALVES = (Stroke(0, 0, 5, 66, 29, "b"), Stroke(0, 0, -5, 66, 29, "b"))
# What a bone is drawn with besides its own line, in its frame, by skeleton.
_BROAD: Mapping[str, Mapping[str, tuple[Stroke | Disc, ...]]] = MappingProxyType(
    {
        # From the front a trunk is broader than its bones: hips and shoulders.
        "front": {"waist": (Stroke(-7, 0, 7, 0, 23, "b"),), "shoulder": (Stroke(-13, 25, 13, 25, 17, "b"),)},
        # The calf, the instep down to the toes, and the root of the big toe.
        "foot": {
            "shin": (Stroke(0, 0, 7, 74, 32, "b"),),
            "arch": (Stroke(24, 31, 8, 53, 26, "b"),),
            "ball": (Stroke(12, 2, 1, 44, 24, "b"),),
            "big_toe": (Stroke(0, 0, 0.5, 14, 21, "b"),),
        },
        "feet": {
            "toe_n": _foot_before(1),
            "toe_f": _foot_before(-1),
            "knee_n": _CALVES,
            "knee_f": _CALVES,
        },
    }
)

# By so much the outline is further out there than the bone's own radius says.
BROADER: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {
        "front": {"hip": 7, "shoulder": 8},
        "foot": {"shin": 7},
        "feet": {"toe_n": 13, "toe_f": 13, "knee_n": 5, "knee_f": 5},
    }
)


def strokes(skeleton: Skeleton, end: str, css: str) -> tuple[Stroke | Disc, ...]:
    """A bone in its own frame."""
    bone = skeleton.bones[end]
    if end == "head":
        return (Disc(0, bone.length, bone.radius, css),)
    broad = _BROAD.get(skeleton.name, {}).get(end, ())
    return (
        Stroke(0, 0, 0, bone.length, 2 * bone.radius, css),
        *(replace(each, css=css) for each in broad),
    )


def outline(placed: Placement, layer: Layer, *, css: str = "") -> list[Stroke | Disc]:
    """A layer where the body is now."""
    return [
        within(placed, end, shape)
        for end in layer.bones
        for shape in shortened(strokes(placed.skeleton, end, css or layer.css), placed.short.get(end, 1))
    ]


def shortened(shapes: tuple[Stroke | Disc, ...], by: float) -> tuple[Stroke | Disc, ...]:
    """The same shapes along a bone that the view shortens."""
    if by == 1:
        return shapes
    return tuple(
        Disc(each.x, each.y * by, each.r, each.css, each.ring)
        if isinstance(each, Disc)
        else Stroke(each.x1, each.y1 * by, each.x2, each.y2 * by, each.width, each.css)
        for each in shapes
    )

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
LAYERS: Mapping[str, tuple[Layer, ...]] = MappingProxyType(
    {
        "side": (
            Layer("leg_f", "f", _of(_LEG, "f")),
            Layer("arm_f", "f", _of(_ARM, "f")),
            Layer("trunk", "b", ("waist", "shoulder", "head")),
            Layer("leg_n", "b", _of(_LEG, "n")),
            Layer("arm_n", "b", _of(_ARM, "n")),
        ),
        "front": (
            Layer("leg_f", "b", _of(_LEG, "f")),
            Layer("leg_n", "b", _of(_LEG, "n")),
            Layer("trunk", "b", ("waist", "shoulder", "head")),
            Layer("arm_f", "b", _of(_ARM, "f")),
            Layer("arm_n", "b", _of(_ARM, "n")),
        ),
        "foot": (
            Layer("toes", "f", ("toes",)),
            Layer("foot", "b", ("shin", "ankle", "arch", "ball", "big_toe")),
        ),
    }
)
# Where paper shows round a limb that crosses the trunk.
HALOED = frozenset({"arm_n", "arm_f"})
# From the front a trunk is broader than its bones: hips and shoulders, in the frames of these bones.
_BROAD = MappingProxyType(
    {"waist": (Stroke(-7, 0, 7, 0, 23, "b"),), "shoulder": (Stroke(-13, 25, 13, 25, 17, "b"),)}
)

# By so much the outline is further out there than the bone's own radius says.
BROADER: Mapping[str, Mapping[str, float]] = MappingProxyType({"front": {"hip": 7, "shoulder": 8}})


def strokes(skeleton: Skeleton, end: str, css: str) -> tuple[Stroke | Disc, ...]:
    """A bone in its own frame."""
    bone = skeleton.bones[end]
    if end == "head":
        return (Disc(0, bone.length, bone.radius, css),)
    line = Stroke(0, 0, 0, bone.length, 2 * bone.radius, css)
    broad = _BROAD.get(end, ()) if skeleton.name == "front" else ()
    return (line, *(replace(each, css=css) for each in broad))


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

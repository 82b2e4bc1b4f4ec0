"""What carries the body: parts of it, surfaces under them, and a pose brought to stand on these."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import hypot

from workouts.figures.body.placement import Placement, place, reached
from workouts.figures.body.skeleton import FLAT, HIP, Point, Skeleton
from workouts.figures.body.spec import Plant, Pose

# Parts of the body that can stand on something, by the point that touches.
_POINTS = {
    "foot": "ankle",
    "toe": "toe",
    "heel": "ankle",
    "shin": "knee",
    "knee": "knee",
    "hand": "wrist",
    "forearm": "elbow",
    "elbow": "elbow",
}
_WHOLE = {"hip": HIP, "waist": "waist", "back": "shoulder", "head": "head", "heel": "heel", "ball": "ball"}
# A shank and a forearm that lie: the joint above them is a little thicker than the one at their end.
_SHIN_LIES, _FOREARM_LIES = -90 + 2.13, 90 - 1.3


@dataclass(frozen=True)
class Surface:
    """
    A line that carries: all points whose product with the unit vector `normal` is `offset`.

    A grip has no normal: the hand goes round the point `held`, and stays there.
    """

    normal: Point = (0.0, 1.0)
    offset: float = 0.0
    held: Point | None = None

    def gap(self, at: Point, radius: float) -> float:
        """How far the outline round that point stands off; below 0 it is inside."""
        if self.held is not None:
            return hypot(at[0] - self.held[0], at[1] - self.held[1])
        return at[0] * self.normal[0] + at[1] * self.normal[1] - self.offset - radius

    def touched(self, at: Point, radius: float) -> Point:
        """The nearest place from where the outline just touches."""
        if self.held is not None:
            return self.held
        gap = self.gap(at, radius)
        return at[0] - self.normal[0] * gap, at[1] - self.normal[1] * gap


FLOOR = Surface()


def point_of(part: str) -> str:
    """The point of the body by which a part of it, such as "foot_n", stands."""
    if part in _WHOLE:
        return _WHOLE[part]
    name, _, side = part.rpartition("_")
    return f"{_POINTS[name]}_{side}"


def parts(skeleton: Skeleton) -> frozenset[str]:
    """All that can be planted of a body."""
    sided = {f"{name}_{side}" for name in _POINTS for side in "nf"}
    known = {skeleton.root, *skeleton.bones}
    return frozenset(part for part in sided | set(_WHOLE) if point_of(part) in known)


def stood(
    skeleton: Skeleton,
    pose: Pose,
    *,
    plants: tuple[Plant, ...],
    surfaces: Mapping[str, Surface],
    places: Mapping[str, Point],
    short: Mapping[str, float],
) -> Placement:
    """
    The pose on what carries it.

    The first plant carries: its point comes to its place.  Limbs that are planted reach for theirs.  If
    another part is planted that no limb can bring there, the whole body is turned about the first until it
    touches.  `places` are where planted points stand already; those that are missing are found on the way.
    """

    def leaning(lean: float) -> Placement:
        placed = _laid(place(skeleton, lean=lean, angles=pose.angles, short=short), pose, plants)
        return _carried(placed, pose, plants[0], surfaces, places) if plants else placed

    turns = next((plant for plant in plants[1:] if not _limb(skeleton, plant.part)), None)
    surface = surfaces.get(turns.surface) if turns else None
    placed = leaning(pose.lean)
    if turns and surface and surface.normal[1]:
        point = point_of(turns.part)
        radius, level = skeleton.radius(point), surface
        placed = leaning(_root_of(lambda lean: level.gap(leaning(lean).at[point], radius), near=pose.lean))
    for plant in plants[1:]:
        if _limb(skeleton, plant.part) and plant.surface in surfaces:
            placed = _reach(placed, plant, surfaces[plant.surface], places)
    return placed


def _carried(
    placed: Placement,
    pose: Pose,
    carrying: Plant,
    surfaces: Mapping[str, Surface],
    places: Mapping[str, Point],
) -> Placement:
    point = point_of(carrying.part)
    x, y = placed.at[point]
    wanted = places.get(point) or surfaces[carrying.surface].touched((0.0, y), placed.skeleton.radius(point))
    dx, dy = pose.shift
    return placed.moved(wanted[0] + dx - x, wanted[1] + dy - y)


def _limb(skeleton: Skeleton, part: str) -> str:
    """The end of the limb that brings that part to a place, or "" if none does."""
    name, _, side = part.rpartition("_")
    if name in ("foot", "toe", "heel"):
        return f"ankle_{side}"
    if name == "hand":
        return f"wrist_{side}"
    return part if part in skeleton.chains else ""


def _reach(placed: Placement, plant: Plant, surface: Surface, places: Mapping[str, Point]) -> Placement:
    point, end = point_of(plant.part), _limb(placed.skeleton, plant.part)
    at = placed.at[point]
    wanted = places.get(point) or surface.touched(at, placed.skeleton.radius(point))
    from_end = at[0] - placed.at[end][0], at[1] - placed.at[end][1]
    return reached(placed, end, (wanted[0] - from_end[0], wanted[1] - from_end[1]))


def _laid(placed: Placement, pose: Pose, plants: tuple[Plant, ...]) -> Placement:
    """Feet flat or by their soles, shanks and forearms that lie: each by the one joint above it."""
    skeleton = placed.skeleton
    wanted: dict[str, float] = {}
    for plant in plants:
        name, _, side = plant.part.rpartition("_")
        if name == "foot":
            wanted[f"toe_{side}"] = skeleton.sole
        elif name == "shin":
            wanted[f"ankle_{side}"] = _SHIN_LIES
            if f"ankle_{side}" not in pose.angles:
                wanted[f"toe_{side}"] = -90 + FLAT
        elif name == "forearm":
            wanted[f"wrist_{side}"] = _FOREARM_LIES
    for side, lifted in pose.soles.items():
        wanted[f"toe_{side}"] = skeleton.sole - lifted
    if not wanted:
        return placed
    angles, world = dict(placed.angles), dict(placed.world)
    for end, bone in skeleton.bones.items():
        of_parent = -placed.lean if bone.parent == skeleton.root else world[bone.parent]
        if end in wanted:
            turned = bone.sign * (wanted[end] - of_parent - bone.rest)
            angles[bone.joint] = (turned + 180) % 360 - 180
        world[end] = of_parent + bone.rest + bone.sign * angles[bone.joint]
    return place(skeleton, lean=placed.lean, angles=angles, root=placed.at[skeleton.root], short=placed.short)


def _root_of(gap: Callable[[float], float], *, near: float) -> float:
    """The lean at which there is no gap, sought from that one on."""
    low, at_low = near, gap(near)
    high = near + (1.0 if abs(gap(near + 1.0)) < abs(at_low) else -1.0)
    for _ in range(40):
        at_high = gap(high)
        if abs(at_high) < 1e-4 or at_high == at_low:
            break
        low, at_low, high = high, at_high, high - at_high * (high - low) / (at_high - at_low)
        high = min(max(high, near - 60), near + 60)
    return high

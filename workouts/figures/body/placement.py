"""A pose placed in the picture: from the angles of the joints to where every point of the body is."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import acos, atan2, cos, degrees, hypot, radians, sin

from workouts.figures.body.skeleton import Bone, Point, Skeleton

Angles = Mapping[str, float]


@dataclass(frozen=True)
class Placement:
    """
    lean: degrees by which the body is turned.  angles: of every joint.  world: of every bone, by its end.

    at: every point, the root among them.  short: by how much a bone is foreshortened, where it is.
    """

    skeleton: Skeleton
    lean: float
    angles: Angles
    world: Angles
    at: Mapping[str, Point]
    short: Angles

    def moved(self, dx: float, dy: float) -> "Placement":
        at = {name: (x + dx, y + dy) for name, (x, y) in self.at.items()}
        return Placement(self.skeleton, self.lean, self.angles, self.world, at, self.short)

    def lowest(self) -> float:
        """The lowest height that the outline reaches."""
        return min(y - self.skeleton.radius(point) for point, (_, y) in self.at.items())

    def within(self, end: str, local: Point) -> Point:
        """Where a place in a bone's own frame is."""
        bone = self.skeleton.bones[end]
        across, along = along_and_across(self.world[end])
        base = self.base(bone)
        x, y = local
        return base[0] + across[0] * x + along[0] * y, base[1] + across[1] * x + along[1] * y

    def base(self, bone: Bone) -> Point:
        return _base(bone, self.skeleton, self.at, self.world, self.lean, self.short)


def direction(angle: float) -> Point:
    """The unit vector of a world angle."""
    return sin(radians(angle)), -cos(radians(angle))


def along_and_across(angle: float) -> tuple[Point, Point]:
    """The axes of a bone's own frame: across (x), then along (y)."""
    x, y = direction(angle)
    return (-y, x), (x, y)


def place(
    skeleton: Skeleton, *, lean: float, angles: Angles, root: Point = (0, 0), short: Angles | None = None
) -> Placement:
    """Place a pose with its root at that point.  Angles that are not named are 0."""
    short = short or {}
    world: dict[str, float] = {}
    at: dict[str, Point] = {skeleton.root: root}
    full = {bone.joint: angles.get(bone.joint, 0.0) for bone in skeleton.bones.values()}
    for end, bone in skeleton.bones.items():
        of_parent = -lean if bone.parent == skeleton.root else world[bone.parent]
        world[end] = of_parent + bone.rest + bone.sign * full[bone.joint]
        x, y = _base(bone, skeleton, at, world, lean, short)
        dx, dy = direction(world[end])
        length = bone.length * short.get(end, 1)
        at[end] = x + dx * length, y + dy * length
    return Placement(skeleton, lean, full, world, at, short)


def _base(
    bone: Bone, skeleton: Skeleton, at: Mapping[str, Point], world: Angles, lean: float, short: Angles
) -> Point:
    if bone.parent == skeleton.root:
        start, turned, shrunk = at[skeleton.root], -lean, 1.0
    else:
        parent = skeleton.bones[bone.parent]
        start = _base(parent, skeleton, at, world, lean, short)
        turned, shrunk = world[bone.parent], short.get(bone.parent, 1)
    across, along = along_and_across(turned)
    x, y = bone.base[0], bone.base[1] * shrunk
    return start[0] + across[0] * x + along[0] * y, start[1] + across[1] * x + along[1] * y


def reached(placement: Placement, end: str, target: Point) -> Placement:
    """
    The same body with the limb that ends there bent so that its end comes to the target, or near it.

    The limb bends to the side to which it is bent already; everything else keeps its angles, and what hangs
    on the limb keeps its direction in the world.
    """
    skeleton = placement.skeleton
    first, second = skeleton.bones[skeleton.chains[end]], skeleton.bones[end]
    x, y = placement.base(first)
    upper = first.length * placement.short.get(first.end, 1)
    lower = second.length * placement.short.get(second.end, 1)
    wanted = hypot(target[0] - x, target[1] - y)
    span = min(max(wanted, abs(upper - lower) + 1e-6), upper + lower - 1e-6)
    towards = degrees(atan2(target[0] - x, y - target[1]))
    at_base = degrees(acos(_clamped((upper**2 + span**2 - lower**2) / (2 * upper * span))))
    at_joint = 180 - degrees(acos(_clamped((upper**2 + lower**2 - span**2) / (2 * upper * lower))))
    bend = -1 if second.sign * (placement.angles[second.joint] + 1e-9) + second.rest < 0 else 1
    world_first = towards - bend * at_base
    of_parent = -placement.lean if first.parent == skeleton.root else placement.world[first.parent]
    angles = dict(placement.angles)
    angles[first.joint] = _turn(
        first.sign * (world_first - of_parent - first.rest), near=placement.angles[first.joint]
    )
    angles[second.joint] = second.sign * (bend * at_joint - second.rest)
    for bone in skeleton.bones.values():
        if bone.parent == end:
            world_second = world_first + bend * at_joint
            angles[bone.joint] = _turn(
                bone.sign * (placement.world[bone.end] - world_second - bone.rest), near=0
            )
    return place(
        skeleton, lean=placement.lean, angles=angles, root=placement.at[skeleton.root], short=placement.short
    )


def _clamped(value: float) -> float:
    return min(max(value, -1.0), 1.0)


def _turn(angle: float, *, near: float) -> float:
    """The same direction as an angle within a half turn of `near`."""
    return (angle - near + 180) % 360 - 180 + near

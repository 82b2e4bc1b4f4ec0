"""
Motion: where the body is at every instant of one repetition, breath or pair of steps.

On its way from one pose to the next every joint follows the same smooth curve, and what is planted is held
where it stands by bending the limbs anew at each instant.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from workouts.figures.body.contacts import Surface, point_of, stood
from workouts.figures.body.placement import Placement, place
from workouts.figures.body.skeleton import SKELETONS, Point, Skeleton
from workouts.figures.body.spec import FigureSpec, Kind, Plant, Pose, Step
from workouts.training.tempo import StartsWith, Tempo

Surfaces = Mapping[str, Surface]

# Without a tempo of its own: into a stretch, in it and out of it.
STRETCH_S = (3.0, 4.0, 2.0, 0.0)
BREATH_S = 5.0
# Who comes less far along the ground stays on the spot.
_LEAST_STRIDE = 0.5


@dataclass(frozen=True)
class Leg:
    """
    A part of the motion: from one placement to another in so many seconds, standing on these plants.

    places: where planted points stand.  shift: how far what carries has moved from there, at both ends.
    """

    start: Placement
    end: Placement
    seconds: float
    plants: tuple[Plant, ...]
    places: Mapping[str, Point]
    shift: tuple[Point, Point] = ((0.0, 0.0), (0.0, 0.0))
    soles: tuple[Mapping[str, float], Mapping[str, float]] = ({}, {})
    air: float = 0.0

    @property
    def is_still(self) -> bool:
        return self.start is self.end


@dataclass(frozen=True)
class Motion:
    """
    legs: one after the other; the last leads back to where the first began.

    stride: how far the body comes along the ground until then, which the ground takes back.
    """

    skeleton: Skeleton
    surfaces: Surfaces
    legs: tuple[Leg, ...]
    poses: tuple[Placement, ...]
    stride: float

    @cached_property
    def seconds(self) -> float:
        return sum(leg.seconds for leg in self.legs)

    def at(self, leg: Leg, part: float) -> Placement:
        """The body when that part (0 to 1) of the leg's time is over, the ground not yet taken back."""
        if leg.is_still or part <= 0:
            return leg.start
        if part >= 1:
            return leg.end
        return _between(leg, part, self.skeleton, self.surfaces)


def seconds_in_order(tempo: Tempo | None, starts_with: StartsWith | None) -> tuple[float, ...]:
    """The four parts of a repetition as it is done: to the end, there, back, at the start."""
    if tempo is None:
        return STRETCH_S
    down = (tempo.eccentric_s, tempo.pause_stretched_s)
    up = (tempo.concentric_s, tempo.pause_contracted_s)
    return (*up, *down) if starts_with is StartsWith.LIFT else (*down, *up)


def smooth(part: float) -> float:
    """From 0 to 1 without a jerk at either end."""
    return part * part * (3 - 2 * part)


def motion_of(spec: FigureSpec, *, surfaces: Surfaces, seconds: tuple[float, ...]) -> Motion:
    """
    The motion of a figure.

    seconds: for two poses there and back, the four parts of a repetition: to the end, there, back, at the
    start.  Steps have their own, and a held pose breathes.
    """
    skeleton = SKELETONS[spec.look]
    steps = spec.steps
    first = _stood(skeleton, steps[0], surfaces, {}, spec)
    if len(steps) == 1:
        held = Leg(first, first, BREATH_S, steps[0].plants, _places(first, steps[0].plants))
        return Motion(skeleton, surfaces, (held,), (first,), 0)
    if spec.kind != Kind.TRAVEL:
        there = _leg(skeleton, steps[0], steps[1], first, surfaces, spec, seconds[0])
        back = Leg(
            there.end,
            there.start,
            seconds[2],
            there.plants,
            there.places,
            shift=there.shift[::-1],
            soles=there.soles[::-1],
        )
        stays = (
            Leg(there.end, there.end, seconds[1], there.plants, there.places),
            Leg(first, first, seconds[3], there.plants, there.places),
        )
        legs = tuple(leg for leg in (there, stays[0], back, stays[1]) if leg.seconds)
        return Motion(skeleton, surfaces, legs, (first, there.end), 0)
    return _travelled(skeleton, steps, first, surfaces, spec)


def _travelled(
    skeleton: Skeleton, steps: tuple[Step, ...], first: Placement, surfaces: Surfaces, spec: FigureSpec
) -> Motion:
    legs: list[Leg] = []
    at = first
    for number, step in enumerate(steps):
        following = steps[(number + 1) % len(steps)]
        leg = _leg(skeleton, step, following, at, surfaces, spec, step.seconds)
        legs.append(leg)
        at = leg.end
    stride = at.at[skeleton.root][0] - first.at[skeleton.root][0]
    if abs(stride) < _LEAST_STRIDE:
        stride = 0
    return Motion(skeleton, surfaces, tuple(legs), (first, *(leg.end for leg in legs[:-1])), stride)


def _leg(
    skeleton: Skeleton,
    step: Step,
    following: Step,
    start: Placement,
    surfaces: Surfaces,
    spec: FigureSpec,
    seconds: float,
) -> Leg:
    places = _places(start, step.plants)
    soles = (step.pose.soles, following.pose.soles)
    moved = _difference(following.pose.shift, step.pose.shift)
    if step.plants:
        # Who lands on the next step lands on its surface, not near it.
        landing = tuple(plant for plant in following.plants if plant not in step.plants)
        pose = replace(following.pose, shift=moved)
        end = _stood(skeleton, Step(pose, step.plants + landing), surfaces, places, spec)
    else:
        end = _stood(skeleton, following, surfaces, {}, spec)
        if not following.plants:
            end = end.moved(0, following.pose.shift[1] - end.lowest())
        ahead = start.at[skeleton.root][0] - end.at[skeleton.root][0] + following.pose.shift[0]
        end = end.moved(ahead, 0)
    return Leg(start, end, seconds, step.plants, places, ((0.0, 0.0), moved), soles, _air(step, start, end))


def _air(step: Step, start: Placement, end: Placement) -> float:
    """
    How far a flight rises above the straight way.

    Where it leads up to a highest pose or down from one, it is fast near the ground and slow at the top, as
    all that is thrown.
    """
    rise = end.at[end.skeleton.root][1] - start.at[start.skeleton.root][1]
    return step.air or (0 if step.plants else abs(rise) / 4)


def _places(placed: Placement, plants: tuple[Plant, ...]) -> dict[str, Point]:
    return {point_of(plant.part): placed.at[point_of(plant.part)] for plant in plants}


def _stood(
    skeleton: Skeleton, step: Step, surfaces: Surfaces, places: Mapping[str, Point], spec: FigureSpec
) -> Placement:
    return stood(skeleton, step.pose, plants=step.plants, surfaces=surfaces, places=places, short=spec.short)


def _between(leg: Leg, part: float, skeleton: Skeleton, surfaces: Surfaces) -> Placement:
    """The body when that part of the time is over, what is planted standing still."""
    along = smooth(part)
    start, end = leg.start, leg.end
    angles = {joint: _mixed(start.angles[joint], end.angles[joint], along) for joint in start.angles}
    lean = _mixed(start.lean, end.lean, along)
    if not leg.plants:
        (x0, y0), (x1, y1) = start.at[skeleton.root], end.at[skeleton.root]
        root = _mixed(x0, x1, part), _mixed(y0, y1, part) + leg.air * 4 * part * (1 - part)
        return place(skeleton, lean=lean, angles=angles, root=root, short=start.short)
    soles_from, soles_to = leg.soles
    soles = {side: _mixed(soles_from[side], soles_to[side], along) for side in soles_from if side in soles_to}
    (x0, y0), (x1, y1) = leg.shift
    pose = Pose(lean, angles, soles, shift=(_mixed(x0, x1, along), _mixed(y0, y1, along)))
    return stood(skeleton, pose, plants=leg.plants, surfaces=surfaces, places=leg.places, short=start.short)


def _difference(first: Point, second: Point) -> Point:
    return first[0] - second[0], first[1] - second[1]


def _mixed(start: float, end: float, part: float) -> float:
    return start + (end - start) * part

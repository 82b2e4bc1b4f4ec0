"""One figure set up: its motion, the things round it, and the frame that holds all of it."""

from dataclasses import dataclass, replace
from functools import cached_property

from workouts.figures.body import props as things
from workouts.figures.body.anatomy import BROADER, LAYERS, outline
from workouts.figures.body.contacts import stood
from workouts.figures.body.motion import Leg, Motion, motion_of
from workouts.figures.body.placement import Placement
from workouts.figures.body.props import HELD, SPANS, STANDING
from workouts.figures.body.shapes import Shape, bounds, within
from workouts.figures.body.skeleton import SKELETONS
from workouts.figures.body.spec import FigureSpec, Prop

# All figures of a list have one scale: this many units across.
WIDTH = 280
MOMENTS_A_LEG = 5
_ABOVE, _BELOW = 8, 1


@dataclass(frozen=True)
class Scene:
    """`spec` has its things where the body touches them."""

    spec: FigureSpec
    motion: Motion

    @cached_property
    def start(self) -> Placement:
        return self.motion.poses[self.spec.shown[0] if len(self.motion.poses) > 1 else 0]

    @cached_property
    def end(self) -> Placement:
        return self.motion.poses[self.spec.shown[1] if len(self.motion.poses) > 1 else 0]

    @cached_property
    def moments(self) -> tuple[Placement, ...]:
        """The body at some instants, enough to tell how much room it takes."""
        found = [self.start, self.end]
        for leg, since in self.timed_legs:
            # The way back takes the same room as the way there.
            if not leg.is_still and leg.end is not self.motion.legs[0].start:
                found += [
                    self.seen(leg, since, number / MOMENTS_A_LEG) for number in range(MOMENTS_A_LEG + 1)
                ]
        return tuple(found)

    @cached_property
    def reach(self) -> tuple[float, float, float]:
        """How far the body reaches to the left, to the right and up."""
        of_skeleton = self.motion.skeleton
        rims = [
            (at[0], at[1], of_skeleton.radius(point) + BROADER.get(of_skeleton.name, {}).get(point, 0))
            for placed in self.moments
            for point, at in placed.at.items()
        ]
        return min(x - r for x, _, r in rims), max(x + r for x, _, r in rims), max(y + r for _, y, r in rims)

    @cached_property
    def timed_legs(self) -> tuple[tuple[Leg, float], ...]:
        """Every leg of the motion with the seconds that were over when it began."""
        since, found = 0.0, []
        for leg in self.motion.legs:
            found.append((leg, since))
            since += leg.seconds
        return tuple(found)

    def seen(self, leg: Leg, since: float, part: float) -> Placement:
        """The body in a leg of the motion; over a stride the ground moves back evenly."""
        placed = self.motion.at(leg, part)
        over = (since + part * leg.seconds) / self.motion.seconds
        return placed.moved(-self.motion.stride * over, 0) if self.motion.stride else placed

    @cached_property
    def standing(self) -> tuple[Shape, ...]:
        """The things with a place of their own."""
        left, right, _ = self.reach
        return tuple(
            shape
            for prop in self.spec.props
            if prop.kind in STANDING
            for shape in things.standing_shapes(prop, left=left - 4, right=right + 4)
        )

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, width and height of what is seen; y points up."""
        left, right, top = self.reach
        things_there = [bounds(shape) for shape in self.standing]
        left = min([left, *(each[0] for each in things_there)])
        right = max([right, *(each[2] for each in things_there)])
        top = max([top, *(each[3] for each in things_there), *self._held_tops()])
        return (left + right - WIDTH) / 2, top + _ABOVE, WIDTH, top + _ABOVE + _BELOW

    def _held_tops(self) -> tuple[float, ...]:
        """How high bands reach that are fixed to a place, and all that is held; never below the ground."""
        ends = [end[1] for prop in self.spans for end in things.span_ends(prop, self.start)]
        held = [
            bounds(within(placed, end, shape))[3]
            for prop in self.held
            for shape in things.held_shapes(prop)
            for placed in self.moments
            for end in prop.ends
        ]
        return (0.0, *ends, *held)

    @property
    def held(self) -> tuple[Prop, ...]:
        return tuple(prop for prop in self.spec.props if prop.kind in HELD)

    @property
    def spans(self) -> tuple[Prop, ...]:
        return tuple(prop for prop in self.spec.props if prop.kind in SPANS)


def body(placed: Placement) -> list[Shape]:
    """The whole outline of a body."""
    return [shape for layer in LAYERS[placed.skeleton.name] for shape in outline(placed, layer)]


def scene(spec: FigureSpec, *, seconds: tuple[float, ...]) -> Scene:
    """Set a figure up.  `seconds` are the four parts of a repetition, as in `motion.motion_of`."""
    surfaces = things.surfaces_of(spec.props)
    first = spec.steps[0]
    if untold := {plant.surface: plant.part for plant in first.plants if plant.surface not in surfaces}:
        placed = stood(
            SKELETONS[spec.look],
            first.pose,
            plants=first.plants,
            surfaces=surfaces,
            places={},
            short=spec.short,
        )
        props = tuple(
            things.told_by(prop, placed, untold[prop.name]) if prop.name in untold else prop
            for prop in spec.props
        )
        spec = replace(spec, props=props)
        surfaces = things.surfaces_of(props)
    return Scene(spec, motion_of(spec, surfaces=surfaces, seconds=seconds))

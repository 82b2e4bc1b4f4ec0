"""How each joint turns over time, in as few instants as say it: what keyframes are written from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workouts.figures.body import props as things
from workouts.figures.body.contacts import point_of
from workouts.figures.body.motion import Leg
from workouts.figures.body.placement import Placement
from workouts.figures.body.scene import Scene
from workouts.figures.body.skeleton import Skeleton
from workouts.figures.body.spec import Prop

SAMPLES_A_LEG = 16
# What may be left out between two instants: degrees for a joint, units for a place.
_TURN_OFF, _PLACE_OFF = 0.35, 0.2
# As much again where nothing that is planted would stray: in the air, and in limbs that carry nothing.
_LOOSE = 4

Values = tuple[float, ...]
# A part of the whole time, the values then, and how far off they may be said.
Sample = tuple[float, Values, float]


@dataclass(frozen=True)
class Channel:
    """
    Values over time, the body's in the picture's own frame (y points down, turning clockwise).

    kind: "turn" (degrees), "place" (x, y) or "span" (x, y, degrees, length).  instants: the part of the whole
    time that is over, 0 to 1, with the values then; between two of them they change evenly.
    """

    kind: str
    instants: tuple[tuple[float, Values], ...]

    @property
    def moves(self) -> bool:
        return len(self.instants) > 1

    def at(self, part: float) -> Values:
        """The values when that part of the whole time is over."""
        for (since, before), (until, after) in zip(self.instants, self.instants[1:], strict=False):
            if since <= part <= until:
                share = (part - since) / (until - since) if until > since else 0.0
                return tuple(a + (b - a) * share for a, b in zip(before, after, strict=True))
        return self.instants[0][1]


def channels(scene: Scene, *, left: float, top: float) -> Mapping[str, Channel]:
    """
    "root" (place), "lean" and every bone (turn), bands ("span 0" and on), and "ground" where it moves.

    left, top: the corner of the picture.
    """
    moments: list[tuple[float, Placement, frozenset[str]]] = []
    total = scene.motion.seconds
    for leg, since in scene.timed_legs:
        carrying = _carrying(leg, scene.motion.skeleton)
        for number in range(SAMPLES_A_LEG + 1):
            over = (since + leg.seconds * number / SAMPLES_A_LEG) / total
            moments.append((over, scene.seen(leg, since, number / SAMPLES_A_LEG), carrying))
    found = {}
    for key, way in _ways(scene, left, top).items():
        samples = [
            (over, way.value(placed), way.off * (1 if way.bone in tight else _LOOSE))
            for over, placed, tight in moments
        ]
        found[key] = Channel(way.kind, _fewest(samples))
    if scene.motion.stride:
        found["ground"] = Channel("place", ((0.0, (0.0, 0.0)), (1.0, (-scene.motion.stride, 0.0))))
    return found


def at_rest(scene: Scene, *, left: float, top: float) -> Mapping[str, Values]:
    """The values of every channel in the pose that is drawn solid, where it is drawn."""
    values = {key: way.value(scene.end) for key, way in _ways(scene, left, top).items()}
    return {**values, "ground": (0.0, 0.0)}


@dataclass(frozen=True)
class _Way:
    """How a channel's values are told of a body, and how far keyframes may be off them."""

    kind: str
    value: Callable[[Placement], Values]
    off: float
    bone: str


def _ways(scene: Scene, left: float, top: float) -> dict[str, _Way]:
    skeleton = scene.motion.skeleton
    root = skeleton.root
    found = {
        "root": _Way("place", lambda p: (p.at[root][0] - left, top - p.at[root][1]), _PLACE_OFF, root),
        "lean": _Way("turn", lambda p: (p.lean,), _TURN_OFF, root),
    }
    for end in skeleton.bones:
        found[end] = _Way("turn", _turn(skeleton, end), _TURN_OFF, end)
    for number, prop in enumerate(scene.spans):
        found[f"span {number}"] = _Way("span", _span(prop, left, top), _PLACE_OFF, root)
    return found


def _turn(skeleton: Skeleton, end: str) -> Callable[[Placement], Values]:
    bone = skeleton.bones[end]
    return lambda placed: (-(bone.rest + bone.sign * placed.angles[bone.joint]),)


def _span(prop: Prop, left: float, top: float) -> Callable[[Placement], Values]:
    def value(placed: Placement) -> Values:
        (x1, y1), (x2, y2) = things.span_ends(prop, placed)
        return x1 - left, top - y1, x2 - left, top - y2

    return value


def _carrying(leg: Leg, skeleton: Skeleton) -> frozenset[str]:
    """The bones between the root and what is planted, and the root itself; none in the air."""
    found = {skeleton.root} if leg.plants else set()
    for plant in leg.plants:
        end = point_of(plant.part)
        while end in skeleton.bones:
            found.add(end)
            end = skeleton.bones[end].parent
    return frozenset(found)


def _fewest(samples: list[Sample]) -> tuple[tuple[float, Values], ...]:
    """The fewest of the samples between which no other lies further off the even way than it may."""
    first = samples[0][1]
    if all(abs(a - b) <= off for _, values, off in samples for a, b in zip(values, first, strict=True)):
        return (samples[0][:2],)
    return tuple(sample[:2] for sample in _split(samples))


def _split(samples: list[Sample]) -> list[Sample]:
    (since, before, _), (until, after, _) = samples[0], samples[-1]
    worst, place = 1.0, 0
    for number, (time, values, off) in enumerate(samples[1:-1], start=1):
        share = (time - since) / (until - since) if until > since else 0.0
        for a, b, value in zip(before, after, values, strict=True):
            if abs(a + (b - a) * share - value) / off > worst:
                worst, place = abs(a + (b - a) * share - value) / off, number
    if not place:
        return [samples[0], samples[-1]]
    return _split(samples[: place + 1])[:-1] + _split(samples[place:])

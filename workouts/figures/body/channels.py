"""How each joint turns over time, in as few instants as say it: what keyframes are written from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workouts.figures.body import props as things
from workouts.figures.body.placement import Placement
from workouts.figures.body.scene import Scene
from workouts.figures.body.skeleton import Skeleton
from workouts.figures.body.spec import Prop

SAMPLES_A_LEG = 16
# What may be left out between two instants: degrees for a joint, units for a place.
_TURN_OFF, _PLACE_OFF = 0.35, 0.2

Values = tuple[float, ...]


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
    times: list[float] = []
    placed: list[Placement] = []
    total = scene.motion.seconds
    for leg, since in scene.timed_legs:
        for number in range(SAMPLES_A_LEG + 1):
            times.append((since + leg.seconds * number / SAMPLES_A_LEG) / total)
            placed.append(scene.seen(leg, since, number / SAMPLES_A_LEG))
    root = scene.motion.skeleton.root

    def of(kind: str, value: Callable[[Placement], Values], off: float) -> Channel:
        return Channel(kind, _fewest([(t, value(p)) for t, p in zip(times, placed, strict=True)], off))

    found = {
        "root": of("place", lambda p: (p.at[root][0] - left, top - p.at[root][1]), _PLACE_OFF),
        "lean": of("turn", lambda p: (p.lean,), _TURN_OFF),
    }
    for end in scene.motion.skeleton.bones:
        found[end] = of("turn", _turn(scene.motion.skeleton, end), _TURN_OFF)
    for number, prop in enumerate(scene.spans):
        found[f"span {number}"] = of("span", _span(prop, left, top), _PLACE_OFF)
    if scene.motion.stride:
        found["ground"] = Channel("place", ((0.0, (0.0, 0.0)), (1.0, (-scene.motion.stride, 0.0))))
    return found


def _turn(skeleton: Skeleton, end: str) -> Callable[[Placement], Values]:
    bone = skeleton.bones[end]
    return lambda placed: (-(bone.rest + bone.sign * placed.angles[bone.joint]),)


def _span(prop: Prop, left: float, top: float) -> Callable[[Placement], Values]:
    def value(placed: Placement) -> Values:
        (x1, y1), (x2, y2) = things.span_ends(prop, placed)
        return x1 - left, top - y1, x2 - left, top - y2

    return value


def _fewest(samples: list[tuple[float, Values]], off: float) -> tuple[tuple[float, Values], ...]:
    """The fewest of the samples between which no other lies further off the even way than that."""
    first = samples[0][1]
    if all(abs(a - b) <= off for _, values in samples for a, b in zip(values, first, strict=True)):
        return (samples[0],)
    return tuple(_split(samples, off))


def _split(samples: list[tuple[float, Values]], off: float) -> list[tuple[float, Values]]:
    (since, before), (until, after) = samples[0], samples[-1]
    worst, place = off, 0
    for number, (time, values) in enumerate(samples[1:-1], start=1):
        share = (time - since) / (until - since) if until > since else 0.0
        for a, b, value in zip(before, after, values, strict=True):
            if abs(a + (b - a) * share - value) > worst:
                worst, place = abs(a + (b - a) * share - value), number
    if not place:
        return [samples[0], samples[-1]]
    return _split(samples[: place + 1], off)[:-1] + _split(samples[place:], off)

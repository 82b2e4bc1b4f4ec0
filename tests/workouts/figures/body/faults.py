"""What is wrong with a figure, in sentences: what a drawing promises, held against each of its frames."""

from collections.abc import Iterator, Mapping
from math import hypot

from workouts.figures.body.channels import channels
from workouts.figures.body.contacts import point_of
from workouts.figures.body.layout import muscles
from workouts.figures.body.placement import Placement, place
from workouts.figures.body.props import STANDING, numbers_of, surfaces_of
from workouts.figures.body.scene import Scene, body
from workouts.figures.body.shapes import bounds
from workouts.figures.body.spec import Kind, Look

LEAST_TURN = 12.0
FRAMES_A_LEG = 12


def faults(scene: Scene, *, tints: Mapping[str, int]) -> list[str]:
    """One sentence for each fault, without repeats; `tints` are the steps of the regions that should show."""
    found = [
        *_bones(scene),
        *_joints(scene),
        *_planted(scene),
        *_ground(scene),
        *_turn(scene),
        *_returns(scene),
        *_tints(scene, tints),
    ]
    return list(dict.fromkeys(found))


def _frames(scene: Scene) -> Iterator[Placement]:
    for leg in scene.motion.legs:
        for number in range(FRAMES_A_LEG + 1):
            yield scene.motion.at(leg, number / FRAMES_A_LEG)


def seen(scene: Scene) -> Iterator[Placement]:
    """Every frame as it is seen, the ground taken back."""
    for leg, since in scene.timed_legs:
        for number in range(FRAMES_A_LEG + 1):
            yield scene.seen(leg, since, number / FRAMES_A_LEG)


def _bones(scene: Scene) -> Iterator[str]:
    for frame in _frames(scene):
        for end, bone in frame.skeleton.bones.items():
            x, y = frame.base(bone)
            length = hypot(frame.at[end][0] - x, frame.at[end][1] - y)
            if abs(length - bone.length * frame.short.get(end, 1)) > 0.1:
                yield f"the bone to {end} is {length:.1f} long"


def _joints(scene: Scene) -> Iterator[str]:
    worst: dict[str, float] = {}
    for frame in _frames(scene):
        for bone in frame.skeleton.bones.values():
            low, high = bone.limits
            angle = frame.angles[bone.joint]
            beyond = max(low - angle, angle - high)
            if beyond > 0.5 and beyond > abs(worst.get(bone.joint, 0)) - (high if angle > high else low):
                worst[bone.joint] = angle
    for joint, angle in worst.items():
        yield f"{joint} goes to {angle:.0f}"


def _planted(scene: Scene) -> Iterator[str]:
    surfaces = surfaces_of(scene.spec.props)
    for leg in scene.motion.legs:
        for plant in leg.plants:
            point = point_of(plant.part)
            first = leg.start.at[point]
            gaps, moved = [], []
            for number in range(FRAMES_A_LEG + 1):
                frame = scene.motion.at(leg, number / FRAMES_A_LEG)
                gaps.append(surfaces[plant.surface].gap(frame.at[point], frame.skeleton.radius(point)))
                moved.append(hypot(frame.at[point][0] - first[0], frame.at[point][1] - first[1]))
            # Seen from above, whatever lies on the floor lies in the plane of the picture.
            gap = 0 if scene.spec.look == Look.ABOVE else max(gaps, key=abs)
            if abs(gap) > 1:
                yield f"{plant.part} is {gap:.1f} off {plant.surface}"
            if max(moved) > 1 and scene.spec.kind != Kind.ROLL:
                yield f"{plant.part} slips by {max(moved):.1f}"


def _ground(scene: Scene) -> Iterator[str]:
    left, top, width, _ = scene.box
    for frame in seen(scene):
        for shape in body(frame):
            x0, y0, x1, y1 = bounds(shape)
            if y0 < -1:
                yield f"something goes {-y0:.0f} through the ground: {_nearest(frame, y0)}"
            if x0 < left - 1 or x1 > left + width + 1 or y1 > top + 1:
                yield "something is outside the picture"


def _returns(scene: Scene) -> Iterator[str]:
    """The motion ends as it began, further on by its stride."""
    last, first = scene.motion.legs[-1].end, scene.motion.legs[0].start
    for point, (x, y) in first.at.items():
        off = hypot(last.at[point][0] - scene.motion.stride - x, last.at[point][1] - y)
        if off > 1:
            yield f"{point} comes back {off:.0f} off where it began"


def _nearest(frame: Placement, low: float) -> str:
    return min(frame.at, key=lambda point: abs(frame.at[point][1] - frame.skeleton.radius(point) - low))


def _turn(scene: Scene) -> Iterator[str]:
    if scene.spec.kind in (Kind.HOLD, Kind.BREATH, Kind.ROLL):
        return
    about = scene.spec.about
    start, end = (
        placed.lean if about == "lean" else placed.angles[about] for placed in (scene.start, scene.end)
    )
    if abs(start - end) < LEAST_TURN:
        yield f"{about} turns by {abs(start - end):.0f} degrees only"


def _tints(scene: Scene, tints: Mapping[str, int]) -> Iterator[str]:
    if scene.spec.look == Look.FOOT:
        return
    shown = {item.shape.css for _, item in muscles(scene.spec, tints)}
    if tints and not shown:
        yield "no muscle shows"


def inside(scene: Scene) -> list[str]:
    """What goes into a thing that stands there: a foot in a box, a back in a wall."""
    found = []
    for prop in scene.spec.props:
        standing = STANDING.get(prop.kind)
        if standing is None or standing.surface is None or prop.kind in ("bar", "roller", "ball"):
            continue
        surface, numbers = standing.surface(numbers_of(prop)), numbers_of(prop)
        for frame in seen(scene):
            for point, at in frame.at.items():
                gap = surface.gap(at, frame.skeleton.radius(point))
                beside = "w" in numbers and not numbers["x"] < at[0] < numbers["x"] + numbers["w"]
                if -25 < gap < -1.5 and not beside:
                    found.append(f"{point} is {-gap:.0f} inside {prop.name}")
    return list(dict.fromkeys(found))


def drift_of_keyframes(scene: Scene) -> float:
    """
    How far planted points stray from where they stand while a browser goes evenly from keyframe to keyframe.

    The angles are read back from the channels, between their instants too, and the body is placed anew.
    """
    found = channels(scene, left=0, top=0)
    skeleton, worst = scene.motion.skeleton, 0.0
    for leg, since in scene.timed_legs:
        for number in range(1, 3 * FRAMES_A_LEG):
            part = number / (3 * FRAMES_A_LEG)
            over = (since + part * leg.seconds) / scene.motion.seconds
            angles = {
                bone.joint: bone.sign * (-found[end].at(over)[0] - bone.rest)
                for end, bone in skeleton.bones.items()
            }
            x, y = found["root"].at(over)
            short = leg.start.short
            placed = place(skeleton, lean=found["lean"].at(over)[0], angles=angles, root=(x, -y), short=short)
            gone = scene.motion.stride * over
            for plant in leg.plants:
                stands = leg.start.at[point_of(plant.part)]
                at = placed.at[point_of(plant.part)]
                if leg.shift[0] == leg.shift[1]:
                    worst = max(worst, hypot(at[0] + gone - stands[0], at[1] - stands[1]))
    return worst

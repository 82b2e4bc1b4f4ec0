"""A figure in words, for whoever does not see it: how the body is placed, its joints bent, what changes."""

from collections.abc import Iterator

from workouts.figures.body.placement import Placement
from workouts.figures.body.scene import Scene
from workouts.figures.body.spec import Look, Plant, Step

# Smaller angles and changes say nothing in words.
_LEAST, _LEAST_CHANGE = 15, 12
_JOINTS = {"hip": ("hip", "hips"), "knee": ("knee", "knees"), "elbow": ("elbow", "elbows")}
_SIDES = {"n": "near", "f": "far"}


def description(scene: Scene) -> str:
    """ "Start: lying on the back, hips bent 90 degrees … Moves to: near hip straight …"."""
    first = scene.spec.steps[scene.spec.shown[0] if len(scene.spec.steps) > 1 else 0]
    start = ", ".join([_position(scene, first), *_bends(scene.start)])
    if scene.start is scene.end:
        return f"Held: {start}."
    changes = list(_changes(scene.start, scene.end))
    return f"Start: {start}. Moves to: {', '.join(changes) or 'the same position further on'}."


def _position(scene: Scene, step: Step) -> str:
    placed, parts = scene.start, _parts(step.plants)
    if any(plant.surface == "bar" for plant in step.plants):
        return "hanging from the hands" if "foot" not in parts else "hanging with the heels on the floor"
    if scene.spec.look == Look.FOOT:
        return "one foot from its inner side"
    if scene.spec.look == Look.FEET:
        return "both feet from the front"
    if scene.spec.look == Look.ABOVE:
        return "lying, seen from above"
    if scene.spec.look == Look.FRONT and abs(placed.lean) > 45:
        return "in a side plank" if parts & {"elbow", "hand", "forearm"} else "lying on the side"
    if (placed.lean < -45 and not parts & {"foot", "toe"}) or "back" in parts:
        return "lying on the back"
    if parts >= {"hand"} and parts & {"shin", "knee"}:
        return "on hands and knees"
    if parts & {"hand", "forearm", "elbow"} and placed.lean > 45:
        on = "hands" if "hand" in parts else "forearms"
        return f"in a plank on {on} and {'knees' if parts & {'shin', 'knee'} else 'toes'}"
    if "hip" in parts:
        return "sitting"
    if parts & {"shin", "knee"}:
        return "half-kneeling" if parts & {"foot", "toe"} else "kneeling"
    if placed.lean > 60 and not parts & {"foot", "toe", "heel"}:
        return "lying face down"
    feet = [plant for plant in step.plants if plant.part.startswith(("foot", "toe", "heel"))]
    if not feet:
        return "in the air"
    return "standing on one leg" if len(feet) == 1 else "standing"


def _parts(plants: tuple[Plant, ...]) -> set[str]:
    return {plant.part.rpartition("_")[0] or plant.part for plant in plants}


def _bends(placed: Placement) -> Iterator[str]:
    """The joints that are bent, both sides in one where they agree."""
    if 15 <= placed.lean <= 75:
        yield f"trunk {_degrees(placed.lean)} forward"
    for joint, (one, both) in _JOINTS.items():
        near, far = (placed.angles.get(f"{joint}_{side}", 0.0) for side in "nf")
        if abs(near - far) < _LEAST_CHANGE:
            if near >= _LEAST:
                yield f"{both} bent {_degrees(near)}"
            continue
        for side, angle in (("n", near), ("f", far)):
            if angle >= _LEAST:
                yield f"{_SIDES[side]} {one} bent {_degrees(angle)}"
    near, far = (placed.angles.get(f"shoulder_{side}", 0.0) for side in "nf")
    for arm in ("arms",) if abs(near - far) < _LEAST_CHANGE and near >= 45 else ():
        yield f"{arm} raised {_degrees(near)}"


def _changes(start: Placement, end: Placement) -> Iterator[str]:
    if abs(end.lean - start.lean) >= _LEAST_CHANGE:
        yield f"trunk turned by {_degrees(end.lean - start.lean)}"
    told = set()
    for joint in start.angles:
        base, _, side = joint.rpartition("_")
        if joint in told or abs(end.angles[joint] - start.angles[joint]) < _LEAST_CHANGE:
            continue
        other = f"{base}_{'f' if side == 'n' else 'n'}"
        name = joint.replace("_", " ")
        if base and other in start.angles:
            alike = abs(end.angles[other] - end.angles[joint]) < _LEAST_CHANGE
            alike = alike and abs(end.angles[other] - start.angles[other]) >= _LEAST_CHANGE
            name = f"both {base}s" if alike else f"{_SIDES[side]} {base}"
            told |= {other} if alike else set()
        yield f"{name} {_bent(end.angles[joint])}"


def _bent(angle: float) -> str:
    return "straight" if abs(angle) < _LEAST else f"at {_degrees(angle)}"


def _degrees(angle: float) -> str:
    return f"{round(abs(angle) / 5) * 5} degrees"

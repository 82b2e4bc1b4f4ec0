"""A figure in words, for whoever does not see it: how the body is placed, its joints bent, what changes."""

from collections.abc import Iterator, Mapping

from workouts.figures.body.placement import Placement
from workouts.figures.body.scene import Scene
from workouts.figures.body.spec import Look, Plant, Step

# Smaller angles and changes say nothing in words.
_LEAST, _LEAST_CHANGE = 15, 12
_JOINTS = {"hip": ("hip", "hips"), "knee": ("knee", "knees"), "elbow": ("elbow", "elbows")}
_SIDES = {"n": "near", "f": "far"}
# From the front neither is far.
_SIDES_OF_FRONT = {"n": "working", "f": "other"}
_SEEN = {
    Look.FOOT: "one foot from its inner side",
    Look.FEET: "both feet from the front",
}
_FEET, _KNEES = frozenset({"foot", "toe", "heel"}), frozenset({"shin", "knee"})
_ARMS = frozenset({"hand", "forearm", "elbow"})


def description(scene: Scene) -> str:
    """ "Start: lying on the back, hips bent 90 degrees … Moves to: near hip straight …"."""
    first = scene.spec.steps[scene.spec.shown[0] if len(scene.spec.steps) > 1 else 0]
    sides = _SIDES if scene.spec.look == Look.SIDE else _SIDES_OF_FRONT
    start = ", ".join([_position(scene, first), *_bends(scene.start, sides)])
    if scene.start is scene.end:
        return f"Held: {start}."
    changes = list(_changes(scene.start, scene.end, sides))
    return f"Start: {start}. Moves to: {', '.join(changes) or 'the same position further on'}."


def _position(scene: Scene, step: Step) -> str:
    placed, parts = scene.start, _parts(step.plants)
    if scene.spec.look in _SEEN:
        return _SEEN[scene.spec.look]
    if scene.spec.look == Look.ABOVE:
        return f"{'sitting' if 'hip' in parts else 'lying'}, seen from above"
    if scene.spec.look == Look.FRONT and abs(placed.lean) > 45:
        return "in a side plank" if parts & {"elbow", "hand", "forearm"} else "lying on the side"
    if held := _held_by(scene, step, parts):
        return held
    if placed.lean < -45 and (not parts & {"foot", "toe"} or "back" in parts):
        return "lying on the back"
    if placed.lean > 60 and not parts & (_FEET | _KNEES | _ARMS):
        return "lying face down"
    if "hip" in parts:
        return "sitting"
    if "hand" in parts and parts & _KNEES:
        folded = min(placed.angles[f"hip_{side}"] for side in "nf") > 120
        return "kneeling, folded forward" if folded else "on hands and knees"
    if parts & _ARMS and placed.lean > 45 and "foot" not in parts:
        on = "hands" if "hand" in parts else "forearms"
        return f"in a plank on {on} and {'knees' if parts & _KNEES else 'toes'}"
    if parts & _KNEES:
        return "half-kneeling" if parts & {"foot", "toe"} else "kneeling"
    feet = [plant for plant in step.plants if plant.part.startswith(tuple(_FEET))]
    if not feet:
        return "in the air"
    return "standing on one leg" if len(feet) == 1 else "standing"


def _held_by(scene: Scene, step: Step, parts: set[str]) -> str:
    """What a thing says of the position; "" where none does."""
    kind_of = {prop.name: prop.kind for prop in scene.spec.props}
    kinds = {kind_of.get(plant.surface, "") for plant in step.plants}
    seated = min(scene.start.angles.get(f"{joint}_n", 0.0) for joint in ("hip", "knee")) > 70
    if "bar" in kinds:
        return "hanging with the heels on the floor" if parts & _FEET else "hanging from the hands"
    if "leg_press" in kinds:
        return "sitting in a leg press"
    if "wall" in kinds and parts & {"back", "hip", "waist"}:
        return "sitting against a wall" if seated else "leaning with the back against a wall"
    if seated and {"chair", "bench"} & set(kind_of.values()) and parts <= _FEET and scene.start.lean < 60:
        return "sitting on a chair"
    return ""


def _parts(plants: tuple[Plant, ...]) -> set[str]:
    return {plant.part.rpartition("_")[0] or plant.part for plant in plants}


def _bends(placed: Placement, sides: Mapping[str, str]) -> Iterator[str]:
    """The joints that are bent, both sides in one where they agree."""
    if 15 <= placed.lean <= 75 and sides is _SIDES:
        yield f"trunk {_degrees(placed.lean)} forward"
    for joint, (one, both) in _JOINTS.items():
        near, far = (placed.angles.get(f"{joint}_{side}", 0.0) for side in "nf")
        if abs(near - far) < _LEAST_CHANGE:
            if near >= _LEAST:
                yield f"{both} bent {_degrees(near)}"
            continue
        for side, angle in (("n", near), ("f", far)):
            if angle >= _LEAST:
                yield f"{sides[side]} {one} bent {_degrees(angle)}"
    near, far = (placed.angles.get(f"shoulder_{side}", 0.0) for side in "nf")
    for arm in ("arms",) if abs(near - far) < _LEAST_CHANGE and near >= 45 else ():
        yield f"{arm} raised {_degrees(near)}"


def _changes(start: Placement, end: Placement, sides: Mapping[str, str]) -> Iterator[str]:
    leaned = end.lean - start.lean
    if abs(leaned) >= _LEAST_CHANGE and "waist" in start.at:
        forward, back = (
            ("forward", "back") if sides is _SIDES else ("to the working side", "to the other side")
        )
        yield f"trunk {_degrees(leaned)} further {forward if leaned > 0 else back}"
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
            name = f"both {base}s" if alike else f"{sides[side]} {base}"
            told |= {other} if alike else set()
        yield f"{name} {_bent(end.angles[joint])}"


def _bent(angle: float) -> str:
    return "straight" if abs(angle) < _LEAST else f"at {_degrees(angle)}"


def _degrees(angle: float) -> str:
    # From the front a limb that came over the top has turned by more than half, and is bent by the rest.
    turned = abs(angle) % 360
    return f"{round(min(turned, 360 - turned) / 5) * 5} degrees"

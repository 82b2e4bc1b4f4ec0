"""Reads the figure of an exercise: the poses it moves between, what carries it, and the things beside it."""

from typing import TypeVar

from workouts.catalogue.fields import Fields
from workouts.figures.body.contacts import parts
from workouts.figures.body.props import KINDS, SPANS, STANDING, usual_numbers
from workouts.figures.body.skeleton import SKELETONS, Skeleton
from workouts.figures.body.spec import FigureSpec, Kind, Look, Plant, Pose, Prop, Step

_FLOOR = "floor"
_SIDES = ("n", "f")

WordT = TypeVar("WordT", Look, Kind)


# A pose as it is written, by key, "hip" written out for both sides.
_Numbers = dict[str, float]


def read_figure(fields: Fields) -> FigureSpec | None:
    """Read the table `figure` of an exercise; None where there is none, or with the mistakes noted."""
    table = fields.table("figure", optional=True)
    if table is None:
        return None
    look = _word(table, "look", Look, usual=Look.SIDE)
    kind = _word(table, "kind", Kind, usual=Kind.MOVE)
    skeleton = SKELETONS[look]
    props = _props(table, skeleton)
    surfaces = {_FLOOR, *(prop.name for prop in props if _carries(prop))}
    steps = _steps(table, skeleton, surfaces)
    about = table.text("about", among=[*skeleton.joints, "lean"])
    arrow, beside = "", (0.0, 0.0)
    if (drawn := table.table("arrow", optional=True)) is not None:
        arrow = drawn.text("of", among=[skeleton.root, *skeleton.bones])
        beside = (drawn.signed("x"), drawn.signed("y"))
        drawn.close()
    works = table.texts("works", among=_SIDES, optional=True) or ("n",)
    short = _table_of_numbers(table, "short", known=[*skeleton.bones])
    shown = (0, 1)
    if table.has("shown"):
        first, second = table.whole_pair("shown", low=0, high=max(len(steps) - 1, 0), rising=False)
        shown = (first, second)
    table.close()
    if kind == Kind.TRAVEL and not all(step.seconds for step in steps):
        table.note("whoever travels needs steps that each tell their seconds, s.", key="steps")
    if kind != Kind.TRAVEL and len(steps) > 2:
        table.note('more than a start and an end are for kind = "travel" alone.', key="steps")
    if not steps or not table.file_clean:
        return None
    return FigureSpec(
        look=look,
        kind=kind,
        steps=steps,
        about=about,
        props=props,
        arrow=arrow,
        arrow_beside=beside,
        works=works,
        short=short,
        shown=shown,
    )


def _carries(prop: Prop) -> bool:
    return prop.kind in STANDING and STANDING[prop.kind].surface is not None


def _word(table: Fields, key: str, words: type[WordT], *, usual: WordT) -> WordT:
    known = {word.value: word for word in words}
    return known.get(table.text(key, among=known, optional=True), usual)


def _steps(table: Fields, skeleton: Skeleton, surfaces: set[str]) -> tuple[Step, ...]:
    if table.has("steps"):
        return _written_steps(table, skeleton, surfaces)
    plants = _plants(table, skeleton, surfaces)
    start = _numbers(table.table("start"), skeleton)
    steps = [Step(_pose(start, skeleton), plants)]
    if table.has("end"):
        end = start | _numbers(table.table("end"), skeleton)
        steps.append(Step(_pose(end, skeleton), plants))
    return tuple(steps)


def _written_steps(table: Fields, skeleton: Skeleton, surfaces: set[str]) -> tuple[Step, ...]:
    """Each tells its seconds and what differs from the one before; mirrored, the other side follows."""
    steps: list[Step] = []
    before: _Numbers = {}
    for written in table.tables("steps"):
        seconds = written.optional_number("s") or 0.0
        air = written.optional_number("air") or 0.0
        plants = _plants(written, skeleton, surfaces)
        before = before | _numbers(written, skeleton)
        steps.append(Step(_pose(before, skeleton), plants, seconds, air))
    if table.has("mirrored") and table.flag("mirrored"):
        steps += [_mirrored(step) for step in steps]
    return tuple(steps)


def _mirrored(step: Step) -> Step:
    pose = step.pose
    turned = Pose(
        pose.lean,
        {_other(joint): angle for joint, angle in pose.angles.items()},
        {_other(f"_{side}")[1:]: lifted for side, lifted in pose.soles.items()},
        pose.shift,
    )
    plants = tuple(Plant(_other(plant.part), plant.surface) for plant in step.plants)
    return Step(turned, plants, step.seconds, step.air)


def _other(name: str) -> str:
    swapped = {"_n": "_f", "_f": "_n"}
    return name[:-2] + swapped[name[-2:]] if name[-2:] in swapped else name


def _plants(table: Fields, skeleton: Skeleton, surfaces: set[str]) -> tuple[Plant, ...]:
    """Texts such as "foot_n" or "hand_n on wall"; the first carries the body."""
    known, found = parts(skeleton), []
    for text in table.texts("plant", may_be_empty=True, optional=True):
        part, _, surface = text.partition(" on ")
        if part not in known:
            table.note(f'"{part}" is not one of {", ".join(sorted(known))}.', key="plant")
        elif (surface or _FLOOR) not in surfaces:
            table.note(f'"{surface}" is not one of {", ".join(sorted(surfaces))}.', key="plant")
        else:
            found.append(Plant(part, surface or _FLOOR))
    return tuple(found)


def _numbers(table: Fields | None, skeleton: Skeleton) -> _Numbers:
    """The numbers of a pose, "hip" written out for both sides."""
    found: dict[str, float] = {}
    if table is None:
        return {}
    known = {"lean", "x", "y", *skeleton.joints, "sole_n", "sole_f"}
    for key in table.keys:
        if key in ("s", "air", "plant"):
            continue
        both = [f"{key}_{side}" for side in _SIDES]
        if key in known:
            found[key] = table.signed(key)
        elif set(both) <= known:
            found |= dict.fromkeys(both, table.signed(key))
        else:
            table.note(f"this is none of {', '.join(sorted(known))}.", key=key)
            table.signed(key)
    table.close()
    return found


def _pose(numbers: _Numbers, skeleton: Skeleton) -> Pose:
    of = numbers
    return Pose(
        lean=of.get("lean", 0.0),
        angles={key: value for key, value in of.items() if key in skeleton.joints},
        soles={key[-1]: value for key, value in of.items() if key.startswith("sole_")},
        shift=(of.get("x", 0.0), of.get("y", 0.0)),
    )


def _props(table: Fields, skeleton: Skeleton) -> tuple[Prop, ...]:
    found = []
    points = [skeleton.root, *skeleton.bones]
    for written in table.tables("props") if table.has("props") else []:
        kind = written.text("kind", among=KINDS)
        name = written.text("name", optional=True) or kind
        among = points if kind in SPANS else [*skeleton.bones]
        ends = written.texts("at", among=among) if kind not in STANDING else ()
        usual = usual_numbers(kind) if kind in KINDS else {}
        numbers = {key: written.signed(key) for key in usual if written.has(key)}
        if kind in SPANS and len(ends) == 1 and {"x", "y"} - set(numbers):
            written.note("a band from one point needs the place x, y to which it leads.")
        written.close()
        found.append(Prop(kind, name, numbers, ends))
    return tuple(found)


def _table_of_numbers(table: Fields, key: str, *, known: list[str]) -> dict[str, float]:
    written = table.table(key, optional=True)
    if written is None:
        return {}
    found = {}
    for each in written.keys:
        if each in known:
            found[each] = written.signed(each)
        elif {f"{each}_{side}" for side in _SIDES} <= set(known):
            found |= {f"{each}_{side}": written.signed(each) for side in _SIDES}
        else:
            written.note(f"this is none of {', '.join(known)}.", key=each)
            written.signed(each)
    written.close()
    return found

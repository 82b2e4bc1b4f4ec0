"""
The moving drawing: groups nested like the bones, each turned by its own keyframes.

The stylesheet alone moves them.  Where nothing moves (paused, less motion wanted) the end pose stands over
the ghost of the start.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from workouts.figures.body import props as things
from workouts.figures.body.anatomy import LAYERS, outline
from workouts.figures.body.channels import Channel, Values, at_rest, channels
from workouts.figures.body.drawing import Path, Pen, arrow, local_path
from workouts.figures.body.keyframes import stylesheet, written
from workouts.figures.body.layout import Item, items
from workouts.figures.body.scene import Scene

BREATHES = "br"
_TRUNK = ("waist", "shoulder")


@dataclass(frozen=True)
class Part:
    """
    A piece of the markup in its order: a path, the end of a group, or else the beginning of one.

    is_goal: whether it is of the ghost of the end pose, which is not needed where the figure never rests.
    """

    css: str = ""
    transform: str = ""
    path: Path | None = None
    closes: bool = False
    is_goal: bool = False


@dataclass(frozen=True)
class MovingDrawing:
    """
    name: the class of the drawing.  sheet: the text of the stylesheet that moves it; "" where nothing but the
    breath does.
    """

    name: str
    width: int
    height: int
    ground: int | None
    parts: tuple[Part, ...]
    sheet: str


def moving(scene: Scene, *, name: str, tints: Mapping[str, int]) -> MovingDrawing:
    """
    The figure as it moves.

    name: the class of the drawing and the beginning of its keyframes' names.  tints: as for `still`.
    """
    pen = Pen(scene)
    found = channels(scene, left=pen.left, top=pen.top)
    css_of = {key: f"k{place}" for place, key in enumerate(found) if found[key].moves}
    rest = at_rest(scene, left=pen.left, top=pen.top)
    nest = _Nest(scene, found, css_of, rest)

    pen.draw(scene.standing, merge=True)
    goal_from = 0
    if scene.start is not scene.end:
        for placed in (scene.start, scene.end):
            ghost = [shape for layer in LAYERS[scene.spec.look] for shape in outline(placed, layer, css="g")]
            goal_from = len(pen.paths)
            pen.draw(ghost, merge=True)
    behind = [Part(path=path, is_goal=0 < goal_from <= nth) for nth, path in enumerate(pen.paths)]
    for item in items(scene.spec, tints=tints):
        nest.draw(item)
    nest.leave()
    for number, prop in enumerate(scene.spans):
        span = things.SPANS[prop.kind]
        nest.alone(f"span {number}", Path(f"{span.css} sp", f"{span.width:g}", "M0 0h1"))
    if "ground" in css_of:
        nest.alone("ground", _marks(scene, pen))
    arrows = arrow(pen, scene) if scene.spec.arrow and scene.start is not scene.end else []

    sheet = stylesheet(
        name,
        {css: found[key] for key, css in css_of.items()},
        seconds=scene.motion.seconds,
    )
    parts = (*behind, *nest.parts, *(Part(path=path) for path in arrows))
    drawn = pen.drawing()
    return MovingDrawing(name, drawn.width, drawn.height, drawn.ground, parts, sheet)


class _Nest:
    """Opens and closes groups, so that every shape stands in those of the bones it hangs on."""

    def __init__(
        self,
        scene: Scene,
        found: Mapping[str, Channel],
        css_of: Mapping[str, str],
        rest: Mapping[str, Values],
    ) -> None:
        self._scene, self._found, self._css_of, self._rest = scene, found, css_of, rest
        self._open: list[tuple[str, int]] = []
        self.parts: list[Part] = []

    def draw(self, item: Item) -> None:
        """A shape in the frame of its bone.  What is held breathes: the trunk alone, not what hangs on it."""
        self._enter(item.bone)
        part = Part(path=local_path(item.shape))
        breathes = item.bone in _TRUNK and len(self._scene.motion.poses) == 1
        self.parts += [Part(css=BREATHES), part, Part(closes=True)] if breathes else [part]

    def _enter(self, bone: str) -> None:
        wanted = self._way_to(bone)
        shared = 0
        while shared < min(len(wanted), len(self._open)) and wanted[shared] == self._open[shared][0]:
            shared += 1
        self._close(len(self._open) - shared)
        for key in wanted[shared:]:
            groups = self._groups(key)
            self._open.append((key, len(groups)))
            self.parts += groups

    def leave(self) -> None:
        self._close(len(self._open))

    def alone(self, key: str, path: Path) -> None:
        """A path in a group of that channel, outside the body."""
        groups = self._groups(key)
        self.parts += [*groups, Part(path=path), *[Part(closes=True)] * len(groups)]

    def _way_to(self, bone: str) -> list[str]:
        bones = self._scene.motion.skeleton.bones
        way = [bone]
        while (parent := bones[way[0]].parent) in bones:
            way.insert(0, parent)
        return ["root", "lean", *way]

    def _groups(self, key: str) -> list[Part]:
        """
        As it rests, and where it moves in a group of its own: a stylesheet's transform takes the place of the
        attribute's.
        """
        moves = self._css_of.get(key, "")
        turned = written(self._found[key].kind, self._rest[key])
        base = self._base(key)
        if not moves:
            still = base + ("" if turned == "rotate(0)" else turned)
            return [Part(transform=still)] if still else []
        return [*([Part(transform=base)] if base else []), Part(css=moves, transform=turned)]

    def _base(self, key: str) -> str:
        """Where a bone begins in its parent's frame."""
        bone = self._scene.motion.skeleton.bones.get(key)
        if bone is None or not any(bone.base):
            return ""
        short = self._scene.spec.short.get(bone.parent, 1)
        return f"translate({bone.base[0]:g} {bone.base[1] * short:g})"

    def _close(self, count: int) -> None:
        for _ in range(count):
            _, groups = self._open.pop()
            self.parts += [Part(closes=True)] * groups


def _marks(scene: Scene, pen: Pen) -> Path:
    """Marks on the ground that go back under whoever goes on."""
    stride = abs(scene.motion.stride)
    apart = stride / max(round(stride / 45), 1)
    count = int((pen.width + 2 * stride) / apart) + 1
    low = round(pen.top)
    return Path("gt", "", "".join(f"M{round(number * apart - stride)} {low}v4" for number in range(count)))

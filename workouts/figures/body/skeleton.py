"""
The skeletons as data: bones in the plane of the picture, how they hang together, and how far joints go.

Units are those of the drawing: a standing person is 200 of them tall.  y points up.  The world angle of a
bone is measured in degrees from straight down, growing towards +x, so that its direction is
(sin a, -cos a).  A bone's own frame has y along the bone and x across it: for a leg or an arm that hangs
down, +x is the front (seen from the side) or the figure's left (seen from the front).

A joint's angle is anatomical: hip 90 is the thigh forward, knee 90 the heel at the buttock, shoulder 180
the arm overhead.  `sign` and `rest` turn it into a direction: world = world of parent + rest + sign * angle.
The suffix `_n` is the near side, `_f` the far one; from the front, `_n` is the side that works.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

Point = tuple[float, float]

HIP, HEEL = "hip", "heel"
SIDES = ("n", "f")

HEAD_R, NECK = 12.5, 10.0
# The joint of the ankle lies higher than the toes: a flat sole points this many degrees below the level.
FLAT = 5.02


@dataclass(frozen=True)
class Bone:
    """
    From the joint that turns it to `end`, the name of the point where it stops.

    base: where it begins in its parent's frame.  limits: of the joint's angle, in degrees.
    """

    end: str
    joint: str
    parent: str
    base: Point
    rest: float
    sign: int
    length: float
    radius: float
    limits: tuple[float, float]


@dataclass(frozen=True)
class Skeleton:
    """
    bones: by the name of their end, parents first.  root: the point from which they hang; `lean` turns it,
    forward or to +x.  chains: limbs of two bones that can reach for a place, by the end of the second.
    sole: the world angle of a foot that stands flat.
    """

    name: str
    root: str
    root_r: float
    sole: float
    bones: Mapping[str, Bone]
    chains: Mapping[str, str]

    @property
    def joints(self) -> tuple[str, ...]:
        return tuple(bone.joint for bone in self.bones.values())

    def radius(self, point: str) -> float:
        """How far the outline stands from that point."""
        return self.root_r if point == self.root else self.bones[point].radius


def _skeleton(
    name: str, *bones: Bone, root: str, root_r: float, sole: float, chains: Mapping[str, str]
) -> Skeleton:
    by_end = MappingProxyType({bone.end: bone for bone in bones})
    return Skeleton(name, root, root_r, sole, by_end, MappingProxyType(dict(chains)))


_LIMBS = {"ankle_n": "knee_n", "ankle_f": "knee_f", "wrist_n": "elbow_n", "wrist_f": "elbow_f"}


# Beyond overhead the trunk has turned, which the side view does not show.
_ARM = (-80, 245)


def _of_side(side: str) -> tuple[Bone, ...]:
    return (
        Bone(f"knee_{side}", f"hip_{side}", HIP, (0, 0), 0, 1, 48, 8.5, (-40, 150)),
        Bone(f"ankle_{side}", f"knee_{side}", f"knee_{side}", (0, 48), 0, -1, 47, 6.75, (0, 160)),
        Bone(f"toe_{side}", f"ankle_{side}", f"ankle_{side}", (0, 47), 90, 1, 20, 5, (-85, 45)),
        Bone(f"elbow_{side}", f"shoulder_{side}", "shoulder", (0, 30), 180, 1, 35, 5.75, _ARM),
        Bone(f"wrist_{side}", f"elbow_{side}", f"elbow_{side}", (0, 35), 0, 1, 33, 5, (0, 155)),
    )


# From the front a thigh that is lifted towards the viewer may point anywhere in the plane of the picture.
_LIFTED = (-280, 280)


def _of_front(side: str, out: int) -> tuple[Bone, ...]:
    """`out` is +1 for the side that lies at +x.  Angles lead away from the middle of the body."""
    return (
        Bone(f"knee_{side}", f"hip_{side}", HIP, (9 * out, 0), 0, out, 48, 8.5, _LIFTED),
        Bone(f"ankle_{side}", f"knee_{side}", f"knee_{side}", (0, 48), 0, -out, 47, 6.75, (-200, 200)),
        Bone(f"toe_{side}", f"ankle_{side}", f"ankle_{side}", (0, 47), 0, out, 8, 5.5, (-100, 100)),
        # The frame of the trunk is turned round: what lies at +x is at -x there.
        Bone(
            f"elbow_{side}", f"shoulder_{side}", "shoulder", (-18 * out, 28), 180, out, 35, 5.75, (-70, 190)
        ),
        Bone(f"wrist_{side}", f"elbow_{side}", f"elbow_{side}", (0, 35), 0, out, 33, 5, (-155, 155)),
    )


SIDE = _skeleton(
    "side",
    Bone("waist", "pelvis", HIP, (0, 0), 180, -1, 26, 12, (0, 0)),
    Bone("shoulder", "spine", "waist", (0, 26), 0, -1, 30, 12, (-45, 75)),
    Bone("head", "neck", "shoulder", (0, 30), 0, -1, NECK + HEAD_R, HEAD_R, (-55, 65)),
    *_of_side("f"),
    *_of_side("n"),
    root=HIP,
    root_r=12,
    sole=90 - FLAT,
    chains=_LIMBS,
)

FRONT = _skeleton(
    "front",
    Bone("waist", "pelvis", HIP, (0, 0), 180, -1, 26, 12.5, (0, 0)),
    Bone("shoulder", "spine", "waist", (0, 26), 0, -1, 30, 14, (-50, 50)),
    Bone("head", "neck", "shoulder", (0, 30), 0, -1, NECK + HEAD_R, HEAD_R, (-60, 60)),
    *_of_front("f", -1),
    *_of_front("n", 1),
    root=HIP,
    root_r=12,
    sole=0,
    chains=_LIMBS,
)

# A foot from its inner side, near by: the arch can rise and the big toe lifts alone.
FOOT = _skeleton(
    "foot",
    Bone("ankle", "shin_base", HEEL, (0, 0), 161, 1, 36, 15.5, (-20, 20)),
    Bone("shin", "shin", "ankle", (0, 36), 19, 1, 74, 16, (-45, 60)),
    Bone("arch", "heel_lift", HEEL, (0, 0), 104, 1, 45.5, 13.5, (-60, 60)),
    Bone("ball", "arch", "arch", (0, 45.5), -32, -1, 45.5, 12.5, (-30, 30)),
    Bone("toes", "toes", "ball", (0, 45.5), 11, 1, 25, 7, (-35, 90)),
    Bone("big_toe", "big_toe", "ball", (0, 45.5), 11, 1, 30, 8.5, (-35, 90)),
    root=HEEL,
    root_r=16,
    sole=90,
    chains={"ball": "arch"},
)


def _foot_of(side: str, out: int) -> tuple[Bone, ...]:
    return (
        Bone(f"knee_{side}", f"shin_{side}", HEEL, (33 * out, -60), 180, -out, 66, 15, (-30, 30)),
        Bone(f"toe_{side}", f"ankle_{side}", HEEL, (33 * out, -60), 0, out, 32, 14.5, (-40, 40)),
    )


# Both feet from before and a little above, near by: a foot turns out, away from the other.
FEET = _skeleton("feet", *_foot_of("f", -1), *_foot_of("n", 1), root=HEEL, root_r=0, sole=0, chains={})

SKELETONS = MappingProxyType({each.name: each for each in (SIDE, FRONT, FOOT, FEET)} | {"above": FRONT})

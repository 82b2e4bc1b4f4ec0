"""What is written about a figure: its poses, what carries it, and what stands beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from workouts.figures.body.skeleton import Point


class Kind(StrEnum):
    """What a figure does; all but "travel" only say what the tests let it off from."""

    MOVE = "move"  # from the start to the end and back, what is planted staying where it is
    HOLD = "hold"  # one pose, in which only the breath moves
    BREATH = "breath"  # lies and breathes
    ROLL = "roll"  # the body slides over what it rolls on
    TRAVEL = "travel"  # steps and hops: planted for a step at a time


class Look(StrEnum):
    """Where it is seen from."""

    SIDE = "side"
    FRONT = "front"
    ABOVE = "above"  # the floor is the plane of the picture
    FOOT = "foot"
    FEET = "feet"


@dataclass(frozen=True)
class Pose:
    """
    Angles of joints in degrees, by joint; what is not named is 0.

    soles: by side, how far the heel is lifted against a flat foot, in degrees; toes up is below 0.
    shift: how far what carries the body has moved along its surface, and how high it has left it.
    """

    lean: float = 0.0
    angles: Mapping[str, float] = field(default_factory=dict)
    soles: Mapping[str, float] = field(default_factory=dict)
    shift: Point = (0.0, 0.0)


@dataclass(frozen=True)
class Plant:
    """A part of the body, such as "foot_n", that stands on a surface: "floor", or the name of a prop."""

    part: str
    surface: str


@dataclass(frozen=True)
class Step:
    """
    A pose and the way from it to the next.  The first of the plants carries the body; with none it is in the
    air, and rises `air` units above the straight way.  A second step in the air is the top of the flight: it
    is as high above the floor as its pose says.
    """

    pose: Pose
    plants: tuple[Plant, ...]
    seconds: float = 0.0
    air: float = 0.0


@dataclass(frozen=True)
class Prop:
    """
    A thing beside the body or held by it.

    kind: a key of `props.KINDS`.  numbers: its place and size where they differ from those of its kind.
    ends: the points of the body it is held by, or that it leads to; for a band one or two.
    """

    kind: str
    name: str
    numbers: Mapping[str, float] = field(default_factory=dict)
    ends: tuple[str, ...] = ()


@dataclass(frozen=True)
class FigureSpec:
    """
    The figure of one exercise.

    steps: two for most (start and end of a repetition), one for what is held, more for steps and hops.
    about: the joint that the exercise is about, by which the tests tell start and end apart.  arrow: the
    point whose way is drawn, with how far beside it.  works: the sides whose muscles are tinted.  short: by
    bone, how much of its length the view shows.
    shown: which of the steps are drawn as start and end.
    """

    look: Look
    kind: Kind
    steps: tuple[Step, ...]
    about: str
    props: tuple[Prop, ...] = ()
    arrow: str = ""
    arrow_beside: Point = (0.0, 0.0)
    works: tuple[str, ...] = ("n",)
    short: Mapping[str, float] = field(default_factory=dict)
    shown: tuple[int, int] = (0, 1)

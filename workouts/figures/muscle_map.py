"""
The muscle map: a body from the front and from the back, a mosaic of regions with paper between them.

Half of each view is drawn and the other half mirrored.  Left and right are the person's own.  Units are those
of the view box; x = 0 is the middle of the body, y points down.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from workouts.figures.body.muscles import REGIONS_OF

VIEW_WIDTH, HEIGHT = 118, 270
_TOP = 4

# The half at +x.  Which muscles a region stands for says `muscles.REGIONS_OF`.
_FRONT: Mapping[str, str] = MappingProxyType(
    {
        "deltoids": "M21 41.5C30 40.5 37 46 37.5 58L30.5 62C27.5 55.5 24 50 20 46Z",
        "chest": "M1.2 46.5L19 46C24 51.5 27.5 57.5 29 64C23 72.5 11 74.5 1.2 70.5Z",
        "biceps": "M31 64L37.8 60.2C41.5 70 42.5 80 41.5 89.5L35 91.5C32 83 30.5 73 31 64Z",
        "forearms": "M35.2 94L41.8 92C45.5 102 48 114 48.5 125L43 127C38.5 118 35.4 106 35.2 94Z",
        "abs": "M1.2 73C5.5 74.3 10 74.6 13.5 74L14.3 104C13.3 115.5 9 125 1.2 131.5Z",
        "obliques": (
            "M15.8 73.6C20.5 72.4 25.5 70 28.5 66.8C27 79 23.5 90 22.6 100"
            "C22.8 105 23.6 109 24.6 112.5L16 117C16.6 112.5 16.7 108 16.7 104Z"
        ),
        "hip_flexors": (
            "M15.3 119.8L23.4 115.6L20.3 134.5L10.2 142.5C7 140 4 137.2 1.8 134.2"
            "C8.2 130 12.8 125.6 15.3 119.8Z"
        ),
        "adductors": (
            "M1.6 137C5 140.6 9.5 144.4 14.6 148.4C14.4 162 12 174 9.6 185.5"
            "L5.6 185.5C2.8 170 1.6 154 1.6 137Z"
        ),
        "quads": (
            "M11.8 144L21.3 137L24.8 149.5L32 139.5C33.8 155 31.5 172 27 188"
            "L11.6 188C14.6 174 17.2 161 16.6 148Z"
        ),
        "tibialis": "M17.6 203L22 203C23.4 215 22 231 19.4 247L17 247C16.4 231 16.4 217 17.6 203Z",
        "fibularis": "M23.8 203L26.2 203C27.6 215 25.8 231 22.4 247L21.2 247C23.8 231 25 216 23.8 203Z",
        "calves": "M11.2 203L15.8 203C14.8 217 14.8 232 15.2 247L13 247C10 232 8 214 11.2 203Z",
        "feet": "M12.8 249.2L21.6 249.2C24.5 254.5 26.5 259 24.6 261.5L13 261.5Z",
    }
)
_FRONT_FILL = (
    "M0 32L6.4 32C6.6 36.5 11 39.5 19 41.3L18.6 44L0 44.4Z",
    "M25.6 115C29 121 31 128 31.6 136L25.4 146L22.3 135.5Z",
    "M11.6 190.2L26.6 190.2L25.2 200.8L11.8 200.8Z",
    "M43.3 129.2L49 127.2C52.5 134 52 143 48.8 147.5C45 146 43 138 43.3 129.2Z",
)
_BACK: Mapping[str, str] = MappingProxyType(
    {
        "traps": "M1.2 29L6.2 32C7 37.5 12 40 20 41.5L11.6 58L1.2 82Z",
        "deltoids": "M22.4 41.7C30.6 41.5 37 46.5 37.5 58L31 61.5C28.4 55 25.4 50 21.4 46Z",
        "between_blades": "M20.4 47.4C24.6 52 28 58 29.6 64.5L13.4 61Z",
        "lats": "M12.6 63.2L29.2 66.8C27.6 79 24 90 22.8 99.4L12.6 107.2C9.4 98.6 6.2 91.4 2.6 84.6Z",
        "triceps": "M31.8 63.5L37.8 60.2C41.5 70 42.5 80 41.5 89.5L35.2 91.5C32.4 83 31.2 73 31.8 63.5Z",
        "forearms": "M35.4 94L41.8 92C45.5 102 48 114 48.5 125L43 127C38.5 118 35.6 106 35.4 94Z",
        "erectors": "M1.2 87C5 94 8.4 102 11 110L11.4 122L1.2 127Z",
        "obliques": "M13.2 109.6L22.8 102.2C23 106.6 23.8 110.4 24.8 113.8L13.6 121.6Z",
        "glute_med": "M13.2 124.4L25.6 116.2C29 122 31 128.4 31.6 135.4L18.6 130.8Z",
        "glute_max": (
            "M1.4 129.6L11 124.8L17 132.8L31.7 138C32.4 148 27 156.6 18 157.6C9 158.4 2.6 154.4 1.4 148Z"
        ),
        "adductors": (
            "M1.6 153C3 156.4 4.8 158.6 7 159.8C9 170.4 10 180 9.6 190.5L5.6 190.5C2.8 178 1.6 166 1.6 153Z"
        ),
        "hamstrings": (
            "M9.4 160.4C18 161.4 27 158.6 31.4 152.4C33 166 31 179 27 191L12 191.8"
            "C12.4 181 11.4 170.6 9.4 160.4Z"
        ),
        "calves": (
            "M10.6 194.4L26.6 193.4C29.4 204 27.6 216 24.6 224.6L12.4 225.4C8.6 215 8 204.6 10.6 194.4Z"
        ),
        "soleus": "M12.8 227.6L24 226.8C23 236 21.4 244 20.4 250.6L14.6 250.6C13.4 243 12.8 235 12.8 227.6Z",
        "feet": "M13.8 252.8L20.8 252.8L23.6 261.5L13.4 261.5Z",
    }
)
_BACK_FILL = ("M43.3 129.2L49 127.2C52.5 134 52 143 48.8 147.5C45 146 43 138 43.3 129.2Z",)

# From how many sets on each tint begins.
LEAST_SETS = (0.5, 2, 4, 6)

REGIONS = frozenset(_FRONT) | frozenset(_BACK)


@dataclass(frozen=True)
class Region:
    """
    One muscle on one side of one view.  `step` is its tint from 0 (none) to 4 (most).

    muscles: those of the vocabulary that it stands for here, the ones that are asked about first.
    """

    id: str
    name: str
    d: str
    step: int
    muscles: tuple[str, ...]


@dataclass(frozen=True)
class Half:
    """The regions of one side of a view, and the rest of the body there.  `scale` mirrors the half at +x."""

    scale: int
    fill: tuple[str, ...]
    regions: tuple[Region, ...]


@dataclass(frozen=True)
class View:
    """The body from one side, its middle at `x` of the whole drawing."""

    x: int
    y: int
    halves: tuple[Half, Half]


@dataclass(frozen=True)
class MuscleMap:
    width: int
    height: int
    views: tuple[View, View]


def steps_of(*, primary: Iterable[str], secondary: Iterable[str]) -> dict[str, int]:
    """What works most is tinted 4, what helps 2.  By region."""
    steps = {region: 2 for muscle in secondary for region in REGIONS_OF[muscle]}
    return steps | {region: 4 for muscle in primary for region in REGIONS_OF[muscle]}


def steps_by_sets(sets: Mapping[str, float]) -> dict[str, int]:
    """Sets by muscle as tints by region: a region that stands for several takes the most of them."""
    steps: dict[str, int] = {}
    for muscle, count in sets.items():
        step = sum(count >= least for least in LEAST_SETS)
        for region in REGIONS_OF[muscle]:
            steps[region] = max(steps.get(region, 0), step)
    return steps


def muscle_map(*, steps: Mapping[str, int], meant: Iterable[str] = ()) -> MuscleMap:
    """
    The map with these tints by region.

    meant: the muscles that are talked of; a region that could stand for several is named by those.
    """
    asked = tuple(meant)
    views = (_view("front", 0, steps, asked), _view("back", 1, steps, asked))
    return MuscleMap(2 * VIEW_WIDTH, HEIGHT, views)


def _view(name: str, place: int, steps: Mapping[str, int], meant: tuple[str, ...]) -> View:
    drawn, fill = (_FRONT, _FRONT_FILL) if name == "front" else (_BACK, _BACK_FILL)
    # Whoever faces us has the left at our right.
    sides = (("l", 1), ("r", -1)) if name == "front" else (("r", 1), ("l", -1))
    halves = tuple(
        Half(
            scale,
            fill,
            tuple(
                Region(f"mm-{name}-{region}-{side}", region, d, steps.get(region, 0), _muscles(region, meant))
                for region, d in drawn.items()
            ),
        )
        for side, scale in sides
    )
    return View(VIEW_WIDTH // 2 + place * VIEW_WIDTH, _TOP, (halves[0], halves[1]))


def _muscles(region: str, meant: tuple[str, ...]) -> tuple[str, ...]:
    stand = tuple(muscle for muscle, regions in REGIONS_OF.items() if region in regions)
    return tuple(muscle for muscle in stand if muscle in meant) or stand

"""Which regions the muscles of the vocabulary are drawn as, and where these lie on the figure's bones."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

# The regions are those of the muscle map.
REGIONS_OF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "quadriceps": ("quads",),
        "hamstrings": ("hamstrings",),
        "gluteus_maximus": ("glute_max",),
        "gluteus_medius": ("glute_med",),
        "deep_hip_rotators": ("glute_med",),
        "hip_flexors": ("hip_flexors",),
        "adductors": ("adductors",),
        "gastrocnemius": ("calves",),
        "soleus": ("soleus",),
        "tibialis_posterior": ("soleus",),
        "tibialis_anterior": ("tibialis",),
        "fibularis": ("fibularis",),
        "foot_intrinsics": ("feet",),
        "rectus_abdominis": ("abs",),
        "transverse_abdominis": ("abs",),
        "obliques": ("obliques",),
        "erector_spinae": ("erectors",),
        "quadratus_lumborum": ("erectors",),
        "latissimus_dorsi": ("lats",),
        "upper_back": ("traps", "between_blades"),
        "chest": ("chest",),
        "shoulders": ("deltoids",),
        "arms": ("biceps", "triceps", "forearms"),
    }
)


@dataclass(frozen=True)
class Overlay:
    """A muscle in the frame of a bone: from y1 to y2 along it, x across.  `bone` is the end of the bone."""

    bone: str
    y1: float
    y2: float
    x: float
    width: float


def _o(bone: str, y1: float, y2: float, x: float, width: float) -> Overlay:
    return Overlay(bone, y1, y2, x, width)


# Without a side for a limb: it is drawn on each that works.  In the frame of the trunk, +x is the back.
_SIDE: Mapping[str, tuple[Overlay, ...]] = MappingProxyType(
    {
        "quads": (_o("knee", 8, 40, 2.6, 7),),
        "hamstrings": (_o("knee", 10, 42, -3, 6.5),),
        "adductors": (_o("knee", 4, 26, 0, 6),),
        "glute_max": (_o("waist", -9, 2, 5.5, 11.5),),
        "glute_med": (_o("waist", 1, 9, 2.5, 9),),
        "hip_flexors": (_o("waist", -9, 9, -4.8, 6.5),),
        "calves": (_o("ankle", 4, 22, -2.2, 6.5),),
        "soleus": (_o("ankle", 22, 38, -1.8, 4.5),),
        "tibialis": (_o("ankle", 6, 32, 2.8, 4.5),),
        "fibularis": (_o("ankle", 8, 34, 0.2, 4),),
        "feet": (_o("toe", 4, 17, 1.2, 4.5),),
        "abs": (_o("waist", 10, 26, -6.2, 8), _o("shoulder", 0, 13, -6.2, 8)),
        "obliques": (_o("waist", 11, 26, 0.4, 8.5), _o("shoulder", 0, 8, 0.4, 8.5)),
        "erectors": (_o("waist", 8, 26, 7, 6.5), _o("shoulder", 0, 14, 7, 6.5)),
        "lats": (_o("shoulder", 2, 20, 5, 8),),
        "traps": (_o("shoulder", 16, 30, 7, 6),),
        "between_blades": (_o("shoulder", 10, 18, 6.4, 6),),
        "chest": (_o("shoulder", 16, 24, -6.4, 9),),
        "deltoids": (_o("elbow", 1, 10, 0, 8.5),),
        "biceps": (_o("elbow", 15, 29, 2, 4.5),),
        "triceps": (_o("elbow", 13, 30, -2, 4.5),),
        "forearms": (_o("wrist", 5, 22, 0, 5),),
    }
)

# From the front what lies behind shows at the edge of the body, where the eye looks for it.
_FRONT: Mapping[str, tuple[Overlay, ...]] = MappingProxyType(
    {
        "quads": (_o("knee", 8, 40, 1, 8),),
        "hamstrings": (_o("knee", 12, 40, -3.5, 5),),
        "adductors": (_o("knee", 5, 30, -4.5, 6),),
        "glute_max": (_o("knee", -4, 4, 3.5, 10),),
        "glute_med": (_o("knee", -9, -3, 3.5, 9),),
        "hip_flexors": (_o("knee", -4, 8, -2.5, 6),),
        "calves": (_o("ankle", 4, 22, 2.2, 5),),
        "soleus": (_o("ankle", 22, 38, 0, 4.5),),
        "tibialis": (_o("ankle", 6, 32, -1, 4.5),),
        "fibularis": (_o("ankle", 8, 34, 3.2, 4),),
        "feet": (_o("toe", 1, 7, 0, 6),),
        "abs": (_o("waist", 6, 26, 0, 9), _o("shoulder", 0, 10, 0, 9)),
        "obliques": (_o("waist", 8, 26, -9, 6.5),),
        "erectors": (_o("waist", 4, 24, -5.5, 5),),
        "lats": (_o("shoulder", 2, 18, -11, 6),),
        "traps": (_o("shoulder", 24, 32, -7, 5),),
        "between_blades": (_o("shoulder", 14, 22, -5, 6),),
        "chest": (_o("shoulder", 17, 20, -7, 9),),
        "deltoids": (_o("elbow", 1, 9, 0, 8.5),),
        "biceps": (_o("elbow", 14, 29, -1.5, 5),),
        "triceps": (_o("elbow", 14, 29, 2.5, 4),),
        "forearms": (_o("wrist", 5, 22, 0, 5),),
    }
)

_FOOT: Mapping[str, tuple[Overlay, ...]] = MappingProxyType(
    {
        "feet": (_o("arch", 14, 44, -6, 7), _o("ball", 2, 38, -5, 7)),
        "soleus": (_o("shin", 6, 40, 9, 7),),
        "tibialis": (_o("shin", 16, 66, -9, 8),),
        "calves": (_o("shin", 44, 70, 10.5, 9),),
        "fibularis": (_o("shin", 16, 70, 0, 7),),
    }
)
_FEET: Mapping[str, tuple[Overlay, ...]] = MappingProxyType(
    {"fibularis": (_o("knee", 6, 64, -10, 7),), "tibialis": (_o("knee", 10, 64, 1, 8),)}
)

HIP_REGIONS = frozenset({"glute_max", "glute_med", "hip_flexors"})
_LIMBS = frozenset({"knee", "ankle", "toe", "elbow", "wrist"})
_TABLES = {"side": _SIDE, "front": _FRONT, "above": _FRONT, "foot": _FOOT, "feet": _FEET}


def overlays(skeleton: str, region: str, *, works: tuple[str, ...]) -> tuple[Overlay, ...]:
    """Where a region lies on the figure, on each of the sides that work; empty where that view hides it."""
    found = []
    for each in _TABLES[skeleton].get(region, ()):
        if each.bone in _LIMBS and skeleton != "foot":
            found += [
                replace(each, bone=f"{each.bone}_{side}", x=each.x * _out(skeleton, side)) for side in works
            ]
        elif skeleton in ("front", "above") and each.x:
            found += [replace(each, x=each.x * _out(skeleton, side)) for side in works]
        else:
            found.append(each)
    return tuple(found)


def _out(skeleton: str, side: str) -> int:
    """From the front the far side is the near one in a mirror."""
    return -1 if skeleton in ("front", "above", "feet") and side == "f" else 1

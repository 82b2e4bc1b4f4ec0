"""What muscles and equipment are also called by those who look for them."""

from collections.abc import Mapping
from types import MappingProxyType

# What else a muscle is called by those who look for it.
MUSCLE_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "quadriceps": "quadriceps thigh knee extensors",
        "hamstrings": "back of thigh",
        "gluteus_maximus": "butt bum buttocks",
        "gluteus_medius": "abductors",
        "hip_flexors": "psoas iliopsoas",
        "adductors": "groin",
        "deep_hip_rotators": "piriformis",
        "tibialis_anterior": "shin splints",
        "fibularis": "peroneals",
        "foot_intrinsics": "arch toes",
        "rectus_abdominis": "abs stomach",
        "obliques": "waist",
        "transverse_abdominis": "abs",
        "erector_spinae": "lower back",
        "quadratus_lumborum": "lower back",
        "upper_back": "posture shoulder blades",
        "chest": "pecs",
        "shoulders": "delts",
        "arms": "biceps triceps",
    }
)

# What else a piece of kit is called.
EQUIPMENT_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "trx": "trx",
        "swiss_ball": "stability exercise ball",
        "long_band": "resistance theraband",
        "mini_band": "resistance loop",
        "step": "plyo",
    }
)

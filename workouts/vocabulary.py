"""The field's fixed words: what a muscle, a category, a run kind or a level is called, everywhere."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType


class RunKind(StrEnum):
    """What a run was for. `cross_training` is any activity that is not a run and never counts as running."""

    RECOVERY = "recovery"
    EASY = "easy"
    STRIDES = "strides"
    STEADY = "steady"
    LONG = "long"
    TEMPO = "tempo"
    INTERVALS = "intervals"
    HILLS = "hills"
    RACE_PACE = "race_pace"
    TIME_TRIAL = "time_trial"
    RACE = "race"
    CROSS_TRAINING = "cross_training"

    @property
    def label(self) -> str:
        """The word alone, for a select box: "Race pace"."""
        return self.value.replace("_", " ").replace("cross training", "cross-training").capitalize()

    @property
    def heading(self) -> str:
        """The kind as a noun that can head a page: "Easy run", "Intervals"."""
        return f"{self.label} run" if self in _TAKES_RUN else self.label


_TAKES_RUN = frozenset(
    {RunKind.RECOVERY, RunKind.EASY, RunKind.STEADY, RunKind.LONG, RunKind.TEMPO, RunKind.RACE_PACE}
)

# The anchors of the session RPE scale (Foster), in the handbook's words.
EFFORT_WORDS: Mapping[int, str] = MappingProxyType(
    {
        0: "rest",
        1: "very light",
        2: "light",
        3: "moderate",
        4: "somewhat hard",
        5: "hard",
        6: "hard",
        7: "very hard",
        8: "very hard",
        9: "close to limit",
        10: "limit",
    }
)

MUSCLES: Mapping[str, str] = MappingProxyType(
    {
        "quadriceps": "Quads (front of thigh)",
        "hamstrings": "Hamstrings",
        "gluteus_maximus": "Glutes (gluteus maximus)",
        "gluteus_medius": "Side hip (gluteus medius and minimus)",
        "hip_flexors": "Hip flexors",
        "adductors": "Inner thigh (adductors)",
        "deep_hip_rotators": "Deep hip rotators",
        "gastrocnemius": "Upper calf (gastrocnemius)",
        "soleus": "Lower calf (soleus)",
        "tibialis_anterior": "Front of shin",
        "tibialis_posterior": "Inner shin (tibialis posterior)",
        "fibularis": "Outer shin (fibularis)",
        "foot_intrinsics": "Small foot muscles",
        "rectus_abdominis": "Front abdominals",
        "obliques": "Side abdominals (obliques)",
        "transverse_abdominis": "Deep core (transverse abdominis)",
        "erector_spinae": "Back extensors",
        "quadratus_lumborum": "Side of low back",
        "latissimus_dorsi": "Lats",
        "upper_back": "Upper back",
        "chest": "Chest",
        "shoulders": "Shoulders",
        "arms": "Arms",
    }
)


def everyday_muscle(key: str) -> str:
    """A muscle by its everyday name alone: "Glutes"."""
    return MUSCLES[key].partition(" (")[0]


# What the rules round a race tell apart.
RACE_DISTANCES: Mapping[str, str] = MappingProxyType(
    {
        "5k": "5 km",
        "10k": "10 km",
        "half": "Half marathon",
        "marathon": "Marathon",
        "ultra": "Ultra",
        "other": "Another distance",
    }
)

EXPERIENCE: Mapping[str, str] = MappingProxyType(
    {
        "beginner": "Beginner",
        "intermediate": "Intermediate",
        "advanced": "Advanced",
    }
)

# The order here is the order on every page.
CATEGORIES: Mapping[str, str] = MappingProxyType(
    {
        "core": "Core",
        "glutes_hips": "Glutes and hips",
        "legs": "Legs",
        "calf_foot_ankle": "Calf, foot and ankle",
        "plyometric": "Plyometric",
        "upper_posture": "Upper body and posture",
        "stretch": "Post-run stretch",
        "warm_up": "Dynamic warm-up",
        "recovery": "Recovery routine",
    }
)

# Only these categories count towards time under tension and hard sets.
STRENGTH_CATEGORIES = frozenset({"core", "glutes_hips", "legs", "calf_foot_ankle", "upper_posture"})

MOVEMENT_PATTERNS: Mapping[str, str] = MappingProxyType(
    {
        "ankle_foot": "ankle and foot",
        "anti_extension": "anti-extension",
        "anti_lateral_flexion": "anti-lateral flexion",
        "anti_rotation": "anti-rotation",
        "balance": "balance",
        "bound": "bound",
        "calf_raise": "calf raise",
        "carry": "carry",
        "hinge": "hinge",
        "hip_abduction": "hip abduction",
        "hip_adduction": "hip adduction",
        "hip_extension": "hip extension",
        "hip_flexion": "hip flexion",
        "hop": "hop",
        "jump": "jump",
        "knee_flexion": "knee flexion",
        "locomotion": "locomotion",
        "lunge": "lunge",
        "mobility": "mobility",
        "pull": "pull",
        "push": "push",
        "recovery_rest": "rest",
        "self_massage": "self-massage",
        "squat": "squat",
        "step": "step",
        "stretch_static": "static stretch",
        "trunk_flexion": "trunk flexion",
    }
)

EQUIPMENT: Mapping[str, str] = MappingProxyType(
    {
        "anchor": "foot anchor",
        "backpack": "backpack",
        "barbell": "barbell",
        "bench": "bench",
        "calf_machine": "calf machine",
        "chair": "chair",
        "cushion": "cushion",
        "dowel": "dowel",
        "dumbbell": "dumbbell",
        "foam_roller": "foam roller",
        "kettlebell": "kettlebell",
        "leg_press_machine": "leg press machine",
        "long_band": "long band",
        "massage_ball": "massage ball",
        "mat": "mat",
        "mini_band": "mini band",
        "none": "no equipment",
        "pull_up_bar": "pull-up bar",
        "rack": "squat rack",
        "skipping_rope": "skipping rope",
        "slider": "slider",
        "step": "step or box",
        "swiss_ball": "swiss ball",
        "towel": "towel",
        "trap_bar": "trap bar",
        "trx": "suspension trainer",
        "wall": "wall",
    }
)

# Assumed to be at hand in any home or park.
SOFT_EQUIPMENT = frozenset({"chair", "cushion", "mat", "none", "towel", "wall"})

CAUTION_FLAGS: Mapping[str, str] = MappingProxyType(
    {
        "low_back": "Current low-back pain",
        "neck": "Neck pain",
        "shoulder": "Shoulder pain",
        "wrist": "Wrist pain",
        "knee": "Kneecap or knee pain",
        "hip_groin": "Hip or groin pain",
        "hamstring": "Hamstring strain",
        "achilles": "Achilles pain",
        "plantar_heel": "Heel or arch pain",
        "shin": "Shin pain",
        "bone_stress": "Suspected or recent bone stress injury",
        "balance": "Balance problems",
        "pelvic_floor": "Pelvic-floor symptoms or early postnatal",
        "pregnancy": "Pregnancy",
        "blood_pressure": "Uncontrolled blood pressure",
        "dvt": "Unexplained hot, swollen or painful calf",
    }
)

# Signs of which the texts on safety say that no targets of load are shown while they last.
HIDE_LOAD_TARGETS = frozenset({"reds"})

# Signs that need help now, which the texts on safety answer: nothing to go on training with.
SIGNS_OF_NOW = frozenset({"dvt", "bone_stress"})


def cautions_told(flags: Iterable[str]) -> str:
    """What calls for care, inside a sentence: "current low-back pain and neck pain"."""
    words = [
        label if label.startswith("Achilles") else label[0].lower() + label[1:]
        for label in map(CAUTION_FLAGS.__getitem__, flags)
    ]
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def _inside_a_sentence(label: str) -> str:
    """A label as it is written after other words; a name keeps its capital."""
    return label if label.startswith("Achilles") else label[0].lower() + label[1:]


# From top to bottom.  A place that also stands among the caution flags has the same key there.
PAIN_PLACES: Mapping[str, str] = MappingProxyType(
    {
        "neck": "Neck",
        "shoulder": "Shoulder",
        "elbow": "Arm or elbow",
        "wrist": "Wrist or hand",
        "upper_back": "Upper back",
        "chest": "Chest",
        "abdomen": "Belly or side",
        "low_back": "Low back",
        "hip_groin": "Hip or groin",
        "buttock": "Buttock",
        "front_thigh": "Quads (front of thigh)",
        "inner_thigh": "Inner thigh",
        "outer_thigh": "Outer thigh",
        "hamstring": "Hamstring (back of thigh)",
        "knee": "Knee",
        "shin": "Shin",
        "calf": "Calf",
        "achilles": "Achilles tendon",
        "ankle": "Ankle",
        "plantar_heel": "Heel or arch",
        "foot_toes": "Foot or toes",
        "elsewhere": "Elsewhere",
    }
)

PAIN_SIDES: Mapping[str, str] = MappingProxyType(
    {"left": "Left", "right": "Right", "both": "Both sides", "middle": "Middle"}
)


def place_of_pain(place: str, side: str) -> str:
    """Where it hurts, inside a sentence: "left knee", "Achilles tendon, both sides"; either may be blank."""
    where = PAIN_PLACES.get(place, "")
    if place != "achilles":
        where = where.lower()
    if side in ("left", "right") and place not in ("", "elsewhere"):
        return f"{side} {where}"
    return ", ".join(filter(None, (where, PAIN_SIDES.get(side, "").lower())))


METRICS = frozenset({"reps", "reps_load", "time", "distance"})

# For both impact and leg fatigue.
DEGREES = ("none", "low", "moderate", "high")

LEVELS: Mapping[int, str] = MappingProxyType(
    {1: "Starter", 2: "Beginner", 3: "Intermediate", 4: "Advanced", 5: "Expert"}
)

SESSION_CLASS_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "mobility": "Stretching, warm-up or recovery",
        "light": "Light strength",
        "moderate": "Strength that tires the legs",
        "heavy": "Heavy strength",
        "plyo_low": "Low jumps",
        "plyo_high": "High jumps",
    }
)
SESSION_CLASSES = tuple(SESSION_CLASS_WORDS)

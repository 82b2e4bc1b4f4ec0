"""A catalogue of two exercises and a circuit, small enough to spoil one key at a time."""

import tomllib
from pathlib import Path

import pytest

from workouts.catalogue.entries import Catalogue
from workouts.catalogue.reader import CatalogueError, read_catalogue

FOLDER = Path(__file__).parents[3] / "workouts" / "catalogue"

SQUAT = """\
name = "Squat"
category = "legs"
level = 2
movement_pattern = "squat"
primary_muscles = ["quadriceps"]
secondary_muscles = []
equipment = ["none"]
equipment_options = [[]]
unilateral = false
metric = "reps"
loadable = false
impact = "none"
leg_fatigue = "low"
progression = "hop"
why_for_runners = "Strong legs."
how_to = ["Sit down.", "Stand up."]
common_mistakes = ["Falling over"]
caution_flags = []

[prescription]
sets = 3
reps = 10
tempo = "3-1-1-0"
starts_with = "lower"
rest_after_s = 45
target_rpe = 7
"""

HOP = """\
name = "Hop"
category = "plyometric"
level = 3
movement_pattern = "hop"
primary_muscles = ["soleus"]
secondary_muscles = ["quadriceps"]
equipment = ["none", "step"]
equipment_options = [[], ["step"]]
unilateral = true
metric = "reps"
loadable = false
impact = "high"
leg_fatigue = "moderate"
regression = "squat"
why_for_runners = "Springy ankles."
how_to = ["Hop."]
common_mistakes = ["Landing loudly"]
caution_flags = ["achilles"]
caution = "Not with a sore tendon."

[prescription]
sets = 3
reps = 10
rest_after_s = 60
target_rpe = 6
seconds_per_rep = 0.6

[contacts]
per_rep = 1
"""

PAIR = """\
position = 1
name = "Pair"
goal = "Two movements."
format = "circuit"
rounds = 3
rest_between_rounds_s = 45
warm_up_minutes = 2
session_class = "light"
leg_fatigue = "low"
level = "all"
target_rpe = [5, 7]
recommended_when = "After an easy run."
notes = []
tags = ["home"]
source_note = "Made up."

[[stations]]
exercise = "squat"
sets = 1
reps = 8
per_side = false
tempo = "2-1-1-0"
rest_after_s = 10
note = "Slowly."

[[stations]]
exercise = "hop"
sets = 1
reps = 5
per_side = true
rest_after_s = 20

[variants.easier]
rounds = 2
note = "Both feet on the ground."

[variants.easier.swaps.hop]
exercise = "squat"
reps = 6
tempo = "3-1-1-0"
"""

SAFETY = (FOLDER / "safety.toml").read_text()


def read(*, safety: str = SAFETY, circuit: str = PAIR, **exercises: str) -> Catalogue:
    """Read the small catalogue, with any of its files in another text."""
    texts = {"squat": SQUAT, "hop": HOP} | exercises
    return read_catalogue(
        exercises={f"{slug}.toml": text for slug, text in texts.items()},
        circuits={"pair.toml": circuit},
        safety=safety,
    )


def mistakes(**texts: str) -> list[str]:
    """What the reader has to say about the small catalogue with some of its files in another text."""
    with pytest.raises(CatalogueError) as refusal:
        read(**texts)
    return list(refusal.value.mistakes)


def spoilt(text: str, old: str, new: str) -> str:
    """The text with one piece replaced, which must stand in it exactly once and leave it TOML."""
    assert text.count(old) == 1, old
    changed = text.replace(old, new)
    tomllib.loads(changed)
    return changed


def real_files(folder: str) -> dict[str, str]:
    """The catalogue's own files, from name to text."""
    return {path.name: path.read_text() for path in (FOLDER / folder).glob("*.toml")}

"""A figure in words: how the body is placed to begin with, and what changes."""

import pytest

from tests.workouts.figures.body.shelf import SLUGS, scene_of
from workouts.figures.body.words import description


@pytest.mark.parametrize(
    ("slug", "placed"),
    [
        ("dead-bug", "lying on the back"),
        ("glute-bridge", "lying on the back"),
        ("prone-ytw", "lying face down"),
        ("side-plank", "in a side plank"),
        ("side-lying-hip-abduction", "lying on the side"),
        ("front-plank", "in a plank on forearms and toes"),
        ("push-up", "in a plank on hands and toes"),
        ("bird-dog", "on hands and knees"),
        ("childs-pose", "kneeling, folded forward"),
        ("half-kneeling-press", "half-kneeling"),
        ("wall-sit", "sitting against a wall"),
        ("tibialis-raise", "leaning with the back against a wall"),
        ("sit-to-stand", "sitting on a chair"),
        ("single-leg-press", "sitting in a leg press"),
        ("butterfly-stretch", "sitting"),
        ("hanging-knee-raise", "hanging from the hands"),
        ("bodyweight-squat", "standing"),
        ("single-leg-romanian-deadlift", "standing on one leg"),
        ("short-foot", "one foot from its inner side"),
        ("supine-twist", "lying, seen from above"),
        ("ninety-ninety-hip-switch", "sitting, seen from above"),
    ],
)
def test_it_says_how_the_body_is_placed(slug, placed):
    assert description(scene_of(slug)).startswith((f"Start: {placed}", f"Held: {placed}"))


def test_it_says_which_joints_move_and_where_to():
    squat = description(scene_of("bodyweight-squat"))
    assert "Moves to: trunk" in squat
    assert "both knees at" in squat


@pytest.mark.parametrize("slug", SLUGS)
def test_what_moves_says_so_and_what_is_held_says_that(slug):
    said = description(scene_of(slug))
    assert said.startswith("Held: ") == (len(scene_of(slug).spec.steps) == 1)
    assert ("Moves to: " in said) != said.startswith("Held: ")

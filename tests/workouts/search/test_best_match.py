"""Search finds the right exercise first, however it is called, begun or misspelt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workouts.search.shelf import catalogue
from workouts.search.best_match import found

FIRST = {
    # By name, and by the beginning of one
    "side plank": "side-plank",
    "glute bridge": "glute-bridge",
    "Bird Dog": "bird-dog",
    "step up": "step-up",
    "cop": "copenhagen-plank",
    "nordic": "nordic-curl",
    "child's pose": "childs-pose",
    "child’s pose": "childs-pose",
    # By what else it is called
    "RDL": "romanian-deadlift",
    "single leg rdl": "single-leg-romanian-deadlift",
    "bulgarian": "rear-foot-elevated-split-squat",
    "plank": "front-plank",
    "squat": "bodyweight-squat",
    "bridge": "glute-bridge",
    "mountain climber": "slow-mountain-climber",
    "clams": "clamshell",
    "press-ups": "push-up",
    "jump rope": "skipping-rope",
    "box step-up": "step-up",
    "quadriceps": "bodyweight-squat",
    "lats": "band-row",
    "carries": "farmers-carry",
    "trx": "inverted-row",
    "hex bar": "trap-bar-deadlift",
    "b-stance": "kickstand-deadlift",
    "world's greatest": "worlds-greatest-stretch",
    "band walk": "monster-walk",
    "heel drops": "eccentric-calf-lower",
    "tib raise": "tibialis-raise",
    "quad stretch": "standing-quad-stretch",
    "calf stretch": "standing-calf-stretch",
    "hamstring stretch": "supine-hamstring-stretch",
    "piriformis": "figure-four-stretch",
    # By muscle, kit or use
    "calf": "double-leg-calf-raise",
    "calves": "double-leg-calf-raise",
    "hip flexors": "supine-psoas-march",
    "groin": "adductor-squeeze",
    "lower back": "bird-dog",
    "upper back": "band-pull-apart",
    "shin splints": "tibialis-raise",
    "soleus": "bent-knee-calf-raise",
    "lunge with dumbell": "lateral-lunge",
    "glutes with a mini band": "monster-walk",
    "foam roller calf": "foam-roll-calves",
    # With a slip, run together, or with odd dashes
    "planck": "front-plank",
    "hip thrst": "hip-thrust",
    "romainian deadlift": "romanian-deadlift",
    "copenhagn": "copenhagen-plank",
    "pushup": "push-up",
    "deadbug": "dead-bug",
    "BIRD-DOG": "bird-dog",
}


@pytest.mark.parametrize(("typed", "slug"), FIRST.items())
def test_the_right_exercise_comes_first(typed, slug):
    assert [thing.slug for thing in found(typed, catalogue())][:1] == [slug]


def test_there_are_at_least_forty_phrasings():
    assert len(FIRST) >= 40


@pytest.mark.parametrize("typed", ["", "  ", "the", "-", "…"])
def test_nothing_typed_leaves_all_as_they_were(typed):
    assert found(typed, catalogue()) == catalogue()


@pytest.mark.parametrize("typed", ["xylophone", "zz", "side plank xylophone"])
def test_what_fits_nothing_finds_nothing(typed):
    assert found(typed, catalogue()) == ()


@pytest.mark.parametrize("thing", catalogue(), ids=lambda thing: thing.slug)
def test_every_exercise_is_found_first_by_its_own_name(thing):
    assert found(thing.name, catalogue())[0] == thing


@pytest.mark.parametrize("thing", catalogue(), ids=lambda thing: thing.slug)
def test_and_by_whatever_else_it_is_called(thing):
    for alias in thing.aliases:
        assert found(alias, catalogue())[0] == thing, alias


def test_no_two_exercises_are_called_alike():
    names = [name.casefold() for thing in catalogue() for name in (thing.name, *thing.aliases)]
    assert sorted(names) == sorted(set(names))


def test_a_word_more_never_finds_more():
    one = set(found("lunge", catalogue()))
    assert set(found("lunge dumbbell", catalogue())) < one


@given(st.text(max_size=40))
def test_whatever_is_typed_is_answered(typed):
    assert set(found(typed, catalogue())) <= set(catalogue())


@given(st.sampled_from(catalogue()), st.data())
def test_one_letter_left_out_of_a_long_name_still_finds_it(thing, data):
    word = max(thing.name.split(), key=len)
    if len(word) < 7 or not word.isascii() or not word.isalpha():
        return
    place = data.draw(st.integers(1, len(word) - 1))
    typed = thing.name.replace(word, word[:place] + word[place + 1 :])
    assert thing in found(typed, catalogue())

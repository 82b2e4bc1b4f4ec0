"""The muscle map: a region for every muscle of the vocabulary, left and right, tinted by what works."""

import pytest

from workouts.figures.body.muscles import REGIONS_OF
from workouts.figures.muscle_map import REGIONS, muscle_map, steps_by_sets, steps_of
from workouts.vocabulary import MUSCLES


def regions(drawn):
    return [region for view in drawn.views for half in view.halves for region in half.regions]


def test_every_muscle_of_the_vocabulary_has_a_region_that_is_drawn():
    assert set(REGIONS_OF) == set(MUSCLES)
    assert {region for each in REGIONS_OF.values() for region in each} <= REGIONS


def test_every_region_stands_once_on_either_side_of_its_view_under_an_id_of_its_own():
    ids = [region.id for region in regions(muscle_map(steps={}))]
    assert len(ids) == len(set(ids))
    assert all(each[:-1] + other in ids for each in ids for other in "lr" if each[-1] in "lr")


def test_left_and_right_are_the_persons_own():
    front, back = muscle_map(steps={}).views
    # Who faces us has the left at our right, where x grows.
    at_our_right = {half.regions[0].id[-1] for half in front.halves if half.scale == 1}
    assert at_our_right == {"l"}
    assert {half.regions[0].id[-1] for half in back.halves if half.scale == 1} == {"r"}


def test_what_works_most_is_darkest_and_what_helps_is_lighter():
    steps = steps_of(primary=["gluteus_maximus"], secondary=["hamstrings", "gluteus_medius"])
    assert steps == {"glute_max": 4, "hamstrings": 2, "glute_med": 2}


def test_a_muscle_that_works_most_is_not_made_lighter_by_one_that_helps():
    steps = steps_of(primary=["rectus_abdominis"], secondary=["transverse_abdominis"])
    assert steps == {"abs": 4}


@pytest.mark.parametrize(
    ("sets", "step"), [(0, 0), (0.5, 1), (1.5, 1), (2, 2), (3.5, 2), (4, 3), (5.5, 3), (6, 4)]
)
def test_sets_are_five_steps_of_tint(sets, step):
    assert steps_by_sets({"soleus": sets}) == {"soleus": step}


def test_a_region_takes_the_most_of_the_muscles_it_stands_for():
    assert steps_by_sets({"soleus": 1, "tibialis_posterior": 6}) == {"soleus": 4}


def test_a_region_names_the_muscle_that_is_meant():
    meant = muscle_map(steps={"soleus": 4}, meant=["tibialis_posterior"])
    (soleus, *_) = (region for region in regions(meant) if region.name == "soleus")
    assert soleus.muscles == ("tibialis_posterior",)
    (soleus, *_) = (region for region in regions(muscle_map(steps={})) if region.name == "soleus")
    assert soleus.muscles == ("soleus", "tibialis_posterior")

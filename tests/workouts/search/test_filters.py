"""Filters: of one kind any choice is enough, every kind must fit, and counts say what each would leave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workouts.search.shelf import catalogue
from workouts.search.filters import BOTH, NO_KIT, ONE_SIDE, Chosen, counts, fitting
from workouts.search.findable import kit_options
from workouts.vocabulary import CATEGORIES, EQUIPMENT, LEVELS, MOVEMENT_PATTERNS, MUSCLES, SOFT_EQUIPMENT

CHOICES = {
    "muscle": list(MUSCLES),
    "kit": list(EQUIPMENT),
    "category": list(CATEGORIES),
    "level": [str(level) for level in LEVELS],
    "pattern": list(MOVEMENT_PATTERNS),
    "sides": [ONE_SIDE, BOTH],
}
kit = st.frozensets(st.sampled_from(sorted(EQUIPMENT)), max_size=4)
choices = st.builds(
    Chosen,
    by_kind=st.fixed_dictionaries(
        {}, optional={kind: st.frozensets(st.sampled_from(of), max_size=3) for kind, of in CHOICES.items()}
    ),
    owned=st.none() | kit,
)


def slugs(owned=None, **by_kind: set[str]) -> set[str]:
    chosen = Chosen(by_kind={kind: frozenset(of) for kind, of in by_kind.items()}, owned=owned)
    return {thing.slug for thing in fitting(catalogue(), chosen=chosen)}


def test_nothing_chosen_leaves_all():
    assert len(slugs()) == len(catalogue())


def test_of_one_kind_any_is_enough_and_every_kind_must_fit():
    glutes, calves = slugs(muscle={"gluteus_maximus"}), slugs(muscle={"soleus"})
    assert slugs(muscle={"gluteus_maximus", "soleus"}) == glutes | calves
    assert slugs(muscle={"gluteus_maximus"}, level={"1"}) == glutes & slugs(level={"1"})


def test_kit_is_what_it_can_be_done_with_and_no_equipment_means_that_none_is_needed():
    assert {"back-squat"} <= slugs(kit={"barbell"})
    assert "glute-bridge" in slugs(kit={NO_KIT})
    assert "goblet-squat" not in slugs(kit={NO_KIT})


def test_what_i_own_is_enough_if_every_item_of_one_way_is_there():
    assert "hip-thrust" not in slugs(owned=frozenset({"barbell"}))
    assert "hip-thrust" in slugs(owned=frozenset({"barbell", "bench"}))
    assert "glute-bridge" in slugs(owned=frozenset())


def test_a_mat_a_wall_and_the_like_are_at_hand_everywhere():
    assert kit_options([["wall", "mini_band"]]) == (frozenset({"mini_band"}),)
    assert kit_options([[*SOFT_EQUIPMENT]]) == kit_options([]) == (frozenset(),)


@pytest.mark.parametrize("sides", [ONE_SIDE, BOTH])
def test_sided_or_not_parts_them_in_two(sides):
    other = BOTH if sides == ONE_SIDE else ONE_SIDE
    assert not slugs(sides={sides}) & slugs(sides={other})
    assert slugs(sides={sides, other}) == slugs()


@given(choices, st.sampled_from(sorted(CHOICES)))
def test_a_count_is_how_many_there_are_once_that_is_chosen_alone(chosen, kind):
    told = counts(catalogue(), chosen=chosen, kind=kind, choices=CHOICES[kind])
    for choice, number in told.items():
        assert number == len(fitting(catalogue(), chosen=chosen.but(kind, choice)))


@given(choices, st.sampled_from(sorted(CHOICES)))
def test_a_kind_chosen_never_leaves_more_than_without_it(chosen, kind):
    without = set(fitting(catalogue(), chosen=chosen.but(kind)))
    assert set(fitting(catalogue(), chosen=chosen)) <= without

"""What a list was asked for can be read again from its address, whole or with a part cleared."""

from urllib.parse import parse_qs

from hypothesis import given
from hypothesis import strategies as st

from workouts.search.asked import CHOICES, SORTS, Asked
from workouts.search.circuit_filter import KIT_TO_NAME, CircuitAsked

exercises_asked = st.builds(
    Asked,
    query=st.text(max_size=100).map(str.strip),
    by_kind=st.fixed_dictionaries(
        {},
        optional={
            kind: st.sets(st.sampled_from(list(of)), min_size=1, max_size=3).map(
                lambda chosen, of=of: tuple(choice for choice in of if choice in chosen)
            )
            for kind, of in CHOICES.items()
        },
    ).map(lambda chosen: {kind: chosen[kind] for kind in CHOICES if kind in chosen}),
    only_owned=st.booleans(),
    sort=st.sampled_from(list(SORTS)),
)
circuits_asked = st.builds(
    CircuitAsked,
    minutes=st.none() | st.integers(1, 240),
    unread=st.just(""),
    kit=st.sets(st.sampled_from(KIT_TO_NAME), max_size=3).map(
        lambda chosen: tuple(item for item in KIT_TO_NAME if item in chosen)
    ),
    only_owned=st.booleans(),
)
names = st.sampled_from(["q", "own", "sort", "muscle", "kit", "level", "minutes", "page"])
anything = st.dictionaries(names, st.lists(st.text(max_size=8), max_size=3)).map(lambda sent: sent.items())


def lists(address: str):
    return parse_qs(address, keep_blank_values=True).items()


@given(exercises_asked)
def test_exercises_asked_for_are_read_again_from_their_address(asked):
    assert Asked.read(lists(asked.address)) == asked


@given(circuits_asked)
def test_circuits_asked_for_are_read_again_from_their_address(asked):
    assert CircuitAsked.read(lists(asked.address)) == asked


@given(exercises_asked | circuits_asked)
def test_every_part_can_be_cleared_alone(asked):
    for part in asked.parts:
        assert asked.without(part).parts == tuple(other for other in asked.parts if other != part)


@given(anything)
def test_whatever_an_address_says_is_read(sent):
    for kind in (Asked, CircuitAsked):
        asked = kind.read(sent)
        again = kind.read(lists(asked.address))
        assert (again.address, again.parts) == (asked.address, asked.parts)

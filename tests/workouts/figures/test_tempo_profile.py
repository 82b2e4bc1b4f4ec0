"""The tempo profile rises and falls with the repetition, and its labels never touch."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workouts.figures import tempo_profile
from workouts.training.tempo import StartsWith, Tempo

TEMPOS = st.builds(
    lambda parts, explosive: Tempo(parts[0], parts[1], 1 if explosive else parts[2], parts[3], explosive),
    st.tuples(*[st.integers(0, 99)] * 4).filter(any),
    st.booleans(),
)
DIRECTIONS = st.sampled_from(StartsWith)


def small(text, starts_with=StartsWith.LOWER):
    return tempo_profile.small(tempo=Tempo.parse(text), starts_with=starts_with)


def large(text, starts_with=StartsWith.LOWER):
    return tempo_profile.large(tempo=Tempo.parse(text), starts_with=starts_with)


def test_a_squat_falls_stays_low_and_rises():
    assert small("2-1-1-0").path == "M1.0 4L42.0 15L62.5 15L83.0 4"
    assert large("2-1-1-0").path == "M2.0 8L165.0 56L246.5 56L328.0 8"


def test_a_bridge_rises_stays_high_and_falls():
    assert small("2-0-1-1", StartsWith.LIFT).path == "M1.0 15L21.5 4L42.0 4L83.0 15"


def test_sizes_ground_and_hairlines():
    drawn_small, drawn_large = small("2-1-1-0"), large("2-1-1-0")
    assert (drawn_small.width, drawn_small.height, drawn_small.ground_y) == (84, 30, 18)
    assert (drawn_large.width, drawn_large.height, drawn_large.ground_y) == (330, 112, 64)
    assert drawn_small.ticks == ()
    assert drawn_large.ticks == (165.0, 246.5)


def test_small_labels_are_seconds_under_the_middle_of_their_phase():
    drawn = small("2-1-1-0")
    assert drawn.anchor == "middle"
    assert [(label.x, label.y, label.text) for label in drawn.labels] == [
        (21.5, 29, "2"),
        (52.2, 29, "1"),
        (72.8, 29, "1"),
    ]


def test_large_labels_carry_their_word_from_the_start_of_their_phase():
    drawn = large("2-1-1-0")
    assert drawn.anchor == "start"
    assert [(label.x, label.text, label.word) for label in drawn.labels] == [
        (2.0, "2 s", "lower"),
        (167.0, "1 s", "pause"),
        (248.5, "1 s", "lift"),
    ]
    assert {(label.y, label.word_y) for label in drawn.labels} == {(88, 106)}


def test_an_explosive_lift_is_an_x_and_says_so_in_words():
    for drawn in (small("3-0-X-0"), large("3-0-X-0")):
        assert (drawn.labels[1].text, drawn.labels[1].word) == ("X", "lift fast")
        assert drawn.description == "Tempo: lower 3 s, lift fast"


def test_a_second_of_lifting_is_not_explosive():
    assert small("3-0-1-0").labels[1].text == "1"


@pytest.mark.parametrize("draw", [small, large])
def test_the_description_says_in_words_what_is_drawn(draw):
    assert draw("3-1-1-0").description == "Tempo: lower 3 s, pause 1 s, lift 1 s"
    assert draw("3-0-1-2", StartsWith.LIFT).description == "Tempo: lift 1 s, hold 2 s, lower 3 s"


@pytest.mark.parametrize("text", ["3-1-1-1", "4-0-1-1", "3-0-3-2", "1-1-1-1", "9-1-X-1"])
@pytest.mark.parametrize("starts_with", StartsWith)
def test_short_phases_keep_their_words_apart(text, starts_with):
    for left, right in pairwise(large(text, starts_with).labels):
        assert right.x - left.x >= _width(left.word, 13) + 4 - 0.1


@given(TEMPOS, DIRECTIONS)
def test_large_labels_stand_clear_of_each_other_and_inside(tempo, starts_with):
    labels = tempo_profile.large(tempo=tempo, starts_with=starts_with).labels
    widths = [max(_width(label.text, 22), _width(label.word, 13)) for label in labels]
    assert labels[0].x >= 0
    assert labels[-1].x + widths[-1] <= 330.1
    for (left, width), (right, _) in pairwise(zip(labels, widths, strict=True)):
        assert right.x - left.x >= width + 4 - 0.1


@given(TEMPOS, DIRECTIONS)
def test_small_labels_stand_clear_of_each_other_and_inside(tempo, starts_with):
    labels = tempo_profile.small(tempo=tempo, starts_with=starts_with).labels
    halves = [_width(label.text, 11) / 2 for label in labels]
    assert labels[0].x - halves[0] >= -0.1
    assert labels[-1].x + halves[-1] <= 84.1
    for (left, half), (right, next_half) in pairwise(zip(labels, halves, strict=True)):
        assert right.x - left.x >= half + next_half + 4 - 0.1


def _width(text, font_size):
    """An upper bound for the width of a text in a sans-serif face: six tenths of an em a character."""
    return len(text) * font_size * 0.6

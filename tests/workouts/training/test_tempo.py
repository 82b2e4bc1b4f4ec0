"""A tempo is read, written and cut into phases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workouts.training.tempo import BadTempo, Phase, StartsWith, Tempo

TEMPOS = st.builds(
    lambda parts, explosive: Tempo(parts[0], parts[1], 1 if explosive else parts[2], parts[3], explosive),
    st.tuples(*[st.integers(0, 99)] * 4).filter(any),
    st.booleans(),
)


@pytest.mark.parametrize(
    ("text", "tempo", "total_s"),
    [
        ("3-1-1-0", Tempo(3, 1, 1, 0), 5),
        ("3-1-1-1", Tempo(3, 1, 1, 1), 6),
        ("2-0-X-0", Tempo(2, 0, 1, 0, explosive=True), 3),
        ("10-0-12-0", Tempo(10, 0, 12, 0), 22),
        ("0-0-1-0", Tempo(0, 0, 1, 0), 1),
    ],
)
def test_reads_lowering_pause_lifting_pause(text, tempo, total_s):
    assert Tempo.parse(text) == tempo
    assert tempo.total_s == total_s


@pytest.mark.parametrize(
    "text",
    [
        *("", "3-1-1", "3-1-1-0-0", "3 1 1 0", "-1-0-1-0", "100-0-1-0", "3-0-1.5-0"),
        *("X-0-1-0", "3-X-1-0", "3-0-1-X", "3-0-x-0", "3-0-1-0\n", " 3-0-1-0", "٣-0-1-0"),
    ],
)
def test_refuses_what_is_not_a_tempo_and_says_what_to_write(text):
    with pytest.raises(BadTempo) as refusal:
        Tempo.parse(text)
    assert f'"{text}" is not a tempo' in str(refusal.value)
    assert "3-1-2-0" in str(refusal.value)


def test_refuses_a_repetition_that_takes_no_time():
    with pytest.raises(BadTempo, match="at least a second"):
        Tempo.parse("0-0-0-0")


@pytest.mark.parametrize("seconds", [-1, 100])
def test_refuses_a_part_outside_0_to_99_seconds(seconds):
    with pytest.raises(BadTempo, match="0 to 99"):
        Tempo(seconds, 0, 1, 0)


def test_an_explosive_lift_cannot_take_two_seconds():
    with pytest.raises(BadTempo, match="not 2 s"):
        Tempo(3, 0, 2, 0, explosive=True)


def test_one_second_is_not_the_same_as_fast_as_possible():
    assert Tempo.parse("3-0-1-0") != Tempo.parse("3-0-X-0")
    assert Tempo.parse("3-0-1-0").total_s == Tempo.parse("3-0-X-0").total_s


@given(TEMPOS)
def test_what_is_written_is_read_back_the_same(tempo):
    assert Tempo.parse(str(tempo)) == tempo


def test_a_squat_lowers_first():
    assert Tempo.parse("3-1-1-2").phases(StartsWith.LOWER) == (
        Phase("lower", 3, 1, 0),
        Phase("pause", 1, 0, 0),
        Phase("lift", 1, 0, 1),
        Phase("hold", 2, 1, 1),
    )


def test_a_bridge_lifts_first_and_holds_at_the_top():
    assert Tempo.parse("3-1-1-2").phases(StartsWith.LIFT) == (
        Phase("lift", 1, 0, 1),
        Phase("hold", 2, 1, 1),
        Phase("lower", 3, 1, 0),
        Phase("pause", 1, 0, 0),
    )


def test_parts_of_no_time_are_left_out():
    assert [phase.word for phase in Tempo.parse("3-0-1-0").phases(StartsWith.LOWER)] == ["lower", "lift"]
    assert [phase.word for phase in Tempo.parse("2-0-1-2").phases(StartsWith.LIFT)] == [
        "lift",
        "hold",
        "lower",
    ]


@given(TEMPOS, st.sampled_from(StartsWith))
def test_phases_take_as_long_as_the_repetition(tempo, starts_with):
    assert sum(phase.seconds for phase in tempo.phases(starts_with)) == tempo.total_s
    assert all(phase.seconds > 0 for phase in tempo.phases(starts_with))

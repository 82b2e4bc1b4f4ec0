"""A set is read from the short text that a runner types."""

import pytest

from logbook.sets.done import Measure
from logbook.sets.shorthand import SetTyped, read_effort, read_set
from workouts.units import BadQuantity, WeightUnit

KG, LB = WeightUnit.KG, WeightUnit.LB
REPS, SECONDS, METRES = Measure


def typed(text: str, *, measure: Measure = REPS, unit: WeightUnit = KG) -> SetTyped:
    return read_set(text, measure=measure, unit=unit)


@pytest.mark.parametrize("text", ["", "   ", "\t\n", "\u00a0"])
def test_blank_text_says_nothing(text):
    assert typed(text) == SetTyped()


@pytest.mark.parametrize(
    ("text", "measure", "amount"),
    [
        ("8", None, 8), (" 08 ", None, 8), ("500", None, 500),
        ("8 reps", REPS, 8), ("1 rep", REPS, 1), ("8r", REPS, 8),
        ("45s", SECONDS, 45), ("45 sec", SECONDS, 45), ("45 SECONDS", SECONDS, 45),
        ("1:30", SECONDS, 90), ("0:45", SECONDS, 45), ("1:00:00", SECONDS, 3600),
        ("2 min", SECONDS, 120), ("1 min 30 s", SECONDS, 90), ("1m30s", SECONDS, 90), ("1.5min", SECONDS, 90),
        ("20m", METRES, 20), ("20 metres", METRES, 20), ("20000m", METRES, 20_000),
    ],
)  # fmt: skip
def test_an_amount_is_repetitions_seconds_or_metres(text, measure, amount):
    assert typed(text) == SetTyped(measure=measure, left=amount)


def test_a_bare_number_is_in_the_measure_of_the_field():
    assert typed("3600", measure=SECONDS) == SetTyped(left=3600)
    assert typed("20000", measure=METRES) == SetTyped(left=20_000)
    with pytest.raises(BadQuantity, match="1 to 500 repetitions"):
        typed("3600", measure=REPS)


@pytest.mark.parametrize(
    ("text", "measure", "left", "right"),
    [
        ("8/6", None, 8, 6), ("8 / 6", None, 8, 6), ("8/8", None, 8, 8),
        ("8/0", None, 8, 0), ("8/-", None, 8, 0), ("-/6", None, 0, 6), ("0 / 6", None, 0, 6),
        ("45s/30s", SECONDS, 45, 30), ("45/30s", SECONDS, 45, 30), ("45s/30", SECONDS, 45, 30),
        ("1:30/1:00", SECONDS, 90, 60), ("20m/15m", METRES, 20, 15),
    ],
)  # fmt: skip
def test_a_slash_parts_left_from_right(text, measure, left, right):
    assert typed(text) == SetTyped(measure=measure, left=left, right=right)


@pytest.mark.parametrize(
    ("text", "kg", "implements"),
    [
        ("8x20", 20, 1), ("8 X 20", 20, 1), ("8×20", 20, 1), ("8*20", 20, 1),
        ("8x22.5", 22.5, 1), ("8x22,5", 22.5, 1), ("8x22,5 kg", 22.5, 1), ("8x.5", 0.5, 1), ("8x500", 500, 1),
        ("8x45lb", 20.41, 1), ("8 x 45 LBS", 20.41, 1),
        ("8x20+20", 20, 2), ("8 x 20 + 20", 20, 2), ("8x20kg+20kg", 20, 2), ("8x45+45lb", 20.41, 2),
        ("8x45lb+45", 20.41, 2),
    ],
)  # fmt: skip
def test_a_weight_follows_the_amount_and_says_its_implements(text, kg, implements):
    assert typed(text) == SetTyped(left=8, load_kg=kg, implements=implements)


def test_a_bare_weight_is_in_the_unit_of_the_athlete_and_a_written_one_wins():
    assert typed("8x45", unit=LB).load_kg == 20.41
    assert typed("8x20kg", unit=LB).load_kg == 20


@pytest.mark.parametrize("text", ["8x0", "8x0kg", "8x0.0", "8x0+0", "1x8x2x0"])
def test_a_weight_of_0_is_said_to_be_none_and_has_no_implements(text):
    assert typed(text) == SetTyped(left=8, load_kg=0.0)


def test_a_weight_alone_leaves_the_amount_blank():
    assert typed("x22.5") == SetTyped(load_kg=22.5, implements=1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3x8x20", SetTyped(count=3, left=8, load_kg=20.0, implements=1)),
        ("3x8x20+20", SetTyped(count=3, left=8, load_kg=20.0, implements=2)),
        ("3x8x2x10", SetTyped(count=3, left=8, load_kg=10.0, implements=2)),
        ("3x8x1x10", SetTyped(count=3, left=8, load_kg=10.0, implements=1)),
        ("3x45sx10", SetTyped(count=3, measure=SECONDS, left=45, load_kg=10.0, implements=1)),
        ("3x45s", SetTyped(count=3, measure=SECONDS, left=45)),
        ("3x1:30", SetTyped(count=3, measure=SECONDS, left=90)),
        ("3x20m", SetTyped(count=3, measure=METRES, left=20)),
        ("3x8/6", SetTyped(count=3, left=8, right=6)),
        ("3x8 reps", SetTyped(count=3, measure=REPS, left=8)),
        ("20x8x20", SetTyped(count=20, left=8, load_kg=20.0, implements=1)),
        ("45sx10", SetTyped(measure=SECONDS, left=45, load_kg=10.0, implements=1)),
        ("8/6x10", SetTyped(left=8, right=6, load_kg=10.0, implements=1)),
        ("3x8", SetTyped(left=3, load_kg=8.0, implements=1)),
    ],
)
def test_the_number_of_sets_stands_first_where_the_rest_leaves_no_doubt(text, expected):
    assert typed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@7", SetTyped(rpe=7.0)),
        ("8@7.5", SetTyped(left=8, rpe=7.5)),
        ("8 @ 7,5", SetTyped(left=8, rpe=7.5)),
        ("8@rpe 10", SetTyped(left=8, rpe=10.0)),
        ("8x20@2rir", SetTyped(left=8, load_kg=20.0, implements=1, reps_in_reserve=2)),
        ("8@ RIR 0", SetTyped(left=8, reps_in_reserve=0)),
        ("8@3-1-1-0", SetTyped(left=8, tempo="3-1-1-0")),
        ("8 3-1-1-0", SetTyped(left=8, tempo="3-1-1-0")),
        ("8 3 - 1 - x - 0", SetTyped(left=8, tempo="3-1-X-0")),
        ("3-1-1-0", SetTyped(tempo="3-1-1-0")),
        ("8@7 3-1-1-0", SetTyped(left=8, rpe=7.0, tempo="3-1-1-0")),
        ("8@3-1-1-0@7", SetTyped(left=8, rpe=7.0, tempo="3-1-1-0")),
        ("8 3-1-1-0 @7", SetTyped(left=8, rpe=7.0, tempo="3-1-1-0")),
        ("3x8x20 10-0-12-0", SetTyped(count=3, left=8, load_kg=20.0, implements=1, tempo="10-0-12-0")),
    ],
)
def test_effort_follows_an_at_sign_and_a_tempo_stands_last_or_after_one(text, expected):
    assert typed(text) == expected


@pytest.mark.parametrize("text", ["0", "-", "–", "skip", "Skipped", " s k i p ", "0/0", "-/-", "0 / -"])
def test_nought_a_dash_or_the_word_leaves_a_set_out(text):
    assert typed(text) == SetTyped(skipped=True)


@pytest.mark.parametrize(
    ("text", "effort"),
    [
        ("", (None, None)), ("  ", (None, None)),
        ("7", (7.0, None)), ("7.5", (7.5, None)), ("7,5", (7.5, None)), (" 10 ", (10.0, None)),
        ("1", (1.0, None)), ("rpe 8", (8.0, None)),
        ("2 rir", (None, 2)), ("rir 2", (None, 2)), ("R2", (None, 2)), ("0rir", (None, 0)),
        ("r10", (None, 10)),
    ],
)  # fmt: skip
def test_an_effort_is_rpe_or_what_was_left_in_reserve(text, effort):
    assert read_effort(text) == effort

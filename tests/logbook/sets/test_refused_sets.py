"""What cannot be read as a set is refused by a sentence: what was typed, what is wrong, what is right."""

import pytest

from logbook.sets.done import Measure
from logbook.sets.shorthand import read_effort, read_set
from workouts.units import BadQuantity, WeightUnit


def refusal(text: str) -> str:
    with pytest.raises(BadQuantity) as refused:
        read_set(text, measure=Measure.REPS, unit=WeightUnit.KG)
    return str(refused.value)


def test_a_refusal_quotes_what_was_typed_and_shows_right_ones():
    assert refusal("8x20x") == "“8x20x” cannot be read. Write it like 8, 8x20, 8x20@7, 45s or 3x8x20."


@pytest.mark.parametrize(
    "text",
    [
        *(
            "eight",
            "-8",
            "8x",
            "8x20x",
            "3xx20",
            "1x2x3x4x5",
            "8//6",
            "8/6/4",
            "/6",
            "8/",
            "/",
            "x",
            "@",
            "8@",
        ),
        *(
            "8xskip",
            "8x20q",
            "8x1.000,5",
            "8x-20",
            "8+8x20",
            "1:75",
            "20km",
            "8s20",
            "٣",
            "8²",
            "8x20+",
            "8@hard",
        ),
        *("45s/20m", "8/6s/6", "3x8x2xq", "8x20 3-1-1", "8@x-1-1-0", "8@3-1-1-0-0"),
    ],
)
def test_what_makes_no_sense_cannot_be_read(text):
    assert refusal(text).startswith(f"“{text}” cannot be read. Write it like ")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("501", "is out of reach: a set has 1 to 500 repetitions"),
        ("8/501", "is out of reach: a set has 1 to 500 repetitions"),
        ("0x20", "is out of reach: a set has 1 to 500 repetitions"),
        ("0s", "is out of reach: a set has 1 to 3600 seconds"),
        ("3601s", "is out of reach: a set has 1 to 3600 seconds"),
        ("2h", "is out of reach: a set has 1 to 3600 seconds"),
        ("20001m", "is out of reach: a set has 1 to 20000 metres"),
        ("999999999", "is out of reach: a set has 1 to 500 repetitions"),
        ("7.5", "has an amount that is no whole number"),
        ("12,5m", "has an amount that is no whole number"),
        ("21x8x20", "has 21 sets, and there are 1 to 20"),
        ("0x8x20", "has 0 sets, and there are 1 to 20"),
        ("3x8x3x20", "has 3 implements, and there are 1 to 2"),
        ("3x8x2x10+10", "says twice how many implements"),
        ("8x500.01", "is too heavy: an implement has up to 500 kg"),
        ("8x1200lb", "is too heavy: an implement has up to 500 kg"),
        ("8x20+22", "has two weights that differ, and a set counts two of the same"),
        ("8x20kg+20lb", "has two weights that differ, and a set counts two of the same"),
        ("8x5+5+5", "has more than two weights"),
        ("8@11", "names an effort that is not 1 to 10 in halves"),
        ("8@0.5", "names an effort that is not 1 to 10 in halves"),
        ("8@7.25", "names an effort that is not 1 to 10 in halves"),
        ("8@11rir", "leaves more than 10 in reserve, which nobody can tell"),
        ("8@7@8", "says effort or tempo twice"),
        ("8@7@2rir", "says effort or tempo twice"),
        ("8 3-1-1-0@3-1-1-0", "says effort or tempo twice"),
        ("8 0-0-0-0", "names a tempo in which a repetition takes no time"),
    ],
)
def test_what_is_out_of_reach_says_where_the_limit_is(text, why):
    assert refusal(text).startswith(f"“{text}” {why}. Write it like ")


def test_a_long_text_is_quoted_short():
    assert refusal("8x20 " * 1000).startswith("“8x20 8x20 8x20 8x20…” is too long for one set. ")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("hard", "cannot be read"),
        ("7 8", "names an effort that is not 1 to 10 in halves"),
        ("-7", "cannot be read"),
        ("0", "names an effort that is not 1 to 10 in halves"),
        ("rir", "cannot be read"),
    ],
)
def test_an_effort_out_of_reach_shows_its_own_right_ones(text, why):
    with pytest.raises(BadQuantity) as refused:
        read_effort(text)
    right = "Write effort like 7 or 7.5, or what was left like 2 rir."
    assert str(refused.value) == f"“{text}” {why}. {right}"

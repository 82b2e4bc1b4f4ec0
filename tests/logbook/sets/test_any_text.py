"""Whatever is typed for a set is read as something sane or refused, and nothing else comes of it."""

from hypothesis import given
from hypothesis import strategies as st

from logbook.sets.done import Measure
from logbook.sets.shorthand import read_effort, read_set
from tests.logbook.sets.strategies import MOST
from workouts.units import BadQuantity, WeightUnit

SIGNS = "0123456789x/@+-:.,smkgrilb "
RIGHT_ONES = [
    "8", "8/6", "45s", "1:30", "20m", "8x20", "8x22,5kg", "3x8x20", "3x45sx10", "8x20+20", "3x8x2x10@7.5",
    "8x20@2rir 3-1-1-0", "8@rir2", "@3-0-X-0", "skip", "2 min",
]  # fmt: skip


@given(st.text() | st.text(SIGNS, max_size=12))
def test_no_effort_raises_anything_but_a_refusal(text):
    try:
        rpe, reserve = read_effort(text)
    except BadQuantity:
        return
    assert rpe is None or reserve is None


@given(st.text() | st.text(SIGNS, max_size=16), st.sampled_from(Measure))
def test_no_text_raises_anything_but_a_refusal(text, measure):
    _is_sane_or_refused(text, measure)


@given(st.sampled_from(RIGHT_ONES), st.data(), st.sampled_from(Measure))
def test_no_slip_of_the_finger_does_either(text, data, measure):
    place = data.draw(st.integers(0, len(text)))
    slip = data.draw(st.text(SIGNS + "\u0663²½", max_size=2))
    _is_sane_or_refused(text[:place] + slip + text[place + data.draw(st.integers(0, 2)) :], measure)


def _is_sane_or_refused(text: str, measure: Measure) -> None:
    try:
        read = read_set(text, measure=measure, unit=WeightUnit.LB)
    except BadQuantity:
        return
    most = MOST[read.measure or measure]
    assert 1 <= read.count <= 20
    assert all(amount is None or 0 <= amount <= most for amount in (read.left, read.right))
    assert read.left != 0 or read.right is not None
    assert read.load_kg is None or 0 <= read.load_kg <= 500
    assert read.implements in (None, 1, 2)
    assert bool(read.load_kg) == (read.implements is not None)
    assert read.rpe is None or 1 <= read.rpe <= 10

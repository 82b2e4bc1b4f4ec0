"""Whatever a file says there is a guess, always the same one, with a whole sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.kinds import Evidence, PastRun, guess_kind
from logbook.track.track import Lap
from tests.logbook.kinds.evidences import guess, usual
from workouts.units import DistanceUnit
from workouts.vocabulary import RunKind

seconds = st.sampled_from([0.0, 5e-324, 5.0, 60.0, 300.0, 1200.0]) | st.floats(0, 1e7)
metres = st.none() | st.sampled_from([0.0, 5e-324, 1000.0, 5000.0, 10_000.0]) | st.floats(0, 1e8)
beats = st.none() | st.integers(0, 255)
words = st.sampled_from(
    ["long", "run", "easy", "race", "6", "x", "800", "no", "after", "hill", "Marathon", "GA1"]
)
titles = st.none() | st.text(max_size=40) | st.lists(words, max_size=8).map(" ".join)
laps = st.builds(
    Lap, starts_s=st.none(), duration_s=st.none() | seconds, distance_m=metres, avg_hr=beats, max_hr=beats,
    ascent_m=metres, intensity=st.sampled_from([None, "active", "rest", "recovery", "interval", "warmup"]),
    by_hand=st.none() | st.booleans(),
)  # fmt: skip
evidences = st.builds(
    Evidence, title=titles, flags=st.frozensets(st.sampled_from(["race", "intervals", "long", "?"])),
    sub_sport=st.sampled_from([None, "trail", "treadmill"]), laps=st.lists(laps, max_size=14).map(tuple),
    duration_s=seconds, distance_m=metres, avg_hr=beats, max_hr=beats, ascent_m=metres,
)  # fmt: skip
past_runs = st.builds(
    PastRun, kind=st.sampled_from(RunKind), duration_s=seconds, distance_m=metres, avg_hr=beats
)
units = st.sampled_from(DistanceUnit)


@given(evidences, st.lists(past_runs, max_size=12), units)
def test_there_is_always_a_kind_of_run_and_a_whole_sentence(evidence, past, unit):
    found = guess_kind(evidence=evidence, past=past, unit=unit)
    assert found.kind is not RunKind.CROSS_TRAINING
    assert found.because.endswith(".")
    assert found.because[0] == found.because[0].upper()
    assert "None" not in found.because and "  " not in found.because


@given(evidences, st.lists(past_runs, max_size=12), units, st.randoms())
def test_the_order_of_the_earlier_runs_does_not_matter(evidence, past, unit, random):
    before = guess_kind(evidence=evidence, past=past, unit=unit)
    random.shuffle(past)
    assert guess_kind(evidence=evidence, past=past, unit=unit) == before


@given(evidences, st.lists(past_runs, max_size=12))
def test_the_unit_changes_the_sentence_alone(evidence, past):
    kinds = {guess_kind(evidence=evidence, past=past, unit=unit).kind for unit in DistanceUnit}
    assert len(kinds) == 1


class TestWithoutAnySign:
    def test_a_run_is_easy(self):
        found = guess()
        assert (found.kind, found.because) == (RunKind.EASY, "Nothing in the file says otherwise.")

    @pytest.mark.parametrize("runs", [0, 4])
    def test_below_five_earlier_runs_the_reason_says_what_is_not_judged(self, runs):
        assert guess(past=usual(runs)).because == (
            "Nothing in the file says otherwise. Its length and intensity are not judged yet: "
            "that takes five earlier runs."
        )  # fmt: skip

"""Mistakes between files: slugs that lead nowhere, ladders that fall or circle, doses that do not fit."""

import pytest

from tests.workouts.catalogue.samples import HOP, PAIR, SAFETY, SQUAT, mistakes, read, spoilt
from workouts.catalogue.reader import CatalogueError, read_catalogue


class TestLadders:
    def test_a_progression_that_does_not_exist(self):
        assert mistakes(squat=spoilt(SQUAT, '"hop"', '"jump"')) == [
            'exercises/squat.toml, progression: there is no exercise "jump".'
        ]

    def test_a_regression_that_does_not_exist(self):
        assert mistakes(hop=spoilt(HOP, '"squat"', '"sit"')) == [
            'exercises/hop.toml, regression: there is no exercise "sit".'
        ]

    def test_a_level_that_falls_is_named_wherever_the_rung_is_written(self):
        sentence = "the level falls from 4 (squat) to 3 (hop); along a ladder it stays or rises."
        assert mistakes(squat=spoilt(SQUAT, "level = 2", "level = 4")) == [
            f"exercises/hop.toml, regression: {sentence}",
            f"exercises/squat.toml, progression: {sentence}",
        ]

    def test_a_level_may_stay_the_same(self):
        assert read(squat=spoilt(SQUAT, "level = 2", "level = 3")).exercises["squat"].level == 3

    def test_an_exercise_cannot_lead_to_itself(self):
        assert mistakes(hop=spoilt(HOP, 'regression = "squat"', 'progression = "hop"')) == [
            "exercises/hop.toml, progression: this ladder goes in a circle, hop → hop."
        ]

    def test_two_exercises_cannot_both_be_the_harder_one(self):
        found = mistakes(
            squat=spoilt(SQUAT, "level = 2", "level = 3"),
            hop=spoilt(HOP, 'regression = "squat"', 'progression = "squat"'),
        )
        assert len(found) == 1
        assert "this ladder goes in a circle, " in found[0]
        assert "squat → hop" in found[0]

    def test_every_circle_is_found(self):
        def step(name, other):
            return spoilt(SQUAT, '"hop"', f'"{other}"').replace('"Squat"', f'"{name}"')

        found = mistakes(a=step("A", "b"), b=step("B", "a"), c=step("C", "d"), d=step("D", "c"))
        assert len(found) == 2
        assert all("goes in a circle" in sentence for sentence in found)

    def test_a_file_with_its_own_mistake_is_not_reported_as_missing_too(self):
        assert mistakes(hop=spoilt(HOP, 'name = "Hop"', "name = 1")) == [
            "exercises/hop.toml, name: a text is wanted, not 1."
        ]


class TestStations:
    def test_an_exercise_that_does_not_exist(self):
        plain = PAIR[: PAIR.index("[variants")]
        assert mistakes(circuit=spoilt(plain, 'exercise = "hop"', 'exercise = "jump"')) == [
            'circuits/pair.toml, stations[2].exercise: there is no exercise "jump".'
        ]

    def test_sides_that_the_exercise_does_not_have(self):
        assert mistakes(circuit=spoilt(PAIR, "per_side = false", "per_side = true")) == [
            "circuits/pair.toml, stations[1].per_side: squat is done on both sides at once."
        ]

    def test_sides_that_the_exercise_has(self):
        assert mistakes(circuit=spoilt(PAIR, "per_side = true", "per_side = false")) == [
            "circuits/pair.toml, stations[2].per_side: hop is done on each side in turn."
        ]

    def test_a_tempo_for_an_exercise_that_says_no_direction(self):
        assert mistakes(circuit=spoilt(PAIR, "reps = 5", 'reps = 5\ntempo = "1-0-X-0"')) == [
            "circuits/pair.toml, stations[2].tempo: hop has no tempo, so nothing says which way it starts."
        ]

    def test_repetitions_whose_time_nobody_knows(self):
        assert mistakes(circuit=spoilt(PAIR, 'tempo = "2-1-1-0"\n', "")) == [
            "circuits/pair.toml, stations[1]: Repetitions need a tempo or seconds per repetition."
        ]

    def test_metres_whose_speed_nobody_knows(self):
        assert mistakes(circuit=spoilt(PAIR, "reps = 5", "distance_m = 5")) == [
            "circuits/pair.toml, stations[2]: Metres need metres per second."
        ]

    def test_seconds_of_an_exercise_in_repetitions_are_fine(self):
        assert (
            read(circuit=spoilt(PAIR, "reps = 5", "seconds = 20")).circuits["pair"].stations[1].seconds == 20
        )


class TestVariants:
    def test_a_swap_for_a_station_that_the_circuit_does_not_have(self):
        assert mistakes(circuit=spoilt(PAIR, "swaps.hop", "swaps.jump")) == [
            'circuits/pair.toml, variants.easier.swaps.jump: this circuit has no station "jump".'
        ]

    def test_a_swap_to_an_exercise_that_does_not_exist(self):
        text = spoilt(PAIR, 'exercise = "squat"\nreps = 6', 'exercise = "sit"\nreps = 6')
        assert mistakes(circuit=text) == [
            'circuits/pair.toml, variants.easier.swaps.hop.exercise: there is no exercise "sit".'
        ]

    def test_a_swap_whose_time_nobody_knows(self):
        assert mistakes(circuit=spoilt(PAIR, 'tempo = "3-1-1-0"\n', "")) == [
            "circuits/pair.toml, variants.easier.swaps.hop:"
            " Repetitions need a tempo or seconds per repetition."
        ]


def two_circuits(second_position):
    return read_catalogue(
        exercises={"squat.toml": SQUAT, "hop.toml": HOP},
        circuits={
            "a.toml": spoilt(PAIR, "position = 1", "position = 2"),
            "b.toml": spoilt(PAIR, "position = 1", f"position = {second_position}"),
        },
        safety=SAFETY,
    )


class TestPositions:
    def test_circuits_come_in_the_order_of_their_positions(self):
        assert list(two_circuits(1).circuits) == ["b", "a"]
        assert list(two_circuits(3).circuits) == ["a", "b"]

    def test_two_circuits_cannot_share_one(self):
        with pytest.raises(CatalogueError) as refusal:
            two_circuits(2)
        assert refusal.value.mistakes == ("circuits/b.toml, position: 2 is taken by a.",)

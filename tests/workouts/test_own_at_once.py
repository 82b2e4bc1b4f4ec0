"""Circuits and exercises of one's own, made and changed in the same moment: each once, and none half."""

from uuid import uuid4

import pytest

from tests.at_once import at_once
from tests.factories import circuit_facts, exercise_facts, make_circuit, make_exercise
from workouts import composing, making
from workouts.models import Circuit, Exercise, Station
from workouts.owning import ChangedMeanwhile, UsedOtherwise

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_same_form_sent_ten_times_is_one_circuit_with_its_stations_once(ana):
    key, facts = uuid4(), circuit_facts(ana, text="2 rounds: dead bug 8, plank 30 s")
    made = at_once(10, lambda: composing.make_circuit(athlete=ana, key=key, facts=facts, source=None))
    assert {each.pk for each in made} == {Circuit.objects.get(athlete=ana).pk}
    assert Station.objects.filter(circuit__athlete=ana).count() == 2


def test_the_same_form_sent_ten_times_is_one_exercise(ana):
    key = uuid4()
    made = at_once(10, lambda: making.make_exercise(athlete=ana, key=key, facts=exercise_facts()))
    assert {each.pk for each in made} == {Exercise.objects.get(athlete=ana).pk}


def test_of_ten_different_changes_one_is_stored_whole_and_nine_are_told(ana):
    circuit = make_circuit(ana, text="2 rounds: dead bug 8")
    changes = iter(
        [circuit_facts(ana, text=f"2 rounds: dead bug {reps}, push-up {reps}") for reps in range(9, 19)]
    )

    def change():
        try:
            return composing.change_circuit(athlete=ana, circuit_id=circuit.pk, seen=1, facts=next(changes))
        except ChangedMeanwhile as meanwhile:
            return meanwhile

    answers = at_once(10, change)
    assert sum(isinstance(answer, ChangedMeanwhile) for answer in answers) == 9
    first, second = Station.objects.filter(circuit=circuit)
    assert first.reps == second.reps != 8


def test_an_exercise_and_a_circuit_that_asks_for_it_never_end_up_at_odds(ana):
    """Whichever comes first, the other is refused: repetitions at a tempo, or no repetitions at all."""
    exercise = make_exercise(ana)
    asks = circuit_facts(ana, text="2 rounds: shed lunge 8 @3-1-1-0")
    holds = exercise_facts(metric="time", reps=None, seconds=30, tempo="", starts_with="")
    verbs = iter([
        lambda: composing.make_circuit(athlete=ana, key=uuid4(), facts=asks, source=None),
        lambda: making.change_exercise(athlete=ana, exercise_id=exercise.pk, seen=1, facts=holds),
    ])  # fmt: skip

    def do():
        try:
            return next(verbs)()
        except UsedOtherwise as refused:
            return refused

    answers = at_once(2, do)
    assert sum(isinstance(answer, UsedOtherwise) for answer in answers) == 1
    exercise.refresh_from_db()
    assert Circuit.objects.filter(athlete=ana).exists() == (exercise.tempo != "")

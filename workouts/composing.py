"""Writes circuits of one's own: made and changed, with their stations."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from workouts.editable import known_of, made_of
from workouts.facts import CircuitFacts
from workouts.models import Athlete, Circuit, Exercise, Station
from workouts.models.offered import own_slug
from workouts.own.totals import Totals, totals
from workouts.owning import ChangedMeanwhile, MadeAlready, TooMany, UsedOtherwise, on_offer, one_at_a_time
from workouts.training.prescription import BadPrescription

MOST_CIRCUITS = 200


def make_circuit(*, athlete: Athlete, key: UUID, facts: CircuitFacts, source: Circuit | None) -> Circuit:
    """
    Store a new circuit, of `source` where it is a copy.  The same again under its key changes nothing.

    :raises MadeAlready: if another one was made under that key
    :raises TooMany: if the athlete has too many already, those that are retired included
    :raises UsedOtherwise: if an exercise cannot be done as it is asked for, since it changed meanwhile
    """
    with transaction.atomic():
        one_at_a_time(athlete)
        slug = own_slug(athlete=athlete, key=key)
        if made := athlete.own_circuits.with_stations().filter(slug=slug).first():
            if _says(made) != _said(facts):
                raise MadeAlready(made)
            return made
        if athlete.own_circuits.count() >= MOST_CIRCUITS:
            raise TooMany(f"One account holds {MOST_CIRCUITS} circuits of its own. Change one of those.")
        circuit = Circuit(athlete=athlete, slug=slug, position=0, level="all")
        if source is not None:
            # What its texts on safety hang on goes with it.
            circuit.level, circuit.tags, circuit.source_note = source.level, source.tags, source.source_note
        return _kept(circuit, athlete, facts)


def change_circuit(*, athlete: Athlete, circuit_id: int, seen: int | None, facts: CircuitFacts) -> Circuit:
    """
    Change a circuit of one's own.  What was logged with it stays as it is.

    :raises Circuit.DoesNotExist: if the athlete has none of that id
    :raises ChangedMeanwhile: if it is not the version that was seen
    :raises UsedOtherwise: if an exercise cannot be done as it is asked for, since it changed meanwhile
    """
    with transaction.atomic():
        one_at_a_time(athlete)
        circuit = athlete.own_circuits.with_stations().get(pk=circuit_id)
        if circuit.version != seen:
            raise ChangedMeanwhile(circuit.version)
        if _says(circuit) == _said(facts):
            return circuit
        circuit.version += 1
        return _kept(circuit, athlete, facts)


def holding(exercise: Exercise) -> list[tuple[Circuit, Totals]]:
    """The circuits of one's own that have it, each with what it adds up to now.  Two queries."""
    found = Circuit.objects.filter(athlete=exercise.athlete, stations__exercise=exercise).distinct()
    return [(circuit, _totals(circuit)) for circuit in found.with_stations()]


def follow(circuits: Sequence[tuple[Circuit, Totals]]) -> None:
    """
    Keep circuits in step with an exercise that was changed since `holding`.

    What of them came from their exercises follows; what the athlete chose otherwise stays.

    :raises UsedOtherwise: if a station can no longer be done as it is asked for
    """
    then = {circuit.pk: sums for circuit, sums in circuits}
    for circuit in Circuit.objects.filter(pk__in=then).with_stations():
        _check(circuit)
        before, now = then[circuit.pk], _totals(circuit)
        circuit.leg_fatigue = now.leg_fatigue
        if circuit.session_class == before.session_class:
            circuit.session_class = now.session_class
        if before.target_rpe == (circuit.target_rpe_low, circuit.target_rpe_high) and now.target_rpe:
            circuit.target_rpe_low, circuit.target_rpe_high = now.target_rpe
        circuit.save(update_fields=["leg_fatigue", "session_class", "target_rpe_low", "target_rpe_high"])


def _totals(circuit: Circuit) -> Totals:
    return totals(made_of(circuit), known_of(circuit).by_slug)


def _check(circuit: Circuit) -> None:
    known = known_of(circuit).by_slug
    for station in made_of(circuit).stations:
        try:
            station.prescription(known[station.exercise])
        except BadPrescription as error:
            raise UsedOtherwise(
                f"{circuit.name} asks for {known[station.exercise].name} as it is no longer done. {error}"
            ) from error


def _kept(circuit: Circuit, athlete: Athlete, facts: CircuitFacts) -> Circuit:
    for name, value in _frame(facts).items():
        setattr(circuit, name, value)
    circuit.save()
    made = facts.circuit
    exercises = on_offer(athlete, {station.exercise for station in made.stations})
    # Stations have no life of their own: a session keeps what it was asked to do in its own sets.
    circuit.stations.all().delete()
    Station.objects.bulk_create(
        Station(
            circuit=circuit,
            position=place,
            exercise_id=exercises[each.exercise],
            sets=each.sets,
            reps=each.reps,
            seconds=each.seconds,
            distance_m=each.distance_m,
            tempo=each.tempo,
            rest_after_s=each.rest_after_s,
            note=each.note,
        )
        for place, each in enumerate(made.stations, start=1)
    )
    kept = Circuit.objects.with_stations().get(pk=circuit.pk)
    _check(kept)
    return kept


def _frame(facts: CircuitFacts) -> dict[str, object]:
    """The fields of the circuit itself."""
    low, high = facts.target_rpe
    return {
        "name": facts.name,
        "goal": facts.goal,
        "recommended_when": facts.recommended_when,
        "notes": facts.notes,
        "session_class": facts.session_class,
        "leg_fatigue": facts.leg_fatigue,
        "target_rpe_low": low,
        "target_rpe_high": high,
        "format": facts.circuit.format,
        "rounds": facts.circuit.rounds,
        "rest_between_rounds_s": facts.circuit.rest_between_rounds_s,
        "warm_up_minutes": facts.circuit.warm_up_minutes,
    }


def _said(facts: CircuitFacts) -> object:
    return _frame(facts), facts.circuit.stations


def _says(circuit: Circuit) -> object:
    """What a stored circuit says.  Uses its stations."""
    made = made_of(circuit)
    facts = CircuitFacts(
        name=circuit.name,
        goal=circuit.goal,
        recommended_when=circuit.recommended_when,
        notes=circuit.notes,
        session_class=circuit.session_class,
        target_rpe=(circuit.target_rpe_low, circuit.target_rpe_high),
        leg_fatigue=circuit.leg_fatigue,
        circuit=made,
    )
    return _said(facts)

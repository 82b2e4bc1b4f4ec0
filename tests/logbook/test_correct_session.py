"""Correcting a session: said again it changes nothing, and what changed meanwhile is not written over."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db.models import F

from logbook import matching, purging, recording, stations
from logbook.facts import Pain
from logbook.models import LoggedSet, Run, Session
from logbook.recording import ChangedMeanwhile
from logbook.sets.station import StationDone
from tests.factories import NOW, as_planned, make_run, make_session, session_facts
from tests.logbook.tabs import typed
from workouts import circuits
from workouts.models import Circuit, Exercise

CIRCUIT = "ten-minute-minimal"
LATER = {"note": "Later.", "circuit": CIRCUIT}


def as_stored(session: Session) -> list[StationDone]:
    """Its stations as a form opens them and sends them back."""
    return [StationDone(plan=plan, sets=plan.done) for plan in stations.of_session(session)]


def odd_stations() -> list[StationDone]:
    """One swapped, one left out, one with sets on top, one nobody asked for, and one chosen and not done."""
    first, second, third, fourth = as_planned(circuits.to_do(slug=CIRCUIT))
    other, undone = Exercise.objects.with_rungs().filter(slug__in=["dead-bug", "push-up"])
    return [
        typed(first.plan, ["swapped", "swapped"]),
        typed(second.plan, []),
        typed(stations.of_exercise(undone, number=8), []),
        typed(third.plan, ["one side", "loaded", "swapped", "felt"]),
        typed(stations.of_exercise(other, number=9), ["", "reserve", "more"]),
        fourth,
    ]


class TestSaidAgain:
    def test_a_session_sent_back_as_it_is_stored_is_not_changed(self, ana):
        session = make_session(ana, circuit=CIRCUIT, stations=odd_stations())
        before = list(LoggedSet.objects.order_by("pk").values())
        again = session_facts(ana, stations=as_stored(session))
        recording.correct_session(session=session, facts=again, seen=0)

        assert list(LoggedSet.objects.order_by("pk").values()) == before
        assert Session.objects.get().version == session.version == 1

    def test_nor_is_one_sent_back_after_the_catalogue_changed(self, ana):
        session = make_session(ana, circuit=CIRCUIT, stations=odd_stations())
        for exercise in Exercise.objects.all():
            exercise.name, exercise.rest_s = f"Renamed {exercise.slug}", exercise.rest_s + 7
            exercise.category, exercise.tempo = "plyometric", ""
            exercise.unilateral = not exercise.unilateral
            exercise.save()
        again = session_facts(ana, stations=as_stored(Session.objects.get()))
        recording.correct_session(session=session, facts=again, seen=0)

        assert Session.objects.get().version == 1
        assert not LoggedSet.objects.filter(exercise_name__startswith="Renamed").exists()

    def test_what_it_was_swapped_for_is_offered_as_it_was_called_then(self, ana):
        session = make_session(ana, circuit=CIRCUIT, stations=odd_stations())
        swapped = session.sets.exclude(exercise=F("planned_exercise")).select_related("exercise").first()
        Exercise.objects.update(name="Renamed")
        plan = stations.of_session(Session.objects.get())[swapped.station - 1]

        assert plan.named(swapped.exercise.slug).name == swapped.exercise_name != "Renamed"

    def test_the_same_correction_again_is_taken_once_whatever_was_seen(self, ana):
        session = make_session(ana, circuit=CIRCUIT)
        for _ in range(3):
            recording.correct_session(session=session, facts=session_facts(ana, **LATER), seen=1)

        assert (Session.objects.get().version, Session.objects.get().note) == (2, "Later.")

    @pytest.mark.parametrize(
        "word", ["more", "loaded", "felt", "reserve", "other side", "one side", "swapped", ""]
    )
    def test_whatever_differs_in_a_single_set_is_a_change(self, ana, word):
        session = make_session(ana, circuit=CIRCUIT)
        first, *others = as_stored(session)
        changed = [typed(first.plan, ["as asked", word]), *others]
        recording.correct_session(session=session, facts=session_facts(ana, stations=changed), seen=1)

        assert session.version == 2

    def test_the_stations_are_numbered_without_the_empty_ones(self, ana):
        session = make_session(ana, circuit=CIRCUIT, stations=odd_stations())

        assert sorted(set(session.sets.values_list("station", flat=True))) == [1, 2, 3, 4, 5]

    def test_a_rest_after_a_set_on_top_is_that_of_the_last_one_asked_for(self, ana):
        session = make_session(ana, circuit=CIRCUIT, stations=odd_stations())

        assert set(session.sets.filter(station=3).values_list("rest_after_s", flat=True)) == {10}


class TestChangedMeanwhile:
    def test_the_later_save_is_told_and_nothing_of_it_is_stored(self, ana):
        session = make_session(ana, circuit=CIRCUIT)
        first = session_facts(ana, circuit=CIRCUIT, effort=3, pain=Pain(level=2, place="knee"))
        recording.correct_session(session=session, facts=first, seen=1)
        with pytest.raises(ChangedMeanwhile) as told:
            recording.correct_session(session=session, facts=session_facts(ana, **LATER), seen=1)

        stored = told.value.stored
        assert (stored.version, stored.effort, stored.note, len(stored.sets.all())) == (2, 3, "", 8)
        assert (Session.objects.get().pain, Session.objects.get().note) == (2, "")

    def test_chosen_with_both_in_sight_it_is_stored(self, ana):
        session = make_session(ana, circuit=CIRCUIT)
        recording.correct_session(
            session=session, facts=session_facts(ana, circuit=CIRCUIT, effort=3), seen=1
        )
        recording.correct_session(session=session, facts=session_facts(ana, **LATER), seen=2)

        assert (Session.objects.get().note, Session.objects.get().effort) == ("Later.", None)

    @pytest.mark.parametrize("is_paired", [True, False])
    def test_a_run_paired_or_unpaired_meanwhile_is_a_change(self, ana, is_paired):
        run = make_run(ana)
        session = make_session(ana, circuit=CIRCUIT, run=None if is_paired else run)
        if is_paired:
            matching.pair(session=session, run=run)
        else:
            assert matching.unpair(session=session, run_id=run.pk)
        with pytest.raises(ChangedMeanwhile):
            recording.correct_session(session=session, facts=session_facts(ana, **LATER), seen=1)

        assert Session.objects.get().run == (run if is_paired else None)

    def test_a_late_run_that_was_paired_by_itself_is_a_change(self, ana):
        session = make_session(ana, circuit=CIRCUIT)
        run = make_run(ana)
        with pytest.raises(ChangedMeanwhile) as told:
            recording.correct_session(session=session, facts=session_facts(ana, **LATER), seen=1)

        assert told.value.stored.run == run

    def test_pressed_again_a_pairing_changes_nothing_more(self, ana):
        run, other = make_run(ana), make_run(ana, started_at=NOW - timedelta(hours=9))
        session = make_session(ana)
        for _ in range(3):
            matching.pair(session=session, run=run)
        assert (session.run, session.version) == (run, 2)
        assert not matching.unpair(session=session, run_id=other.pk)
        assert not matching.unpair(session=session, run_id=None)
        assert (session.run, session.version) == (run, 2)


class TestDeletedRun:
    def test_a_run_deleted_just_now_stays_for_when_it_is_brought_back(self, ana):
        run = make_run(ana)
        session = make_session(ana, circuit=CIRCUIT, run=run)
        run.hide(at=NOW)
        recording.correct_session(session=session, facts=session_facts(ana, **LATER), seen=1)

        assert (Session.objects.get().run, Session.objects.get().note) == (run, "Later.")

    def test_one_brought_back_meanwhile_is_not_lost_to_a_tab_that_did_not_show_it(self, ana):
        run = make_run(ana)
        session = make_session(ana, circuit=CIRCUIT, run=run)
        run.hide(at=NOW)
        seen = session.version
        Run.objects.get().bring_back()
        with pytest.raises(ChangedMeanwhile):
            recording.correct_session(session=session, facts=session_facts(ana, **LATER), seen=seen)

        assert Session.objects.get().run == run

    def test_bringing_back_what_was_never_away_changes_no_session(self, ana):
        run = make_run(ana)
        make_session(ana, run=run)
        run.bring_back()

        assert Session.objects.get().version == 1

    def test_another_run_takes_its_place_when_chosen(self, ana):
        run, other = make_run(ana), make_run(ana, started_at=NOW - timedelta(hours=9))
        session = make_session(ana, circuit=CIRCUIT, run=run)
        run.hide(at=NOW)
        facts = session_facts(ana, circuit=CIRCUIT, run=other)
        recording.correct_session(session=session, facts=facts, seen=1)

        assert Session.objects.get().run == other


def test_what_was_prescribed_stays_when_the_circuit_is_gone(ana):
    session = make_session(ana, circuit=CIRCUIT)
    Circuit.objects.filter(slug=CIRCUIT).delete()
    done = [replace(each, sets=(None,) * len(each.sets)) for each in as_stored(session)]
    recording.correct_session(session=session, facts=session_facts(ana, stations=done), seen=1)

    assert {logged.planned for logged in LoggedSet.objects.filter(station=1)} == {8}
    assert {logged.done for logged in LoggedSet.objects.all()} == {None}


def test_a_session_gone_for_good_is_not_stored_anew(ana):
    session = make_session(ana)
    session.hide(at=NOW - timedelta(days=31))
    purging.purge(now=NOW)
    with pytest.raises(Session.DoesNotExist):
        recording.correct_session(session=session, facts=session_facts(ana, **LATER), seen=1)

    assert (Session.objects.count(), LoggedSet.objects.count()) == (0, 0)

"""A session keeps the circuit as it was on that day, whatever becomes of the catalogue."""

from dataclasses import replace

import pytest

from logbook.models import LoggedSet, Session
from tests.browsing import fact, facts, form_on, soup, words
from tests.factories import NOW
from tests.logbook.session_forms import SAVE_CHANGES, done, log
from workouts.catalogue import files, loading
from workouts.models import Circuit, Exercise
from workouts.models.circuit import FRONT_DOOR
from workouts.training.tempo import Tempo

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def session(ana_client):
    session = log(ana_client, station_1_planned=None, station_1_amount="6", effort="7")
    # Its notice is seen once, and not in what the tests compare.
    ana_client.get(session.get_absolute_url())
    return session


def change_the_catalogue():
    """Another name, other rounds, rests, targets, tempo and dose; exercises renamed, and one gone."""
    catalogue = files.read_files()
    circuit = catalogue.circuits[FRONT_DOOR]
    first, second, third, _ = circuit.stations
    circuits = {
        FRONT_DOOR: replace(
            circuit,
            name="Renamed four",
            rounds=5,
            rest_between_rounds_s=90,
            target_rpe=(1, 2),
            stations=(
                replace(second, reps=20),
                replace(first, tempo=Tempo.parse("1-0-1-0"), reps=12, rest_after_s=60),
                third,
            ),
        )
    }
    exercises = {
        slug: replace(exercise, name=f"Renamed {slug}", category="plyometric", unilateral=False)
        for slug, exercise in catalogue.exercises.items()
        if slug in {station.exercise for station in circuits[FRONT_DOOR].stations}
    }
    exercises = {slug: replace(e, regression=None, progression=None) for slug, e in exercises.items()}
    loading.load(replace(catalogue, exercises=exercises, circuits=circuits), now=NOW)
    assert Exercise.objects.get(slug="dead-bug").retired_at == NOW


def test_the_page_of_the_session_stays_the_same(ana_client, session):
    before = ana_client.get(session.get_absolute_url())
    assert "After-easy-run four" in words(before)
    # The handbook's 1 104 s, less 3 sets of 2 lunges of 6 s on both sides.
    assert fact(before, "under tension") == "17:12"

    change_the_catalogue()

    after = ana_client.get(session.get_absolute_url())
    assert (facts(after), of_that_day(after)) == (facts(before), of_that_day(before))


def of_that_day(page) -> str:
    """The words of the page without what may follow, which the catalogue of today says."""
    main = soup(page).main
    main.select_one(".session-around").decompose()
    return words(main)


def test_no_row_of_the_session_changes(session):
    rows = list(LoggedSet.objects.values()), list(Session.objects.values())

    change_the_catalogue()

    assert (list(LoggedSet.objects.values()), list(Session.objects.values())) == rows


def test_the_week_and_the_load_stay_the_same(ana_client, session):
    before = words(ana_client.get("/history/2026-W31/"))

    change_the_catalogue()

    assert words(ana_client.get("/history/2026-W31/")) == before


def test_the_session_can_still_be_edited_by_its_old_prescription(ana_client, session):
    change_the_catalogue()
    form = form_on(ana_client.get(f"{session.get_absolute_url()}edit/"), SAVE_CHANGES)
    form.filled({"station-4-planned": None, "station-4-amount": "7"}).send(ana_client)

    assert done(session) == [
        (station, number, 8, {1: 6, 4: 7}.get(station, 8))
        for station in range(1, 5)
        for number in range(1, 4)
    ]
    assert {logged.tempo for logged in session.sets.filter(station=1)} == {"3-1-1-1"}


def test_the_next_session_follows_the_new_catalogue(ana_client, session):
    change_the_catalogue()
    later = log(ana_client)

    assert (later.name, later.rounds) == ("Renamed four", 5)
    assert done(later)[0] == (1, 1, 20, 20)
    assert len(done(later)) == 15


def test_a_circuit_that_left_the_catalogue_leaves_its_sessions(ana_client, session):
    catalogue = files.read_files()
    others = {slug: circuit for slug, circuit in catalogue.circuits.items() if slug != FRONT_DOOR}
    loading.load(replace(catalogue, circuits=others), now=NOW)

    page = ana_client.get(session.get_absolute_url())
    assert page.status_code == 200
    assert "After-easy-run four" in words(page)
    assert ana_client.get(f"/sessions/new/?circuit={FRONT_DOOR}").status_code == 404
    assert "This circuit has left the library." in words(ana_client.get(f"/circuits/{FRONT_DOOR}/"))


def test_a_circuit_deleted_for_good_leaves_its_sessions_whole(ana_client, session):
    Circuit.objects.filter(slug=FRONT_DOOR).delete()

    session.refresh_from_db()
    assert session.circuit is None
    assert ana_client.get(session.get_absolute_url()).status_code == 200
    assert ana_client.get("/").status_code == 200

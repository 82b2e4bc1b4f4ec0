"""Sets of a session that is played: stored as they were done, corrected and swapped."""

import pytest

from logbook.models import LoggedSet, Session
from tests.factories import NOW
from tests.logbook.phones import (
    STORED,
    Phone,
    done,
    played,
    row_of,
    rows,
    start,
    state,
)
from workouts.models import Exercise

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def phone(ana_client) -> Phone:
    """After-easy-run four: reverse lunge, mountain climber, glute bridge, dead bug, eight a side each."""
    return Phone(ana_client, start(ana_client))


def test_a_set_is_stored_and_its_session_stays_open(phone):
    answer = phone.sends_set(1, 2, left=8)

    assert state(answer) == STORED
    assert answer.json()["address"] == phone.session.get_absolute_url()
    row = row_of(phone.session, 1, 2)
    assert (row.done_reps, row.done_right, row.tempo) == (8, None, "3-1-1-1")
    assert (row.planned_reps, row.planned_tempo) == (8, "3-1-1-1")
    assert (row.load_kg, row.implements, row.rpe) == (None, None, None)
    assert (row.writer, row.revision) == (phone.writer, 1)
    assert done(phone.session) == {(1, 2): (8, None)}
    session = Session.objects.get()
    assert (session.is_open, session.version) == (True, 1)


@pytest.mark.parametrize(
    ("sides", "stored"),
    [
        ({"left": 8, "right": 8}, (8, None)),
        ({"left": 8, "right": 6}, (8, 6)),
        ({"left": 0, "right": 6}, (0, 6)),
        ({"left": 8, "right": 0}, (8, 0)),
        ({"left": 8, "right": ""}, (8, None)),
    ],
)
def test_each_side_keeps_its_own_amount(phone, sides, stored):
    assert state(phone.sends_set(1, 1, **sides)) == STORED
    assert done(phone.session) == {(1, 1): stored}


@pytest.mark.parametrize(
    "left_out", [{"skipped": 1}, {"left": 0, "right": 0}, {"left": 0}, {"skipped": 1, "left": ""}]
)
def test_a_set_left_out_is_written_as_that(phone, left_out):
    phone.sends_set(1, 1, left=8)
    assert state(phone.sends_set(1, 1, revision=2, **left_out)) == STORED

    row = row_of(phone.session)
    assert (row.done, row.done_right, row.tempo, row.writer, row.revision) == (
        None,
        None,
        "",
        phone.writer,
        2,
    )


def test_a_set_left_out_from_the_start_is_told_apart_from_one_that_is_still_to_come(phone):
    phone.sends_set(1, 1, skipped=1)

    assert row_of(phone.session, 1, 1).revision == 1
    assert row_of(phone.session, 1, 2).revision == 0


def test_a_higher_revision_takes_its_place_whole(phone):
    phone.sends_set(1, 1, left=8, right=6, load="12.5", implements=2)
    assert state(phone.sends_set(1, 1, left=10, revision=2)) == STORED

    row = row_of(phone.session)
    assert (row.done_reps, row.done_right, row.load_kg, row.implements, row.revision) == (
        10,
        None,
        None,
        None,
        2,
    )


@pytest.mark.parametrize("revision", [1, 2, 3])
def test_an_older_revision_or_the_same_one_again_changes_nothing(phone, revision):
    phone.sends_set(1, 1, left=10, revision=3)
    before = rows(phone.session)

    assert state(phone.sends_set(1, 1, left=7, revision=revision)) == STORED
    assert rows(phone.session) == before
    assert row_of(phone.session).revision == 3


def test_a_correction_taken_back_stands_though_what_was_said_in_between_comes_last(phone):
    for revision, amount in ((1, 8), (3, 8), (2, 9)):
        assert state(phone.sends_set(1, 1, left=amount, revision=revision)) == STORED

    assert (row_of(phone.session).done, row_of(phone.session).revision) == (8, 3)


@pytest.mark.parametrize(
    ("station", "slug", "amount", "measure", "per_side"),
    [
        (1, "reverse-lunge", 7, "done_reps", True),
        (1, "walking-lunge", 9, "done_reps", True),
        (2, "front-plank", 40, "done_seconds", False),
        (4, "hollow-hold", 25, "done_seconds", False),
    ],
)
def test_the_easier_and_the_harder_one_count_in_their_own_measure(
    phone, station, slug, amount, measure, per_side
):
    assert state(phone.sends_set(station, 1, exercise=slug, left=amount)) == STORED

    row = LoggedSet.objects.select_related("exercise", "planned_exercise").get(
        session=phone.session, station=station, number=1
    )
    swapped = Exercise.objects.get(slug=slug)
    assert (row.exercise, row.exercise_name, row.per_side) == (swapped, swapped.name, per_side)
    assert (getattr(row, measure), row.done_measure is not None) == (amount, True)
    assert row.counted["primary"] == swapped.primary_muscles
    assert row.planned_exercise != swapped
    assert row.tempo == (swapped.tempo if measure == "done_reps" else "")
    # Back to what was asked for.
    assert state(phone.sends_set(station, 1, revision=2)) == STORED
    row.refresh_from_db()
    assert (row.exercise, row.done_reps) == (row.planned_exercise, 8)
    assert row.counted["primary"] == row.planned_exercise.primary_muscles


def test_an_easier_one_that_left_the_catalogue_in_mid_session_is_stored(phone):
    Exercise.objects.filter(slug="reverse-lunge").update(retired_at=NOW)
    assert state(phone.sends_set(1, 1, exercise="reverse-lunge", left=7)) == STORED

    assert row_of(phone.session).exercise.slug == "reverse-lunge"


@pytest.mark.parametrize("exercise", ["no-such", "front-plank", "x" * 200])
def test_of_a_set_left_out_it_does_not_matter_as_what_it_was_to_be_done(phone, exercise):
    assert state(phone.sends_set(1, 1, exercise=exercise, skipped=1)) == STORED

    row = row_of(phone.session)
    assert (row.done, row.revision, row.exercise) == (None, 1, row.planned_exercise)


def test_a_side_is_kept_out_of_what_has_none(phone):
    phone.sends_set(2, 1, exercise="front-plank", left=40, right=30)

    assert done(phone.session) == {(2, 1): (40, None)}


def test_every_choice_the_player_is_told_can_be_sent(ana_client):
    for circuit in ("after-easy-run-four", "gym-heavy-a", "plyo-starter", "post-run-stretch"):
        phone = Phone(ana_client, start(ana_client, circuit))
        stations = played(ana_client, phone.session)["parts"][0]["stations"]
        for revision in range(3):
            for station in stations:
                choice = station["choices"][revision % len(station["choices"])]
                answer = phone.sends_set(
                    station["number"],
                    1,
                    exercise=choice["slug"],
                    left=choice["amount"],
                    revision=revision + 1,
                )
                assert state(answer) == STORED
                row = row_of(phone.session, station["number"], 1)
                assert (row.exercise.slug, row.done, row.done_measure) == (
                    choice["slug"],
                    choice["amount"],
                    choice["measure"],
                )


@pytest.mark.parametrize(
    ("unit", "load", "implements", "kg", "count"),
    [
        ("kg", "12.5", 2, 12.5, 2),
        ("kg", "12,5", None, 12.5, 1),
        ("kg", "45lb", 1, 45 * 0.45359237, 1),
        ("lb", "45", 1, 45 * 0.45359237, 1),
        ("lb", "20 kg", 2, 20, 2),
        ("kg", "0", 1, None, None),
        ("kg", "", 2, None, None),
    ],
)
def test_a_load_is_in_the_unit_of_the_athlete_unless_it_says_its_own(
    ana, ana_client, unit, load, implements, kg, count
):
    ana.weight_unit = unit
    ana.save()
    phone = Phone(ana_client, start(ana_client, "gym-heavy-a"))
    assert state(phone.sends_set(1, 1, left=5, load=load, implements=implements)) == STORED

    row = row_of(phone.session)
    assert (row.load_kg, row.implements) == (kg and pytest.approx(kg, abs=0.01), count)


def test_a_load_is_told_back_in_the_unit_it_was_typed_in(ana, ana_client):
    ana.weight_unit = "lb"
    ana.save()
    phone = Phone(ana_client, start(ana_client, "gym-heavy-a"))
    phone.sends_set(1, 1, left=5, load="45", implements=2)
    told = played(ana_client, phone.session)

    first = told["parts"][0]["sets"][0]["done"]
    assert (told["unit"], first["load"], first["implements"]) == ("lb", "45", 2)


def test_without_a_script_the_same_address_leads_on_in_the_player(ana_client, phone):
    sent = {"station": 1, "number": 1, "left": 8}
    answer = ana_client.post(f"/sessions/{phone.session.pk}/sets/", sent)

    assert answer.status_code == 302
    assert answer["Location"].startswith(f"/sessions/{phone.session.pk}/play/")
    row = row_of(phone.session)
    assert (row.done_reps, row.writer, row.revision) == (8, None, 1)
    refused = ana_client.post(f"/sessions/{phone.session.pk}/sets/", {**sent, "left": "many"})
    assert refused.status_code == 422
    assert done(phone.session) == {(1, 1): (8, None)}


def test_an_exercise_changed_in_mid_session_counts_as_it_did_at_the_start(phone):
    then = Exercise.objects.get(slug="reverse-lunge-knee-drive").primary_muscles
    Exercise.objects.filter(slug="reverse-lunge-knee-drive").update(primary_muscles=["tibialis_anterior"])
    phone.sends_set(1, 1)

    assert row_of(phone.session).counted["primary"] == then

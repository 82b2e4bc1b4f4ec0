"""What differed from the plan: more or fewer sets, other amounts, a station left out."""

import pytest

from logbook.models import Session
from tests.browsing import complaint, fact, form_on, words
from tests.logbook.session_forms import SAVE_CHANGES, address, done, log, post

pytestmark = pytest.mark.usefixtures("clock")


def test_fewer_repetitions_fill_every_set_of_that_station_alone(ana_client):
    session = log(ana_client, station_2_planned=None, station_2_amount="6")

    assert [n for station, _, _, n in done(session) if station == 2] == [6, 6, 6]
    assert {n for station, _, _, n in done(session) if station != 2} == {8}
    assert "Slow mountain climber 3 × 8 each side 3 × 6 each side" in words(
        ana_client.get(session.get_absolute_url())
    )


@pytest.mark.parametrize(
    ("circuit", "station", "field", "planned", "amount", "told"),
    [
        ("core-for-runners", 2, "done_seconds", 25, 31, "3 × 31 s each side"),
        ("plyo-progressed", 5, "done_distance_m", 20, 35, "3 × 35 m"),
        ("after-easy-run-four", 4, "done_reps", 8, 10, "3 × 10 each side"),
    ],
)
def test_seconds_metres_and_repetitions_deviate_in_their_own_measure(
    ana_client, circuit, station, field, planned, amount, told
):
    changes = {f"station_{station}_planned": None, f"station_{station}_amount": str(amount)}
    session = log(ana_client, address(circuit), **changes)

    sets = [logged for logged in session.sets.all() if logged.station == station]
    assert [(logged.planned, getattr(logged, field)) for logged in sets] == [(planned, amount)] * len(sets)
    assert told in words(ana_client.get(session.get_absolute_url()))


def test_fewer_sets_leave_the_rest_blank_and_never_0(ana_client):
    session = log(ana_client, station_1_planned=None, station_1_sets="1")

    first = [logged for logged in session.sets.all() if logged.station == 1]
    assert [(s.done_reps, s.done_seconds, s.done_distance_m) for s in first] == [
        (8, None, None), (None, None, None), (None, None, None),
    ]  # fmt: skip
    # What was asked for stays to be seen.
    assert [s.planned_reps for s in first] == [8, 8, 8]


def test_more_sets_add_rows_without_a_plan(ana_client):
    session = log(ana_client, station_3_planned=None, station_3_sets="5", station_3_amount="9")

    assert [row[1:] for row in done(session) if row[0] == 3] == [
        (1, 8, 9), (2, 8, 9), (3, 8, 9), (4, None, 9), (5, None, 9),
    ]  # fmt: skip
    assert session.sets.count() == 14
    assert "3 × 8 each side 5 × 9 each side" in words(ana_client.get(session.get_absolute_url()))


def test_no_set_at_all_leaves_the_station_out(ana_client):
    session = log(ana_client, station_4_planned=None, station_4_sets="0")

    assert [row[2:] for row in done(session) if row[0] == 4] == [(8, None), (8, None), (8, None)]
    page = ana_client.get(session.get_absolute_url())
    assert "Dead bug 3 × 8 each side left out" in words(page)
    # Three stations of tension are left: 1 104 s less the dead bug's 3 × 8 × 6 s × 2 sides.
    assert fact(page, "under tension") == "13:36"


def test_all_but_one_station_may_be_left_out(ana_client):
    changes = {
        f"station_{n}_{name}": value
        for n in range(2, 5)
        for name, value in [("planned", None), ("sets", "0")]
    }
    session = log(ana_client, **changes)

    assert {row[3] for row in done(session) if row[0] > 1} == {None}
    page = ana_client.get(session.get_absolute_url())
    assert words(page).count("left out") == 3


@pytest.mark.parametrize("junk", ["2", "0", "999", "-1", "abc", "", "1e9", "٣"])
def test_a_ticked_as_planned_wins_over_whatever_stands_in_its_steppers(ana_client, junk):
    session = log(ana_client, station_1_sets=junk, station_1_amount=junk)

    assert [row[2:] for row in done(session) if row[0] == 1] == [(8, 8)] * 3


def test_unticked_with_the_planned_numbers_is_as_planned(ana_client):
    session = log(ana_client, station_1_planned=None)

    assert {row[2:] for row in done(session)} == {(8, 8)}
    assert words(ana_client.get(session.get_absolute_url())).count("as planned") == 4


@pytest.mark.parametrize(
    ("circuit", "station", "name", "value", "said"),
    [
        ("after-easy-run-four", 1, "sets", "21", "Give a whole number of sets from 0 to 20."),
        ("after-easy-run-four", 1, "sets", "-1", "Give a whole number of sets from 0 to 20."),
        ("after-easy-run-four", 1, "sets", "", "Give a whole number of sets from 0 to 20."),
        ("after-easy-run-four", 1, "amount", "501", "“501”"),
        ("after-easy-run-four", 1, "amount", "7.5", "“7.5”"),
        ("core-for-runners", 2, "amount", "3601", "“3601”"),
        ("plyo-progressed", 5, "amount", "20001", "“20001”"),
    ],
)
def test_a_number_out_of_reach_is_refused_at_its_field(ana_client, circuit, station, name, value, said):
    changes = {f"station_{station}_planned": None, f"station_{station}_{name}": value}
    response = post(ana_client, address(circuit), **changes)

    assert response.status_code == 422
    assert complaint(response, f"station-{station}-{name}").startswith(said)
    assert not Session.objects.exists()


@pytest.mark.parametrize("nothing", ["0", "-", "skip"])
def test_an_amount_of_nothing_leaves_the_station_out(ana_client, nothing):
    session = log(ana_client, station_1_planned=None, station_1_amount=nothing)
    assert [row[2:] for row in done(session) if row[0] == 1] == [(8, None)] * 3


def test_the_most_of_everything_is_taken(ana_client):
    session = log(ana_client, station_1_planned=None, station_1_sets="20", station_1_amount="500")

    assert [row[3] for row in done(session) if row[0] == 1] == [500] * 20


def test_what_deviated_is_shown_again_in_the_edit_form(ana_client):
    session = log(
        ana_client, station_1_planned=None, station_1_sets="5", station_1_amount="9",
        station_4_planned=None, station_4_sets="0",
    )  # fmt: skip
    form = form_on(ana_client.get(f"{session.get_absolute_url()}edit/"), SAVE_CHANGES)

    assert {name: form.fields.get(f"station-1-{name}") for name in ("planned", "sets", "amount")} == {
        "planned": None, "sets": "5", "amount": "9",
    }  # fmt: skip
    assert (form.fields["station-2-planned"], form.fields["station-2-sets"]) == ("on", "3")
    assert (form.fields.get("station-4-planned"), form.fields["station-4-exercise"]) == (None, "-")

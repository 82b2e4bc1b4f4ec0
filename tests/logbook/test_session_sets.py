"""What differed in a set: weight, sides, effort, tempo, another exercise; by fields and by short forms."""

import pytest

from logbook.models import LoggedSet, Session
from tests.browsing import complaint, form_on
from tests.logbook.session_forms import SAVE_CHANGES, address, log, post

pytestmark = pytest.mark.usefixtures("clock")

# Its first station is the trap-bar deadlift, 4 × 5; its third a calf raise, 3 × 8 each side.
GYM = address("gym-heavy-a")


def sets(session: Session, station: int = 1) -> list[LoggedSet]:
    return [row for row in session.sets.all() if row.station == station]


def loads(session: Session, station: int = 1) -> list[tuple[int | None, float | None, int | None]]:
    return [(row.done, row.load_kg, row.implements) for row in sets(session, station)]


def test_a_weight_is_no_deviation_and_counts_in_every_set(ana_client):
    session = log(ana_client, GYM, station_1_kg="62,5")
    assert loads(session) == [(5, 62.5, 1)] * 4
    assert loads(session, 2) == [(6, None, None)] * 3


def test_two_dumbbells_are_kilograms_of_each(ana_client):
    session = log(ana_client, GYM, station_2_kg="12", station_2_implements="2")
    assert loads(session, 2) == [(6, 12.0, 2)] * 3


@pytest.mark.parametrize("blank", ["", "0", "0 kg"])
def test_a_blank_weight_is_none_and_never_0(ana_client, blank):
    session = log(ana_client, GYM, station_1_kg=blank, station_1_implements="2")
    assert loads(session) == [(5, None, None)] * 4


def test_a_weight_typed_in_one_set_goes_on_from_there(ana_client):
    changes = {"station_1_planned": None, "station_1_kg": "60"}
    session = log(ana_client, GYM, **changes, station_1_set_3_kg="65", station_1_set_4_amount="3")
    assert loads(session) == [(5, 60.0, 1), (5, 60.0, 1), (5, 65.0, 1), (3, 65.0, 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8", [(5, None, None), (8, None, None), (5, None, None), (5, None, None)]),
        ("8x20", [(5, None, None), (8, 20.0, 1), (5, 20.0, 1), (5, 20.0, 1)]),
        ("3x8x20", [(5, None, None), (8, 20.0, 1), (8, 20.0, 1), (8, 20.0, 1)]),
        ("4x8x22,5", [(5, None, None), (8, 22.5, 1), (8, 22.5, 1), (8, 22.5, 1), (8, 22.5, 1)]),
        ("8x20+20", [(5, None, None), (8, 20.0, 2), (5, 20.0, 2), (5, 20.0, 2)]),
        ("-", [(5, None, None), (None, None, None), (5, None, None), (5, None, None)]),
    ],
)
def test_short_forms_work_in_the_field_of_a_set(ana_client, text, expected):
    session = log(ana_client, GYM, station_1_planned=None, station_1_set_2_amount=text)
    assert loads(session) == expected


def test_a_short_form_over_all_sets_says_how_many_there_were(ana_client):
    session = log(ana_client, GYM, station_1_planned=None, station_1_amount="2x6x70@8")
    assert loads(session) == [(6, 70.0, 1), (6, 70.0, 1), (None, None, None), (None, None, None)]
    assert [row.rpe for row in sets(session)] == [8.0, 8.0, None, None]


@pytest.mark.parametrize(("text", "seconds"), [("45s", 45), ("1:30", 90)])
def test_repetitions_may_be_done_for_time_instead(ana_client, text, seconds):
    session = log(ana_client, GYM, station_1_planned=None, station_1_set_1_amount=text)
    first = sets(session)[0]
    assert (first.done_seconds, first.done_reps, first.planned_reps) == (seconds, None, 5)


@pytest.mark.parametrize(
    ("effort", "rpe", "in_reserve"), [("8.5", 8.5, None), ("r2", None, 2), ("r0", None, 0), ("", None, None)]
)
def test_effort_of_a_set_is_rpe_or_what_was_left(ana_client, effort, rpe, in_reserve):
    session = log(ana_client, GYM, station_1_planned=None, station_1_set_4_effort=effort)
    last = sets(session)[-1]
    assert (last.rpe, last.reps_in_reserve) == (rpe, in_reserve)


def test_left_and_right_apart_are_still_one_set(ana_client):
    session = log(
        ana_client, GYM, station_3_planned=None, station_3_set_2_right="6", station_3_set_3_amount="7/5"
    )
    assert [(row.done, row.done_right) for row in sets(session, 3)] == [(8, None), (8, 6), (7, 5)]


def test_one_side_left_out_is_0_and_both_are_no_set(ana_client):
    changes = {"station_3_set_1_amount": "8/0", "station_3_set_2_amount": "0/0"}
    session = log(ana_client, GYM, station_3_planned=None, **changes)
    assert [(row.done, row.done_right) for row in sets(session, 3)] == [(8, 0), (None, None), (8, None)]


def test_tempo_is_what_it_was_done_at(ana_client):
    changes = {"station_1_tempo": "3-0-1-0", "station_1_set_2_tempo": "2-0-x-0", "station_1_set_3_tempo": "-"}
    session = log(ana_client, GYM, station_1_planned=None, **changes)
    assert [row.tempo for row in sets(session)] == ["3-0-1-0", "2-0-X-0", "", "3-0-1-0"]
    assert len({row.planned_tempo for row in sets(session)}) == 1


def test_an_easier_exercise_stands_in_with_its_own_dose_beside_what_was_asked_for(ana_client):
    session = log(
        ana_client, address("after-easy-run-four"), station_4_planned=None,
        station_4_exercise="dead-bug-heel-tap",
    )  # fmt: skip
    row = sets(session, 4)[0]
    assert (row.exercise.slug, row.exercise_name, row.done_reps) == (
        "dead-bug-heel-tap", "Dead bug heel tap", 8,
    )  # fmt: skip
    assert (row.planned_exercise.slug, row.planned_name, row.planned_reps) == ("dead-bug", "Dead bug", 8)
    assert (row.tempo, row.planned_tempo) == ("2-1-2-0", "3-1-2-0")


def test_one_in_another_measure_takes_its_own_amount_unless_one_is_typed(ana_client):
    swap = {"station_4_planned": None, "station_4_exercise": "hollow-hold"}
    url = address("after-easy-run-four")
    proposed = sets(log(ana_client, url, **swap), 4)
    typed = sets(log(ana_client, url, **swap, station_4_amount="31"), 4)

    assert {(row.done_seconds, row.done_reps) for row in proposed} == {(20, None)}
    assert {(row.done_seconds, row.done_reps) for row in typed} == {(31, None)}


def test_a_single_set_may_be_swapped_or_skipped(ana_client):
    session = log(
        ana_client, address("after-easy-run-four"), station_4_planned=None,
        station_4_set_2_exercise="-", station_4_set_3_exercise="dead-bug-heel-tap",
    )  # fmt: skip
    assert [(row.exercise.slug, row.done) for row in sets(session, 4)] == [
        ("dead-bug", 8), ("dead-bug", None), ("dead-bug-heel-tap", 8),
    ]  # fmt: skip


def test_skipped_leaves_the_whole_station_out(ana_client):
    session = log(ana_client, GYM, station_1_planned=None, station_1_exercise="-")
    assert loads(session) == [(None, None, None)] * 4


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("station-1-set-2-amount", "8x20x", "“8x20x”"),
        ("station-1-set-2-kg", "heavy", "“heavy”"),
        ("station-1-kg", "501", "501 is more than 500 kg. Give the weight of one."),
        ("station-1-set-1-tempo", "slow", '"SLOW" is not a tempo.'),
        ("station-3-set-1-right", "1.5", "1.5"),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_field_and_all_is_kept(ana_client, field, value, said):
    changes = {"station-1-planned": None, "station-3-planned": None, field: value, "note": "Kept."}
    response = post(ana_client, GYM, **changes)

    assert response.status_code == 422
    assert said in complaint(response, field)
    kept = form_on(response, "Save session").fields
    assert (kept[field], kept["note"]) == (value, "Kept.")
    assert not Session.objects.exists()


def test_pounds_come_back_as_they_were_typed_and_save_unchanged(ana, ana_client):
    ana.weight_unit = "lb"
    ana.save()
    session = log(ana_client, GYM, station_1_kg="135", station_2_kg="27.5", station_2_implements="2")
    before = list(session.sets.values())
    assert loads(session)[0] == (5, 61.23, 1)

    form = form_on(ana_client.get(f"{session.get_absolute_url()}edit/"), SAVE_CHANGES)
    assert (form.fields["station-1-kg"], form.fields["station-2-kg"]) == ("135", "27.5")
    form.send(ana_client)
    session.refresh_from_db()
    assert list(session.sets.values()) == before
    assert session.version == 1


def test_every_kind_of_deviation_is_shown_again_and_saves_unchanged(ana_client):
    session = log(
        ana_client, GYM,
        station_1_planned=None, station_1_amount="5x60@7", station_1_set_2_amount="8/4",
        station_1_set_3_effort="r1", station_1_set_4_exercise="kettlebell-deadlift",
        station_2_planned=None, station_2_sets="4", station_2_set_1_exercise="-", station_2_kg="10",
        station_3_planned=None, station_3_set_1_amount="9/7", station_3_set_2_tempo="-",
        station_3_set_3_amount="30s",
    )  # fmt: skip
    before = list(session.sets.values())
    form_on(ana_client.get(f"{session.get_absolute_url()}edit/"), SAVE_CHANGES).send(ana_client)

    session.refresh_from_db()
    assert session.version == 1
    assert list(session.sets.values()) == before


@pytest.mark.parametrize("amount", ["0/5", "-/5"])
def test_the_second_side_alone_is_shown_again_and_saves_unchanged(ana_client, amount):
    session = log(ana_client, GYM, station_3_planned=None, station_3_amount=amount, station_3_kg="10")
    before = list(session.sets.values())
    assert {(row.done, row.done_right, row.load_kg) for row in sets(session, 3)} == {(0, 5, 10.0)}
    form_on(ana_client.get(f"{session.get_absolute_url()}edit/"), SAVE_CHANGES).send(ana_client)
    session.refresh_from_db()
    assert (list(session.sets.values()), session.version) == (before, 1)


def test_an_amount_typed_for_what_stands_in_counts_also_where_it_equals_the_one_proposed_before(ana_client):
    session = log(
        ana_client, address("after-easy-run-four"), station_4_planned=None,
        station_4_exercise="hollow-hold", station_4_proposed="hollow-hold", station_4_amount="8",
    )  # fmt: skip
    assert {row.done_seconds for row in sets(session, 4)} == {8}


def test_the_right_side_takes_an_amount_and_nothing_more(ana_client):
    response = post(ana_client, GYM, station_3_planned=None, station_3_set_1_right="6x20")
    assert response.status_code == 422
    assert complaint(response, "station-3-set-1-right").startswith("“6x20” is more than an amount.")

"""A session of one's own choice: exercises found by typing, in any order, the same one twice if wanted."""

import pytest

from logbook.models import Session
from tests.browsing import PageForm, form_on, soup, words
from tests.factories import NOW
from tests.logbook.session_forms import SAVE, SAVE_CHANGES
from workouts.models import Circuit, Exercise, Station

pytestmark = pytest.mark.usefixtures("clock")
OWN = "/sessions/own/"


def form_of(client, url: str = OWN) -> PageForm:
    return form_on(client.get(url), SAVE)


def press(client, form: PageForm, button: str = "add", *, save: str = SAVE, **changes):
    """Press a button that arranges stations; the answer is the page with its form."""
    typed = {name.replace("_", "-"): value for name, value in changes.items()}
    response = client.post(form.action, {**form.fields, **typed, "do": button})
    assert response.status_code == 200
    return response, form_on(response, save)


def with_exercises(client, *names: str) -> PageForm:
    form = form_of(client)
    for name in names:
        _, form = press(client, form, add=name)
    return form


def stations(response) -> list[str]:
    return [words(move.b) for move in soup(response).select(".doing > .move")]


def done(session: Session) -> list[tuple[int, str, int | None]]:
    return [(row.station, row.exercise_name, row.done) for row in session.sets.all()]


def test_it_begins_with_nothing_and_holds_what_was_added_at_its_usual_dose(ana_client):
    assert stations(ana_client.get(OWN)) == []
    form = with_exercises(ana_client, "Goblet squat", "side plank")
    assert form.filled({"minutes": "12"}).send(ana_client).status_code == 302

    session = Session.objects.get()
    assert done(session) == [(1, "Goblet squat", 10)] * 3 + [(2, "Side plank", 30)] * 3
    assert (session.name, session.circuit, session.minutes) == ("Strength session", None, 12)
    # Nobody asked for any of it.
    assert {(row.planned, row.planned_exercise_id) for row in session.sets.all()} == {(None, None)}


def test_the_same_exercise_twice_and_in_another_order(ana_client):
    form = with_exercises(ana_client, "Push-up", "Goblet squat", "Push-up")
    _, form = press(ana_client, form, "up-3", station_3_sets="1", station_3_amount="15")
    _, form = press(ana_client, form, "down-1")
    form.filled({"minutes": "12"}).send(ana_client)

    per_station = {}
    for station, name, amount in done(Session.objects.get()):
        per_station.setdefault(station, []).append((name, amount))
    assert per_station[1] == [("Push-up", 15)]
    assert per_station[2][0][0] == "Push-up"
    assert per_station[3][0][0] == "Goblet squat"


def test_what_is_removed_is_gone_and_the_first_cannot_go_further_up(ana_client):
    form = with_exercises(ana_client, "Push-up", "Goblet squat")
    response, form = press(ana_client, form, "up-1")
    assert stations(response) == ["Push-up", "Goblet squat"]
    response, form = press(ana_client, form, "remove-1")
    assert stations(response) == ["Goblet squat"]
    response, _ = press(ana_client, form, "remove-2")
    assert stations(response) == []


def test_arranging_keeps_everything_typed_judges_nothing_and_stores_nothing(ana_client):
    form = with_exercises(ana_client, "Push-up")
    response, form = press(
        ana_client, form, add="Goblet squat", minutes="later", note="Kept.", station_1_sets="x"
    )
    assert (form.fields["minutes"], form.fields["note"], form.fields["station-1-sets"]) == (
        "later", "Kept.", "x",
    )  # fmt: skip
    assert not soup(response).select('[aria-invalid="true"], [role="alert"]')
    assert not Session.objects.exists()


def test_an_exercise_typed_but_not_added_is_added_and_not_lost_by_saving(ana_client):
    form = form_of(ana_client).filled({"add": "Goblet squat", "minutes": "12"})
    response = form.send(ana_client)
    assert response.status_code == 200
    assert stations(response) == ["Goblet squat"]
    assert not Session.objects.exists()


def test_a_name_that_fits_no_exercise_is_told_and_stays_in_the_field(ana_client):
    response, form = press(ana_client, form_of(ana_client), add="bench press")
    assert words(soup(response).find(id="id_add_error")) == (
        "No exercise is called “bench press”. Type a part of its name and choose one."
    )
    assert form.fields["add"] == "bench press"


def test_a_dash_alone_is_no_name(ana_client):
    response, _ = press(ana_client, form_of(ana_client), add="-")
    assert words(soup(response).find(id="id_add_error")).startswith("No exercise is called “-”.")


def test_a_name_that_fits_several_offers_each_of_them(ana_client):
    response, form = press(ana_client, form_of(ana_client), add="lunge")
    page = soup(response)
    assert words(page.find(id="id_add_error")) == "“lunge” fits 8 exercises. Choose one."
    assert [words(button) for button in page.select(".fitting button")] == [
        "Reverse lunge", "Half-kneeling hip-flexor stretch", "Lateral lunge", "Lunge with rotation",
        "Reverse lunge to knee drive", "Split jump", "Split squat", "Walking lunge",
    ]  # fmt: skip
    response, form = press(ana_client, form, "add-reverse-lunge")
    assert stations(response) == ["Reverse lunge"]
    assert form.fields["add"] == ""


def test_of_several_the_one_that_is_called_just_so_comes_first(ana_client):
    response, _ = press(ana_client, form_of(ana_client), add="RDL")
    assert words(soup(response).select_one(".fitting button")) == "Romanian deadlift"


def test_a_name_that_fits_many_offers_the_first_of_them(ana_client):
    response, _ = press(ana_client, form_of(ana_client), add="e")
    assert "Choose one of the first 8, or type more of the name." in words(response)
    assert len(soup(response).select(".fitting button")) == 8


def test_saved_with_a_name_still_to_be_found_all_that_is_wrong_is_told_at_once(ana_client):
    response = form_of(ana_client).filled({"add": "lunge", "minutes": "soon"}).send(ana_client)
    assert response.status_code == 422
    links = {link["href"]: words(link) for link in soup(response).select('[role="alert"] a')}
    assert links["#id_minutes"].startswith("Minutes: Give the minutes as a whole number")
    assert links["#id_add"] == "Add another exercise: “lunge” fits 8 exercises. Choose one."
    assert soup(response).find(id="id_add")["value"] == "lunge"


def test_one_added_by_saving_is_named_and_nothing_is_saved_yet(ana_client):
    response = form_of(ana_client).filled({"add": "goblet", "minutes": "12"}).send(ana_client)
    assert words(soup(response).select_one(".adding [role=status]")) == (
        "Goblet squat was added. Nothing is saved yet."
    )


def test_a_session_of_which_every_set_is_left_out_is_none(ana_client):
    form = form_on(ana_client.get("/sessions/new/?circuit=ten-minute-minimal"), SAVE)
    left_out = {f"station-{n}-planned": None for n in range(1, 5)} | {
        f"station-{n}-exercise": "-" for n in range(1, 5)
    }
    response = form.filled(left_out).send(ana_client)
    assert response.status_code == 422
    assert "Every set is left out. Give the ones you did, or discard it." in words(response)


@pytest.mark.parametrize("typed", ["goblet", "GOBLET  squat", "squat goblet", "Dead bug", "bulgarian"])
def test_a_part_of_the_name_is_enough_where_only_one_has_it(ana_client, typed):
    response, _ = press(ana_client, form_of(ana_client), add=typed)
    assert len(stations(response)) == 1


def test_without_an_exercise_it_says_what_is_missing(ana_client):
    response = form_of(ana_client).filled({"minutes": "12"}).send(ana_client)
    assert response.status_code == 422
    assert "There is no set in it yet. Add the exercises you did." in words(response)


def test_exercises_without_a_single_set_are_no_session(ana_client):
    form = with_exercises(ana_client, "Push-up").filled({"minutes": "12", "station-1-sets": "0"})
    assert form.send(ana_client).status_code == 422
    assert not Session.objects.exists()


def test_an_exercise_can_be_added_to_a_circuit_whose_own_stations_stay(ana_client):
    form = form_on(ana_client.get("/sessions/new/?circuit=ten-minute-minimal"), SAVE)
    response, form = press(ana_client, form, add="Push-up")
    assert len(stations(response)) == 5
    response, form = press(ana_client, form, "remove-1")
    assert len(stations(response)) == 5
    form.send(ana_client)

    session = Session.objects.get()
    assert {row.planned is None for row in session.sets.all() if row.station == 5} == {True}
    assert all(row.planned is not None for row in session.sets.all() if row.station < 5)


def test_a_correction_adds_removes_and_names(ana_client):
    with_exercises(ana_client, "Push-up", "Goblet squat").filled({"minutes": "12"}).send(ana_client)
    session = Session.objects.get()
    form = form_on(ana_client.get(f"{session.get_absolute_url()}edit/"), SAVE_CHANGES)
    _, form = press(ana_client, form, "remove-1", save=SAVE_CHANGES)
    _, form = press(ana_client, form, add="Dead bug", save=SAVE_CHANGES)
    form.filled({"name": "Hotel gym"}).send(ana_client)

    session.refresh_from_db()
    assert [row.exercise_name for row in session.sets.all() if row.number == 1] == [
        "Goblet squat",
        "Dead bug",
    ]
    assert session.name == "Hotel gym"


def test_all_of_it_may_be_removed_in_a_correction_but_not_saved_so(ana_client):
    with_exercises(ana_client, "Push-up").filled({"minutes": "12"}).send(ana_client)
    session = Session.objects.get()
    form = form_on(ana_client.get(f"{session.get_absolute_url()}edit/"), SAVE_CHANGES)
    response, form = press(ana_client, form, "remove-1", save=SAVE_CHANGES)
    assert stations(response) == []
    assert form.send(ana_client).status_code == 422
    assert session.sets.count() > 0


@pytest.mark.parametrize("order", ["", "99", "1,1,1", "x,-1,2", "0", "1" * 500])
def test_nonsense_in_the_hidden_order_loses_no_station_of_a_circuit(ana_client, order):
    form = form_on(ana_client.get("/sessions/new/?circuit=ten-minute-minimal"), SAVE)
    form.filled({"order": order}).send(ana_client)
    assert {row.station for row in Session.objects.get().sets.all()} == {1, 2, 3, 4}


def test_what_was_typed_stays_with_its_exercise_when_the_circuit_changed_meanwhile(ana_client):
    form = form_on(ana_client.get("/sessions/new/?circuit=ten-minute-minimal"), SAVE)
    circuit = Circuit.objects.get(slug="ten-minute-minimal")
    first, second, third, fourth = circuit.stations.order_by("position")
    third.delete()
    Station.objects.filter(pk=first.pk).update(position=9)
    Station.objects.filter(pk=second.pk).update(position=1)
    names = [each.exercise.name for each in (first, second, third, fourth)]
    form.filled({"station-1-planned": None, "station-1-amount": "5", "station-3-sets": "1"}).send(ana_client)

    sets = list(Session.objects.get().sets.all())
    assert list(dict.fromkeys(row.exercise_name for row in sets)) == names
    assert [row.done for row in sets if row.station == 1] == [5, 5]
    # What the circuit does not ask for any more was chosen, then.
    assert [row.planned for row in sets if row.station == 3] == [None]


def test_the_same_exercise_at_two_stations_proposes_to_each_its_own(ana_client):
    for _ in range(3):
        form = with_exercises(ana_client, "Push-up", "Push-up")
        assert [form.fields[f"station-{number}-sets"] for number in (1, 2)] == ["3", "3"]
        form.filled({"minutes": "12"}).send(ana_client)


def test_one_added_as_another_is_removed_takes_nothing_over_from_it(ana_client):
    form = with_exercises(ana_client, "Push-up")
    typed = {"station_1_amount": "15", "station_1_sets": "1"}
    _, form = press(ana_client, form, "remove-1", add="Goblet squat", **typed)
    form.filled({"minutes": "12"}).send(ana_client)
    assert done(Session.objects.get()) == [(1, "Goblet squat", 10)] * 3


def test_an_exercise_that_left_the_catalogue_while_the_form_was_open_is_kept(ana_client):
    form = with_exercises(ana_client, "Push-up", "Goblet squat")
    Exercise.objects.filter(slug="goblet-squat").update(retired_at=NOW)
    form.filled({"minutes": "12"}).send(ana_client)
    assert {name for _, name, _ in done(Session.objects.get())} == {"Push-up", "Goblet squat"}


def test_a_form_of_thirty_stations_is_taken_and_one_more_is_told(ana_client):
    form = with_exercises(ana_client, "Push-up")
    fields = {
        **form.fields,
        "order": ",".join(map(str, range(1, 31))),
        "minutes": "60",
        "do": "add",
        "add": "Dead bug",
    }
    fields |= {f"station-{n}-movement": "push-up" for n in range(1, 31)}
    answer = ana_client.post(form.action, fields)
    assert "One session holds 30 exercises at most." in words(answer)
    assert len(stations(answer)) == 30

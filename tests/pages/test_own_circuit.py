"""A circuit of one's own: put together, read from text, copied, changed, retired, with its sums."""

import re

import pytest

from tests.browsing import complaint, facts, form_on, notices, soup, words
from tests.factories import NOW, make_circuit, make_exercise
from workouts import owning
from workouts.models import Circuit
from workouts.own.circuit import OwnCircuit, OwnStation
from workouts.training.circuit_time import Format

pytestmark = pytest.mark.django_db

NEW = "/circuits/own/new/"
SAVE = "Save circuit"


def press(client, page, button, save=SAVE, **changes):
    """Press a button of the form that arranges and saves nothing."""
    form = form_on(page, save).filled(changes)
    return client.post(form.action, {**form.fields, "do": button})


def stations(page) -> list[str]:
    return [words(row) for row in soup(page).select(".making .move-head > b")]


def own(ana) -> Circuit:
    return ana.own_circuits.with_stations().get()


def doses(circuit):
    return [(each.exercise.slug, each.prescription.dose, each.tempo) for each in circuit.stations.all()]


def test_it_is_put_together_exercise_by_exercise(ana, ana_client):
    page = press(ana_client, ana_client.get(NEW), "add", add="dead bug", name="Monday legs")
    assert "Dead bug was added. Nothing is saved yet." in words(page)
    page = press(ana_client, page, "add", add="plank")
    page = press(ana_client, page, "up-2")
    assert stations(page) == ["Forearm plank", "Dead bug"]
    answer = form_on(page, SAVE).filled({"rounds": "2", "station-2-amount": "25"}).send(ana_client)
    shown = ana_client.get(answer["Location"])
    assert notices(shown) == ["Monday legs is in your library."]
    assert doses(own(ana)) == [("front-plank", "25 s", ""), ("dead-bug", "8 each side", "3-1-2-0")]
    # What it does to the legs and how hard it is comes from its exercises: 7 and 7 of 10.
    told = facts(shown)
    assert (told["Effort to aim for"], told["Equipment"]) == ("7 of 10", "mat")
    assert own(ana).session_class == "light"


def test_the_buttons_move_and_remove_and_keep_what_was_typed(ana_client):
    page = press(ana_client, ana_client.get(NEW), "add", add="dead bug")
    page = press(ana_client, page, "add", add="plank")
    page = press(ana_client, page, "down-1", **{"station-1-amount": "many", "station-1-note": "Slowly."})
    assert stations(page) == ["Forearm plank", "Dead bug"]
    kept = form_on(page, SAVE).fields
    assert (kept["station-1-amount"], kept["station-1-note"]) == ("many", "Slowly.")
    assert not soup(page).select(".err, .summary")
    assert "Not counted, since the dose makes no sense yet: Dead bug." in words(page)
    assert stations(press(ana_client, page, "remove-1")) == ["Forearm plank"]


@pytest.mark.parametrize(
    ("typed", "told", "fitting"),
    [
        ("single leg", "“single leg” fits", True),
        ("revers lunge", "No exercise is called “revers lunge”. Is it one of these?", True),
        ("zzzz", "No exercise is called “zzzz”. Type a part of its name.", False),
    ],
)
def test_what_fits_several_is_offered_as_buttons(ana_client, typed, told, fitting):
    page = press(ana_client, ana_client.get(NEW), "add", add=typed)
    assert told in complaint(page, "add")
    buttons = soup(page).select(".fitting button")
    assert bool(buttons) is fitting
    if fitting:
        chosen = press(ana_client, page, buttons[0]["value"])
        assert stations(chosen) == [words(buttons[0])]


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"name": ""}, "name", "Give it a name."),
        ({"rounds": ""}, "rounds", "Give a whole number of rounds from 1 to 20."),
        ({"rounds": "21"}, "rounds", "Give a whole number of rounds from 1 to 20."),
        ({"rest_between_rounds_s": "1801"}, "rest_between_rounds_s", "Give a whole number of seconds from 0"),
        ({"warm_up_minutes": "61"}, "warm_up_minutes", "Give a whole number of minutes from 0 to 60."),
        ({"effort_high": "5"}, "effort_low", "Choose where the effort begins, too."),
        ({"effort_low": "7", "effort_high": "5"}, "effort_high", "Choose 7 or more, or “the same”."),
        ({"station-1-amount": "0"}, "station-1-amount", "Give a whole number of 1 or more."),
        (
            {"station-1-amount": "501"},
            "station-1-amount",
            "Give a whole number of repetitions from 1 to 500.",
        ),
        ({"station-1-measure": "distance_m"}, "station-1-amount", "Dead bug is not counted in metres."),
        ({"station-1-tempo": "slow"}, "station-1-tempo", "is not a tempo."),
        ({"station-1-tempo": ""}, "station-1-tempo", "Dead bug needs a tempo, or nobody can tell"),
        ({"station-1-rest": "soon"}, "station-1-rest", "Give a whole number of seconds from 0 to 1800."),
    ],
)
def test_what_is_wrong_is_said_and_everything_typed_is_kept(ana, ana_client, changes, field, sentence):
    page = press(ana_client, ana_client.get(NEW), "add", add="dead bug", name="Monday legs", goal="Stronger.")
    typed = form_on(page, SAVE).filled(changes)
    answer = typed.send(ana_client)
    assert answer.status_code == 422
    assert sentence in complaint(answer, field)
    kept = form_on(answer, SAVE).fields
    assert {name: kept[name] for name in typed.fields if name != "csrfmiddlewaretoken"} == {
        name: value for name, value in typed.fields.items() if name != "csrfmiddlewaretoken"
    }
    assert not ana.own_circuits.exists()


def test_a_circuit_of_nothing_is_refused(ana, ana_client):
    answer = form_on(ana_client.get(NEW), SAVE).filled({"name": "Monday"}).send(ana_client)
    assert answer.status_code == 422
    assert "There is no exercise in it yet. Add the first one." in complaint(answer, "add")
    assert not ana.own_circuits.exists()


@pytest.mark.parametrize("slug", ["after-easy-run-four", "gym-heavy-a", "plyo-starter", "calf-foot-return-1"])
def test_a_copy_takes_as_long_and_is_as_hard_as_what_it_was_copied_from(ana, ana_client, slug):
    address = f"/circuits/{slug}/"
    assert f"{NEW}?copy={slug}" in ana_client.get(address).content.decode()
    answer = form_on(ana_client.get(f"{NEW}?copy={slug}"), SAVE).send(ana_client)
    copy = ana_client.get(answer["Location"])
    source = ana_client.get(address)
    assert words(soup(copy).h1) == f"{words(soup(source).h1)}, my version"
    assert facts(copy) == facts(source)
    rows = ".stations > li"
    assert [words(row) for row in soup(copy).select(rows)] == [
        words(row) for row in soup(source).select(rows)
    ]
    # What its texts on safety hang on went with it.
    assert (own(ana).level, own(ana).tags) == tuple(
        Circuit.objects.filter(slug=slug).values_list("level", "tags").get()
    )


def test_what_is_shown_to_be_changed_is_what_is_stored(ana, ana_client):
    form_on(ana_client.get(f"{NEW}?copy=gym-heavy-a"), SAVE).send(ana_client)
    before = rows_of(own(ana))
    address = f"/circuits/own/{own(ana).pk}/edit/"
    saved = form_on(ana_client.get(address), "Save changes").send(ana_client)
    assert notices(ana_client.get(saved["Location"])) == [
        "Gym heavy A, my version is saved. What you logged with it stays as it was."
    ]
    assert rows_of(own(ana)) == before


def rows_of(circuit):
    fields = Circuit.objects.filter(pk=circuit.pk).values().get()
    return fields, list(circuit.stations.values("position", "exercise", "sets", "reps", "note"))


def test_a_tab_left_open_learns_that_it_is_behind_and_may_still_save(ana, ana_client):
    circuit = make_circuit(ana, text="2 rounds: dead bug 8")
    address = f"/circuits/own/{circuit.pk}/edit/"
    old = form_on(ana_client.get(address), "Save changes").filled({"rounds": "4"})
    form_on(ana_client.get(address), "Save changes").filled({"rounds": "3"}).send(ana_client)
    behind = old.send(ana_client)
    assert behind.status_code == 409
    assert "It was changed in another tab since it was opened here." in words(behind)
    assert own(ana).rounds == 3
    form_on(behind, "Save changes").send(ana_client)
    assert own(ana).rounds == 4


def test_sent_twice_it_is_one(ana, ana_client):
    page = press(ana_client, ana_client.get(NEW), "add", add="dead bug", name="Monday legs")
    form = form_on(page, SAVE)
    assert form.send(ana_client)["Location"] == form.send(ana_client)["Location"]
    assert (own(ana).stations.count(), own(ana).version) == (1, 1)


def test_sent_again_with_something_else_in_it_nothing_is_overwritten(ana, ana_client):
    page = press(ana_client, ana_client.get(NEW), "add", add="dead bug", name="Monday legs")
    form_on(page, SAVE).send(ana_client)
    told = form_on(page, SAVE).filled({"name": "Tuesday legs"}).send(ana_client)
    assert told.status_code == 409
    assert "This form has made Monday legs already. Saving again makes another one." in words(told)
    assert form_on(told, SAVE).send(ana_client).status_code == 302
    assert sorted(ana.own_circuits.values_list("name", flat=True)) == ["Monday legs", "Tuesday legs"]


def test_what_comes_from_its_exercises_goes_on_following_them(ana, ana_client):
    circuit = make_circuit(ana, text="2 rounds: plank 30 s")
    assert circuit.session_class == "light"
    address = f"/circuits/own/{circuit.pk}/edit/"
    page = press(ana_client, ana_client.get(address), "add", save="Save changes", add="drop jump")
    form_on(page, "Save changes").send(ana_client)
    assert (own(ana).session_class, own(ana).target_rpe) == ("plyo_high", "6 to 7")
    form = form_on(ana_client.get(address), "Save changes")
    assert (form.fields["session_class"], form.fields["effort_low"]) == ("", "")
    form.filled({"session_class": "heavy", "effort_low": "9"}).send(ana_client)
    assert (own(ana).session_class, own(ana).target_rpe) == ("heavy", "9")
    form_on(ana_client.get(address), "Save changes").filled({"rounds": "3"}).send(ana_client)
    assert (own(ana).session_class, own(ana).target_rpe) == ("heavy", "9")


def test_an_exercise_retired_while_the_form_is_open_is_still_saved(ana, ana_client):
    exercise = make_exercise(ana, name="Shed lunge")
    page = press(ana_client, ana_client.get(NEW), "add", add="shed lunge", name="Monday legs")
    owning.retire(exercise, now=NOW)
    assert form_on(page, SAVE).send(ana_client).status_code == 302
    assert own(ana).stations.get().exercise == exercise


def test_another_athletes_exercise_is_no_part_of_it(ana, ben, ana_client):
    bens = make_exercise(ben, name="Bens lunge")
    page = press(ana_client, ana_client.get(NEW), "add", add="Bens lunge")
    assert "Bens lunge" not in [words(row) for row in soup(page).select(".move-head > b")]
    form = form_on(page, SAVE)
    foreign = {"name": "X", "add": "", "order": "1", "station-1-movement": bens.slug, "station-1-amount": "8"}
    answer = ana_client.post(form.action, {**form.fields, **foreign, "station-1-measure": "reps"})
    assert answer.status_code == 422
    assert not ana.own_circuits.exists()
    with pytest.raises(KeyError):
        make_circuit(ana, text="1 round: dead bug 8", circuit=made_with(bens.slug))
    assert not ana.own_circuits.exists()


def made_with(slug):
    return OwnCircuit(format=Format.CIRCUIT, stations=(OwnStation(exercise=slug, reps=8, tempo="3-1-1-0"),))


def test_a_retired_exercise_stays_in_the_circuits_that_have_it(ana, ana_client):
    exercise = make_exercise(ana, name="Shed lunge")
    circuit = make_circuit(ana, text="2 rounds: shed lunge 8")
    owning.retire(exercise, now=NOW)
    assert "Shed lunge" in words(ana_client.get(circuit.get_absolute_url()))
    edit = form_on(ana_client.get(f"/circuits/own/{circuit.pk}/edit/"), "Save changes")
    assert edit.filled({"rounds": "5"}).send(ana_client).status_code == 302
    assert (own(ana).rounds, own(ana).stations.count()) == (5, 1)


def test_retired_it_leaves_the_list_and_can_be_taken_back(ana, ana_client):
    circuit = make_circuit(ana, text="2 rounds: dead bug 8", name="Monday legs")
    page = form_on(ana_client.get(circuit.get_absolute_url()), "Retire").send(ana_client)
    shown = ana_client.get(page["Location"])
    assert "You retired this circuit on" in words(shown)
    assert "Log this circuit" not in words(shown)
    assert "Monday legs" not in words(ana_client.get("/circuits/"))
    assert re.search(r"Monday legs retired on", words(ana_client.get("/circuits/own/")))
    form_on(ana_client.get("/circuits/own/"), "Bring it back : Monday legs").send(ana_client)
    assert "Monday legs" in words(ana_client.get("/circuits/"))


def test_sets_count_where_they_are_done_one_after_the_other(ana, ana_client):
    page = press(ana_client, ana_client.get(NEW), "add", add="dead bug", name="Sets", format="straight_sets")
    answer = form_on(page, SAVE).filled({"station-1-sets": "4", "rounds": ""}).send(ana_client)
    assert answer.status_code == 302
    assert (own(ana).format, own(ana).rounds, own(ana).stations.get().sets) == ("straight_sets", 1, 4)


@pytest.mark.parametrize("slug", ["no-such", "%00", "own-1-0"])
def test_what_is_not_there_cannot_be_copied(ana_client, slug):
    assert ana_client.get(f"{NEW}?copy={slug}").status_code == 404

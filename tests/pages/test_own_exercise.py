"""An exercise of one's own: made, copied, changed, retired; what is wrong is said, what is typed is kept."""

import re
from uuid import uuid4

import pytest

from tests.browsing import complaint, facts, form_on, links, notices, soup, words
from tests.factories import NOW, exercise_facts, make_circuit, make_exercise
from workouts import making, owning
from workouts.catalogue import files, loading
from workouts.models import Athlete, Exercise, Station

pytestmark = pytest.mark.django_db

NEW = "/exercises/own/new/"
LEAST = {
    "name": "Shed lunge",
    "category": "legs",
    "level": "2",
    "amount": "8",
    "tempo": "3-1-1-0",
    "leg_fatigue": "low",
}


def fill(client, address=NEW, button="Save exercise", **changes):
    return form_on(client.get(address), button).filled(changes)


def make(client, **changes):
    return fill(client, **{**LEAST, **changes}).send(client)


def own(ana) -> Exercise:
    return ana.own_exercises.get()


def test_a_name_a_category_and_a_dose_are_enough(ana, ana_client):
    answer = make(ana_client)
    page = ana_client.get(answer["Location"])
    assert notices(page) == ["Shed lunge is in your library."]
    assert words(soup(page).h1) == "Shed lunge"
    told = facts(page)
    assert (told["To begin with"], told["Rest after a set"], told["Equipment"]) == (
        "3 × 8",
        "45 s",
        "No equipment",
    )
    assert "You wrote no steps down." in words(page)
    assert "None named, so its sets count for no muscle." in words(page)
    assert "5 s a repetition; 8 make 40 s under tension." in words(page)


def test_all_of_it_can_be_said(ana, ana_client):
    make(
        ana_client,
        aliases="Barn lunge, Loft lunge", sides="one", starts_with="lift", target_rpe="5", loadable="on",
        movement_pattern="lunge", primary_muscles=["quadriceps"], secondary_muscles=["quadriceps", "arms"],
        equipment=["dumbbell", "kettlebell"], needs="any", why_for_runners="For hills.",
        how_to="Step.\n\n  Lower   slowly.", common_mistakes="Haste", caution_flags=["knee"],
        caution="Slowly.",
        easier="split-squat", harder="walking-lunge", impact="low", contacts="1,5",
    )  # fmt: skip
    made = own(ana)
    assert (made.aliases, made.unilateral, made.starts_with) == (["Barn lunge", "Loft lunge"], True, "lift")
    assert (made.how_to, made.common_mistakes) == (["Step.", "Lower slowly."], ["Haste"])
    # What it works most is not among what it also works.
    assert (made.primary_muscles, made.secondary_muscles) == (["quadriceps"], ["arms"])
    assert (made.equipment_options, made.metric) == ([["dumbbell"], ["kettlebell"]], "reps_load")
    assert (made.easier.slug, made.harder.slug, made.contacts_per_rep) == (
        "split-squat",
        "walking-lunge",
        1.5,
    )
    # And what is shown to be changed is what was said.
    again = fill(ana_client, f"/exercises/own/{made.pk}/edit/", "Save changes")
    before = Exercise.objects.filter(pk=made.pk).values().get()
    assert again.send(ana_client).status_code == 302
    after = Exercise.objects.filter(pk=made.pk).values().get()
    assert {**after, "version": 1} == before


@pytest.mark.parametrize(
    "slug", ["a-skip", "pogo-hops", "front-plank", "hip-thrust", "reverse-lunge", "dead-bug"]
)
def test_a_copy_counts_as_what_it_was_copied_from(ana, ana_client, slug):
    source = Exercise.objects.get(slug=slug)
    answer = fill(ana_client, f"{NEW}?copy={slug}").send(ana_client)
    assert answer.status_code == 302, complaint(answer, "name")
    copy = own(ana)
    assert copy.name == f"{source.name} my way"
    but = {"id", "slug", "name", "aliases", "athlete_id", "version", "retired_at", "equipment"}
    told = [{k: v for k, v in vars(each).items() if k not in but and k[0] != "_"} for each in (copy, source)]
    assert told[0] == told[1]
    assert set(copy.equipment) - {"none"} == set(source.equipment) - {"none"}
    assert copy.prescription == source.prescription


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"name": ""}, "name", "Give it a name."),
        ({"name": "Dead bug"}, "name", "There is an exercise called Dead bug already."),
        ({"name": "dead-bugs"}, "name", "There is an exercise called dead-bugs already."),
        ({"name": "Lunge, deep"}, "name", "A name begins with a letter and has letters,"),
        ({"name": "8 steps"}, "name", "A name begins with a letter"),
        ({"name": "A. Squat"}, "name", "A name begins with a letter and has letters,"),
        ({"name": "Squat!"}, "name", "A name begins with a letter and has letters,"),
        ({"name": "Rest"}, "name", "That would be read as a dose, a rest or a tempo"),
        ({"name": "Three rounds"}, "name", "That would be read as a dose, a rest or a tempo"),
        ({"aliases": "Barn lunge, rest"}, "aliases", "rest: That would be read as a dose,"),
        ({"name": "Rest 30 s"}, "name", "That would be read as a dose, a rest or a tempo"),
        ({"category": ""}, "category", "Choose what it belongs to."),
        ({"level": ""}, "level", "Choose how hard it is to do well."),
        ({"leg_fatigue": ""}, "leg_fatigue", "Choose how much it tires the legs."),
        ({"amount": ""}, "amount", "Give a whole number of repetitions, seconds or metres"),
        ({"amount": "501"}, "amount", "Give a whole number of repetitions from 1 to 500."),
        ({"amount": "3601", "measure": "seconds", "tempo": ""}, "amount", "Give a whole number of seconds"),
        ({"sets": "0"}, "sets", "Give a whole number of sets from 1 to 20."),
        ({"rest_s": "-1"}, "rest_s", "Give a whole number of seconds from 0 to 1800."),
        ({"tempo": "slow"}, "tempo", "is not a tempo. Write four numbers of seconds"),
        ({"measure": "seconds"}, "tempo", "Only repetitions have a tempo. Leave it blank."),
        ({"tempo": ""}, "set_s", "Say how long a set takes, or give a tempo"),
        ({"tempo": "", "measure": "metres"}, "set_s", "Say how long a set takes, or give a tempo"),
        ({"tempo": "", "set_s": "soon"}, "set_s", "Give seconds from 1 to 3600, for example 20."),
        ({"contacts": "0"}, "contacts", "Give a number from 0.1 to 20, for example 1."),
        ({"easier": "dead-bug", "harder": "dead-bug"}, "harder", "cannot be the same."),
        ({"how_to": "\n".join("abcdefghijklmnopqrstu")}, "how_to", "Write 20 lines at most; there are 21."),
        ({"aliases": ",".join("abcdefghijk")}, "aliases", "Give 10 names at most; there are 11."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_everything_typed_is_kept(ana, ana_client, changes, field, sentence):
    typed = {**LEAST, "how_to": "Step.", "equipment": ["dumbbell"], **changes}
    answer = fill(ana_client, **typed).send(ana_client)
    assert answer.status_code == 422
    assert sentence in complaint(answer, field)
    kept = form_on(answer, "Save exercise").fields
    kept = {
        name: value.replace("\r", "") if isinstance(value, str) else value for name, value in kept.items()
    }
    assert {name: kept.get(name, "") for name in typed} == {
        name: value if name != "equipment" else kept["equipment"] for name, value in typed.items()
    }
    assert not ana.own_exercises.exists()


def test_sent_twice_it_is_one(ana, ana_client):
    form = fill(ana_client, **LEAST)
    assert form.send(ana_client)["Location"] == form.send(ana_client)["Location"]
    assert (own(ana).reps, own(ana).version) == (8, 1)


def test_sent_again_with_something_else_in_it_nothing_is_overwritten(ana, ana_client):
    """As after Back, to make a second one by the form of the first."""
    form = fill(ana_client, **LEAST)
    form.send(ana_client)
    told = form.filled({"name": "Barn lunge"}).send(ana_client)
    assert told.status_code == 409
    assert "This form has made Shed lunge already. Saving again makes another one." in words(told)
    assert links(told)["Open Shed lunge"] == own(ana).get_absolute_url()
    assert form_on(told, "Save exercise").send(ana_client).status_code == 302
    assert sorted(ana.own_exercises.values_list("name", flat=True)) == ["Barn lunge", "Shed lunge"]


def test_the_key_of_anothers_makes_one_of_ones_own(ana, ben, ana_client, ben_client):
    form = fill(ana_client, **LEAST)
    form.send(ana_client)
    form.send(ben_client)
    assert (ana.own_exercises.count(), ben.own_exercises.count()) == (1, 1)


def test_a_tab_left_open_learns_that_it_is_behind_and_may_still_save(ana, ana_client):
    exercise = make_exercise(ana)
    address = f"/exercises/own/{exercise.pk}/edit/"
    old = fill(ana_client, address, "Save changes", amount="9")
    fill(ana_client, address, "Save changes", amount="12").send(ana_client)

    behind = old.send(ana_client)
    assert behind.status_code == 409
    assert "It was changed in another tab since it was opened here." in words(behind)
    assert own(ana).reps == 12
    assert form_on(behind, "Save changes").fields["amount"] == "9"
    assert form_on(behind, "Save changes").send(ana_client).status_code == 302
    assert own(ana).reps == 9


def change(ana, exercise, **facts):
    exercise.refresh_from_db()
    return making.change_exercise(
        athlete=ana, exercise_id=exercise.pk, seen=exercise.version, facts=exercise_facts(**facts)
    )


def test_what_a_circuit_asks_for_cannot_be_taken_from_it(ana, ana_client):
    exercise = make_exercise(ana, name="Shed lunge")
    circuit = make_circuit(ana, text="2 rounds: shed lunge 8 @3-1-1-0", name="Monday legs")
    address = f"/exercises/own/{exercise.pk}/edit/"
    refused = fill(ana_client, address, "Save changes", measure="seconds", tempo="").send(ana_client)
    assert refused.status_code == 422
    assert complaint(refused, "measure") == (
        "Monday legs asks for Shed lunge as it is no longer done. Shed lunge takes no tempo."
    )
    assert own(ana).reps == 8
    assert ana_client.get(circuit.get_absolute_url()).status_code == 200


def test_the_circuits_that_have_it_follow_in_what_came_from_their_exercises(ana):
    exercise = make_exercise(ana, leg_fatigue="low", target_rpe=5)
    circuit = make_circuit(ana, text="2 rounds: shed lunge 8")
    chosen = make_circuit(ana, text="2 rounds: shed lunge 8", session_class="heavy", target_rpe=(9, 9))
    change(ana, exercise, category="plyometric", level=4, leg_fatigue="high", target_rpe=6)
    for each in (circuit, chosen):
        each.refresh_from_db()
    assert (circuit.session_class, circuit.leg_fatigue, circuit.target_rpe) == ("plyo_high", "high", "6")
    assert (chosen.session_class, chosen.leg_fatigue, chosen.target_rpe) == ("heavy", "high", "9")


def test_a_step_of_its_ladder_that_was_retired_stays_until_another_is_chosen(ana, ana_client):
    harder = make_exercise(ana, name="Barn lunge")
    exercise = make_exercise(ana, harder=harder.slug)
    owning.retire(harder, now=NOW)
    address = f"/exercises/own/{exercise.pk}/edit/"
    fill(ana_client, address, "Save changes", amount="9").send(ana_client)
    exercise.refresh_from_db()
    assert (exercise.reps, exercise.harder) == (9, harder)


def test_one_that_is_retired_keeps_its_name(ana, ana_client):
    owning.retire(make_exercise(ana, name="Shed lunge"), now=NOW)
    assert "There is an exercise called Shed lunge already." in complaint(make(ana_client), "name")


def test_retired_it_leaves_the_list_and_can_be_taken_back(ana, ana_client):
    exercise = make_exercise(ana, name="Shed lunge")
    page = form_on(ana_client.get(exercise.get_absolute_url()), "Retire").send(ana_client)
    shown = ana_client.get(page["Location"])
    assert "You retired this exercise on" in words(shown)
    assert "135 exercises" in words(ana_client.get("/exercises/"))
    listed = words(ana_client.get("/exercises/own/"))
    assert re.search(r"Retired Not offered any more\. .* Shed lunge retired on", listed)

    form_on(shown, "Bring it back").send(ana_client)
    assert "136 exercises" in words(ana_client.get("/exercises/"))


def test_an_account_holds_so_many_and_no_more(ana, ana_client, monkeypatch):
    monkeypatch.setattr(making, "MOST_EXERCISES", 1)
    make(ana_client)
    refused = make(ana_client, name="Barn lunge")
    assert refused.status_code == 422
    assert "One account holds 1 exercises of its own." in words(refused)


def test_the_neighbours_of_a_ladder_are_ones_own_or_the_catalogues(ana, ben, ana_client):
    bens = make_exercise(ben, name="Bens lunge")
    form = fill(ana_client, **LEAST)
    answer = ana_client.post(form.action, {**form.fields, "easier": bens.slug})
    assert answer.status_code == 422
    making.make_exercise(athlete=ana, key=uuid4(), facts=exercise_facts(easier=bens.slug))
    assert own(ana).easier is None


@pytest.mark.parametrize("slug", ["no-such", "%00", "own-1-0"])
def test_what_is_not_there_cannot_be_copied(ana_client, slug):
    assert ana_client.get(f"{NEW}?copy={slug}").status_code == 404


def test_the_catalogue_is_loaded_again_around_it(ana, ana_client):
    exercise = make_exercise(ana)
    circuit = make_circuit(ana, text="1 round: shed lunge 8")
    loading.load(files.read_files(), now=NOW)
    for thing in (exercise, circuit):
        thing.refresh_from_db()
        assert (thing.retired_at, thing.athlete) == (None, Athlete.objects.get())
    assert circuit.stations.count() == 1


def test_an_exercise_that_the_catalogue_counts_otherwise_stands_in_own_circuits_as_usual(ana, ana_client):
    circuit = make_circuit(ana, text="1 round: a-skip 20 m", name="Skips")
    Station.objects.filter(circuit=circuit).update(distance_m=None, reps=20)
    loading.load(files.read_files(), now=NOW)
    assert circuit.stations.get().distance_m == Exercise.objects.get(slug="a-skip").distance_m
    assert ana_client.get(circuit.get_absolute_url()).status_code == 200

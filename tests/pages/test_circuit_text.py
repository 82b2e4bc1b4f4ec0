"""A circuit as text: pasted, shown as it was understood, saved only then; and every circuit as text again."""

import pytest

from tests.browsing import complaint, facts, form_on, soup, words

pytestmark = pytest.mark.django_db

TEXT = "/circuits/own/text/"
SAVE = "Save circuit"


def own(ana):
    return ana.own_circuits.get()


def doses(circuit):
    return [(each.exercise.slug, each.prescription.dose, each.tempo) for each in circuit.stations.all()]


def test_text_is_shown_as_it_was_understood_before_anything_is_saved(ana, ana_client):
    text = "Monday legs:\n3 rounds: reverse lunge 8/side @3-1-1-1, plank 30 s, rest 45"
    page = form_on(ana_client.get(TEXT), "Read it").filled({"text": text}).send(ana_client)
    assert words(soup(page).select_one("pre")) == (
        "3 rounds: Reverse lunge 8/side @3-1-1-1 Forearm plank 30 s Rest 45 s between rounds"
    )
    # 2 × 8 × 6 s and 30 s in each round of three, 45 s twice between: 468 s.
    assert facts(page)["Length"] == "8 min"
    assert not ana.own_circuits.exists()

    form_on(page, SAVE).send(ana_client)
    made = own(ana)
    assert (made.name, made.format, made.rounds, made.rest_between_rounds_s) == (
        "Monday legs",
        "circuit",
        3,
        45,
    )
    assert doses(made) == [("reverse-lunge", "8 each side", "3-1-1-1"), ("front-plank", "30 s", "")]


def test_text_that_is_not_understood_is_told_and_kept(ana_client):
    text = "3 rounds: foo 8, plank 10 reps"
    answer = form_on(ana_client.get(TEXT), "Read it").filled({"text": text}).send(ana_client)
    assert answer.status_code == 422
    told = complaint(answer, "text")
    assert "No exercise is called “foo”." in told
    assert "Forearm plank is not counted in repetitions." in told
    assert form_on(answer, "Read it").fields["text"] == text
    blank = form_on(ana_client.get(TEXT), "Read it").send(ana_client)
    assert "Write or paste a circuit, like this: 3 rounds:" in complaint(blank, "text")


def test_every_circuit_shows_itself_as_text_that_can_be_read(ana, ana_client):
    shown = soup(ana_client.get("/circuits/plyo-starter/")).select_one("pre.as-text").get_text()
    page = form_on(ana_client.get(TEXT), "Read it").filled({"text": shown}).send(ana_client)
    form_on(page, SAVE).filled({"name": "Jumps"}).send(ana_client)
    told = facts(ana_client.get(own(ana).get_absolute_url()))
    source = facts(ana_client.get("/circuits/plyo-starter/"))
    for name in ("Length", "Work and rest", "Foot contacts", "Muscles"):
        assert told[name] == source[name]


def test_a_text_that_is_no_circuit_at_all_is_answered_soon(ana_client):
    text = ",".join(f"word{number}" for number in range(199))
    answer = form_on(ana_client.get(TEXT), "Read it").filled({"text": text}).send(ana_client)
    told = complaint(answer, "text")
    assert told.count("No exercise is called") == 8
    assert told.endswith("And 191 more like these.")
    longer = form_on(ana_client.get(TEXT), "Read it").filled({"text": f"{text},more,yet"}).send(ana_client)
    assert complaint(longer, "text") == "That is more than 200 lines. Paste one circuit only."

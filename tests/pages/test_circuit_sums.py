"""The sums of a circuit in the making, and its form sent with whatever comes to mind."""

import re
from uuid import uuid4

import pytest

from tests.browsing import form_on
from tests.factories import make_circuit
from tests.pages.ledger import cost_of
from tests.pages.test_own_circuit import NEW, SAVE, press, stations
from workouts.models import Exercise

pytestmark = pytest.mark.django_db


def test_the_sums_alone_are_what_htmx_gets(ana, ana_client):
    page = press(ana_client, ana_client.get(NEW), "add", add="dead bug")
    form = form_on(page, SAVE).filled({"rounds": "2"})
    part = ana_client.post(form.action, dict(form.fields), headers={"HX-Request": "true"})
    text = part.content.decode()
    assert "<h1" not in text
    # 2 × 8 × 6 s in each of two rounds, and 45 s between: 237 s.
    assert re.search(r"Length</dt><dd>4 min", text)
    assert "Under tension</dt><dd>3:12 min:s" in text
    assert not ana.own_circuits.exists()


def test_a_form_of_thirty_exercises_costs_no_more_queries_than_one_of_one(ana, ana_client, show):
    names = [each.name for each in Exercise.objects.filter(unilateral=False, seconds=None, athlete=None)[:30]]
    one = make_circuit(ana, text=f"2 rounds: {names[0]}", name="One")
    thirty = make_circuit(ana, text="2 rounds:\n" + "\n".join(names), name="Thirty")
    costs = [cost_of(ana_client, "GET", f"/circuits/own/{each.pk}/edit/") for each in (one, thirty)]
    show(f"form of a circuit: {costs[0].bytes} bytes with one exercise, {costs[1].bytes} with {len(names)}")
    assert len(names) == 30
    assert costs[0].queries == costs[1].queries <= 5
    assert costs[1].bytes <= 60 * 1024


def test_what_is_typed_and_not_added_yet_is_in_no_sum_and_moved_by_no_button(ana_client):
    page = press(ana_client, ana_client.get(NEW), "add", add="dead bug")
    fields = {**form_on(page, SAVE).fields, "add": "plank"}
    part = ana_client.post(NEW, fields, headers={"HX-Request": "true"})
    assert "Front abdominals" in part.content.decode()
    assert re.search(r"Under tension</dt><dd>4:48", part.content.decode())
    moved = ana_client.post(NEW, {**fields, "do": "up-1"})
    assert stations(moved) == ["Dead bug"]
    assert form_on(moved, SAVE).fields["add"] == "plank"


ODD = ["", "0", "-1", "9" * 30, "\x00", "é", "1,2", "<b>", "1e3", "NaN"]


@pytest.mark.parametrize("text", ODD)
def test_no_field_is_too_odd_to_answer(ana, ana_client, text):
    page = press(ana_client, ana_client.get(NEW), "add", add="dead bug", name="Monday legs")
    form = form_on(page, SAVE)
    for name in form.fields.keys() - {"csrfmiddlewaretoken"}:
        answer = ana_client.post(form.action, {**form.fields, "key": uuid4(), name: text})
        assert answer.status_code in (200, 302, 422), name
        part = ana_client.post(form.action, {**form.fields, name: text}, headers={"HX-Request": "true"})
        assert part.status_code == 200, name
    assert Exercise.objects.filter(athlete=ana).count() == 0

"""How a week is planned, as a setting: rules on and off, hours and points of one's own, and the way back."""

import pytest

from logbook.method import ACTING
from tests.browsing import complaint, form_on, links, notices, soup, words
from workouts.catalogue.loading import rules

PAGE, SAVE, BACK = "/settings/plan/", "Save plan settings", "Back to the usual"
FIXED = sorted(name for name, rule in rules().items() if rule.is_fixed)
SWITCHABLE = [name for name, rule in rules().items() if name in ACTING and not rule.is_fixed]
NUMBERS = [(name, number) for name in SWITCHABLE for number in rules()[name].own]


def form_of(client):
    return form_on(client.get(PAGE), SAVE)


def save(client, *, off=(), **typed):
    form = form_of(client)
    on = [each for each in form.fields["on"] if each not in off]
    return form.filled({"on": on, **typed}).send(client)


def kept(athlete):
    athlete.refresh_from_db()
    return athlete.plan_settings


def test_every_rule_that_acts_stands_there_with_a_box_or_with_the_reason_why_not(ana_client):
    page = soup(ana_client.get(PAGE))
    boxes = {box["value"]: box for box in page.select('input[name="on"]')}
    assert list(boxes) == SWITCHABLE
    assert all(box.has_attr("checked") for box in boxes.values())
    for name in SWITCHABLE:
        row = words(page.find(id=name))
        assert rules()[name].explained in row
        assert rules()[name].source in row
    always = words(page.find(id="always-on").find_parent("section"))
    for name in FIXED:
        assert (f"Cannot be switched off. {rules()[name].why_fixed}" in always) == (name in ACTING)


def test_what_is_not_touched_is_stored_as_nothing(ana, ana_client):
    assert save(ana_client)["Location"] == PAGE
    assert kept(ana) == {}


@pytest.mark.parametrize("name", SWITCHABLE)
def test_each_rule_is_switched_off_and_on_again(ana, ana_client, name):
    answer = save(ana_client, off=[name])
    assert kept(ana) == {"off": [name]}
    page = ana_client.get(answer["Location"])
    assert notices(page) == ["Saved. The plan goes by it now."]
    assert name not in form_on(page, SAVE).fields["on"]
    form = form_of(ana_client)
    form.filled({"on": [*form.fields["on"], name]}).send(ana_client)
    assert kept(ana) == {}


@pytest.mark.parametrize("name", FIXED)
def test_what_is_fixed_is_not_switched_off_by_whatever_is_sent(ana, ana_client, name):
    form = form_of(ana_client)
    answer = ana_client.post(
        PAGE, {**form.fields, "asked": [*form.fields["asked"], name], "PLACE-01-min_hours": "36"}
    )
    assert answer.status_code == 422
    told = words(soup(answer).select_one(".summary"))
    assert f"({name}) is always on and cannot be switched off. {rules()[name].why_fixed}" in told
    assert form_on(answer, SAVE).fields["PLACE-01-min_hours"] == "36"
    assert kept(ana) == {}
    ana_client.post(PAGE, {**form.fields, "off": name, f"{name}-hours": "0", f"{name}-weeks": "0"})
    assert kept(ana).get("off", []) == []
    assert name in ana.method(rules()).applied_to(rules())


def test_numbers_are_kept_shown_again_and_blank_is_as_usual(ana, ana_client):
    save(ana_client, **{"PLACE-01-min_hours": "36", "PLACE-06-bonus": "4,5", "points-warn": "20"})
    assert kept(ana) == {
        "numbers": {"PLACE-01": {"min_hours": 36}, "PLACE-06": {"bonus": 4.5}},
        "points": {"warn": 20},
    }
    fields = form_of(ana_client).fields
    assert (fields["PLACE-01-min_hours"], fields["PLACE-06-bonus"]) == ("36", "4.5")
    save(ana_client, **{"PLACE-01-min_hours": " ", "PLACE-06-bonus": "3", "points-warn": ""})
    assert kept(ana) == {}


def test_each_number_has_its_unit_and_the_usual_one_beside_it(ana_client):
    page = soup(ana_client.get(PAGE))
    for name, number in NUMBERS:
        field = page.find(id=f"id_{name}-{number}")
        beside = words(field.find_parent(class_="own-number"))
        settable, usual = rules()[name].own[number], rules()[name].params[number]
        assert f"Usually {settable.told(usual)}." in beside
        assert field["aria-describedby"] == f"id_{name}-{number}_helptext"
        assert name in words(page.find("label", attrs={"for": field["id"]}))


@pytest.mark.parametrize(("name", "number"), NUMBERS)
def test_beyond_its_limits_a_number_is_refused_with_the_reason_and_all_that_was_typed_is_kept(
    ana, ana_client, name, number
):
    settable = rules()[name].own[number]
    field = f"{name}-{number}"
    for bad in (f"{settable.least - 0.5:g}", f"{settable.most + 0.5:g}", "a day", "nan", "1e400"):
        answer = save(ana_client, off=["PLACE-04"], **{field: bad, "points-advise": "4"})
        assert answer.status_code == 422
        told = complaint(answer, field)
        assert f"Give {settable.unit} from {settable.least:g} to {settable.most:g}, or leave it blank" in told
        assert settable.why in told
        fields = form_on(answer, SAVE).fields
        assert (fields[field], fields["points-advise"]) == (bad, "4")
        assert "PLACE-04" not in fields["on"]
    assert kept(ana) == {}


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        (
            "PLACE-05-minimum_hours",
            {"PLACE-05-minimum_hours": "7"},
            "Give at most the 6 hours of “Before any",
        ),
        (
            "PLACE-05-minimum_hours",
            {"PLACE-05-minimum_hours": "", "PLACE-05-preferred_hours": "3"},
            "",
        ),
        (
            "PLACE-10-block_hours",
            {"PLACE-10-block_hours": "30", "PLACE-10-min_hours": "24"},
            "Give at most the 24 hours of “Warned about below”, or set that one higher.",
        ),
        (
            "points-advise",
            {"points-warn": "5", "points-advise": "6"},
            "Give at most the 5 points of “A place",
        ),
    ],
)
def test_two_numbers_that_belong_together_do_not_contradict_each_other(ana, ana_client, field, typed, told):
    answer = save(ana_client, **typed)
    assert answer.status_code == (422 if told else 302)
    if told:
        assert complaint(answer, field).startswith(told)
        assert kept(ana) == {}


def test_a_tab_of_before_an_update_switches_nothing_off_that_it_did_not_show(ana, ana_client):
    save(ana_client, off=["PLACE-04"])
    form = form_of(ana_client)
    asked = [each for each in form.fields["asked"] if each not in ("PLACE-03", "PLACE-04")]
    form.filled({"asked": asked, "on": asked}).send(ana_client)
    assert kept(ana) == {"off": ["PLACE-04"]}


def test_the_same_sent_twice_is_the_same(ana, ana_client):
    form = form_of(ana_client).filled({"on": SWITCHABLE[1:], "PLACE-09-min_hours": "48"})
    for _ in range(2):
        assert form.send(ana_client).status_code == 302
        assert kept(ana) == {"off": [SWITCHABLE[0]], "numbers": {"PLACE-09": {"min_hours": 48}}}


def test_the_way_back_says_what_it_changes_and_changes_it(ana, ana_client):
    assert BACK not in words(ana_client.get(PAGE))
    save(ana_client, off=["PLACE-03"], **{"PLACE-01-min_hours": "36", "points-warn": "20"})
    page = ana_client.get(PAGE)
    told = words(soup(page).find(id="usual").find_parent("section"))
    assert "PLACE-03 acts again: Moderate circuits before quality." in told
    assert "PLACE-01, before a quality run: 24 hours instead of 36." in told
    assert "A place that a rule warns about: 10 points instead of 20." in told
    answer = form_on(page, BACK).send(ana_client)
    assert kept(ana) == {}
    after = ana_client.get(answer["Location"])
    assert notices(after) == ["Every rule acts again, with the usual hours and points."]
    assert BACK not in words(after)


def test_saving_it_leaves_the_other_settings_alone(ana, ana_client):
    ana.theme, ana.wanted_sessions = "dark", 3
    ana.save()
    save(ana_client, off=["PLACE-03"])
    ana.refresh_from_db()
    assert (ana.theme, ana.wanted_sessions) == ("dark", 3)


def test_it_is_one_s_own(ana, ana_client, ben, ben_client):
    save(ana_client, off=["PLACE-03"])
    assert kept(ben) == {}
    assert "PLACE-03" in form_of(ben_client).fields["on"]


def test_the_settings_the_plan_and_the_method_lead_there(ana_client):
    ways = {
        "/settings/": "How your week is planned: which rules act, their hours, what speaks against a place",
        "/plan/": "How your week is planned",
        "/method/": "How your week is planned",
    }
    for page, words_of_link in ways.items():
        assert links(ana_client.get(page))[words_of_link] == PAGE


def test_the_method_says_what_is_switched_off_and_what_is_one_s_own(ana_client):
    assert "Switched off by you." not in words(ana_client.get("/method/"))
    save(ana_client, off=["PLACE-03"], **{"PLACE-01-min_hours": "36", "PLACE-05-preferred_hours": "8"})
    page = soup(ana_client.get("/method/"))
    off = page.find(id="PLACE-03")
    assert "Switched off by you." in words(off)
    assert off.select_one("a")["href"] == f"{PAGE}#PLACE-03"
    heavy = words(page.find(id="PLACE-01"))
    assert "less than 36 hours before a quality run" in heavy
    assert "Set by you. Before a quality run: 36 hours, usually 24." in heavy
    assert "“Leave at least 8 hours after your quality run" in words(page.find(id="PLACE-05"))
    assert "You switched off one of them." in words(page.main)
    others = [each for each in page.select(".method > li[id]") if each["id"] != "PLACE-03"]
    assert not any("Switched off" in words(each) for each in others)

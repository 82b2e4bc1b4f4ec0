"""What the fields about pain make of each answer: a fact, nothing, or a refusal at the field."""

import pytest

from logbook.facts import Pain
from logbook.forms.pain import NO_LEVEL, NO_PLACE, PainFields, initial_of

NO_SIDE = "Choose a side from the list, or leave it blank."
NO_ANSWER = "Choose “No pain” or “Some pain”."


def asked(felt: str = "", level: str = "", place: str = "", side: str = "") -> PainFields:
    return PainFields({"pain_felt": felt, "pain": level, "pain_place": place, "pain_side": side})


@pytest.mark.parametrize(
    ("answers", "pain"),
    [
        ((), None),
        (("none",), Pain(level=0)),
        (("none", "7", "knee", "left"), Pain(level=0)),
        (("none", "11", "moon", "inside"), Pain(level=0)),
        (("some", "4", "knee", "left"), Pain(level=4, place="knee", side="left")),
        (("some", "10", "achilles"), Pain(level=10, place="achilles")),
        (("some", "0", "low_back", "middle"), Pain(level=0, place="low_back", side="middle")),
        # A browser that cannot hide the fields may send them without the first answer.
        (("", "4", "knee"), Pain(level=4, place="knee")),
    ],
)
def test_an_answer_becomes_a_fact(answers, pain):
    form = asked(*answers)
    assert form.is_valid(), form.errors
    assert form.pain_facts == pain


def test_nothing_sent_at_all_is_nobody_asked():
    form = PainFields({})
    assert form.is_valid()
    assert form.pain_facts is None


@pytest.mark.parametrize(
    ("answers", "refusals"),
    [
        (("some",), {"pain": [NO_LEVEL], "pain_place": [NO_PLACE]}),
        (("some", "4"), {"pain_place": [NO_PLACE]}),
        (("some", "0"), {"pain_place": [NO_PLACE]}),
        (("some", "", "knee"), {"pain": [NO_LEVEL]}),
        (("", "4"), {"pain_place": [NO_PLACE]}),
        (("", "", "knee"), {"pain": [NO_LEVEL]}),
        (("some", "11", "knee"), {"pain": [NO_LEVEL]}),
        (("some", "-1", "knee"), {"pain": [NO_LEVEL]}),
        (("some", "4", "moon"), {"pain_place": [NO_PLACE]}),
        (("some", "4", "knee", "inside"), {"pain_side": [NO_SIDE]}),
        (("", "", "", "left"), {"pain": [NO_LEVEL], "pain_place": [NO_PLACE]}),
        (("perhaps",), {"pain_felt": [NO_ANSWER]}),
    ],
)
def test_what_is_missing_or_unknown_is_refused_at_its_field(answers, refusals):
    form = asked(*answers)
    assert not form.is_valid()
    assert form.errors == refusals


@pytest.mark.parametrize(
    "pain",
    [
        None,
        Pain(level=0),
        Pain(level=0, place="knee"),
        Pain(level=4, place="knee", side="left"),
        Pain(level=10, place="elsewhere"),
    ],
)
def test_what_is_stored_comes_back_the_same_when_nothing_is_changed(pain):
    stored = pain and (pain.level, pain.place, pain.side)
    level, place, side = stored or (None, "", "")
    form = PainFields(initial_of(level=level, place=place, side=side))
    assert form.is_valid(), form.errors
    assert form.pain_facts == pain


def test_places_are_offered_from_top_to_bottom_after_a_blank_one():
    choices = list(PainFields()["pain_place"].field.choices)
    assert choices[0] == ("", "Choose a place")
    assert [label for _, label in choices[1:3]] == ["Neck", "Shoulder"]
    assert len(choices) == 23

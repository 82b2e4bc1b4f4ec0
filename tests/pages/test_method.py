"""The method: every rule and every formula, told from what acts on them."""

import pytest

from logbook.method import ACTING, FORMULAS, page
from tests.browsing import soup
from workouts.catalogue.loading import rules


def test_every_rule_stands_there_once_with_its_words_and_its_source(ana_client):
    shown = soup(ana_client.get("/method/"))
    assert [each["id"] for each in shown.select(".method > li[id]")][: len(rules())] == sorted(
        rules(), key=list(rules()).index
    )
    for rule in rules().values():
        item = shown.find(id=rule.id).get_text(" ", strip=True)
        assert rule.explained in item
        assert rule.source in item


def test_a_rule_that_does_not_act_yet_says_so_and_one_that_does_shows_its_message(ana_client):
    shown = soup(ana_client.get("/method/"))
    for rule in rules().values():
        item = shown.find(id=rule.id).get_text(" ", strip=True)
        assert ("Does not act yet." in item) == (rule.id not in ACTING)
        assert ("“" in item) == (rule.id in ACTING)
        assert "{" not in item


def test_what_cannot_be_overruled_says_so(ana_client):
    shown = soup(ana_client.get("/method/"))
    fixed = {name for name in rules() if "Cannot be overruled" in shown.find(id=name).get_text()}
    assert fixed == {"PAIN-01", "PAIN-02", "PAIN-03", "ILL-01", "PLYO-02", "NOVICE-01"}


@pytest.mark.parametrize("module", FORMULAS, ids=lambda module: module.__name__)
def test_a_formula_says_how_it_is_reckoned_in_which_units_and_after_whom(module):
    formula = next(
        each for each in page(rules=rules()).formulas if each.name == module.__doc__.split(".\n")[0]
    )
    assert {"Formula", "Units", "Source", "Limits"} <= set(formula.parts)
    assert all(formula.parts.values())

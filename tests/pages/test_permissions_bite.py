"""The walk over the addresses can fail: each kind of hole, dug on purpose, is reported."""

import pytest
from django.test import override_settings

from tests.pages.matrix import offences, without_rule
from tests.pages.rules import GROUNDS, OWN, Ground, Rule
from tests.pages.walking import patterns

CARELESS = "tests.pages.careless"
BY_NAME = {pattern.name: pattern for pattern in patterns(CARELESS)}


@pytest.fixture
def house(house):
    with override_settings(ROOT_URLCONF=CARELESS):
        yield house


def tried(house, name: str, who: str, rule: Rule | Ground) -> str:
    return "\n".join(offences(BY_NAME[name], who, house, rule))


def test_an_address_without_a_rule_is_reported():
    ruled = {name: Rule() for name in BY_NAME if name not in ("unruled", "")} | OWN
    assert without_rule(list(BY_NAME.values()), ruled, GROUNDS) == [
        "unruled at /careless/unruled/ has no rule: say who may reach it"
    ]


def test_a_page_that_asks_for_no_sign_in_is_reported(house):
    assert "anonymous GET /careless/unlocked/ (everybody's) got 200" in tried(
        house, "unlocked", "anonymous", Rule()
    )


def test_a_page_outside_its_ground_is_reported(house):
    closed = Ground(open_to=frozenset({"staff"}))
    assert "stranger GET /careless/unlocked/ (everybody's) got 200, not [302]" in tried(
        house, "unlocked", "stranger", closed
    )


@pytest.mark.parametrize("who", ["stranger", "staff"])
def test_a_page_that_reads_by_number_alone_is_reported(house, who):
    found = tried(house, "unowned", who, OWN["logbook:run"])
    asked = f"{who} GET /careless/unowned/{house.run.pk}/ (Ana's)"
    assert f"{asked} got 200, not 404" in found
    assert f"{asked} was told what only Ana may read" in found


def test_a_refusal_that_tells_what_exists_is_reported(house):
    found = tried(house, "telling", "stranger", OWN["logbook:run"])
    assert (
        f"/careless/telling/{house.run.pk}/ (Ana's) is answered otherwise than what does not exist" in found
    )


@pytest.mark.parametrize("who", ["owner", "stranger"])
def test_reading_that_writes_is_reported(house, who):
    found = tried(house, "writing-reader", who, Rule(writes=True))
    assert f"{who} changed rows by GET, HEAD, OPTIONS of writing-reader: workouts.Athlete" in found


def test_a_look_at_the_owner_that_comes_too_late_is_reported(house):
    found = tried(house, "late-guard", "stranger", Rule(writes=True, ids=OWN["logbook:run"].ids))
    assert "stranger changed what is Ana's by POST, PUT, PATCH, DELETE of late-guard: logbook.Run" in found


def test_a_page_that_breaks_is_reported_even_to_those_it_is_closed_to(house):
    closed = Ground(open_to=frozenset({"stranger"}))
    assert "stranger GET /careless/broken/ (everybody's) broke with 500" in tried(
        house, "broken", "stranger", closed
    )


def test_an_owner_shut_out_is_reported(house):
    found = tried(house, "logbook:runs", "owner", Rule(reads=False, writes=True))
    assert "owner GET /runs/ (everybody's) got 200, not 405" in found
    assert "owner POST /runs/ (everybody's) got 405, not 302" in found

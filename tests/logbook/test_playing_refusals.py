"""What the player sends is refused with a sentence where it cannot be, and kept from others' accounts."""

import json

import pytest

from logbook.forms.played_set import NO_AMOUNT, NO_IMPLEMENTS, NO_MESSAGE, NO_SUCH_EXERCISE, NO_SUCH_SET
from logbook.models import Session
from tests.logbook.phones import REFUSED, STORED, Phone, rows, start, state

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def phone(ana_client) -> Phone:
    """After-easy-run four: reverse lunge, mountain climber, glute bridge, dead bug, eight a side each."""
    return Phone(ana_client, start(ana_client))


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"left": ""}, NO_AMOUNT),
        ({"left": "many"}, NO_AMOUNT),
        ({"left": -1}, NO_AMOUNT),
        ({"left": "8.5"}, NO_AMOUNT),
        ({"left": "9" * 5000}, NO_AMOUNT),
        ({"left": 501}, "A set has 1 to 500 repetitions."),
        ({"left": "9" * 40}, "A set has 1 to 500 repetitions."),
        ({"left": 8, "right": 501}, "A set has 1 to 500 repetitions."),
        ({"right": "x"}, NO_AMOUNT),
        ({"station": 5}, NO_SUCH_SET),
        ({"station": 0}, NO_SUCH_SET),
        ({"station": "x"}, NO_SUCH_SET),
        ({"station": "9" * 30}, NO_SUCH_SET),
        ({"number": 4}, NO_SUCH_SET),
        ({"number": 0}, NO_SUCH_SET),
        ({"number": ""}, NO_SUCH_SET),
        ({"exercise": "push-up"}, NO_SUCH_EXERCISE),
        ({"exercise": "no-such"}, NO_SUCH_EXERCISE),
        ({"load": "heavy"}, None),
        ({"load": "-5"}, None),
        ({"load": "nan"}, None),
        ({"load": "1e3"}, None),
        ({"load": "501"}, "That is too heavy: an implement has up to 500 kg."),
        ({"load": "9" * 19}, None),
        ({"load": "20", "implements": 3}, NO_IMPLEMENTS),
        ({"load": "20", "implements": 0}, NO_IMPLEMENTS),
        ({"writer": "me"}, NO_MESSAGE),
        ({"revision": -1}, NO_MESSAGE),
        ({"revision": "x"}, NO_MESSAGE),
        ({"revision": 2_000_000}, NO_MESSAGE),
        ({"routine": "ten-minute-minimal"}, "No such routine follows this session."),
        ({"routine": "no-such"}, "No such routine follows this session."),
        ({"routine": "a\x00b"}, "No such routine follows this session."),
    ],
    ids=str,
)
def test_what_is_out_of_reach_is_refused_with_a_sentence_and_nothing_is_stored(phone, said, sentence):
    before = rows(phone.session)
    answer = phone.sends_set(**said)

    assert state(answer) == REFUSED
    why = answer.json()["why"]
    assert why == sentence if sentence else why.endswith(".") and len(why) > 15
    assert rows(phone.session) == before
    assert Session.objects.count() == 1


@pytest.mark.parametrize(
    "said", [{"exercise": "front\x00plank"}, {"load": "1\x002"}, {"over": "x" * 101}, {"exercise": "x" * 81}]
)
def test_nonsense_in_a_text_is_refused_too(phone, said):
    assert state(phone.sends_set(**said)) == REFUSED
    assert not phone.session.sets.done().exists()


def test_seconds_and_metres_have_limits_of_their_own(ana_client):
    phone = Phone(ana_client, start(ana_client, "plyo-starter"))
    assert state(phone.sends_set(2, 1, left=20_000)) == STORED
    assert phone.sends_set(2, 2, left=20_001).json()["why"] == "A set has 1 to 20000 metres."
    held = Phone(ana_client, start(ana_client, "post-run-stretch"))
    assert state(held.sends_set(1, 1, left=3600)) == STORED
    assert held.sends_set(1, 1, left=3601, revision=2).json()["why"] == "A set has 1 to 3600 seconds."


def test_the_athlete_a_message_is_meant_for_has_to_be_signed_in(ana, ben, ana_client, ben_client, phone):
    before = rows(phone.session)
    kept_by_ana = {"athlete": ana.pk, "station": 1, "number": 1, "left": 8}
    for what in ("sets", "completion"):
        # Also of a session that is nobody's: it is refused before anything is looked for.
        for session in (phone.session.pk, 999_999):
            answer = ben_client.post(
                f"/sessions/{session}/{what}/",
                {**kept_by_ana, "minutes": 20},
                headers={"Accept": "application/json"},
            )
            assert (answer.status_code, answer.json()["state"]) == (403, "another")
            assert "waits on this phone" in answer.json()["why"]

    assert rows(phone.session) == before
    assert Session.objects.get().is_open
    assert state(phone.sends_set(athlete=ana.pk)) == STORED


def test_nothing_of_a_refused_message_is_looked_for_in_the_log(
    ana, ben_client, phone, django_assert_num_queries
):
    with django_assert_num_queries(2) as asked:
        ben_client.post(f"/sessions/{phone.session.pk}/sets/", {"athlete": ana.pk})
    assert not any("logbook_" in each["sql"] for each in asked.captured_queries)


def test_a_session_of_somebody_else_is_gone_for_a_script_and_not_found_for_a_form(ben_client, phone):
    before = rows(phone.session)
    for what in ("sets", "completion"):
        address = f"/sessions/{phone.session.pk}/{what}/"
        answer = ben_client.post(
            address, {"station": 1, "number": 1, "left": 8}, headers={"Accept": "application/json"}
        )
        assert (answer.status_code, json.loads(answer.content)["state"]) == (404, "gone")
        assert ben_client.post(address, {"station": 1, "number": 1, "left": 8}).status_code == 404
    assert rows(phone.session) == before


def test_a_phone_that_is_signed_out_is_led_to_sign_in(client, phone):
    answer = client.post(f"/sessions/{phone.session.pk}/sets/", {}, headers={"Accept": "application/json"})

    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/")

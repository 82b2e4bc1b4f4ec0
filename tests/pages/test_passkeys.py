"""Passkeys without a browser: made, used alone and as second step, and every kind of answer that is none."""

import json

import pytest
from allauth.account.utils import user_pk_to_url_str
from django.contrib.sessions.models import Session as BrowserSession
from django.core.cache import cache
from django.test import Client

from tests.browsing import form_on, soup, words
from tests.builders.passkey import Device
from tests.pages.passkeys import confirm, options_on, recovery_codes
from tests.pages.signing import is_signed_in, sign_in

ADD, ALONE, STEP = (
    "/accounts/2fa/webauthn/add/",
    "/accounts/2fa/webauthn/login/",
    "/accounts/2fa/authenticate/",
)
AS_JSON = {"Accept": "application/json"}
REFUSED = "That passkey was not taken."


def add_passkey(client: Client, device: Device, name: str = "Phone"):
    page = confirm(client).get(ADD)
    made = {"credential": json.dumps(device.make(options_on(page))), "name": name}
    return form_on(page, "Add a passkey").filled(made).send(client)


def use_alone(client: Client, device: Device, athlete, **changes):
    options = client.get(ALONE, headers=AS_JSON).json()["request_options"]
    answer = device.answer(options, of=user_pk_to_url_str(athlete).encode()) | changes
    return client.post(ALONE, {"credential": json.dumps(answer), "next": "/runs/"})


@pytest.fixture
def device(ana, client):
    """Ana's, added by her."""
    device = Device()
    sign_in(client, "ana")
    assert add_passkey(client, device)["Location"] == "/accounts/2fa/recovery-codes/"
    return device


def test_a_passkey_signs_in_alone_and_is_noted_as_used(ana, device, client):
    assert len(recovery_codes(client)) == 10
    other = Client()
    answer = use_alone(other, device, ana)
    assert (answer.status_code, answer["Location"]) == (302, "/runs/")
    assert is_signed_in(other)
    assert other.session.get_expiry_age() > 29 * 24 * 60 * 60
    page = words(other.get("/accounts/2fa/"))
    assert "Phone added" in page
    assert "last used" in page


def test_with_a_passkey_the_password_alone_no_longer_signs_in(ana, device):
    other = Client()
    assert sign_in(other, "ana")["Location"] == STEP
    assert not is_signed_in(other)
    answer = device.answer(options_on(other.get(STEP)))
    assert other.post(STEP, {"credential": json.dumps(answer)}).status_code == 302
    assert is_signed_in(other)


def test_another_device_another_site_and_another_number_are_refused(ana, ben, device):
    imposters = [
        Device(number=device.number),
        Device(key=device.key, number=device.number, site="evil.example", origin="https://evil.example"),
        Device(key=device.key, number=device.number, origin="https://evil.example"),
        Device(key=device.key),
    ]
    for imposter in imposters:
        assert use_alone(other := Client(), imposter, ana)["Location"] == "/accounts/login/"
        assert not is_signed_in(other)
    # Ben's number with Ana's key.
    assert use_alone(other := Client(), device, ben)["Location"] == "/accounts/login/"
    assert not is_signed_in(other)


def test_asking_for_a_passkey_over_and_over_comes_to_an_end(db, settings):
    cache.clear()
    settings.MFA_RATE_LIMITS = {"webauthn_login": "3/h/ip"}
    for _ in range(3):
        assert Client().get(ALONE, headers=AS_JSON).status_code == 200
    before = BrowserSession.objects.count()
    answer = Client().get(ALONE, headers=AS_JSON)
    assert answer.status_code == 429
    assert "It takes the next one in 60 minutes." in words(answer)
    assert BrowserSession.objects.count() == before


def test_an_answer_is_taken_once(ana, device):
    other = Client()
    options = other.get(ALONE, headers=AS_JSON).json()["request_options"]
    answer = {"credential": json.dumps(device.answer(options, of=user_pk_to_url_str(ana).encode()))}
    assert other.post(ALONE, answer)["Location"] == "/"
    other.post("/accounts/logout/")
    assert other.post(ALONE, answer)["Location"] == "/accounts/login/"
    assert not is_signed_in(other)


ODD = [
    "",
    "\0",
    "[]",
    "1",
    "null",
    '"x"',
    "{}",
    '{"id": 1}',
    '{"id": "é", "rawId": "é", "type": "public-key", "response": {}}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": []}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "AA"}}',
    json.dumps(
        {"id": "AA", "rawId": "AA", "type": "public-key"}
        | {"response": dict.fromkeys(["clientDataJSON", "attestationObject", "authenticatorData"], "AA")}
    ),
    json.dumps(
        {"id": "AA", "rawId": "AA", "type": "public-key"}
        | {
            "response": dict.fromkeys(["clientDataJSON", "authenticatorData", "signature"], "AA")
            | {"userHandle": "OTk5OTk5OTk5OTk5"}
        }
    ),
    "[" * 20_000,
    "x" * 100_000,
]


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_what_no_passkey_would_send_is_refused_everywhere(ana, device, client, odd):
    page = confirm(client).get(ADD)
    answer = form_on(page, "Add a passkey").filled({"credential": odd}).send(client)
    assert answer.status_code == 200
    assert "No passkey was added" in words(answer)
    assert ana.authenticator_set.filter(type="webauthn").count() == 1
    again = client.post("/accounts/2fa/webauthn/reauthenticate/", {"credential": odd}, follow=True)
    assert REFUSED in words(again) or "did not fit" in words(again)

    other = Client()
    other.get(ALONE, headers=AS_JSON)
    assert other.post(ALONE, {"credential": odd})["Location"] == "/accounts/login/"
    sign_in(other, "ana")
    other.get(STEP)
    assert other.post(STEP, {"credential": odd}).status_code == 200
    assert not is_signed_in(other)


@pytest.mark.parametrize("part", ["clientDataJSON", "authenticatorData", "signature", "userHandle"])
def test_a_true_answer_with_one_part_spoilt_is_refused(ana, device, part):
    other = Client()
    options = other.get(ALONE, headers=AS_JSON).json()["request_options"]
    answer = device.answer(options, of=user_pk_to_url_str(ana).encode())
    for spoilt in (None, 1, [], "", "AA", answer["response"][part][:-4], "é" * 40):
        response = answer["response"] | {part: spoilt}
        sent = {"credential": json.dumps(answer | {"response": response})}
        assert other.post(ALONE, sent)["Location"] == "/accounts/login/"
    assert not is_signed_in(other)


def test_what_no_database_can_hold_is_not_stored_with_a_passkey(ana, client):
    sign_in(client, "ana")
    page = confirm(client).get(ADD)
    made = Device().make(options_on(page)) | {"note": "\0"}
    answer = form_on(page, "Add a passkey").filled({"credential": json.dumps(made)}).send(client)
    assert answer.status_code == 200
    assert not ana.authenticator_set.exists()


def test_a_passkey_is_renamed_and_removed_by_its_owner_alone(ana, ben, device, client, ben_client):
    passkey = ana.authenticator_set.get(type="webauthn")
    edit, remove = (f"/accounts/2fa/webauthn/keys/{passkey.pk}/{act}/" for act in ("edit", "remove"))
    confirm(ben_client)
    assert ben_client.post(edit, {"name": "Ben's"}).status_code == 404
    assert ben_client.post(remove).status_code == 404

    page = client.get(edit)
    assert form_on(page, "Save the name").filled({"name": " "}).send(client).status_code == 200
    form_on(page, "Save the name").filled({"name": "Old phone"}).send(client)
    assert "Old phone added" in words(client.get("/accounts/2fa/"))
    assert words(soup(client.get(remove)).h1) == "Remove Old phone?"
    form_on(client.get(remove), "Remove the passkey").send(client)
    assert not ana.authenticator_set.exists(), "recovery codes go with the last factor"
    assert sign_in(Client(), "ana")["Location"] == "/"


def test_an_account_that_was_switched_off_is_not_let_in_by_its_passkey(ana, device):
    ana.is_active = False
    ana.save()
    assert use_alone(other := Client(), device, ana)["Location"] == "/accounts/inactive/"
    assert not is_signed_in(other)


def test_every_form_of_these_pages_carries_its_token(ana, device, client):
    use_alone(Client(), device, ana)
    sign_in(other := Client(), "ana")
    pages = [other.get(STEP), client.get("/settings/sign-ins/"), Client().get("/accounts/login/")]
    again = ("reauthenticate/", "2fa/reauthenticate/", "2fa/webauthn/reauthenticate/")
    pages += [client.get(path) for path in (ADD, *(f"/accounts/{each}" for each in again))]
    for page in pages:
        forms = soup(page).find_all("form")
        assert forms
        for form in forms:
            assert form.find("input", {"name": "csrfmiddlewaretoken"}), form


def test_without_scripts_the_pages_say_what_a_passkey_needs(ana, device, client):
    sign_in(other := Client(), "ana")
    for page in (confirm(client).get(ADD), other.get(STEP)):
        shown = [
            p for p in soup(page).find_all(attrs={"data-passkey-needs": True}) if not p.has_attr("hidden")
        ]
        assert [words(p) for p in shown] == [
            "A passkey needs JavaScript, which is off or still loading here. An app with codes works without."
        ]
        assert soup(page).find("form", attrs={"data-passkey": True}).has_attr("hidden")

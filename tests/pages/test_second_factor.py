"""A second factor by app: set up, asked for, replaced by a recovery code, removed; and what is refused."""

from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.test import Client

from tests.browsing import form_on, soup, words
from tests.factories import PASSWORD, make_athlete
from tests.pages.passkeys import code_of, confirm, recovery_codes, set_up_app
from tests.pages.signing import is_signed_in, sign_in

ELSEWHERE = {"REMOTE_ADDR": "192.0.2.7"}
WRONG_CODE = "000000"


def second_step(client: Client, code: str):
    return client.post("/accounts/2fa/authenticate/", {"code": code})


def test_an_app_is_set_up_after_the_password_and_asked_for_from_then_on(ana, client):
    sign_in(client, "ana")
    asked = client.get("/accounts/2fa/totp/activate/")
    assert asked["Location"].startswith("/accounts/reauthenticate/?next=")
    secret = set_up_app(client)

    other = Client()
    answer = sign_in(other, "ana", next="/runs/")
    assert answer["Location"] == "/accounts/2fa/authenticate/"
    assert not is_signed_in(other)
    page = other.get(answer["Location"])
    assert "Now type the code that your app shows" in words(page)
    answer = form_on(page, "Sign in").filled({"code": code_of(secret)}).send(other)
    assert (answer.status_code, answer["Location"]) == (302, "/runs/")
    assert is_signed_in(other)
    assert other.session.get_expiry_age() > 29 * 24 * 60 * 60


def test_the_page_holds_the_secret_as_a_square_as_letters_and_as_a_link(ana_client):
    page = soup(confirm(ana_client).get("/accounts/2fa/totp/activate/"))
    secret = page.find("pre").get_text().replace(" ", "")
    assert len(secret) == 32
    link = page.find("a", href=lambda href: href.startswith("otpauth:"))["href"]
    assert link == f"otpauth://totp/ana%20at%20testserver?secret={secret}&issuer=Footfall"
    assert page.find("svg", class_="square").find_all("path")[1]["d"].startswith("M4 4h7v1h-7z")


def test_the_page_opened_twice_shows_one_secret(ana_client):
    pages = [confirm(ana_client).get("/accounts/2fa/totp/activate/") for _ in range(2)]
    assert len({soup(page).find("pre").get_text() for page in pages}) == 1


def test_a_wrong_first_code_turns_nothing_on(ana, ana_client):
    page = confirm(ana_client).get("/accounts/2fa/totp/activate/")
    answer = form_on(page, "Turn it on").filled({"code": WRONG_CODE}).send(ana_client)
    assert "That code was not taken" in words(answer)
    assert soup(answer).find("pre").get_text() == soup(page).find("pre").get_text()
    assert not ana.authenticator_set.exists()


def test_a_code_signs_in_once(ana, client):
    sign_in(client, "ana")
    code = code_of(set_up_app(client))
    first, second = Client(), Client()
    for other in (first, second):
        sign_in(other, "ana")
        second_step(other, code)
    assert is_signed_in(first)
    assert not is_signed_in(second)


def test_a_recovery_code_signs_in_once_and_the_page_counts_those_left(ana, client):
    sign_in(client, "ana")
    set_up_app(client)
    codes = recovery_codes(client)
    assert len(set(codes)) == 10
    first, second = Client(), Client()
    for other in (first, second):
        sign_in(other, "ana")
        answer = second_step(other, codes[3])
    assert is_signed_in(first)
    assert not is_signed_in(second)
    assert "That did not fit" in words(answer)
    assert "9 left" in words(first.get("/accounts/2fa/"))
    assert codes[3] not in recovery_codes(first)


def test_recovery_codes_can_be_kept_as_text_and_made_anew(ana, client):
    sign_in(client, "ana")
    set_up_app(client)
    codes = recovery_codes(client)
    file = client.get("/accounts/2fa/recovery-codes/download/")
    assert file["Content-Disposition"] == 'attachment; filename="footfall-recovery-codes.txt"'
    assert file["Content-Type"].startswith("text/plain")
    assert file.content.decode().split()[-10:] == codes
    form_on(client.get("/accounts/2fa/recovery-codes/generate/"), "Make new ones").send(client)
    assert not set(codes) & set(recovery_codes(client))


def test_looking_at_recovery_codes_notes_nothing(ana, client):
    sign_in(client, "ana")
    set_up_app(client)
    before = list(ana.authenticator_set.order_by("pk").values())
    recovery_codes(client)
    client.get("/accounts/2fa/recovery-codes/download/")
    assert list(ana.authenticator_set.order_by("pk").values()) == before


@pytest.mark.parametrize(
    "path",
    [
        "totp/activate/",
        "totp/deactivate/",
        "webauthn/add/",
        "recovery-codes/",
        "recovery-codes/download/",
        "recovery-codes/generate/",
    ],
)
def test_what_shows_or_changes_a_factor_asks_for_the_password_again(ana, client, path):
    sign_in(client, "ana")
    if path != "totp/activate/":
        set_up_app(client)
    later = client.session
    later["account_authentication_methods"] = []
    later.save()
    for method in (client.get, client.post):
        answer = method(f"/accounts/2fa/{path}")
        if answer.status_code == 405:
            # What only shows something takes no post at all.
            assert method == client.post and path.startswith("recovery-codes/")
            continue
        assert answer["Location"].startswith("/accounts/reauthenticate/?next="), path


def test_the_app_is_removed_and_its_recovery_codes_with_it(ana, client):
    sign_in(client, "ana")
    set_up_app(client)
    form_on(client.get("/accounts/2fa/totp/deactivate/"), "Remove the app").send(client)
    assert not ana.authenticator_set.exists()
    assert sign_in(Client(), "ana")["Location"] == "/"


def test_the_second_factor_guards_the_admin_too(db, client):
    make_athlete("sam", is_staff=True, is_superuser=True)
    sign_in(client, "sam")
    secret = set_up_app(client)
    other = Client()
    answer = other.post("/accounts/login/?next=/admin/", {"login": "sam", "password": PASSWORD})
    assert answer["Location"] == "/accounts/2fa/authenticate/"
    assert other.get("/admin/").status_code == 302
    assert other.get("/admin/login/").status_code == 302
    assert second_step(other, code_of(secret)).status_code == 302
    assert other.get("/admin/").status_code == 200


def test_after_ten_wrong_codes_the_right_one_is_refused_and_the_page_says_until_when(ana, client):
    sign_in(client, "ana")
    secret = set_up_app(client)
    guesser = Client(**ELSEWHERE)
    sign_in(guesser, "ana")
    for _ in range(10):
        assert "That did not fit" in words(second_step(guesser, WRONG_CODE))
    answer = second_step(guesser, code_of(secret))
    assert "Too many wrong tries. The next one is looked at in 60 minutes." in words(answer)
    assert not is_signed_in(guesser)
    # A guesser elsewhere, who even has the password, does not lock the owner out.
    sign_in(other := Client(), "ana")
    assert second_step(other, code_of(secret)).status_code == 302
    assert is_signed_in(other)


def test_codes_guessed_from_everywhere_come_to_an_end_but_not_where_the_owner_signed_in(ana, client):
    sign_in(client, "ana")
    secret = set_up_app(client)
    for network in range(5):
        guesser = Client(REMOTE_ADDR=f"198.51.100.{network}")
        sign_in(guesser, "ana")
        for _ in range(10):
            second_step(guesser, WRONG_CODE)
    last = Client(REMOTE_ADDR="203.0.113.1")
    sign_in(last, "ana")
    assert "in 24 hours" in words(second_step(last, code_of(secret)))
    sign_in(other := Client(), "ana")
    assert second_step(other, code_of(secret)).status_code == 302


@pytest.mark.parametrize("code", ["", "\0", "9" * 5000, "١٢٣٤٥٦", "abc def", "🏃"])
def test_a_code_that_is_none_is_refused_in_words(ana, client, code):
    sign_in(client, "ana")
    set_up_app(client)
    sign_in(other := Client(), "ana")
    answer = second_step(other, code)
    assert answer.status_code == 200
    assert "Not signed in yet" in words(answer)


def test_nobody_reaches_the_second_step_without_the_first(client, db):
    assert client.get("/accounts/2fa/authenticate/")["Location"] == "/accounts/login/"
    assert second_step(client, WRONG_CODE)["Location"] == "/accounts/login/"


def test_the_operator_lets_somebody_in_who_lost_it(ana, client):
    sign_in(client, "ana")
    set_up_app(client)
    told = StringIO()
    call_command("remove_second_factor", "ANA", stdout=told)
    assert "ana signs in with the password alone now." in told.getvalue()
    assert sign_in(Client(), "ana")["Location"] == "/"
    call_command("remove_second_factor", "ana", stdout=told)
    assert "Nothing was changed." in told.getvalue()
    with pytest.raises(CommandError, match="Nobody here is called cleo"):
        call_command("remove_second_factor", "cleo")


def test_the_owner_removes_it_on_the_admin_pages_for_the_chosen_alone(ana, ben, sam_client):
    for each in (ana, ben):
        Client().force_login(each)
        Authenticator.objects.create(user=each, type="totp", data={"secret": "A" * 32})
    chosen = {"action": "remove_second_factor", "_selected_action": [ana.pk]}
    answer = sam_client.post("/admin/workouts/athlete/", chosen, follow=True)
    assert "The password alone signs in again: ana." in words(answer)
    assert not ana.authenticator_set.exists()
    assert ben.authenticator_set.exists()


def test_the_admin_shows_no_secret_of_a_factor_and_no_sign_in(sam_client):
    assert sam_client.get("/admin/mfa/authenticator/").status_code == 404
    assert sam_client.get("/admin/usersessions/usersession/").status_code == 404

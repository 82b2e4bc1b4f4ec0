"""The owner's admin: open to staff alone, accounts alone, and at work under our content policy."""

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.browsing import soup, words
from tests.pages.household import CANARY, told
from tests.pages.inspection import header_faults, inline_faults
from tests.pages.signing import is_signed_in, sign_in
from workouts.models import Athlete

PAGES = (
    "/admin/",
    "/admin/workouts/athlete/",
    "/admin/workouts/athlete/add/",
    "/admin/workouts/athlete/{ana}/change/",
    "/admin/workouts/athlete/{ana}/password/",
    "/admin/workouts/athlete/{ana}/history/",
    "/admin/account/emailaddress/",
    "/admin/account/emailaddress/add/",
    "/admin/password_change/",
)


@pytest.mark.parametrize("address", PAGES)
def test_the_admin_is_open_to_staff_closed_to_athletes_and_asks_others_to_sign_in(house, address):
    path = address.format(ana=house.ana.pk)
    assert house.client_of("staff").get(path).status_code == 200
    assert house.client_of("stranger").get(path, follow=True).status_code == 403
    led_to = house.client_of("anonymous").get(path, follow=True)
    assert led_to.redirect_chain[-1][0].startswith("/accounts/login/?next=")
    assert words(soup(led_to).h1) == "Sign in"


@pytest.mark.parametrize("address", PAGES)
def test_the_admins_pages_work_under_the_content_policy(house, address):
    client = house.client_of("staff")
    answer = client.get(address.format(ana=house.ana.pk))
    faults = [*header_faults(answer), *inline_faults(answer.content)]
    assert not faults
    linked = [tag.get("src") or tag.get("href") for tag in soup(answer).find_all(["script", "link"])]
    assert len(linked) > 3
    for file in linked:
        if file.startswith("/static/"):
            assert finders.find(file.removeprefix("/static/").split("?")[0]), file
        else:
            assert client.get(file)["Content-Type"].startswith("text/javascript"), file


def test_no_page_of_the_admin_shows_or_counts_what_people_log(house):
    client = house.client_of("staff")
    for address in (*PAGES, "/admin/workouts/athlete/{ana}/delete/"):
        answer = client.get(address.format(ana=house.ana.pk))
        assert CANARY.encode() not in told(answer).lower(), address
        assert "logbook" not in answer.content.decode(), address


def test_an_account_is_switched_off_not_deleted(house):
    client, ana = house.client_of("staff"), house.ana
    page = f"/admin/workouts/athlete/{ana.pk}/"
    assert client.post(f"{page}delete/", {"post": "yes"}).status_code == 403
    several = {"action": "delete_selected", "_selected_action": [ana.pk], "post": "yes"}
    client.post("/admin/workouts/athlete/", several)
    assert Athlete.objects.filter(pk=ana.pk).exists()

    hers = house.client_of("owner")
    assert client.post(f"{page}change/", {"username": "ana", "email": "ana@example.org"}).status_code == 302
    ana.refresh_from_db()
    assert not ana.is_active
    assert not is_signed_in(hers)


def test_the_owner_adds_somebody_who_can_then_sign_in(house):
    typed = {"username": "cleo", "usable_password": "true", "password1": "slow-is-fine-9"}
    answer = house.client_of("staff").post(
        "/admin/workouts/athlete/add/", {**typed, "password2": "slow-is-fine-9"}
    )
    assert answer.status_code == 302
    cleo = Athlete.objects.get(username="cleo")
    assert (cleo.is_staff, cleo.is_superuser, cleo.is_owner) == (False, False, False)
    assert sign_in(Client(), "cleo", "slow-is-fine-9").status_code == 302


def test_the_owner_sets_a_password(house):
    path = f"/admin/workouts/athlete/{house.ana.pk}/password/"
    typed = {"usable_password": "true", "password1": "slow-is-fine-9", "password2": "slow-is-fine-9"}
    assert house.client_of("staff").post(path, typed).status_code == 302
    assert sign_in(Client(), "ana", "slow-is-fine-9").status_code == 302


def test_the_admin_signs_nobody_in_past_our_own_page_and_its_limits(house):
    typed = {"username": "sam", "password": "slow-is-smooth-7", "this_is_the_login_form": "1"}
    client = Client()
    assert client.post("/admin/login/", typed)["Location"].startswith("/accounts/login/")
    assert not is_signed_in(client)


def test_nobody_takes_the_rights_of_the_owner_or_their_own_on_the_admin_pages(house):
    house.ana.become_owner()
    house.ana.save()
    staff = house.people["staff"]
    for athlete, fixed in ((house.ana, True), (staff, True), (house.people["stranger"], False)):
        page = soup(house.client_of("staff").get(f"/admin/workouts/athlete/{athlete.pk}/change/"))
        boxes = page.select("[name=is_active], [name=is_staff], [name=is_superuser]")
        assert len(boxes) == (0 if fixed else 3)


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_admins_way_out_is_that_of_everybody(house, method):
    client = house.client_of("staff")
    assert getattr(client, method)("/admin/logout/")["Location"] == "/accounts/logout/"
    assert is_signed_in(client)
    assert "cache" in client.post("/accounts/logout/")["Clear-Site-Data"]

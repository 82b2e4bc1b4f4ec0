"""Every answer carries the headers that keep it private and confined, whatever its status."""

import pytest
from django.test import Client, override_settings

from tests.factories import PASSWORD
from tests.pages.household import told
from tests.pages.inspection import header_faults, inline_faults
from tests.pages.rules import OWN, Rule
from tests.pages.walking import Pattern, patterns

OURS = [pattern for pattern in patterns() if pattern.name in OWN]
ENTRANCE = ["/accounts/login/", "/accounts/signup/", "/accounts/password/reset/", "/accounts/logout/"]
OWN_ACCOUNT = ["/accounts/password/change/", "/accounts/email/", "/accounts/reauthenticate/"]


def paths(pattern: Pattern, rule: Rule, house) -> list[str]:
    filled = rule.ids(house).values() if rule.ids else [None]
    return [pattern.path(dict.fromkeys(pattern.holes, value)) for value in filled]


def checked(answer) -> int:
    """The status of an answer without a fault in its headers, nor in its page."""
    faults = list(header_faults(answer))
    told(answer)  # read to its end, so that a file behind it is closed
    if answer["Content-Type"].startswith("text/html"):
        faults += inline_faults(answer.content)
    assert not faults, f"{answer.request['PATH_INFO']}, {answer.status_code}: {faults}"
    return answer.status_code


@pytest.mark.parametrize("who", ["anonymous", "owner"])
@pytest.mark.parametrize("pattern", OURS, ids=str)
def test_every_address_of_ours_carries_the_headers(house, pattern, who):
    client, rule = house.client_of(who), OWN[pattern.name]
    statuses = set()
    for path in paths(pattern, rule, house):
        statuses |= {checked(client.get(path)), checked(client.post(path, rule.body(house)))}
    if who == "anonymous":
        assert statuses == {302}
    elif rule.ids:
        assert 404 in statuses


@pytest.mark.parametrize("pattern", OURS, ids=str)
def test_a_form_without_its_secret_is_turned_away_with_the_headers(house, pattern):
    client = Client(enforce_csrf_checks=True)
    client.force_login(house.ana)
    for path in paths(pattern, OWN[pattern.name], house):
        assert checked(client.post(path, OWN[pattern.name].body(house))) == 403


@pytest.mark.parametrize("path", [*ENTRANCE, *OWN_ACCOUNT, "/nowhere/"])
@pytest.mark.parametrize("who", ["anonymous", "owner"])
def test_the_pages_of_accounts_carry_the_headers(house, path, who):
    client = house.client_of(who)
    checked(client.get(path))
    checked(client.post(path, {}))
    strict = Client(enforce_csrf_checks=True)
    assert checked(strict.post(path, {})) in (403, 404)


def test_a_form_with_a_mistake_carries_the_headers(house):
    client = house.client_of("owner")
    for path in ("/runs/new/", "/sessions/new/", "/settings/", "/imports/"):
        assert checked(client.post(path, {})) == 422


def test_a_page_that_breaks_carries_the_headers(house):
    with override_settings(ROOT_URLCONF="tests.pages.careless"):
        assert checked(house.client_of("owner").get("/careless/broken/")) == 500
        # The guard at the door comes first.
        assert checked(house.client_of("anonymous").get("/careless/broken/")) == 302


def test_a_host_that_is_not_served_is_told_so_with_the_headers(db):
    assert checked(Client().get("/", headers={"host": "elsewhere.example"})) == 400


def test_an_original_file_is_handed_out_as_nothing_to_open_or_to_keep(house):
    answer = house.client_of("owner").get(f"/runs/{house.run.pk}/file/")
    assert checked(answer) == 200
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment;")


def test_cookies_are_out_of_reach_of_scripts_and_of_other_sites(house):
    client = Client()
    client.get("/accounts/login/")
    # Ana has a second factor, which is asked for before anything else.
    client.post("/accounts/login/", {"login": house.people["stranger"].username, "password": PASSWORD})
    client.post("/settings/", OWN["workouts:settings"].body(house))
    assert {"csrftoken", "sessionid", "theme"} <= client.cookies.keys() <= {
        "csrftoken", "sessionid", "theme", "messages",
    }  # fmt: skip
    for name, cookie in client.cookies.items():
        kept = (bool(cookie["httponly"]), cookie["samesite"], bool(cookie["secure"]), cookie["path"])
        assert kept == (True, "Lax", False, "/"), name


def test_the_look_at_headers_finds_what_is_missing(house):
    answer = house.client_of("owner").get("/")
    assert list(header_faults(answer)) == []
    for name in ("Content-Security-Policy", "Referrer-Policy", "Cache-Control", "X-Frame-Options"):
        kept = answer[name]
        del answer[name]
        assert len(list(header_faults(answer))) == 1, name
        answer[name] = kept
    answer["Content-Security-Policy"] += "; script-src 'unsafe-inline'"
    assert len(list(header_faults(answer))) == 1


@pytest.mark.parametrize(
    "html",
    [
        '<p style="color: red">',
        "<style>p { color: red }</style>",
        "<svg><style>p { color: red }</style></svg>",
        "<script>alert(1)</script>",
        '<button onclick="go()">',
        "<body ONLOAD=go()>",
        '<a href=" JavaScript:go()">',
        '<script src="https://elsewhere.example/x.js">',
        '<img src="//elsewhere.example/x.png">',
    ],
)
def test_the_look_at_a_page_finds_what_is_inline_or_from_elsewhere(html):
    assert len(list(inline_faults(html))) == 1


def test_a_page_of_good_habits_is_left_in_peace():
    page = (
        '<link href="/static/x.css"><script src="/static/x.js"></script><a href="/runs/" class="on">one</a>'
    )
    assert list(inline_faults(page)) == []

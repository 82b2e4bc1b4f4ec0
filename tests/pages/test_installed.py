"""Footfall can be put on a home screen, and a browser finds what it needs for that without signing in."""

import json
import re
import struct
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.browsing import soup, words
from tests.pages.inspection import CONTENT_POLICY, inline_faults

MANIFEST, WORKER, OFFLINE = "/manifest.webmanifest", "/sw.js", "/offline/"


@pytest.fixture
def anybody() -> Client:
    return Client()


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height as the head of the file says them."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


def file_behind(address: str) -> bytes:
    path = finders.find(address.removeprefix("/static/"))
    assert path, f"{address} is named and not there"
    return Path(path).read_bytes()


def policy_of(answer) -> dict[str, str]:
    parts = [part.split(None, 1) for part in answer["Content-Security-Policy"].split(";")]
    return {name: " ".join(value) for name, *value in parts}


def test_the_manifest_names_what_a_phone_needs(anybody, db):
    answer = anybody.get(MANIFEST)
    assert answer["Content-Type"] == "application/manifest+json"
    said = json.loads(answer.content)
    assert (said["name"], said["short_name"]) == ("Footfall: strength for runners", "Footfall")
    assert (said["id"], said["start_url"], said["scope"], said["display"]) == ("/", "/", "/", "standalone")
    assert {said["theme_color"], said["background_color"]} == {"#f5f7f6"}


def test_every_icon_is_there_in_the_size_it_is_said_to_have(anybody, db):
    icons = json.loads(anybody.get(MANIFEST).content)["icons"]
    for icon in icons:
        width, height = size_of(file_behind(icon["src"]))
        assert f"{width}x{height}" == icon["sizes"], icon["src"]
    told = {(icon["sizes"], icon["purpose"]) for icon in icons}
    assert told == {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")}
    assert size_of(file_behind("/static/img/apple-touch-icon.png")) == (180, 180)


def test_the_shortcuts_lead_to_pages_that_are_there(anybody, ana_client):
    shortcuts = json.loads(anybody.get(MANIFEST).content)["shortcuts"]
    assert [each["name"] for each in shortcuts] == ["Log a session", "Add a run"]
    assert {ana_client.get(each["url"]).status_code for each in shortcuts} == {200}


@pytest.mark.parametrize("page", ["/accounts/login/", "/offline/", "/nowhere/"])
def test_every_page_names_the_manifest_the_icon_and_the_colours_of_both_themes(anybody, ana, page):
    head = soup(anybody.get(page)).head
    assert head.find("link", rel="manifest")["href"] == MANIFEST
    assert head.find("link", rel="apple-touch-icon")["href"] == "/static/img/apple-touch-icon.png"
    colours = {meta["media"]: meta["content"] for meta in head.find_all("meta", {"name": "theme-color"})}
    assert colours == {"(prefers-color-scheme: light)": "#f5f7f6", "(prefers-color-scheme: dark)": "#0f1214"}


@pytest.mark.parametrize(("theme", "colour"), [("light", "#f5f7f6"), ("dark", "#0f1214")])
def test_a_theme_that_was_chosen_names_its_colour_alone(ana, ana_client, theme, colour):
    ana.theme = theme
    ana.save()
    (meta,) = soup(ana_client.get("/")).head.find_all("meta", {"name": "theme-color"})
    assert meta["content"] == colour
    assert not meta.has_attr("media")


def test_the_colours_round_a_page_are_those_of_its_paper():
    tokens = Path(finders.find("css/tokens.css")).read_text(encoding="utf-8")
    assert set(re.findall(r"--paper: (#\w+);", tokens)) == {"#f5f7f6", "#0f1214"}


def test_the_worker_answers_at_the_root_and_is_asked_about_each_time(anybody, db):
    answer = anybody.get(WORKER)
    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer["Cache-Control"] == "no-cache"
    assert answer["X-Content-Type-Options"] == "nosniff"
    text = answer.content.decode()
    assert re.match(r'self\.VERSION = "[0-9a-f]{12}";\n', text)
    assert "import" not in text


def test_the_worker_is_another_as_soon_as_a_file_of_the_offline_page_is(anybody, db, settings, tmp_path):
    before = anybody.get(WORKER).content
    assert anybody.get(WORKER).content == before
    # Its files under other names, as after an update.
    settings.STATIC_URL = "/static/newer/"
    assert anybody.get(WORKER).content != before


@pytest.mark.parametrize("path", [MANIFEST, WORKER, OFFLINE])
def test_the_content_policy_lets_worker_and_manifest_in_by_its_default_alone(anybody, db, path):
    """Neither worker-src nor manifest-src is named: both fall back to default-src, our own origin."""
    assert policy_of(anybody.get(path)) == CONTENT_POLICY


@pytest.mark.parametrize("path", [MANIFEST, WORKER, OFFLINE])
def test_what_a_browser_keeps_is_the_same_for_everybody(anybody, ana_client, path):
    assert anybody.get(path).content == ana_client.get(path).content
    assert anybody.get(path).cookies == {}


def test_the_offline_page_says_what_works_and_asks_for_nothing_else(anybody, db):
    answer = anybody.get(OFFLINE)
    assert "A session you opened on this phone before plays to its end." in words(answer)
    assert "Its sets wait on this phone" in words(answer)
    assert list(inline_faults(answer.content)) == []


def test_every_page_of_somebody_says_whose_it_is_and_where_the_rest_lies(ana, ana_client, anybody):
    script = soup(ana_client.get("/")).find("script", src="/static/js/waiting.js")
    assert script["data-athlete"] == str(ana.pk)
    assert file_behind(script["data-next"])
    signed_out = soup(anybody.get("/accounts/login/")).find("script", src="/static/js/waiting.js")
    assert signed_out["data-athlete"] == ""


def test_who_sends_is_told_of_oneself_alone(ana, ben, ana_client, ben_client):
    for athlete, client in ((ana, ana_client), (ben, ben_client)):
        answer = client.get("/sessions/sender/", {"athlete": ana.pk})
        assert answer.json().keys() == {"athlete", "token"}
        assert answer.json()["athlete"] == str(athlete.pk)


def test_the_secret_that_is_told_is_one_to_send_with(ana):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ana)
    token = client.get("/sessions/sender/").json()["token"]
    where = "/settings/calendar/address/"
    assert client.post(where).status_code == 403
    assert client.post(where, headers={"X-CSRFToken": token}).status_code == 302


def test_nobody_signed_in_is_led_to_the_sign_in(anybody, db):
    answer = anybody.get("/sessions/sender/")
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/?next=/sessions/sender/")

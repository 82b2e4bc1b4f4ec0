"""Figures on pages: the sheet that moves one, the map of muscles, and what one's own exercises do without."""

import pytest
from bs4 import BeautifulSoup

from tests.factories import make_exercise
from workouts import drawings, figure_sheets

pytestmark = pytest.mark.django_db


def soup_of(client, path):
    return BeautifulSoup(client.get(path).content, "html.parser")


def test_the_sheet_of_a_figure_may_be_kept_for_good_since_its_name_is_its_content(ana_client):
    figure = drawings.figure("dead-bug")
    answer = ana_client.get(f"/figures/{figure.sheet_name}.css")
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]
    assert answer.content.decode() == figure.moving.sheet


def test_one_sheet_moves_several_figures_each_by_rules_of_its_own(ana_client):
    slugs = ["dead-bug", "front-plank", "split-squat"]
    sheet = figure_sheets.sheet_of(slugs)
    assert sheet.name.startswith("dead-bug_split-squat-"), "a plank is only held"
    answer = ana_client.get(f"/figures/{sheet.name}.css")
    assert answer.content.decode() == sheet.text
    alone = [drawings.figure(slug).moving.sheet for slug in slugs]
    assert sheet.text == "".join(alone)
    assert figure_sheets.sheet_of(["dead-bug"]).name == drawings.figure("dead-bug").sheet_name
    assert figure_sheets.sheet_of(["front-plank"]) is None


def twice(slug: str) -> str:
    """As somebody might ask who wants an answer of any length."""
    sheet = drawings.figure(slug).moving.sheet
    return f"{slug}_{slug}-{drawings.digest_of(sheet * 2)}"


@pytest.mark.parametrize(
    "name",
    [
        "dead-bug-000000000000",
        "dead-bug_split-squat-000000000000",
        "dead-bug",
        "front-plank-",
        "nothing-000000000000",
        "_-000000000000",
        twice("dead-bug"),
    ],
)
def test_a_sheet_of_another_content_is_not_there(ana_client, name):
    assert ana_client.get(f"/figures/{name}.css").status_code == 404


@pytest.mark.parametrize(
    ("slug", "speed"),
    [
        ("split-squat", "At true speed: lower 3 s, pause 1 s, lift 1 s."),
        ("front-plank", "Held: only the breath moves."),
        ("walking-lunge", "Step by step, the ground going back."),
        ("pogo-hops", "Over and over, on the spot."),
    ],
)
def test_beside_what_moves_stands_how_it_moves(ana_client, slug, speed):
    page = soup_of(ana_client, f"/exercises/{slug}/")
    assert page.select(".motion figcaption")[-1].find(string=True, recursive=False).strip() == speed


def test_what_is_only_held_asks_for_no_sheet(ana_client):
    page = soup_of(ana_client, "/exercises/front-plank/")
    assert page.select_one(".moving")
    assert page.select("link[href^='/figures/']") == []


def test_the_page_of_an_exercise_shows_its_muscles_on_the_body(ana_client):
    page = soup_of(ana_client, "/exercises/split-squat/")
    assert {each["id"] for each in page.select(".musclemap .m4")} == {
        f"mm-{view}-{side}" for view in ("front-quads", "back-glute_max") for side in "lr"
    }
    assert page.select_one("#mm-back-glute_max-l title").text == "Glutes"


def test_the_page_of_a_circuit_shows_each_station_and_what_all_of_it_covers(ana_client):
    page = soup_of(ana_client, "/circuits/after-easy-run-four/")
    assert len(page.select(".stations .pictured svg.fig")) == 4
    # Three rounds of four, among them nine sets for the deep core.
    assert "mm-front-abs-l" in {each["id"] for each in page.select(".musclemap .m4")}


def test_an_exercise_of_ones_own_does_without_a_figure(ana, ana_client):
    own = make_exercise(ana, name="Shed lunge")
    page = soup_of(ana_client, own.get_absolute_url())
    assert page.select(".motion") == []
    assert page.select_one("h1").text == "Shed lunge"


def test_a_row_of_the_session_form_shows_its_exercise(ana_client):
    page = soup_of(ana_client, "/sessions/new/?circuit=after-easy-run-four")
    assert len(page.select(".doing > .move > svg.fig")) == 4


def test_the_sheet_of_all_figures_shows_each_on_paper_and_in_the_dark(sam_client):
    page = soup_of(sam_client, "/figures/")
    assert len(page.select(".contact-sheet > li")) == 135
    assert len(page.select(".in-dark use")) == 135

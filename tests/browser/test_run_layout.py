"""The page of a run and the list as they are laid out: on a phone, on a desk, on paper, in forced colours."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page

from logbook.models import ImportBatch, IncomingFile
from tests.factories import NOW, make_run, make_session
from tests.logbook.recordings import even_track, lap, recorded_run
from workouts.models import Athlete
from workouts.vocabulary import RunKind

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# A4 at 96 pixels an inch, less the margins that the style sheet asks for.
A4_PX = 725


@pytest.fixture
def page(desk):
    """The page of a long run with all there is, its kind guessed and its laps meant."""
    desk.sign_in()
    athlete = Athlete.objects.get()
    laps = [lap(0, intensity="warmup"), *(lap(n, intensity="interval") for n in (1, 2, 3))]
    said = {"kind_because": "The laps say so.", "avg_hr": 145, "ascent_m": 1314.0, "moving_s": 8003.0}
    run = recorded_run(athlete, even_track(km=20.2), laps=laps, kind=RunKind.LONG, said=said)
    make_session(athlete, started_at=run.started_at + timedelta(hours=3))
    make_run(athlete, started_at=NOW - timedelta(days=2))
    desk.go(run.get_absolute_url())
    return desk.page


def wide(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})


def tops(page: Page, *selectors: str) -> list[int]:
    return [round(page.locator(selector).first.bounding_box()["y"]) for selector in selectors]


def test_a_phone_reads_from_the_numbers_over_strength_to_the_file(page):
    wide(page, 390)
    order = [".bignums", ".lede", ".run-strength", ".strips", ".run-tables", ".run-file", ".export"]
    assert tops(page, *order) == sorted(tops(page, *order))
    assert page.locator(".edit-here").is_visible()


def test_a_desk_has_strength_beside_the_tables_and_the_route_beside_the_numbers(page):
    wide(page, 1280)
    strength, tables = tops(page, ".run-strength", ".run-tables")
    assert strength == tables
    route, lede, strips = tops(page, ".route", ".lede", ".strips")
    assert route < lede < strips
    assert not page.locator(".edit-here").is_visible()


def test_the_big_numbers_stand_in_lines_of_even_length(page):
    for width, lines in ((1280, 1), (768, 2)):
        wide(page, width)
        lefts = page.locator(".bignums dd").evaluate_all(
            "all => all.map(each => each.getBoundingClientRect().top)"
        )
        found = {round(top) for top in lefts}
        assert (len(lefts), len(found)) == (6, lines), width
        assert {sum(round(top) == line for top in lefts) for line in found} == {6 // lines}


def test_the_words_on_the_route_never_shrink(page):
    for width in (320, 720, 768, 1000, 1280):
        wide(page, width)
        heights = page.locator(".route text").evaluate_all("all => all.map(each => each.getBBox().height)")
        drawn = page.locator(".route text").evaluate_all(
            "all => all.map(each => each.getBoundingClientRect().height)"
        )
        assert len(drawn) == 2
        assert min(drawn) >= 12 and drawn == pytest.approx(heights, abs=1), width


def test_on_the_narrowest_phone_no_table_is_cut(page):
    wide(page, 320)
    page.locator(".folded summary").click()
    for name in ("Splits", "Laps"):
        table = page.get_by_role("region", name=name)
        assert table.evaluate("box => box.scrollWidth <= box.clientWidth"), name


def test_what_is_tapped_is_large_enough(page):
    for width, least in ((1280, 24), (390, 44)):
        wide(page, width)
        for target in page.locator(".kinds button, .rate-it").all():
            assert target.bounding_box()["height"] >= least, width


def test_paper_has_the_columns_of_a_desk_and_no_controls(page):
    page.emulate_media(media="print")
    wide(page, A4_PX)
    strength, tables = tops(page, ".run-strength", ".run-tables")
    assert strength == tables
    for gone in (".kind", ".rate-it", ".offered", ".export", ".btnrow", ".neighbours", ".run-file .link"):
        assert page.locator(gone).count() > 0
        assert not any(each.is_visible() for each in page.locator(gone).all()), gone
    # The mark stands over the left edge of what is printed, and what is folded is printed too.
    lefts = [page.locator(selector).bounding_box()["x"] for selector in (".brand svg", "h1")]
    assert lefts[0] == lefts[1]
    assert page.locator(".splits tbody tr").first.bounding_box()["height"] > 0


def test_a_list_on_paper_asks_for_nothing_and_keeps_its_columns(page):
    batch = ImportBatch.objects.create(athlete=Athlete.objects.get(), received_at=NOW)
    IncomingFile.objects.create(batch=batch, position=0, name="a.fit")
    page.goto("/runs/")
    assert page.locator(".notice").is_visible()
    page.emulate_media(media="print")
    wide(page, A4_PX)
    when, what = tops(page, ".runs .when", ".runs .what")
    assert abs(when - what) < 10
    assert not page.locator(".btnrow").is_visible()
    assert not page.locator(".notice").is_visible()


def test_forced_colours_reach_into_the_drawings(page):
    page.emulate_media(forced_colors="active", color_scheme="dark")
    text = page.locator("h1").evaluate("each => getComputedStyle(each).color")
    page.locator(".folded summary").click()
    for selector, name in ((".strip .ln-run", "stroke"), (".route .ln-run", "stroke"), (".b-run", "fill")):
        drawn = page.locator(selector).first.evaluate(f"each => getComputedStyle(each).{name}")
        assert drawn == text, selector


def test_a_day_of_the_strip_is_pressed_and_not_tabbed_to(page):
    page.goto("/runs/")
    link = page.locator(".days a").first
    box = link.bounding_box()
    assert box["width"] >= 24 and box["height"] >= 59
    where = link.get_attribute("href")
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 3)
    page.wait_for_url(f"**{where}")

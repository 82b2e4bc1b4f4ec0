"""What a page says about pain: every word as agreed, the band of the level, and the fields tied to it."""

from html import unescape
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string

from logbook.forms.pain import NO_LEVEL, NO_PLACE, PainFields
from workouts.catalogue.loading import safety, safety_told

SOME = {"pain_felt": "some", "pain": "4", "pain_place": "knee", "pain_side": "left"}


def on_form(data: dict[str, str] | None = None, *, with_hops: bool = False) -> BeautifulSoup:
    context = {"form": PainFields(data), "safety_told": safety_told(with_hops=with_hops)}
    return BeautifulSoup(render_to_string("logbook/_pain.html", context), "html.parser")


def on_page(level: int, place: str = "", side: str = "", *, with_hops: bool = False) -> BeautifulSoup:
    session = SimpleNamespace(pain=level, pain_place=place, pain_side=side)
    context = {"session": session, "safety_told": safety_told(with_hops=with_hops)}
    return BeautifulSoup(render_to_string("logbook/_pain_told.html", context), "html.parser")


def texts(part: BeautifulSoup, tags: str) -> list[str]:
    return [unescape(tag.get_text(strip=True)) for tag in part.select(tags)]


BOTH = pytest.mark.parametrize(
    "draw", [lambda: on_form(SOME), lambda: on_page(4, "knee", "left")], ids=["form", "page"]
)


def test_the_form_tells_each_band_with_the_levels_it_is_shown_for():
    bands = on_form().select(".pain-bands > .pain-band")
    assert [band["data-levels"] for band in bands] == ["0 1 2 3", "4 5", "6 7 8 9 10"]
    told = [texts(band, "p") for band in bands]
    assert told == [[band.label, band.message] for band in safety().pain_scale.bands]


def test_after_hops_the_green_band_ends_at_2_and_the_note_says_so():
    form = on_form(with_hops=True)
    bands = form.select(".pain-bands > .pain-band")
    assert [band["data-levels"] for band in bands] == ["0 1 2", "3 4 5", "6 7 8 9 10"]
    assert safety().pain_scale.stricter_note in texts(form, "p")
    assert safety().pain_scale.stricter_note not in texts(on_form(), "p")


@BOTH
def test_every_sign_is_told_with_what_to_do_and_the_number_set(draw, settings):
    part = draw()
    flags = [flag.told(emergency=settings.EMERGENCY_NUMBER) for flag in safety().red_flags]
    asked_and_told = zip(texts(part, ".signs dt"), texts(part, ".signs dd"), strict=True)
    assert sorted(asked_and_told) == sorted((flag.ask, flag.message) for flag in flags)
    assert texts(part, ".signs h2") == ["Emergency", "Urgent", "Soon"]
    assert texts(part, ".signs dd")[2] == "Call 999 now."


def test_another_number_takes_the_place_of_the_uk_s(settings):
    settings.EMERGENCY_NUMBER = "112"
    form = on_form()
    assert texts(form, ".signs dd")[2] == "Call 112 now."
    assert "999" not in form.get_text()


@BOTH
def test_soreness_and_the_limits_of_all_this_are_told_too(draw):
    said = texts(draw(), "p")
    assert safety().pain_scale.soreness_note in said
    assert said[-1] == safety().disclaimers["short"]


def test_the_level_is_asked_in_the_agreed_words_and_points_to_what_it_means():
    form = on_form()
    scale = form.select_one("fieldset:has(.levels)")
    assert texts(scale, "legend") == [safety().pain_scale.question]
    assert texts(scale, "label") == [str(level) for level in range(11)]
    told = form.find(id=scale["aria-describedby"])
    assert told["role"] == "status"
    assert told.select(".pain-band")


def test_a_refusal_stands_at_its_field_and_is_tied_to_it():
    form = on_form({"pain_felt": "some"})
    scale, place = form.select_one("fieldset:has(.levels)"), form.select_one("select[name=pain_place]")
    assert scale["aria-describedby"].split() == ["id_pain_error", "pain-bands"]
    assert texts(form, "#id_pain_error") == [NO_LEVEL]
    assert (place["aria-invalid"], place["aria-describedby"]) == ("true", "id_pain_place_error")
    assert texts(form, "#id_pain_place_error") == [NO_PLACE]


def test_what_was_chosen_is_still_chosen():
    form = on_form(SOME)
    assert [tag["id"] for tag in form.select("[checked]")] == ["id_pain_felt_1", "id_pain_4"]
    assert texts(form, "option[selected]") == ["Knee", "Left"]


def test_only_what_may_stay_blank_is_marked():
    marked = [label.get_text(" ", strip=True) for label in on_form().select("legend, .field > label")]
    assert marked == ["Pain (optional)", safety().pain_scale.question, "Where", "Side (optional)"]


@pytest.mark.parametrize(
    ("pain", "heading", "band"),
    [
        ((2, "achilles", "both"), "Pain 2 of 10, Achilles tendon, both sides", "green"),
        ((0, "knee", ""), "Pain 0 of 10, knee", "green"),
        ((4, "knee", "left"), "Pain 4 of 10, left knee", "amber"),
        ((6, "", "right"), "Pain 6 of 10, right", "red"),
        ((10, "", ""), "Pain 10 of 10", "red"),
    ],
)
def test_a_session_s_page_says_its_pain_in_words_and_what_it_means(pain, heading, band):
    page = on_page(*pain)
    assert texts(page, ".pain-told > h2") == [heading]
    assert [told["class"][-1] for told in page.select(".pain-band")] == [band]
    assert page.select_one(".signs").has_attr("open") is (band == "red")


def test_after_hops_a_3_is_amber_on_the_session_s_page():
    page = on_page(3, "shin", with_hops=True)
    assert [told["class"][-1] for told in page.select(".pain-band")] == ["amber"]
    assert safety().pain_scale.stricter_note in texts(page, "p")


def test_no_pain_is_said_and_nothing_else():
    assert on_page(0).get_text(strip=True) == "No pain"

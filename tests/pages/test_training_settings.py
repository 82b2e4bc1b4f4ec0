"""What the athlete trains with: stored as named, seen by nobody else, blank until then."""

from datetime import date

import pytest

from tests.browsing import complaint, form_on, links, words

SAVE = "Save settings"
PAGE = "/settings/training/"


def test_all_of_it_is_blank_until_it_is_named_and_shown_again_after(ana, ana_client):
    assert (ana.equipment, ana.caution_flags, ana.experience, ana.lifting_since) == ([], [], "", None)
    answer = ana_client.post(
        PAGE,
        {
            "equipment": ["mini_band", "step"],
            "experience": "beginner",
            "lifting_since": "2026-03-01",
            "caution_flags": ["knee"],
        },
    )
    assert answer["Location"] == PAGE
    ana.refresh_from_db()
    assert (ana.equipment, ana.caution_flags) == (["mini_band", "step"], ["knee"])
    assert (ana.experience, ana.lifting_since) == ("beginner", date(2026, 3, 1))
    shown = form_on(ana_client.get(PAGE), SAVE)
    assert shown.fields["lifting_since"] == "2026-03-01"


def test_saving_it_leaves_the_other_settings_alone(ana, ana_client):
    ana.theme, ana.time_zone = "dark", "Europe/Berlin"
    ana.save()
    form_on(ana_client.get(PAGE), SAVE).send(ana_client)
    ana.refresh_from_db()
    assert (ana.theme, ana.time_zone) == ("dark", "Europe/Berlin")


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("2999-01-01", "Give a day from 1940 to today, or leave it blank."),
        ("1900-01-01", "Give a day from 1940 to today, or leave it blank."),
        ("last spring", "Give the day as year-month-day, for example 2026-03-01."),
    ],
)
def test_a_day_out_of_reach_is_refused_at_its_field(ana, ana_client, since, said):
    answer = ana_client.post(PAGE, {"lifting_since": since, "equipment": ["mini_band"]})
    assert answer.status_code == 422
    assert said in complaint(answer, "lifting_since")
    ana.refresh_from_db()
    assert ana.equipment == []


def test_a_sign_that_needs_help_now_is_no_setting(ana, ana_client):
    for sign in ("dvt", "bone_stress"):
        assert ana_client.post(PAGE, {"caution_flags": sign}).status_code == 422


@pytest.mark.parametrize("name", ["equipment", "caution_flags", "experience"])
def test_what_is_no_choice_is_refused(ana, ana_client, name):
    assert ana_client.post(PAGE, {name: "rocket"}).status_code == 422
    ana.refresh_from_db()
    assert getattr(ana, name) in ([], "")


def test_the_settings_lead_there(ana_client):
    there = links(ana_client.get("/settings/"))
    assert there["What you train with: equipment, experience, what calls for care"] == PAGE
    assert "Nobody else can see it." in words(ana_client.get(PAGE))

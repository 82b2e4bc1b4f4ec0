"""An athlete's own note and video about an exercise: theirs alone, opened elsewhere, gone when blank."""

import pytest

from tests.browsing import complaint, form_on, notices, soup, words
from workouts.models import ExerciseNote

SAVE = "Save note"
PAGE, FORM = "/exercises/dead-bug/", "/exercises/dead-bug/note/"


def save(client, **changes):
    return form_on(client.get(FORM), SAVE).filled(changes).send(client)


def test_it_stands_on_the_page_of_the_exercise_and_can_be_changed(ana_client):
    answer = save(ana_client, note="Left side first.", video_url="https://example.org/dead-bug")
    assert answer["Location"] == PAGE
    page = ana_client.get(PAGE)
    assert "Left side first." in words(page)
    link = soup(page).select_one('a[href="https://example.org/dead-bug"]')
    assert (link["rel"], link["target"]) == (["noopener", "noreferrer", "nofollow"], "_blank")

    save(ana_client, note="Right side first.", video_url="")
    assert "Left side first." not in words(ana_client.get(PAGE))
    assert ExerciseNote.objects.count() == 1


def test_nobody_else_sees_it(ana_client, ben_client):
    save(ana_client, note="Mine.")
    assert "Mine." not in words(ben_client.get(PAGE))
    assert form_on(ben_client.get(FORM), SAVE).fields["note"] == ""
    save(ben_client, note="Also mine.")
    assert "Mine." in words(ana_client.get(PAGE))
    assert "Also mine." not in words(ana_client.get(PAGE))


def test_nothing_of_another_site_is_embedded(ana_client):
    save(ana_client, video_url="https://www.youtube.com/watch?v=1")
    assert not soup(ana_client.get(PAGE)).select("iframe, video, embed, object, img[src*=youtube]")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "ftp://example.org/v", "not an address", "https://"]
)
def test_what_is_no_address_of_a_page_is_refused_and_kept(ana_client, address):
    answer = save(ana_client, note="Kept.", video_url=address)
    assert answer.status_code == 422
    assert complaint(answer, "video_url") == "Give a whole address, for example https://example.org/video."
    assert form_on(answer, SAVE).fields["note"] == "Kept."
    assert not ExerciseNote.objects.exists()


def test_saved_twice_it_is_one(ana_client):
    form = form_on(ana_client.get(FORM), SAVE).filled({"note": "Once."})
    form.send(ana_client)
    form.send(ana_client)
    assert ExerciseNote.objects.get().note == "Once."


def test_saved_blank_it_is_gone(ana_client):
    assert notices(ana_client.get(save(ana_client, note="")["Location"])) == ["Note removed."]
    save(ana_client, note="For now.")
    save(ana_client, note="", video_url="")
    assert not ExerciseNote.objects.exists()


def test_an_exercise_that_is_not_there_has_no_note(ana_client):
    assert ana_client.get("/exercises/no-such/note/").status_code == 404

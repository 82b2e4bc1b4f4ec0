"""The kind of a run stands on its page with its reason, and one tap changes it."""

import pytest

from tests.browsing import notices, soup, words
from tests.factories import make_run
from workouts.vocabulary import RunKind

pytestmark = pytest.mark.usefixtures("clock")

GUESSED = "Nothing in the file says otherwise."


@pytest.fixture
def run(ana):
    run = make_run(ana)
    run.kind_because = GUESSED
    run.save()
    return run


def kinds_offered(page) -> list[str]:
    return [button["value"] for button in soup(page).select(".kinds button")]


def test_a_guess_stands_there_with_its_reason(ana_client, run):
    page = ana_client.get(run.get_absolute_url())

    assert words(soup(page).select_one(".lede")) == "Easy run: nothing in the file says otherwise."
    assert "otherwise. Not right? Recovery Strides" in words(page)
    assert soup(page).select_one(".kind details") is None


def test_the_verdict_is_its_first_reason_and_the_rest_stands_below_in_small(ana_client, run):
    run.kind_because = f"{GUESSED} Its length is not judged yet: that takes five earlier runs."
    run.save()
    page = soup(ana_client.get(run.get_absolute_url()))

    lede = page.select_one(".lede")
    assert words(lede) == "Easy run: nothing in the file says otherwise."
    assert words(lede.find_next_sibling("p")) == "Its length is not judged yet: that takes five earlier runs."


def test_every_other_kind_of_running_is_one_tap_away(ana_client, run):
    page = ana_client.get(run.get_absolute_url())

    running = [kind for kind in RunKind if kind not in (RunKind.EASY, RunKind.CROSS_TRAINING)]
    assert kinds_offered(page) == running


def test_a_tap_is_the_athlete_s_word(ana_client, run):
    form = soup(ana_client.get(run.get_absolute_url())).select_one(".kinds")
    answer = ana_client.post(form["action"], {"kind": form.select("button")[4]["value"]}, follow=True)

    run.refresh_from_db()
    assert (run.kind, run.kind_because) == (RunKind.TEMPO, "")
    assert notices(answer) == ["Now tempo run. No later import changes it."]
    assert "Tempo run, as you said. Change the kind" in words(answer)


@pytest.mark.parametrize("sport", ["cycling", "swimming", "walking"])
def test_what_is_known_to_be_no_run_says_how_it_counts(ana, ana_client, sport):
    run = make_run(ana, kind=RunKind.CROSS_TRAINING)
    run.sport, run.kind_because = sport, f"The file says {sport}."
    run.save()
    page = ana_client.get(run.get_absolute_url())

    told = f"{sport.capitalize()}: the file says {sport}. It counts towards load, not as running."
    assert told in words(page)
    assert kinds_offered(page) == []


@pytest.mark.parametrize("sport", ["running", "generic"])
def test_what_may_have_been_a_run_can_become_one(ana, ana_client, sport):
    run = make_run(ana, kind=RunKind.CROSS_TRAINING)
    run.sport = sport
    run.save()

    assert "easy" in kinds_offered(ana_client.get(run.get_absolute_url()))

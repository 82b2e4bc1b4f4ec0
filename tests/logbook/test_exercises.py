"""The list of exercises: searched, filtered, counted and sorted, every state an address of its own."""

from datetime import timedelta

import pytest

from tests.browsing import form_on, links, soup, words
from tests.factories import NOW, make_session
from workouts.models import Exercise

pytestmark = pytest.mark.usefixtures("clock")
LIST = "/exercises/"


def names(response) -> list[str]:
    return [words(heading) for heading in soup(response).select(".lib :is(h3, h4)")]


def count_of(response, choice: str) -> int:
    return int(words(soup(response).find(id=f"n-{choice}")))


def test_all_of_them_stand_by_category(ana_client):
    page = ana_client.get(LIST)
    assert len(names(page)) == 135
    assert [words(shelf) for shelf in soup(page).select(".shelf")] == [
        "Core 16", "Glutes and hips 19", "Legs 27", "Calf, foot and ankle 16", "Plyometric 12",
        "Upper body and posture 10", "Post-run stretch 14", "Dynamic warm-up 12", "Recovery routine 9",
    ]  # fmt: skip


def test_a_search_puts_the_best_match_first_and_stays_in_its_field(ana_client):
    page = form_on(ana_client.get(LIST), "Show 135").filled({"q": "side planck"}).send(ana_client)
    assert names(page)[0] == "Side plank"
    assert soup(page).find(id="q")["value"] == "side planck"


def test_filters_of_one_kind_add_up_and_kinds_narrow(ana_client):
    one = names(ana_client.get(f"{LIST}?muscle=soleus"))
    two = names(ana_client.get(f"{LIST}?muscle=soleus&muscle=hip_flexors"))
    both = names(ana_client.get(f"{LIST}?muscle=soleus&level=1"))
    assert set(both) < set(one) < set(two)


def test_every_count_is_what_that_choice_alone_would_leave(ana_client):
    page = ana_client.get(f"{LIST}?q=calf&level=1&level=3")
    assert count_of(page, "level-3") == len(names(ana_client.get(f"{LIST}?q=calf&level=3")))
    with_step = names(ana_client.get(f"{LIST}?q=calf&level=1&level=3&kit=dumbbell"))
    assert count_of(page, "kit-dumbbell") == len(with_step)


def test_what_i_own_is_asked_of_the_settings(ana, ana_client):
    without = names(ana_client.get(f"{LIST}?own=on"))
    ana.equipment = ["mini_band"]
    ana.save()
    with_band = ana_client.get(f"{LIST}?own=on")
    assert set(names(with_band)) - set(without) >= {"Lateral band walk", "Monster walk"}
    assert count_of(with_band, "own") == len(names(with_band))
    assert "Goblet squat" not in names(with_band)


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [("name", "90-90 hip switch", "World"), ("level", "A-march", "Skater squat")],
)
def test_sorted_by_name_or_level(ana_client, sort, first, last):
    found = names(ana_client.get(f"{LIST}?sort={sort}"))
    assert found[0] == first
    if sort == "name":
        assert found == sorted(found, key=str.casefold)
    else:
        assert found[-1] == last


def test_sorted_by_how_recently_it_was_done_says_when(ana, ana_client, ben):
    make_session(ana, circuit="core-for-runners", started_at=NOW - timedelta(days=9))
    make_session(ana, circuit="ten-minute-minimal", started_at=NOW - timedelta(days=2))
    make_session(ben, circuit="gym-heavy-a")
    page = ana_client.get(f"{LIST}?sort=recent")
    days = [words(meta).rpartition("last ")[2] for meta in soup(page).select(".lib .meta:last-child")]
    assert set(days[:4]) == {"27 Jul 2026"}
    assert "20 Jul 2026" in days[4:12]
    assert not any("29 Jul" in day for day in days)


def test_where_nothing_fits_it_says_which_filter_to_clear(ana_client):
    page = ana_client.get(f"{LIST}?q=plank&kit=barbell&level=5")
    text = words(soup(page).select_one(".empty"))
    assert text.startswith("No exercise fits all of this: “plank”, barbell, Expert.")
    way_out = links(page)["Equipment"]
    assert names(ana_client.get(way_out)) == ["Copenhagen plank"]
    assert links(page)["Show all 135 exercises"] == LIST


def test_what_no_filter_knows_is_left_out(ana_client):
    for query in ("muscle=tail", "level=9", "sort=random", "q=%00", "kit=%00", "q=" + "x" * 5000, "page=9"):
        assert ana_client.get(f"{LIST}?{query}").status_code == 200
    assert len(names(ana_client.get(f"{LIST}?muscle=tail&sort=random"))) == 135


def test_what_was_typed_is_shown_as_text(ana_client):
    page = ana_client.get(f"{LIST}?q=%3Cscript%3Ealert(1)%3C/script%3E")
    assert b"<script>alert" not in page.content


def test_htmx_is_answered_with_the_list_and_the_counts_alone(ana_client):
    part = ana_client.get(f"{LIST}?q=calf&sort=&own=", headers={"HX-Request": "true"})
    page = ana_client.get(f"{LIST}?q=calf&own=on")
    assert soup(part).find("h1") is None
    assert names(part) == names(page)
    assert part["HX-Replace-Url"] == f"{LIST}?q=calf&own=on"
    assert "HX-Request" in part["Vary"]
    assert count_of(part, "muscle-soleus") == count_of(page, "muscle-soleus")
    # Brought back from the browser's history it is a whole page.
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert soup(ana_client.get(LIST, headers=headers)).find("h1")


def test_once_the_sign_in_has_ended_htmx_leads_the_whole_page_there(client):
    part = client.get(f"{LIST}?q=calf", headers={"HX-Request": "true"})
    assert (part.status_code, part.content) == (200, b"")
    assert part["HX-Redirect"] == "/accounts/login/?next=/exercises/%3Fq%3Dcalf"


def test_a_choice_that_no_exercise_has_is_shown_as_chosen(ana_client):
    page = soup(ana_client.get(f"{LIST}?muscle=tibialis_posterior"))
    assert page.find(id="muscle-tibialis_posterior").has_attr("checked")
    assert "Inner shin" in words(page.select_one(".empty"))


class TestOneExercise:
    def test_the_last_ten_times_stand_on_its_page_the_latest_first(self, ana, ana_client):
        for days in range(12):
            make_session(ana, circuit="ten-minute-minimal", started_at=NOW - timedelta(days=days))
        slug = ana.sessions.first().sets.all()[0].exercise.slug
        rows = soup(ana_client.get(f"{LIST}{slug}/")).select(".results tbody tr")
        assert len(rows) == 10
        assert words(rows[0].th) == "29 Jul 2026"
        assert rows[0].a["href"] == ana.sessions.latest_first()[0].get_absolute_url()

    def test_one_never_done_has_none(self, ana_client):
        assert not soup(ana_client.get(f"{LIST}goblet-squat/")).select(".results")

    def test_somebody_elses_are_not_there(self, ben, ana_client):
        session = make_session(ben)
        slug = session.sets.all()[0].exercise.slug
        assert not soup(ana_client.get(f"{LIST}{slug}/")).select(".results")

    def test_the_best_set_makes_the_bar(self, ana, ana_client):
        session = make_session(ana, started_at=NOW - timedelta(days=1))
        row = session.sets.all()[0]
        session.sets.filter(exercise=row.exercise).update(done_reps=4)
        make_session(ana)
        cells = [
            (words(tr.select("td")[1]), tr.rect["width"])
            for tr in soup(ana_client.get(f"{LIST}{row.exercise.slug}/")).select(".results tbody tr")
        ]
        assert cells == [("8", "100.0"), ("4", "50.0")]

    def test_care_is_called_for_where_it_meets_what_the_athlete_named(self, ana, ana_client):
        told = "Take care: you named current low-back pain."
        assert told not in words(ana_client.get(f"{LIST}dead-bug/"))
        ana.caution_flags = ["low_back", "neck"]
        ana.save()
        assert told in words(ana_client.get(f"{LIST}dead-bug/"))
        assert "Take care: you named" not in words(ana_client.get(f"{LIST}tibialis-raise/"))


def test_every_exercise_can_be_found_by_its_name(ana_client):
    for exercise in Exercise.objects.all()[:20]:
        assert names(ana_client.get(LIST, {"q": exercise.name}))[0] == exercise.name

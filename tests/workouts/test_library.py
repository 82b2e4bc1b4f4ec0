"""The library: an exercise with all there is to know, circuits with the handbook's minutes."""

import pytest

from tests.browsing import facts, links, soup, words
from tests.factories import NOW
from workouts import circuits, library
from workouts.models import Circuit, Exercise

pytestmark = pytest.mark.django_db


def test_an_exercise_s_page_shows_steps_mistakes_care_dose_and_neighbours(ana_client):
    page = ana_client.get("/exercises/dead-bug/")
    exercise = Exercise.objects.get(slug="dead-bug")

    steps = [words(step) for step in soup(page).select("ol.steps li")]
    assert steps == exercise.how_to
    text = words(page)
    for mistake in exercise.common_mistakes:
        assert mistake in text
    assert "Take care with Current low-back pain" in text
    assert exercise.caution in text
    told = facts(page)
    assert (told["To begin with"], told["Rest after a set"]) == ("3 × 8 each side", "30 s")
    assert (told["Effort to aim for"], told["Equipment"]) == ("7 of 10, very hard", "Mat")
    assert told["Most"] == "Deep core (transverse abdominis), Front abdominals"
    # 3-1-2-0 is 6 s.
    assert "6 s a repetition; 8 make 48 s under tension on each side." in text
    assert [words(rung) for rung in soup(page).select("ol.rows.ends > li")] == [
        "Dead bug heel tap", "Dead bug you are here", "Hollow hold",
    ]  # fmt: skip
    there = links(page)
    assert there["Dead bug heel tap"] == "/exercises/dead-bug-heel-tap/"
    assert there["Hollow hold"] == "/exercises/hollow-hold/"
    assert there["After-easy-run four"] == "/circuits/after-easy-run-four/"


def test_every_exercise_and_circuit_has_a_page_with_its_name(ana_client):
    for thing in [*Exercise.objects.all(), *Circuit.objects.all()]:
        page = ana_client.get(thing.get_absolute_url())
        assert page.status_code == 200, thing.slug
        assert words(soup(page).main.h1) == thing.name


@pytest.mark.parametrize(
    ("slug", "minutes", "work", "tension", "contacts"),
    [
        ("after-easy-run-four", "22 min, 3 rounds", None, "18:24", None),
        # The warm-up is in the handbook's 19 and 41, and in no second of work and rest.
        ("plyo-starter", "19 min, 6 of them warm-up", "12:28", None, "92"),
        ("gym-heavy-a", "41 min, 8 of them warm-up", "32:33", "12:48", None),
        ("ten-minute-minimal", "10 min, 2 rounds", None, "8:32", None),
        ("recovery-routine", "18 min", None, None, None),
    ],
)
def test_a_circuit_s_page_shows_the_handbook_s_times(ana_client, slug, minutes, work, tension, contacts):
    told = facts(ana_client.get(f"/circuits/{slug}/"))

    assert (told["Length"], told.get("Foot contacts")) == (minutes, contacts)
    clocks = [
        told[label].split()[0] if label in told else None for label in ("Work and rest", "Under tension")
    ]
    assert clocks == [work, tension]


def test_a_circuit_s_page_lists_its_stations_in_order_with_dose_and_rest(ana_client):
    page = ana_client.get("/circuits/after-easy-run-four/")

    stations = [words(station.h3) for station in soup(page).select(".stations > li")]
    assert stations == [
        "Reverse lunge to knee drive",
        "Slow mountain climber",
        "Single-leg glute bridge",
        "Dead bug",
    ]
    assert words(soup(page).select_one(".dose")) == "8 each side 10 s to the next"
    assert facts(page)["Effort to aim for"] == "5 to 7 of 10"
    assert "Easier, 2 rounds" in words(page)
    assert links(page)["Post-run stretch"] == "/circuits/post-run-stretch/"
    assert links(page)["Log this circuit"] == "/sessions/new/?circuit=after-easy-run-four"


def test_variants_the_circuit_names_win_and_the_ladders_give_the_rest(ana_client):
    own = words(soup(ana_client.get("/circuits/after-easy-run-four/")))
    assert "Short, 2 rounds Same four movements, two rounds." in own
    assert "One step" not in own
    straight = words(soup(ana_client.get("/circuits/gym-heavy-a/")))
    assert "Short One set less of each, in" in straight
    for slug in ("plyo-starter", "race-week-primer", "calf-foot-return-2"):
        assert "One step" not in words(soup(ana_client.get(f"/circuits/{slug}/")))
    by_ladder = words(soup(ana_client.get("/circuits/glute-hip-strength/")))
    assert "Easier, 3 rounds One step down the ladder where there is one, each at its own dose." in by_ladder
    assert "Short, 2 rounds The same movements in" in by_ladder
    assert "Other ways through" not in words(soup(ana_client.get("/circuits/post-run-stretch/")))


def test_a_circuit_s_page_draws_its_time_and_counts_its_hard_sets(ana_client):
    page = soup(ana_client.get("/circuits/after-easy-run-four/"))
    assert [words(each) for each in page.select(".timeline text")] == [
        "0:00 , round 1", "7:23 , round 2", "14:46 , round 3", "21:24",
    ]  # fmt: skip
    # Three rounds of four sided stations: a block for each side of each set.
    assert len(page.select(".timeline rect")) == 24
    rows = {words(row.th): words(row.td) for row in page.select(".muscle-sets tbody tr")}
    assert rows["Glutes"] == "6"


def test_a_circuit_s_page_names_its_muscles_the_most_worked_first(ana_client):
    told = facts(ana_client.get("/circuits/after-easy-run-four/"))["Muscles"]
    assert told == "Deep core, Hip flexors, Glutes, Front abdominals, Quads"


def test_after_a_stretch_no_further_stretch_follows(ana_client):
    assert "Then" not in [
        words(h) for h in soup(ana_client.get("/circuits/post-run-stretch/")).find_all("h2")
    ]


def test_the_list_of_circuits_has_all_22_with_the_front_door_first(ana_client):
    rows = soup(ana_client.get("/circuits/")).select(".rows > li")

    assert len(rows) == 22
    assert words(rows[0]).startswith("After-easy-run four")
    assert words(rows[0]).endswith("22 min")


def test_retired_ones_leave_the_lists_and_keep_their_pages(ana, ana_client):
    Exercise.objects.filter(slug="dead-bug").update(retired_at=NOW)
    Circuit.objects.filter(slug="leg-strength").update(retired_at=NOW)

    assert "dead-bug" not in {each.slug for each in library.names(athlete=ana)}
    assert "134 exercises" in words(ana_client.get("/exercises/"))
    assert "Leg strength" not in words(ana_client.get("/circuits/"))
    assert "leg-strength" not in dict(circuits.names(athlete=ana))
    assert "This exercise has left the library." in words(ana_client.get("/exercises/dead-bug/"))
    page = ana_client.get("/circuits/leg-strength/")
    assert "This circuit has left the library." in words(page)
    assert "Log this circuit" not in words(page)


@pytest.mark.parametrize(
    "url", ["/exercises/no-such/", "/circuits/no-such/", "/exercises/dead_bug/", "/circuits/UP/"]
)
def test_what_the_catalogue_has_not_is_not_found(ana_client, url):
    assert ana_client.get(url).status_code == 404


def test_without_a_catalogue_the_front_door_is_missing_and_the_first_page_is_not(ana_client):
    Circuit.objects.update(retired_at=NOW)

    assert circuits.front_door() is None
    assert ana_client.get("/").status_code == 200


def test_every_ladder_holds_its_exercise_once_and_goes_from_the_easiest_up(ana):
    levels = dict(Exercise.objects.values_list("slug", "level"))
    for exercise in Exercise.objects.all():
        rungs = library.exercise_page(slug=exercise.slug, athlete=ana).ladder
        slugs = [rung.address.split("/")[2] for rung in rungs]
        assert len(slugs) == len(set(slugs))
        if rungs:
            assert [rung.exercise_id for rung in rungs if rung.is_here] == [exercise.pk]
            assert levels[slugs[0]] <= levels[slugs[-1]]


def test_two_steps_that_lead_to_each_other_make_no_endless_ladder(ana):
    first, second = Exercise.objects.filter(slug__in=("dead-bug", "hollow-hold")).order_by("slug")
    Exercise.objects.filter(pk=first.pk).update(easier=second, harder=second)
    Exercise.objects.filter(pk=second.pk).update(easier=first, harder=first)
    assert len(library.exercise_page(slug=first.slug, athlete=ana).ladder) == 2

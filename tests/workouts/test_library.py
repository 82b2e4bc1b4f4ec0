"""The library: exercises found by any of their words, circuits with the handbook's minutes."""

import pytest

from tests.browsing import facts, form_on, links, soup, words
from tests.factories import NOW
from workouts import circuits, library
from workouts.models import Circuit, Exercise
from workouts.vocabulary import CATEGORIES, EQUIPMENT

pytestmark = pytest.mark.django_db


def found(query: str, category: str = "") -> list[str]:
    page = library.shelves(query=query, category=category)
    slugs = [row.exercise.slug for shelf in page.shelves for row in shelf.rows]
    assert len(slugs) == page.found
    return slugs


def test_all_135_stand_on_nine_shelves_in_the_order_of_the_vocabulary():
    page = library.shelves()

    assert (page.found, page.total) == (135, 135)
    assert [shelf.slug for shelf in page.shelves] == list(CATEGORIES)
    assert [len(shelf.rows) for shelf in page.shelves] == [16, 19, 27, 16, 12, 10, 14, 12, 9]


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("dead bug", "dead-bug"),
        ("DEAD BUG", "dead-bug"),
        ("  dead   bug ", "dead-bug"),
        ("bug dead", "dead-bug"),
        ("sit-to-stand", "sit-to-stand"),
        ("sit to stand", "sit-to-stand"),
        ("single-leg", "single-leg-glute-bridge"),
        ("single leg", "single-leg-glute-bridge"),
        ("gluteus medius", "clamshell"),
        ("soleus", "bent-knee-calf-raise"),
        ("kettlebell", "kettlebell-deadlift"),
        ("foam roller", "foam-roll-calves"),
        ("calf foot", "tibialis-raise"),
        ("dynamic warm-up", "leg-swing-front-back"),
    ],
)
def test_a_search_finds_by_name_muscle_equipment_and_category_whatever_the_case_order_and_dashes(query, slug):
    assert slug in found(query)


def test_every_word_has_to_fit():
    both = set(found("glutes band"))

    assert both
    assert both == set(found("glutes")) & set(found("band"))
    assert len(both) < len(set(found("glutes")))


def test_every_exercise_is_found_by_its_own_name_with_and_without_dashes():
    for exercise in Exercise.objects.all():
        assert exercise.slug in found(exercise.name)
        assert exercise.slug in found(exercise.name.replace("-", " "))


@pytest.mark.parametrize("slug", [slug for slug in EQUIPMENT if slug not in ("none", "wall", "step")])
def test_equipment_finds_all_that_need_it(slug):
    needing = {e.slug for e in Exercise.objects.all() if slug in e.equipment}

    assert needing <= set(found(EQUIPMENT[slug]))


def test_a_category_narrows_alone_and_with_words():
    assert len(found("", "stretch")) == 14
    narrowed = found("calf", "stretch")
    assert narrowed
    assert set(narrowed) == set(found("calf")) & set(found("", "stretch"))


@pytest.mark.parametrize("query", ["zzz", "dead bug zzz", "%", "'; --", "🦵", "\\", "a" * 100])
def test_what_fits_nothing_finds_nothing(query):
    assert found(query) == []


def test_the_page_says_how_many_were_found_and_keeps_the_words(ana_client):
    page = (
        form_on(ana_client.get("/exercises/"), "Find")
        .filled({"q": "side hip", "category": "glutes_hips"})
        .send(ana_client)
    )

    count = library.shelves(query="side hip", category="glutes_hips").found
    assert f"{count} of 135 exercises" in words(page)
    assert form_on(page, "Find").fields == {"q": "side hip", "category": "glutes_hips"}
    assert links(page)["Clear"] == "/exercises/"


def test_the_page_tells_when_nothing_fits(ana_client):
    page = ana_client.get("/exercises/?q=%3Cscript%3Ealert(1)%3C/script%3E")

    assert "No exercise fits all of these." in words(page)
    assert b"<script>alert" not in page.content


@pytest.mark.parametrize(
    "query", ["q=&category=nonsense", "q=%00", "category=%00", "q=" + "x" * 5000, "page=9"]
)
def test_an_odd_address_still_gets_a_page(ana_client, query):
    assert ana_client.get(f"/exercises/?{query}").status_code == 200


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


def test_after_a_stretch_no_further_stretch_follows(ana_client):
    assert "Then" not in [
        words(h) for h in soup(ana_client.get("/circuits/post-run-stretch/")).find_all("h2")
    ]


def test_the_list_of_circuits_has_all_22_with_the_front_door_first(ana_client):
    rows = soup(ana_client.get("/circuits/")).select(".rows > li")

    assert len(rows) == 22
    assert words(rows[0]).startswith("After-easy-run four")
    assert words(rows[0]).endswith("22 min")


def test_retired_ones_leave_the_lists_and_keep_their_pages(ana_client):
    Exercise.objects.filter(slug="dead-bug").update(retired_at=NOW)
    Circuit.objects.filter(slug="leg-strength").update(retired_at=NOW)

    assert "dead-bug" not in found("dead bug")
    assert library.shelves().total == 134
    assert "leg-strength" not in [row.circuit.slug for shelf in circuits.by_use() for row in shelf.rows]
    assert "leg-strength" not in dict(circuits.names())
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

"""The page of a session: its numbers with their units, the run, and the times around it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from logbook.facts import Prescribed
from logbook.sets.done import Measure, SetDone
from logbook.sets.station import StationDone, StationPlan
from logbook.stations import movement_of
from tests.browsing import fact, facts, form_on, links, soup, words
from tests.factories import NOW, as_planned, make_run, make_session
from workouts import circuits
from workouts.models import Exercise

pytestmark = pytest.mark.usefixtures("clock")


def page_of(client, session):
    response = client.get(session.get_absolute_url())
    assert response.status_code == 200
    return response


def with_weights(circuit: str, **of_each) -> list[StationDone]:
    """As planned, with those weights wherever the exercise takes one."""
    return [
        replace(
            station,
            sets=tuple(replace(each, **of_each) if each.movement.loadable else each for each in station.sets),
        )
        for station in as_planned(circuits.to_do(slug=circuit))
    ]


def test_a_circuit_as_planned_shows_its_seconds_under_tension(ana, ana_client):
    page = page_of(ana_client, make_session(ana, effort=5))

    # 3 × (96 + 80 + 96 + 96) s = 1 104 s
    assert facts(page) == {
        "minutes": "22", "effort, hard": "5", "load, 22 min × 5": "110", "under tension, min:s": "18:24",
    }  # fmt: skip
    assert "Effort 5 for 22 min." in words(page)


def test_an_effort_nobody_gave_is_marked_as_assumed_and_can_be_given(ana, ana_client):
    session = make_session(ana)
    page = page_of(ana_client, session)

    assert facts(page)["load, 22 min × 6 (assumed)"] == "132"
    assert "Effort assumed 6, the middle of the circuit's 5 to 7." in words(page)
    assert links(page)["Rate it"] == f"{session.get_absolute_url()}edit/"


def test_jumps_are_counted_and_are_under_no_tension(ana, ana_client):
    numbers = facts(page_of(ana_client, make_session(ana, circuit="plyo-starter")))

    assert numbers["foot contacts"] == "92"
    assert not [label for label in numbers if "tension" in label or "weight" in label]


@pytest.mark.parametrize(("unit", "told"), [("kg", "576 kg"), ("lb", "1 270 lb")])
def test_tonnage_is_repetitions_by_weight_of_both_sides_and_both_hands(ana, ana_client, unit, told):
    ana.weight_unit = unit
    ana.save()
    session = make_session(ana, stations=with_weights("after-easy-run-four", load_kg=6.0, implements=2))

    # The lunge alone takes a weight: 3 × 8 × 2 sides × 2 × 6 kg = 576 kg
    assert facts(page_of(ana_client, session))["reps × weight, both sides"] == told


def test_a_stretch_shows_no_number_that_does_not_apply(ana, ana_client):
    page = page_of(ana_client, make_session(ana, circuit="post-run-stretch", minutes=8))

    assert list(facts(page)) == ["minutes", "load, 8 min × 2.5 (assumed)"]
    assert "Hard sets" not in words(page)


def test_nothing_done_at_all_has_no_tension_rather_than_0(ana, ana_client):
    nothing = [replace(each, sets=(None,) * len(each.sets)) for each in as_planned(front_door())]
    page = page_of(ana_client, make_session(ana, stations=nothing))

    assert words(page).count("left out") == 4
    assert list(facts(page)) == ["minutes", "load, 22 min × 6 (assumed)"]
    assert "Hard sets" not in words(page)


def front_door():
    return circuits.to_do(slug="after-easy-run-four")


def hard_sets(page) -> dict[str, str]:
    rows = soup(page).select(".muscle-sets tbody tr")
    return {words(row.th): words(row.td) for row in rows}


@pytest.mark.parametrize(
    ("effort", "because"),
    [
        (6, "12 sets without an effort of their own count with the session's 6."),
        (None, "12 sets without an effort of their own count with 6, the middle of the circuit's target."),
    ],
)
def test_hard_sets_by_muscle_are_listed_with_a_bar_and_how_they_were_counted(
    ana, ana_client, effort, because
):
    page = page_of(ana_client, make_session(ana, effort=effort))

    assert list(hard_sets(page).items())[:3] == [("Deep core", "9"), ("Hip flexors", "7.5"), ("Glutes", "6")]
    widths = [float(bar["width"]) for bar in soup(page).select(".muscle-sets rect")]
    assert (widths[0], widths[1]) == (100.0, 83.3)
    assert because in words(page)


def test_an_easy_session_says_that_no_set_was_hard(ana, ana_client):
    page = page_of(ana_client, make_session(ana, effort=5))

    assert hard_sets(page) == {}
    assert "No set was hard. 12 sets without an effort of their own count with the session's 5." in words(
        page
    )


def test_a_session_of_ones_own_choice_has_no_plan_and_no_times_around_it(ana, ana_client):
    squat = movement_of(Exercise.objects.get(slug="goblet-squat"))
    done = SetDone(movement=squat, measure=Measure.REPS, left=10, load_kg=16.0, implements=1)
    stations = [StationDone(plan=StationPlan(number=1, movement=squat), sets=(done,) * 3)]
    for days in (0, 1):
        session = make_session(
            ana, prescribed=Prescribed(), stations=stations, started_at=NOW - timedelta(days=days)
        )
    page = page_of(ana_client, session)

    assert [words(cell) for cell in soup(page).select(".stations-done thead th")] == ["Exercise", "Done"]
    assert "3 sets without an effort of their own count with 7, the usual for a session" in words(page)
    assert facts(page)["reps × weight, both sides"] == "480 kg"
    assert soup(page).select(".neighbours") == []


def test_the_times_before_and_after_with_the_same_circuit_tell_what_differed(ana, ana_client):
    def log(days: int, **changes):
        return make_session(ana, started_at=NOW - timedelta(days=days), **changes)

    log(9, effort=9)
    before, middle, after = log(7, effort=6, minutes=24), log(5, effort=5), log(2)
    log(1, effort=9)
    log(6, effort=9).hide(at=NOW)
    log(4, circuit="ten-minute-minimal")
    page = page_of(ana_client, middle)

    around = soup(page).select(".neighbours a")
    assert [(link["rel"], link["href"]) for link in around] == [
        (["prev"], before.get_absolute_url()), (["next"], after.get_absolute_url()),
    ]  # fmt: skip
    assert [words(link) for link in around] == [
        "Previous time 22 July 2026: 2 min longer, effort 1 higher",
        "Next time 27 July 2026: as long, no effort given",
    ]
    assert words(soup(page_of(ana_client, after)).select(".neighbours a")[0]) == (
        "Previous time 24 July 2026: as long, effort 5"
    )


def test_of_two_at_the_same_moment_each_has_the_other_as_neighbour(ana, ana_client):
    first, second = make_session(ana, effort=5), make_session(ana, effort=5, minutes=20)

    (link,) = soup(page_of(ana_client, first)).select(".neighbours a")
    assert (link["rel"], link["href"]) == (["next"], second.get_absolute_url())
    assert "2 min shorter, same effort" in words(link)
    (link,) = soup(page_of(ana_client, second)).select(".neighbours a")
    assert (link["rel"], link["href"]) == (["prev"], first.get_absolute_url())


def test_a_deleted_session_offers_nothing_but_to_come_back(ana, ana_client):
    make_run(ana)
    session = make_session(ana, note="Stairs after.")
    session.hide(at=NOW)
    page = page_of(ana_client, session)

    assert [words(button) for button in soup(page).main.find_all("button")] == ["Bring it back"]
    assert not [link for link in links(page) if "edit" in link.lower() or "repeat" in link.lower()]
    assert fact(page, "under tension") == "18:24"
    assert "Stairs after." in words(page)


def test_it_is_edited_repeated_and_deleted_from_its_page(ana, ana_client):
    session = make_session(ana)
    page = page_of(ana_client, session)

    assert links(page)["Edit session"] == f"{session.get_absolute_url()}edit/"
    assert links(page)["Repeat session"] == f"{session.get_absolute_url()}repeat/"
    form_on(page, "Delete session").send(ana_client)
    session.refresh_from_db()
    assert session.deleted_at == NOW

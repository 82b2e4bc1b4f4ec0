"""The laps of a run stand on its page where they say more than the splits, first where they were meant."""

import pytest

from tests.browsing import soup, words
from tests.logbook.recordings import even_track, lap, recorded_run
from tests.logbook.run_pages import heads, page_of, table

pytestmark = pytest.mark.usefixtures("clock")


@pytest.mark.parametrize(
    "laps",
    [
        [lap(0, distance_m=1001.0), lap(1, distance_m=999.0), lap(2, distance_m=640.0)],
        [lap(0, distance_m=3000.0, by_hand=True)],
    ],
    ids=["of a kilometre each", "one for it all"],
)
def test_laps_that_say_no_more_than_the_splits_are_left_out(ana, ana_client, laps):
    assert "Laps" not in heads(page_of(ana_client, recorded_run(ana, even_track(), laps=laps)))


def test_laps_of_a_workout_say_what_they_were_meant_for(ana, ana_client):
    laps = [
        lap(0, intensity="warmup"),
        lap(1, intensity="interval"),
        lap(2, intensity="cooldown", avg_hr=None),
    ]
    page = page_of(ana_client, recorded_run(ana, even_track(), laps=laps))

    assert table(page, "Laps") == [
        ["Lap", "Meant for", "Distance", "Time", "Pace", "faster, longer bar", "Heart rate"],
        ["1", "Warm-up", "0.80 km", "5:00", "6:15", "", "150"],
        ["2", "Interval", "0.80 km", "5:00", "6:15", "", "150"],
        ["3", "Cool-down", "0.80 km", "5:00", "6:15", "", ""],
    ]


def test_laps_that_were_meant_come_first_and_the_splits_are_folded(ana, ana_client):
    laps = [
        lap(0, intensity="warmup"),
        *(lap(1 + at, intensity="interval", distance_m=1000.0, duration_s=219.0 + at) for at in range(3)),
        lap(4, intensity="recovery", distance_m=200.0, duration_s=120.0),
    ]
    page = page_of(ana_client, recorded_run(ana, even_track(), laps=laps))

    tables = soup(page).select_one(".run-tables")
    assert (
        next(words(head) for head in tables.select(".sechead")) == "Laps 3 × 1.00 km, mean 3:40, spread 2 s"
    )
    assert [words(fold.summary) for fold in tables.select("details:has(.splits)")] == ["Splits"]
    assert [words(row.th) for row in tables.select(".repetition")] == ["2", "3", "4"]
    faded = ["faded" in bar["class"] for bar in tables.select(".laps rect")]
    assert faded == [True, False, False, False, True]


def test_laps_that_were_not_meant_come_after_the_splits_and_none_is_told_from_the_rest(ana, ana_client):
    laps = [lap(0, by_hand=True), lap(1, by_hand=True)]
    page = page_of(ana_client, recorded_run(ana, even_track(), laps=laps))

    tables = soup(page).select_one(".run-tables")
    assert [words(head) for head in tables.select(".sechead h2")][:2] == ["Splits", "Laps"]
    assert tables.select(".repetition, .faded, details") == []


@pytest.mark.parametrize(
    "laps",
    [
        [lap(0, distance_m=1000.0, by_hand=True), lap(1, distance_m=1000.0, by_hand=True)],
        [lap(0, distance_m=400.0), lap(1, distance_m=400.0)],
        [lap(0, distance_m=None), lap(1, distance_m=None)],
    ],
    ids=["by hand", "of another length", "without a length"],
)
def test_laps_that_say_something_else_are_shown(ana, ana_client, laps):
    assert len(table(page_of(ana_client, recorded_run(ana, even_track(), laps=laps)), "Laps")) == 3

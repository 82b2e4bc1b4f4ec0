"""The page of a run shows what was recorded of it, and is whole as well where little or nothing was."""

import pytest

from logbook.models import ImportedFile
from tests.browsing import facts, links, soup, words
from tests.builders.track import track_of
from tests.factories import NOW, make_run
from tests.logbook.recordings import even_track, recorded_run
from tests.logbook.run_pages import heads, page_of, table
from workouts.vocabulary import RunKind

pytestmark = pytest.mark.usefixtures("clock")

# As a watch says it: some of the time standing, and the stopwatch off for a while.
MOVED = {"moving_s": 1080.0, "elapsed_s": 1500.0}


def strips(page) -> list[str]:
    return [words(row) for row in soup(page).select(".strip-words")]


def test_the_big_numbers_stand_there_with_their_words(ana, ana_client):
    run = recorded_run(ana, even_track(), said={"avg_hr": 140, "ascent_m": 30.0})
    page = page_of(ana_client, run)

    told = facts(page)
    assert (told["duration"], told["per km"], told["m climbed"]) == ("20:00", "6:40", "30")
    # Up 1 in 100 all the way: 400 s ÷ (C(0.01) ÷ 3.6) by Minetti.
    assert told["per km, graded"] == "6:19"
    assert words(soup(page).select_one(".run-tables .sechead")) == (
        "Splits Graded: the same effort on level ground."
    )
    assert told["load, 20 min × 3 (assumed)"] == "60"
    assert links(page)["Rate this run"] == f"{run.get_absolute_url()}edit/"


def test_a_run_that_was_rated_asks_for_no_rating(ana, ana_client):
    page = page_of(ana_client, make_run(ana, effort=4))

    assert facts(page)["load, 48 min × 4"] == "193"
    assert "Rate this run" not in links(page)


def test_pace_and_headline_go_by_the_time_in_motion_and_the_rest_keeps_its_name(ana, ana_client):
    told = facts(page_of(ana_client, recorded_run(ana, even_track(), said=MOVED)))
    assert (told["moving time"], told["per km"]) == ("18:00", "6:00")
    assert (told["Stopwatch"], told["Start to finish"]) == ("20:00", "25:00")

    # A GPX file has no stopwatch: what it says is from start to finish.
    told = facts(page_of(ana_client, recorded_run(ana, even_track(), said={**MOVED, "elapsed_s": 1200.0})))
    assert (told["Start to finish"], "Stopwatch" in told) == ("20:00", False)


def test_points_that_stand_still_say_nothing_of_the_time_in_motion(ana, ana_client):
    told = facts(page_of(ana_client, recorded_run(ana, even_track(), said={"moving_s": 0.0})))
    assert (told["duration"], told["per km"]) == ("20:00", "6:40")


def test_pauses_are_spoken_of_where_there_are_any(ana, ana_client):
    seconds, metres = [0, 600, 900, 1500], [0, 1500, 1500, 3000]
    with_pause = recorded_run(ana, track_of(seconds, metres=metres, resumes=[2]))
    told = [words(head) for head in soup(page_of(ana_client, with_pause)).select(".run-tables .sechead")]
    assert told == [
        "Splits Pauses left out.",
        "Best efforts The fastest stretch of each length, pauses counted.",
    ]
    without = recorded_run(ana, track_of([0, 600, 1500], metres=[0, 1500, 3000]))
    told = [words(head) for head in soup(page_of(ana_client, without)).select(".run-tables .sechead")]
    assert told == ["Splits", "Best efforts The fastest stretch of each length."]


def test_without_heights_there_is_no_graded_pace(ana, ana_client):
    page = page_of(ana_client, recorded_run(ana, even_track(without=["altitudes_m"])))

    assert "per km, graded" not in facts(page)
    assert table(page, "Splits")[0] == ["km", "Pace", "faster, longer bar", "Heart rate"]


def test_strips_stand_on_one_axis_with_their_words(ana, ana_client):
    page = page_of(ana_client, recorded_run(ana, even_track()))

    assert "Kilometre by kilometre" in heads(page)
    assert strips(page) == [
        "Pace, /km , up is faster : 6:40",
        "Heart rate , beats a minute : 140",
        "Height, m , above the sea : 50 to 80",
    ]
    up = soup(page).select_one(".strip-words .up")
    assert (words(up), "visually-hidden" in up["class"]) == (", up is faster", False)
    assert [words(label) for label in soup(page).select(".strips .axis text")][:2] == ["0 km", "0.5"]
    assert len(soup(page).select(".strip")) == 3


def test_splits_are_the_numbers_behind_the_strips(ana, ana_client):
    page = page_of(ana_client, recorded_run(ana, even_track(km=2.25)))

    assert table(page, "Splits") == [
        ["km", "Pace", "Graded", "faster, longer bar", "Heart rate", "Climb, m"],
        ["1", "6:40", "6:19", "", "140", "+10"],
        ["2", "6:40", "6:19", "", "140", "+10"],
        ["0.25", "6:40", "6:19", "", "140", "+3"],
        ["All", "6:40", "6:19", "", "140", "+23"],
    ]
    bars = soup(page).select(".splits rect")
    assert [bar["width"] for bar in bars] == ["100.0"] * 3
    # A quarter of a kilometre proves little.
    assert [bar["class"] for bar in bars] == [["b-run"], ["b-run"], ["b-run", "faded"]]


def test_strips_say_how_far_they_reach(ana, ana_client):
    track = track_of([0, 600, 900, 1500], metres=[0, 1500, 2500, 4000], beats=[120, 130, 150, 140])
    told = strips(page_of(ana_client, recorded_run(ana, track)))

    assert told[0].endswith("6:15 5:00 to 6:40")
    assert told[1].endswith("120 to 150")


def test_an_athlete_who_reads_miles_gets_them(ana, ana_client):
    ana.distance_unit = "mi"
    ana.save()
    page = page_of(ana_client, recorded_run(ana, even_track()))

    assert "Mile by mile" in heads(page)
    assert table(page, "Splits")[1][:2] == ["1", "10:44"]
    assert strips(page)[0] == "Pace, /mi , up is faster : 10:44"


def test_best_efforts_say_where_they_start(ana, ana_client):
    seconds, metres = [0, 600, 900, 1500], [0, 1500, 2500, 4000]
    page = page_of(ana_client, recorded_run(ana, track_of(seconds, metres=metres)))

    assert table(page, "Best efforts") == [
        ["Over", "Time", "Pace", "Starts at"],
        ["1 km", "5:00", "5:00", "1.50 km"],
        # 1000 m in 300 s, and the 609 m on one side of them in 400 s a kilometre.
        ["1 mile", "9:04", "5:38", "0.89 km"],
    ]


def test_the_route_is_told_in_words(ana, ana_client):
    route = soup(page_of(ana_client, recorded_run(ana, even_track()))).select_one(".route")

    assert (route["role"], words(route)) == ("img", "Start 1 km")
    assert route["aria-label"] == ("Route of 3.0 km, north up, its start marked. The bar below is 1 km long.")


def test_a_treadmill_run_has_strips_by_distance_and_no_route(ana, ana_client):
    run = recorded_run(ana, even_track(without=["places", "altitudes_m"]))
    page = page_of(ana_client, run)

    assert "Kilometre by kilometre" in heads(page)
    assert soup(page).select_one(".route") is None
    assert "GPX export" not in heads(page)


def test_without_a_distance_the_strips_go_by_time(ana, ana_client):
    run = recorded_run(ana, even_track(without=["places", "metres"]), distance_m=None)
    page = page_of(ana_client, run)

    assert [head for head in heads(page) if "by" in head] == ["Minute by minute"]
    assert not table(page, "Splits")
    assert "per km" not in facts(page)


def test_what_is_no_run_goes_at_a_speed_and_has_no_best_efforts(ana, ana_client):
    track = even_track(s_per_km=120.0, km=6.0)
    run = recorded_run(ana, track, kind=RunKind.CROSS_TRAINING, said={"sport": "cycling"})
    page = page_of(ana_client, run)

    assert facts(page)["km/h"] == "30.0"
    assert not {"per km", "per km, graded"} & set(facts(page))
    assert strips(page)[0].startswith("Speed, km/h , up is faster : 30.0")
    assert table(page, "Splits")[1][:2] == ["1", "30.0"]
    assert "Best efforts" not in heads(page)


def test_a_run_typed_in_is_whole_without_a_recording(ana, ana_client):
    page = page_of(ana_client, make_run(ana))

    assert heads(page) == ["Paired strength", "File and recording"]
    assert facts(page)["Entered"] == "by hand"


def test_a_file_without_points_leaves_no_empty_frame(ana, ana_client):
    run = recorded_run(ana, even_track(km=0), duration_s=1800.0, distance_m=5000.0)

    assert heads(page_of(ana_client, run)) == ["Paired strength", "File and recording", "GPX export"]


def test_what_the_file_said_and_what_was_repaired_stands_there(ana, ana_client):
    kept = ImportedFile.objects.create(
        athlete=ana, name="a.fit", format="fit", sha256="0" * 64, size_bytes=1, stored="a", received_at=NOW
    )
    said = {"imported_file": kept, "file_index": 0, "name": "Morning <Run>", "caveat": "It breaks off."}
    run = recorded_run(ana, even_track(), said={**said, "repairs": ["Two heart rates of 255 left out."]})
    other = recorded_run(ana, even_track(km=2), said={"imported_file": kept, "file_index": 1})
    hidden = recorded_run(ana, even_track(km=1), said={"imported_file": kept, "file_index": 2})
    hidden.hide(at=NOW)
    page = page_of(ana_client, run)

    assert "Easy run, 3.0 km “Morning <Run>”" in words(page)
    assert "Not whole It breaks off." in words(page)
    assert "Repaired on the way in Two heart rates of 255 left out." in words(page)
    assert facts(page)["Read"] == "121 points"
    assert links(page)["Easy run, 2.0 km"] == other.get_absolute_url()
    assert "Easy run, 1.0 km" not in links(page)
    assert links(page)["Download the original (1 KB)"] == f"{run.get_absolute_url()}file/"


def test_a_deleted_run_shows_all_of_it_and_changes_nothing(ana, ana_client):
    run = recorded_run(ana, even_track(), said={"kind_because": "Nothing in the file says otherwise."})
    run.hide(at=NOW)
    page = page_of(ana_client, run)

    assert "Splits" in heads(page)
    buttons = [words(button) for button in soup(page).main.find_all("button")]
    assert buttons == ["Bring it back", "Export as GPX"]

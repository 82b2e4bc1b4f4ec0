"""Real files come in as expected, by the web and by the command; they lie in $FOOTFALL_SAMPLES."""

import json
import os
import time
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

import pytest
from django.core.management import call_command

from logbook.models import ImportedFile, IncomingFile, Outcome, Run
from tests.logbook.file_forms import on_disk, read_all, send

SAMPLES = os.environ.get("FOOTFALL_SAMPLES")
pytestmark = pytest.mark.skipif(not SAMPLES, reason="$FOOTFALL_SAMPLES names no folder of real files")

ENDINGS = (".fit", ".gpx", ".tcx", ".gz")
# Where the manifest leaves a choice, what was chosen; where a file is one of a pair, alone it is one.
CHOSEN = {
    "activity-filecrc.fit": 1,
    "sample_mulitple_header.fit": 5,
    "20744294788_ACTIVITY.fit": 2,
    "bad.tcx": 1,
    "cerknicko-without-times.gpx": 0,
    "multitrackgpx.gpx": 3,
    "invalid-lon-lat-missing.gpx": 1,
    "xxe_file.gpx": 0,
}


def listed() -> dict[str, dict]:
    if not SAMPLES:
        return {}
    manifest = json.loads((Path(SAMPLES) / "MANIFEST.json").read_text())
    entries = manifest["files"] + manifest["constructed"]
    return {each["file"]: each["expect"] for each in entries if each["file"].endswith(ENDINGS)}


EXPECTED = listed()
HOSTILE = (
    sorted(str(path.relative_to(SAMPLES)) for path in Path(SAMPLES).glob("**/hostile/*")) if SAMPLES else []
)


def activities(name: str) -> list[dict]:
    """What each activity of a file must say; {} says nothing but that there is one."""
    expect = EXPECTED[name]
    count = CHOSEN.get(Path(name).name, expect.get("activities", int("sport" in expect)))
    if expect.get("outcome", "").startswith("reject"):
        count = 0
    said = expect.get("sessions") or expect.get("list") or [expect]
    # What is said of the whole file is not said of each of its activities.
    return said if count == len(said) else [{}] * count


def hold(name: str, found: list[dict]) -> None:
    """Compare outcome for outcome, within the manifest's tolerances."""
    expected = activities(name)
    accepted = [each for each in found if each["outcome"] in ("added", "needs_date")]
    assert len(accepted) == len(expected), found
    assert all(each["reason"].endswith((".", "”")) for each in found)
    for said, expect in zip(accepted, expected, strict=True):
        if "start_utc" in expect:
            assert said["start_utc"] == expect["start_utc"]
            assert (said["outcome"] == "needs_date") == (expect["start_utc"] is None)
        if "sport" in expect:
            assert said["sport"] == expect["sport"].casefold()
        within(said["distance_m"], expect.get("distance_m", ...), 0.02 if name.endswith(".gpx") else 0.005)
        within(said["duration_s"], expect.get("timer_s", expect.get("elapsed_s", ...)), 0.005)
        within(said["elapsed_s"], expect.get("elapsed_s", ...), 0.005)
        near(
            said["avg_hr"],
            expect.get("avg_hr", ...),
            2 if "list" in EXPECTED[name] or name.endswith(".gpx") else 1,
        )
        near(said["max_hr"], expect.get("max_hr", ...), 1)
        near(said["moving_s"], expect.get("moving_s_gpxpy", ...), 2)


def within(value, expected, share: float) -> None:
    if expected is None:
        assert value is None
    elif expected is not ...:
        assert value == pytest.approx(expected, rel=share, abs=0.01)


def near(value, expected, by: float) -> None:
    if expected is None:
        assert value is None
    elif expected is not ...:
        assert value is not None and abs(value - expected) <= by


def by_command(*names: str) -> list[dict]:
    paths = [str(Path(SAMPLES) / name) for name in names]
    out = StringIO()
    call_command("import_files", *paths, athlete="ana", stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.mark.parametrize("name", EXPECTED)
def test_a_real_file_comes_in_by_the_command(ana, uploads, name):
    hold(name, by_command(name))
    assert_nothing_more_lies_there(uploads)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_real_file_comes_in_by_the_web_and_its_pages_open(ana_client, uploads, name):
    sent = send(ana_client, (Path(name).name, (Path(SAMPLES) / name).read_bytes()))
    page = read_all(ana_client, sent["Location"])
    assert page.status_code == 200

    outcomes = Outcome.objects.select_related("run")
    hold(name, [{"outcome": o.verdict, "reason": o.because, **o.facts, **_of(o.run)} for o in outcomes])
    for run in Run.objects.all():
        opened = ana_client.get(run.get_absolute_url())
        assert opened.status_code == 200
        assert b"root:" not in opened.content and b"<script>alert" not in opened.content
    assert_nothing_more_lies_there(uploads)


def _of(run: Run | None) -> dict:
    """What was stored is what the file says."""
    if run is None:
        return {}
    stored = {
        name: getattr(run, name) for name in ("distance_m", "duration_s", "elapsed_s", "avg_hr", "max_hr")
    }
    return {
        **stored,
        "moving_s": run.moving_s,
        "start_utc": f"{run.started_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
    }


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_costs_little_time_and_memory(ana, name):
    before_kb, begun = getrusage(RUSAGE_SELF).ru_maxrss, time.process_time()
    found = by_command(name)

    assert time.process_time() - begun <= 5
    assert getrusage(RUSAGE_SELF).ru_maxrss - before_kb <= 150 * 1024
    assert all(each["reason"].endswith((".", "”")) for each in found)
    if name.endswith((".zip", ".csv")):
        assert [each["outcome"] for each in found] == ["refused"]


def assert_nothing_more_lies_there(uploads) -> None:
    kept = {file.stored.name for file in ImportedFile.objects.all()}
    kept |= {file.stored.name for file in IncomingFile.objects.exclude(stored="")}
    assert set(on_disk(uploads)) == kept


def test_three_tracks_of_three_days_are_three_short_activities(ana):
    [name] = [name for name in EXPECTED if name.endswith("multitrackgpx.gpx")]
    found = by_command(name)

    assert sum(each["distance_m"] for each in found) == pytest.approx(1744, rel=0.02)
    assert sum(each["moving_s"] for each in found) == pytest.approx(1331, abs=6)
    assert all(each["elapsed_s"] < timedelta(hours=2).total_seconds() for each in found)
    assert len({datetime.fromisoformat(each["start_utc"]).date() for each in found}) == 3


def test_a_run_in_two_formats_is_one_and_of_two_watches_is_asked_about(ana):
    def named(end):
        return next(name for name in EXPECTED if name.endswith(end))

    twins = [each["outcome"] for each in by_command(named("fenix_3_hr.fit"), named("fenix_3_hr.tcx"))]
    two_watches = [
        each["outcome"] for each in by_command(named("coros_pace_2.fit"), named("garmin_fenix_6.fit"))
    ]

    assert twins == ["added", "duplicate"]
    assert two_watches == ["added", "possible_duplicate"]
    assert Run.objects.count() == 2

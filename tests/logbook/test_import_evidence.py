"""What a file says reaches the guess of its kind, as it comes in and when guessed again."""

from datetime import timedelta

import pytest

from logbook.models import Run
from tests.builders.fit import fit_file
from tests.builders.fit_legs import FitLap
from tests.builders.gpx import gpx_file
from tests.builders.tcx import Effort, lap_of, tcx_of
from tests.factories import NOW
from tests.logbook.file_forms import read_all, send

pytestmark = pytest.mark.usefixtures("clock")

START = NOW - timedelta(hours=3)
# Fast and slow by turns, pressed by hand, with no word of what they were meant for.
BY_TURNS = [FitLap(duration_s=900, distance_m=2500, trigger="manual")] + 6 * [
    FitLap(duration_s=220, distance_m=1000, trigger="manual"),
    FitLap(duration_s=120, distance_m=250, trigger="manual"),
]
FILES = {
    "its title": ("long", gpx_file(started_at=START, title="Sunday long run")),
    "its flag": ("race", gpx_file(started_at=START, sport="race")),
    "its plan": ("intervals", tcx_of([Effort([lap_of(START, duration_s=1800)], intervals=True)])),
    "its laps": (
        "intervals",
        fit_file(started_at=START, duration_s=2940, distance_m=10_000, laps=BY_TURNS),
    ),
    "nothing": ("easy", gpx_file(started_at=START, title="With Tom")),
}


@pytest.mark.parametrize(("kind", "content"), FILES.values(), ids=FILES)
def test_the_kind_follows_what_the_file_says(ana_client, kind, content):
    batch = send(ana_client, ("a.dat", content))["Location"]
    read_all(ana_client, batch)
    run = Run.objects.get()
    assert run.kind == kind

    # Guessed again from what is stored, it comes to the same, with the same words.
    because = run.kind_because
    Run.objects.update(kind="steady", kind_because="Made up.")
    ana_client.post(f"{batch}steps/")
    run.refresh_from_db()
    assert (run.kind, run.kind_because) == (kind, because)

"""Files damaged in every way go all the way, from the upload to the page of the run and its export.

Each ends with an outcome and a sentence; nothing breaks, and on disk lies what the rows point to.
"""

from datetime import timedelta

import pytest

from logbook.models import ImportBatch, ImportedFile, IncomingFile, Run, Verdict
from tests.builders.fit import fit_file
from tests.builders.fit_legs import FitLap
from tests.builders.gpx import gpx_file
from tests.builders.mutants import mutants, xml_mutants
from tests.builders.other_files import gzipped
from tests.builders.tcx import Effort, lap_of, tcx_of
from tests.factories import NOW
from tests.logbook.file_forms import on_disk, send

pytestmark = pytest.mark.usefixtures("clock")

START = NOW - timedelta(hours=5)
AT_ONCE, FEW, MANY = 50, 120, 2000
FIT = fit_file(
    started_at=START,
    duration_s=1200,
    record_every_s=30,
    on_the_ground=True,
    climb=(40.0, 90.0),
    laps=[FitLap(duration_s=600, distance_m=2500)],
    pauses=[(300, 60)],
    workout_name="Tuesday",
)
GPX = gpx_file(
    started_at=START, duration_s=1200, avg_hr=140, climb_m=50.0, every_s=30, segments=2, title="Hills"
)
TCX = tcx_of([Effort([lap_of(START, bpm=140, climb_m=20.0, every_s=30)], notes="Easy with Tom")])


def damaged(kind: str, count: int):
    """Most copies of an XML file stay XML: those that do not die at its parser, at once."""
    if kind == "fit":
        return mutants(FIT, count=count, seed=3)
    seed = {"gpx": GPX, "tcx": TCX}[kind]
    broken = count // 6
    return [*mutants(seed, count=broken, seed=4), *xml_mutants(seed, count=count - broken, seed=5)]


def all_the_way(client, uploads, contents) -> dict[Verdict, int]:
    """How many ended how, each followed to wherever it is shown."""
    contents = list(contents)
    counted = dict.fromkeys(Verdict, 0)
    for start in range(0, len(contents), AT_ONCE):
        some = contents[start : start + AT_ONCE]
        send(client, *[(f"{start + nth}.dat", content) for nth, content in enumerate(some)])
        for _ in some:
            counted[follow(client)] += 1
            assert set(on_disk(uploads)) == pointed_to()
            forget_runs()
        assert not IncomingFile.objects.filter(done_at=None).exists()
    return counted


def follow(client) -> Verdict:
    """Read the next file, and look at what came of it wherever that is shown."""
    batch = ImportBatch.objects.latest("pk")
    client.post(f"/imports/{batch.pk}/steps/")
    outcomes = list(batch.files.exclude(done_at=None).last().outcomes.all())
    assert outcomes
    for outcome in outcomes:
        assert outcome.because.endswith((".", "”")), outcome.because
        if outcome.is_question:
            assert client.get(f"/imports/outcomes/{outcome.pk}/date/").status_code in (200, 302)
        if outcome.run is not None:
            page = outcome.run.get_absolute_url()
            assert client.get(page).status_code == 200
            assert client.get(f"{page}gpx/?trim=on").status_code in (200, 302)
    return Verdict(outcomes[0].verdict)


def pointed_to() -> set[str]:
    waiting = IncomingFile.objects.exclude(stored="")
    return {file.stored.name for files in (ImportedFile.objects.all(), waiting) for file in files}


def forget_runs() -> None:
    """So that the next one is not recognised as the last."""
    for file in ImportedFile.objects.all():
        file.stored.delete(save=False)
        file.delete()
    Run.objects.all().delete()


def told(kind: str, counted: dict[Verdict, int]) -> str:
    sums = ", ".join(f"{n} {verdict.label.lower()}" for verdict, n in counted.items() if n)
    return f"damaged {kind} files: {sums}"


@pytest.mark.parametrize("kind", ["fit", "gpx", "tcx"])
def test_many_damaged_files_end_with_an_outcome(ana_client, uploads, kind, show):
    counted = all_the_way(ana_client, uploads, damaged(kind, FEW))

    show(told(kind, counted))
    assert sum(counted.values()) == FEW
    assert counted[Verdict.ADDED] and counted[Verdict.REFUSED]


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["fit", "gpx", "tcx"])
def test_thousands_of_damaged_files_end_with_an_outcome(ana_client, uploads, kind, show):
    counted = all_the_way(ana_client, uploads, damaged(kind, MANY))

    show(told(kind, counted))
    assert sum(counted.values()) == MANY


def test_a_packed_file_that_is_damaged_does_no_harm_either(ana_client, uploads):
    counted = all_the_way(ana_client, uploads, mutants(gzipped(GPX), count=60, seed=6))

    assert sum(counted.values()) == 60

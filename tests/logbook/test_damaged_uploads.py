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
AT_ONCE, FEW, MANY = 50, 300, 2000
FIT = fit_file(
    started_at=START,
    duration_s=1200,
    record_every_s=30,
    on_the_ground=True,
    climb=(40.0, 90.0),
    laps=[FitLap(600, 2500), FitLap(600, 2500)],
    pauses=[(300, 60)],
    workout_name="Tuesday",
)
GPX = gpx_file(
    started_at=START, duration_s=1200, avg_hr=140, climb_m=50.0, every_s=30, segments=2, title="Hills"
)
TCX = tcx_of(
    [Effort([lap_of(START, bpm=140, climb_m=20.0, every_s=30)], notes="Easy with Tom")],
)


def damaged(kind: str, count: int):
    """Most copies of an XML file stay XML: those that do not die at its parser, at once."""
    if kind == "fit":
        return mutants(FIT, count=count, seed=3)
    seed = {"gpx": GPX, "tcx": TCX}[kind]
    broken = count // 6
    return [*mutants(seed, count=broken, seed=4), *xml_mutants(seed, count=count - broken, seed=5)]


def forget_everything() -> None:
    """So that the next one is not recognised as the last."""
    for file in ImportedFile.objects.all():
        file.stored.delete(save=False)
    for model in (Run, ImportedFile, ImportBatch):
        model.objects.all().delete()


def follow(client, uploads) -> Verdict:
    """Read the next file, look at what came of it wherever that is shown."""
    batch = ImportBatch.objects.get()
    client.post(f"/imports/{batch.pk}/steps/")
    file = IncomingFile.objects.exclude(done_at=None).latest("done_at", "position")
    outcomes = list(file.outcomes.all())
    assert outcomes
    assert all(outcome.because.endswith((".", "”")) for outcome in outcomes), outcomes
    for outcome in outcomes:
        if outcome.is_question:
            assert client.get(f"/imports/outcomes/{outcome.pk}/date/").status_code in (200, 302)
        if outcome.run is not None:
            assert client.get(outcome.run.get_absolute_url()).status_code == 200
            assert client.get(f"{outcome.run.get_absolute_url()}gpx/?trim=on").status_code in (200, 302)
    pointed_to = {f.stored.name for f in ImportedFile.objects.all()}
    pointed_to |= {f.stored.name for f in IncomingFile.objects.exclude(stored="")}
    assert set(on_disk(uploads)) == pointed_to
    return Verdict(outcomes[0].verdict)


def all_the_way(client, uploads, contents) -> dict[Verdict, int]:
    counted = dict.fromkeys(Verdict, 0)
    contents = list(contents)
    for start in range(0, len(contents), AT_ONCE):
        some = contents[start : start + AT_ONCE]
        send(client, *[(f"{start + nth}.dat", content) for nth, content in enumerate(some)])
        for _ in some:
            counted[follow(client, uploads)] += 1
            Run.objects.all().delete()
            ImportedFile.objects.exclude(pk__in=[]).delete()
            for name in set(on_disk(uploads)) - {
                f.stored.name for f in IncomingFile.objects.exclude(stored="")
            }:
                (uploads / name).unlink()
        forget_everything()
        for name in on_disk(uploads):
            (uploads / name).unlink()
    return counted


def told(kind: str, counted: dict[Verdict, int], capsys) -> None:
    with capsys.disabled():
        print(
            f"\n{kind}: " + ", ".join(f"{n} {verdict.label.lower()}" for verdict, n in counted.items() if n)
        )


@pytest.mark.parametrize("kind", ["fit", "gpx", "tcx"])
def test_hundreds_of_damaged_files_end_with_an_outcome(ana_client, uploads, kind, capsys):
    counted = all_the_way(ana_client, uploads, damaged(kind, FEW))

    told(kind, counted, capsys)
    assert sum(counted.values()) == FEW
    assert counted[Verdict.ADDED] and counted[Verdict.REFUSED]


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["fit", "gpx", "tcx"])
def test_thousands_of_damaged_files_end_with_an_outcome(ana_client, uploads, kind, capsys):
    counted = all_the_way(ana_client, uploads, damaged(kind, MANY))

    told(kind, counted, capsys)
    assert sum(counted.values()) == MANY


def test_a_packed_file_that_is_damaged_does_no_harm_either(ana_client, uploads):
    counted = all_the_way(ana_client, uploads, mutants(gzipped(GPX), count=60, seed=6))

    assert sum(counted.values()) == 60

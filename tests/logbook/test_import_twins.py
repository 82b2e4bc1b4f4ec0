"""The same run from another file adds nothing: another format, packed, deleted before, two tabs at once."""

from datetime import timedelta

import pytest
from django.test import Client

from logbook.models import ImportedFile, Run
from tests.at_once import at_once
from tests.browsing import form_on, notices
from tests.builders.fit import fit_file
from tests.builders.gpx import gpx_file
from tests.builders.other_files import gzipped
from tests.builders.tcx import tcx_file
from tests.factories import NOW, make_run
from tests.logbook.file_forms import CONTINUE, downloaded, import_run, on_disk, outcomes, send, upload

pytestmark = pytest.mark.usefixtures("clock")

# In Berlin, 06:58 of the day before.
START = NOW.replace(day=28, hour=4, minute=58)
FIT = fit_file(started_at=START, duration_s=2900, elapsed_s=3000, distance_m=8200)
TCX = tcx_file(started_at=START, timer_s=2900, elapsed_s=3000, distance_m=8200)
GPX = gpx_file(started_at=START + timedelta(seconds=20), duration_s=2980, distance_m=8300)
FILES = {"a.fit": FIT, "a.tcx": TCX, "a.gpx": GPX, "a.fit.gz": gzipped(FIT)}
PAIRS = [(one, other) for one in FILES for other in FILES if one != other]
HERE = "Already here. Same start as “Easy run” on 28 July, 06:58. Nothing was added."


def stored(uploads):
    return Run.objects.count(), ImportedFile.objects.count(), len(on_disk(uploads))


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_the_same_run_in_another_format_is_recognised(ana_client, uploads, one, other):
    first = import_run(ana_client, FILES[one], one)
    ana_client.get(first.get_absolute_url())
    again = import_run(ana_client, FILES[other], other)

    assert again == first
    assert stored(uploads) == (1, 1, 1)
    assert notices(ana_client.get(first.get_absolute_url())) == [HERE]
    # What came first stays, with its own file.
    assert downloaded(ana_client.get(f"{first.get_absolute_url()}file/")) == FILES[one]


@pytest.mark.parametrize(
    ("name", "read_as"), [("a.fit", "fit"), ("a.tcx", "tcx"), ("a.gpx", "gpx"), ("a.fit.gz", "fit")]
)
def test_a_file_remembers_what_it_was_read_as(ana_client, name, read_as):
    import_run(ana_client, FILES[name], "whatever.dat")

    assert ImportedFile.objects.get().format == read_as


@pytest.mark.parametrize(
    "other",
    [
        fit_file(started_at=START + timedelta(seconds=61), duration_s=2900, elapsed_s=3000, distance_m=8200),
        fit_file(started_at=START, duration_s=2900, elapsed_s=3000, distance_m=8250),
        fit_file(started_at=START, duration_s=2800, elapsed_s=2900, distance_m=8200),
        fit_file(started_at=START, duration_s=2900, elapsed_s=3000, distance_m=None),
        gpx_file(started_at=START, duration_s=3000, distance_m=8400),
    ],
    ids=["a minute later", "longer", "quicker", "of no length", "over two percent longer"],
)
def test_what_is_only_like_it_is_asked_about_and_not_taken_for_the_same(ana_client, uploads, other):
    import_run(ana_client, FIT)
    page = ana_client.get(upload(ana_client, other)["Location"])

    assert outcomes(page) == [
        "Is it the same? It overlaps “Easy run” of 28 July, 06:58 to 07:48. Nothing is added until you say."
    ]
    # The file waits for the answer.
    assert stored(uploads) == (1, 1, 2)


def test_a_run_typed_in_is_recognised(ana, ana_client, uploads):
    typed = make_run(ana, started_at=START, duration_s=2900.0, distance_m=8200.0)

    assert import_run(ana_client, FIT) == typed
    assert stored(uploads) == (1, 0, 0)
    assert notices(ana_client.get(typed.get_absolute_url())) == [HERE]


def test_a_run_typed_in_and_deleted_gives_way_to_the_file(ana, ana_client, uploads):
    typed = make_run(ana, started_at=START, duration_s=2900.0, distance_m=8200.0)
    typed.hide(at=NOW)

    assert import_run(ana_client, FIT) != typed
    assert stored(uploads) == (2, 1, 1)


def test_a_deleted_run_from_a_file_is_brought_back(ana_client, uploads):
    run = import_run(ana_client, FIT)
    ana_client.post(f"{run.get_absolute_url()}deletion/")
    ana_client.get("/runs/")
    again = import_run(ana_client, GPX)

    assert (again, again.deleted_at) == (run, None)
    assert notices(ana_client.get(run.get_absolute_url())) == [
        "Already here. You had deleted this run. The same activity brings it back."
    ]
    assert stored(uploads) == (1, 1, 1)


def test_a_run_that_is_kept_goes_before_one_that_was_deleted(ana, ana_client):
    deleted = import_run(ana_client, FIT)
    deleted.hide(at=NOW)
    kept = make_run(ana, started_at=START, duration_s=2900.0, distance_m=8200.0)

    assert import_run(ana_client, TCX) == kept
    deleted.refresh_from_db()
    assert deleted.deleted_at == NOW


def test_what_was_corrected_stays_and_is_recognised_by_what_it_says_now(ana_client):
    run = import_run(ana_client, GPX)
    Run.objects.filter(pk=run.pk).update(duration_s=2900, elapsed_s=None)

    assert import_run(ana_client, FIT) == run


def test_ben_s_run_is_nothing_to_ana(ana_client, ben_client, ana, uploads):
    import_run(ben_client, FIT)

    assert import_run(ana_client, GPX).athlete == ana
    assert stored(uploads) == (2, 2, 2)


def test_a_step_looks_at_runs_three_times_however_many_there_are(
    ana, ana_client, django_assert_max_num_queries
):
    for minutes in range(40):
        make_run(ana, started_at=START + timedelta(seconds=minutes), duration_s=60.0 + 2 * minutes)
    step = form_on(ana_client.get(send(ana_client, ("a.gpx", GPX))["Location"]), CONTINUE)
    with django_assert_max_num_queries(19) as asked:
        step.send(ana_client)

    # For what is usual, for a twin, and for what overlaps it.
    looked = [query["sql"] for query in asked if '"logbook_run"."started_at" BETWEEN' in query["sql"]]
    assert len(looked) == 3


@pytest.mark.django_db(transaction=True)
def test_three_formats_in_the_same_moment_make_one_run_and_leave_one_file(ana_client, uploads):
    left = [(name, FILES[name]) for name in ("a.fit", "a.tcx", "a.gpx")] * 3

    def send():
        name, content = left.pop()
        client = Client()
        client.cookies = ana_client.cookies
        return upload(client, content, name)

    answers = at_once(9, send)

    run = Run.objects.get()
    assert {(answer.status_code, answer["Location"]) for answer in answers} == {(302, run.get_absolute_url())}
    assert on_disk(uploads) == [ImportedFile.objects.get().stored.name]

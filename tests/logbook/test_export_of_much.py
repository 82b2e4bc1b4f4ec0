"""Years of training leave as one file in seconds, in bounded memory, and seen at one moment."""

import gc
import io
import json
import threading
import time
import zipfile
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from logbook import own_data
from logbook.models import ImportedFile, LoggedSet
from logbook.own_files import own_files
from tests.factories import NOW, make_run, make_session
from tests.pages.ledger import record_hours, write_history

MB = 1024 * 1024
# Ten thousand sessions of three sets each.
OUTINGS = 10_000


def memory_bytes() -> int:
    """What this process holds of the machine's memory just now."""
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * 4096


def watched(pieces) -> tuple[int, int]:
    """Take an archive as a browser does, keeping nothing: its size, and how far the memory grew meanwhile."""
    gc.collect()
    before = highest = memory_bytes()
    size = 0
    for piece in pieces():
        size += len(piece)
        highest = max(highest, memory_bytes())
    return size, highest - before


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="Only Linux tells what a process holds")
def test_thirty_thousand_sets_leave_in_seconds_and_in_little_memory(ana, show):
    make_session(ana)
    write_history(ana, first=0, last=OUTINGS)
    for run in ana.runs.latest_first()[:20]:
        record_hours(run, hours=3)
    assert LoggedSet.objects.count() > 30_000
    # Once before, so that what Python keeps for itself is not counted as the archive's.
    told = own_data.overview(athlete=ana).archive_bytes
    began = time.monotonic()
    size, growth = watched(lambda: own_data.archive(athlete=ana, now=NOW))
    took_s = time.monotonic() - began
    sizes = f"{size / MB:.1f} MB, said to be {told / MB:.1f}"
    show(f"30,000 sets, {connection.vendor}: {took_s:.1f} s, {sizes}; memory +{growth / MB:.0f} MB")
    assert growth <= 100 * MB
    assert told / 2 <= size <= told * 2


@pytest.mark.django_db
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="Only Linux tells what a process holds")
def test_a_large_file_passes_through_in_pieces(ana, uploads):
    make_run(ana)
    file = ImportedFile(
        athlete=ana, name="big.gpx", format="gpx", sha256="0" * 64, size_bytes=0, received_at=NOW
    )
    file.stored.save("", ContentFile(b"\x5a" * (60 * MB)))
    size, growth = watched(lambda: own_data.archive(athlete=ana, now=NOW))
    assert size > 60 * MB
    assert growth < 20 * MB


@pytest.mark.django_db
def test_the_size_told_is_about_what_comes(ana, uploads):
    make_session(ana)
    write_history(ana, first=0, last=300)
    told = own_data.overview(athlete=ana).archive_bytes
    size = sum(map(len, own_data.archive(athlete=ana, now=NOW)))
    assert told / 2 <= size <= told * 2


@pytest.mark.django_db
def test_no_row_costs_a_query_of_its_own(ana):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            list(own_data.archive(athlete=ana, now=NOW))
        return len(asked)

    make_session(ana)
    write_history(ana, first=0, last=2)
    few = queries()
    write_history(ana, first=2, last=30)
    assert queries() == few


@pytest.mark.django_db(transaction=True)
def test_all_tables_are_of_one_moment_and_nobody_who_writes_has_to_wait(ana, monkeypatch):
    session = make_session(ana)
    before = session.sets.count()
    wrote = []

    def write_meanwhile(*args, **kwargs):
        """Between the first query and the others, somebody else logs a session."""

        def write():
            try:
                wrote.append(make_session(ana))
            finally:
                connections.close_all()

        other = threading.Thread(target=write)
        other.start()
        other.join(timeout=10)
        return own_files(*args, **kwargs)

    monkeypatch.setattr(own_data, "own_files", write_meanwhile)
    archive = zipfile.ZipFile(io.BytesIO(b"".join(own_data.archive(athlete=ana, now=NOW))))
    tables = json.loads(archive.read("footfall.json"))["tables"]
    assert len(wrote) == 1
    assert [row["id"] for row in tables["sessions"]["rows"]] == [session.pk]
    assert len(tables["sets"]["rows"]) == before
    # Behind it the connection writes as ever.
    make_session(ana)
    assert ana.sessions.count() == 3

"""When something fails between the file and its rows, neither is left."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, OperationalError, connection

from logbook.models import ImportedFile, Run
from tests.builders.fit import fit_file
from tests.factories import NOW
from tests.logbook.file_forms import on_disk, upload

pytestmark = pytest.mark.usefixtures("clock")

CONTENT = fit_file(started_at=NOW - timedelta(hours=3))


def fails_at(table: str, error: type[BaseException] = OperationalError):
    """The database takes every statement, until one writes to `table`."""

    def wrap(execute, sql, params, many, context):
        if sql.startswith("INSERT") and f'"{table}"' in sql:
            raise error("made up by the test")
        return execute(sql, params, many, context)

    return connection.execute_wrapper(wrap)


# A full disk or a lost connection; a constraint that nobody thought of; a worker told to stop.
@pytest.mark.parametrize("error", [OperationalError, IntegrityError, KeyboardInterrupt])
@pytest.mark.parametrize("table", ["logbook_run", "logbook_importedfile"])
def test_a_write_that_fails_leaves_no_row_and_no_file(ana_client, uploads, table, error):
    with fails_at(table, error), pytest.raises(error):
        upload(ana_client, CONTENT)

    assert (Run.objects.count(), ImportedFile.objects.count(), on_disk(uploads)) == (0, 0, [])


def test_the_same_upload_works_once_the_database_does(ana_client, uploads):
    with fails_at("logbook_importedfile"), pytest.raises(OperationalError):
        upload(ana_client, CONTENT)

    assert upload(ana_client, CONTENT).status_code == 302
    assert (Run.objects.count(), len(on_disk(uploads))) == (1, 1)


def test_a_disk_that_takes_no_file_leaves_no_row(ana_client, uploads):
    uploads.parent.mkdir(exist_ok=True)
    # Where the folder should be stands a file.
    uploads.write_text("")

    with pytest.raises(OSError, match=str(uploads)):
        upload(ana_client, CONTENT)
    assert (Run.objects.count(), ImportedFile.objects.count()) == (0, 0)

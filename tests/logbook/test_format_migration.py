"""Files that came in before their format was kept were FIT, and say so after the migration."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from logbook.models import ImportedFile, Run
from tests.builders.fit import fit_file
from tests.factories import NOW
from tests.logbook.file_forms import import_run

pytestmark = pytest.mark.usefixtures("clock")


def migrate(*to: str) -> None:
    call_command("migrate", "logbook", *to, verbosity=0, interactive=False)


@pytest.mark.django_db(transaction=True)
def test_a_file_from_before_is_a_fit_file_and_keeps_its_run(ana_client):
    run = import_run(ana_client, fit_file(started_at=NOW - timedelta(hours=3)), "a.fit")
    try:
        migrate("0001")
    finally:
        migrate()

    file = ImportedFile.objects.get()
    assert (file.format, file.name, file.runs.get(), Run.objects.get()) == ("fit", "a.fit", run, run)

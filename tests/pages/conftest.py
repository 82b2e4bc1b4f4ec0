"""A house that stands: furnished once for all tests of a file, and left to each as if it were new."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import pytest
from django.db import connection, transaction
from django.test import override_settings

from tests.pages.household import Household, furnish


@dataclass(frozen=True)
class Standing:
    """The household as it was furnished, and where the files lie that were uploaded for it."""

    household: Household
    files: Path


@pytest.fixture(scope="module")
def standing(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Standing]:
    """
    Furnishing takes longer than most of what is tried in it, so it is done in a transaction around all tests.

    The transaction of each test is then a savepoint within.  No test of such a file may commit for real.
    """
    files = tmp_path_factory.mktemp("standing") / "files"
    around = transaction.atomic()
    # Django's own mark for the transaction around a test: what must be outermost else may begin within.
    around._from_testcase = True
    with django_db_blocker.unblock():
        around.__enter__()
        try:
            with override_settings(MEDIA_ROOT=files):
                household = furnish()
        except BaseException:
            _end(around)
            raise
    yield Standing(household, files)
    with django_db_blocker.unblock():
        _end(around)


def _end(around: transaction.Atomic) -> None:
    transaction.set_rollback(True)
    around.__exit__(None, None, None)
    connection.close()


@pytest.fixture
def house(standing, db, uploads) -> Household:
    """Everybody and all that Ana has, untouched by the test before: rows, files and what is in memory."""
    copytree(standing.files, uploads)
    return deepcopy(standing.household)

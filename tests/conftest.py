"""What every test may lean on: profiles for properties, plain static files, and the cast."""

import os
from itertools import count

import pytest
from django.conf import settings as django_settings
from hypothesis import HealthCheck, settings

# Playwright's loop runs in the thread of the tests; the database is used from it all the same.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

_RELAXED = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
}
settings.register_profile("default", max_examples=100, derandomize=True, **_RELAXED)
settings.register_profile("ci", max_examples=50, derandomize=True, **_RELAXED)
settings.register_profile("full", max_examples=2000, **_RELAXED)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

_NUMBERS = count(1)

pytest_plugins = ["tests.cast", "tests.figures", "tests.served"]


@pytest.fixture(scope="session", autouse=True)
def _quick_settings():
    """Static files as they are, since hashed names need a collectstatic first; passwords hashed once."""
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    django_settings.STORAGES["staticfiles"]["BACKEND"] = plain
    django_settings.PASSWORD_HASHERS = ["tests.hashing.OneRound"]


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path_factory):
    """Uploaded files go where this test alone looks; the first of them makes the folder, as few have any."""
    settings.MEDIA_ROOT = tmp_path_factory.getbasetemp() / f"uploads-{next(_NUMBERS)}" / "files"
    return settings.MEDIA_ROOT

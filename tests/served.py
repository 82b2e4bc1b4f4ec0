"""Static files as an instance serves them: collected, lean, under names by their content, and gzipped."""

from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from django.test import override_settings

from workouts.templatetags.kept import _drawn

HASHED = {"BACKEND": "config.static_files.HashedStaticFiles"}


def _storages() -> dict[str, dict[str, str]]:
    return {**django_settings.STORAGES, "staticfiles": HASHED}


@pytest.fixture(scope="session")
def collected(tmp_path_factory) -> Path:
    """The folder of them, made once for all tests."""
    folder = tmp_path_factory.mktemp("collected")
    with override_settings(STATIC_ROOT=folder, STORAGES=_storages()):
        call_command("collectstatic", verbosity=0, interactive=False, ignore_patterns=["ext", "admin"])
    return folder


@pytest.fixture
def as_served(settings, collected):
    """Pages name them, and whoever asks for one gets it: WhiteNoise has them, and so does the live server."""
    settings.STATIC_ROOT, settings.STATICFILES_DIRS = collected, [collected]
    settings.STORAGES = _storages()
    # What is kept of a page names files, too.
    _drawn.cache_clear()
    yield collected
    _drawn.cache_clear()

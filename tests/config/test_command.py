"""Whatever a command writes, it does not write while a backup is restored."""

import pytest
from django.core.management import CommandError, call_command

from config.in_use import InUse, hold
from tests.factories import make_athlete
from workouts.models import Athlete

pytestmark = pytest.mark.django_db


@pytest.fixture
def data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        ["make_account", "ana"],
        ["reset_link", "olga"],
        ["remove_second_factor", "olga"],
        ["load_catalogue"],
        ["demo"],
        ["demo", "--remove"],
        ["import_files", "--athlete=olga", "run.gpx"],
        ["purge"],
    ],
    ids=" ".join,
)
def test_a_command_waits_for_whoever_restores_a_backup(data_dir, command):
    make_athlete("olga")
    with hold(data_dir, alone=True), pytest.raises(CommandError, match="is just being restored"):
        call_command(*command)
    assert Athlete.objects.count() == 1


def test_a_command_stands_beside_others_and_leaves_nothing_held(data_dir):
    with hold(data_dir):
        call_command("purge")
        with pytest.raises(InUse):
            hold(data_dir, alone=True)
    hold(data_dir, alone=True).close()


def test_a_command_that_holds_the_data_alone_calls_another(data_dir):
    with hold(data_dir, alone=True):
        call_command("purge", is_held=True)
        with pytest.raises(InUse):
            hold(data_dir)

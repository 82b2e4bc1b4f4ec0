"""Many use the data of an instance at once, and whoever restores a backup has it alone."""

import subprocess
import sys

import pytest

from config.in_use import InUse, hold, holding
from tests.config.asking import ROOT


def test_many_may_use_it_at_once(tmp_path):
    with holding(tmp_path), holding(tmp_path):
        pass


def test_nobody_has_it_alone_while_somebody_uses_it(tmp_path):
    with holding(tmp_path), pytest.raises(InUse, match=r"Stop it .*docker compose stop"):
        hold(tmp_path, alone=True)
    with holding(tmp_path, alone=True):
        pass


def test_nobody_uses_it_while_somebody_has_it_alone(tmp_path):
    with holding(tmp_path, alone=True), pytest.raises(InUse, match="is just being restored"):
        hold(tmp_path)
    with holding(tmp_path):
        pass


HOLD_AND_DIE = """
import os, pathlib, signal, sys
from config.in_use import hold
held = hold(pathlib.Path(sys.argv[1]), alone=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_whoever_dies_holds_nobody_off(tmp_path):
    died = subprocess.run([sys.executable, "-c", HOLD_AND_DIE, str(tmp_path)], cwd=ROOT, check=False)
    assert died.returncode == -9
    with holding(tmp_path, alone=True):
        pass

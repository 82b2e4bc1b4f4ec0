"""The secret key: made once, kept for its owner's eyes, and the same for all who start at once."""

import multiprocessing
import stat
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from config.secret import secret_key
from tests.at_once import at_once


def test_the_key_is_made_once_and_read_from_then_on(tmp_path):
    data_dir = tmp_path / "not" / "there"
    key = secret_key(data_dir=data_dir)
    assert len(key) >= 64
    assert secret_key(data_dir=data_dir) == key
    assert [path.name for path in data_dir.iterdir()] == ["secret-key"]


def test_two_instances_have_two_keys(tmp_path):
    assert secret_key(data_dir=tmp_path / "one") != secret_key(data_dir=tmp_path / "two")


def test_nobody_but_its_owner_can_read_the_key(tmp_path):
    secret_key(data_dir=tmp_path)
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_a_key_put_there_by_hand_is_kept(tmp_path):
    (tmp_path / "secret-key").write_text("brought along")
    assert secret_key(data_dir=tmp_path) == "brought along"


def test_threads_that_start_at_once_agree(tmp_path):
    for n in range(20):
        keys = at_once(4, lambda n=n: secret_key(data_dir=tmp_path / str(n)))
        assert len(set(keys)) == 1


def _key_in(data_dir: Path) -> str:
    return secret_key(data_dir=data_dir)


def test_processes_that_start_at_once_agree(tmp_path):
    with ProcessPoolExecutor(4, mp_context=multiprocessing.get_context("spawn")) as pool:
        for n in range(20):
            keys = list(pool.map(_key_in, [tmp_path / str(n)] * 4))
            assert len(set(keys)) == 1
            assert [path.name for path in (tmp_path / str(n)).iterdir()] == ["secret-key"]

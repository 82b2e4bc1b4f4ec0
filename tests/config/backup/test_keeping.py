"""Uploaded files are kept while a backup is made, whatever happens to them meanwhile."""

import os
import shutil
from errno import EXDEV
from pathlib import Path

import pytest

from config.backup.keeping import keep_files


@pytest.fixture
def without_second_names(monkeypatch):
    """As from one disk to another; of a name that is there already the system complains first."""

    def refused(_: Path, name: Path) -> None:
        if name.exists():
            raise FileExistsError(name)
        raise OSError(EXDEV, os.strerror(EXDEV))

    monkeypatch.setattr("os.link", refused)


@pytest.fixture
def root(tmp_path) -> Path:
    root = tmp_path / "files"
    (root / "ana").mkdir(parents=True)
    (root / "ana" / "run.gpx").write_bytes(b"half")
    return root


def kept(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_file_has_a_second_name_and_stays_when_it_is_removed(root, tmp_path):
    keep_files(root, into=tmp_path / "kept")
    assert (tmp_path / "kept" / "ana" / "run.gpx").samefile(root / "ana" / "run.gpx")
    (root / "ana" / "run.gpx").unlink()
    keep_files(root, into=tmp_path / "kept")
    assert kept(tmp_path / "kept") == {"run.gpx": b"half"}


@pytest.mark.usefixtures("without_second_names")
def test_a_copy_that_was_taken_half_written_is_taken_again(root, tmp_path):
    keep_files(root, into=tmp_path / "kept")
    (root / "ana" / "run.gpx").write_bytes(b"half and whole")
    (root / "ana" / "next.gpx").write_bytes(b"next")
    keep_files(root, into=tmp_path / "kept")
    assert kept(tmp_path / "kept") == {"run.gpx": b"half and whole", "next.gpx": b"next"}


@pytest.mark.usefixtures("without_second_names")
def test_a_copy_that_is_still_true_is_not_taken_again(root, tmp_path):
    keep_files(root, into=tmp_path / "kept")
    before = (tmp_path / "kept" / "ana" / "run.gpx").stat()
    keep_files(root, into=tmp_path / "kept")
    assert (tmp_path / "kept" / "ana" / "run.gpx").stat().st_ino == before.st_ino


@pytest.mark.usefixtures("without_second_names")
def test_a_file_that_goes_while_it_is_copied_ends_nothing(root, tmp_path, monkeypatch):
    copyfile = shutil.copyfile

    def gone(source: Path, draft: Path) -> None:
        if source.name == "run.gpx":
            source.unlink()
        copyfile(source, draft)

    (root / "ana" / "stays.gpx").write_bytes(b"stays")
    monkeypatch.setattr("shutil.copyfile", gone)
    keep_files(root, into=tmp_path / "kept")
    assert kept(tmp_path / "kept") == {"stays.gpx": b"stays"}

"""An archive is read whole and as it was written, or refused with a sentence, and nothing lands elsewhere."""

import gzip
import json
import tarfile
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.backup.manifest import MANIFEST
from config.backup.packing import whole_or_not_at_all
from config.backup.refusal import Refused
from config.backup.unpacking import unpack
from tests.config.backup.archives import (
    CONTENT,
    manifest_of,
    odd_archive,
    sound_archive,
    sound_members,
    unpacked,
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> Path:
    return sound_archive(tmp_path_factory.mktemp("sound"))


def outcome(archive: bytes) -> dict[str, bytes] | str:
    """What came out of it, or the sentence that refuses it."""
    with tempfile.TemporaryDirectory() as folder:
        path, into = Path(folder, "a.tar.gz"), Path(folder, "into")
        path.write_bytes(archive)
        into.mkdir()
        try:
            unpack(path, into=into)
        except Refused as refused:
            return str(refused)
        return unpacked(into)


def refusal(path: Path) -> str:
    into = path.parent / "into"
    into.mkdir()
    with pytest.raises(Refused) as refused:
        unpack(path, into=into)
    return str(refused.value)


def test_what_was_packed_comes_out_as_it_was(sound, tmp_path):
    manifest = unpack(sound, into=tmp_path)
    assert unpacked(tmp_path) == CONTENT
    assert manifest == manifest_of(manifest.entries)
    assert set(manifest.entries) == set(CONTENT)


def test_nobody_but_its_owner_can_read_it_or_what_comes_out(sound, tmp_path):
    unpack(sound, into=tmp_path)
    files = [sound, *(path for path in tmp_path.rglob("*") if path.is_file())]
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}


def test_one_that_could_not_be_written_whole_is_not_there_at_all(tmp_path):
    def write_half() -> None:
        with whole_or_not_at_all(tmp_path / "a.tar.gz") as out:
            out.write(b"the first half")
            raise OSError("The disk is full")

    with pytest.raises(OSError, match="full"):
        write_half()
    assert list(tmp_path.iterdir()) == []


@given(data=st.data())
def test_one_that_is_cut_off_anywhere_is_refused(sound, data):
    whole = sound.read_bytes()
    cut = data.draw(st.integers(0, len(whole) - 1))
    assert str(outcome(whole[:cut])).endswith("Nothing was changed.")


@given(data=st.data())
def test_one_with_other_bytes_is_refused_or_comes_out_the_same(sound, data):
    """Some bits of a packed file say nothing, such as the hour it was packed."""
    changed = bytearray(sound.read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(st.integers(1, 255))
    told = outcome(bytes(changed))
    assert told == CONTENT or str(told).endswith("Nothing was changed.")


@pytest.mark.slow
def test_hardly_a_byte_can_be_other_unnoticed(sound):
    whole = sound.read_bytes()
    unnoticed = [
        at
        for at in range(len(whole))
        if outcome(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]) == CONTENT
    ]
    # The header of gzip: when, how hard and where it was packed.
    assert set(unnoticed) <= set(range(4, 10))


@pytest.mark.parametrize("name", list(CONTENT))
def test_one_with_a_changed_entry_is_refused(name, tmp_path):
    members = [(n, b"else" if n == name else body) for n, body in sound_members()]
    assert f"{name} is missing, changed or added" in refusal(odd_archive(tmp_path / "a", *members))


@pytest.mark.parametrize("name", list(CONTENT))
def test_one_that_lacks_an_entry_is_refused(name, tmp_path):
    members = [member for member in sound_members() if member[0] != name]
    assert f"{name} is missing, changed or added" in refusal(odd_archive(tmp_path / "a", *members))


def test_one_with_a_file_too_many_is_refused(tmp_path):
    archive = odd_archive(tmp_path / "a", ("files/ff/more", b"more"), *sound_members())
    assert "files/ff/more is missing, changed or added" in refusal(archive)


def test_one_without_a_database_is_refused(tmp_path):
    content = {"secret-key": b"a key of nobody"}
    assert "the database is missing" in refusal(odd_archive(tmp_path / "a", *sound_members(content)))


@pytest.mark.parametrize(
    "name",
    [
        "/etc/cron.d/a",
        "../a",
        "files/../../a",
        "files/../a",
        "files//a",
        "files/./a",
        "files/",
        "files/a\\b",
        "a",
    ],
)
def test_a_name_that_no_backup_holds_is_refused_and_nothing_is_written(name, tmp_path):
    archive = odd_archive(tmp_path / "a", (name, b"evil"), *sound_members())
    assert "which no backup holds" in refusal(archive)
    assert unpacked(tmp_path / "into") == {}


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE]
)
def test_what_is_no_plain_file_is_refused(kind, tmp_path):
    member = tarfile.TarInfo("files/ab/cd")
    member.type, member.linkname = kind, "/etc/passwd"
    archive = odd_archive(tmp_path / "a", (member, b""), *sound_members())
    assert "which is a link, a folder or a device" in refusal(archive)
    assert list((tmp_path / "into").iterdir()) == []


def test_a_name_that_stands_there_twice_is_refused(tmp_path):
    members = sound_members()
    assert "twice" in refusal(odd_archive(tmp_path / "a", members[0], *members))


def test_what_follows_the_manifest_is_refused(tmp_path):
    archive = odd_archive(tmp_path / "a", *sound_members(), ("files/ff/more", b"more"))
    assert "goes on after its manifest" in refusal(archive)


def test_one_of_a_later_format_says_to_update(tmp_path):
    *content, (_, text) = sound_members()
    later = json.dumps({**json.loads(text), "format": 2}).encode()
    assert "Update Footfall" in refusal(odd_archive(tmp_path / "a", *content, (MANIFEST, later)))


@pytest.mark.parametrize(
    "text", [b"", b"[]", b"{}", b"null", b"7", b'{"kind": "other", "format": 1}', b"\xff"]
)
def test_a_manifest_of_something_else_is_refused(text, tmp_path):
    *content, _ = sound_members()
    assert "not one that Footfall writes" in refusal(odd_archive(tmp_path / "a", *content, (MANIFEST, text)))


@pytest.mark.parametrize(
    "content",
    [b"", b"Dear diary", gzip.compress(b"Dear diary", mtime=0), b"PK\x03\x04", b"SQLite format 3\0"],
)
def test_what_is_no_archive_is_refused(content, tmp_path):
    (tmp_path / "a").write_bytes(content)
    assert "Nothing was changed." in refusal(tmp_path / "a")


def test_an_archive_of_something_else_is_refused(tmp_path):
    archive = odd_archive(tmp_path / "a", ("files/notes.txt", b"Dear diary"))
    assert "no manifest" in refusal(archive)


def test_a_path_that_leads_nowhere_says_so(tmp_path):
    assert "There is no file" in refusal(tmp_path / "nowhere.tar.gz")

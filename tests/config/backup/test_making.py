"""What a backup holds, where it goes and how many stay."""

import json
import os
from datetime import timedelta
from errno import ENOSPC
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from config.backup import places
from config.backup.making import make_backup
from config.backup.refusal import Refused
from config.in_use import hold
from logbook.models import LoggedSet, Session
from tests.config.backup.archives import contents, entries_of
from tests.factories import NOW
from workouts.models import Athlete


def test_it_holds_the_database_the_uploaded_files_and_the_key(instance, settings):
    file = instance.lives("ana")
    made = instance.backed_up()

    held = contents(made.path)
    database = "database.sqlite3" if connection.vendor == "sqlite" else "database.sql"
    upload = f"files/{file.stored.name}"
    assert list(held) == [database, "secret-key", upload, "manifest.json"]
    assert held["secret-key"].decode() == settings.SECRET_KEY
    assert held[upload] == b"ana" * 1000
    assert (made.size_bytes, made.files, made.has_key, made.missing) == (
        made.path.stat().st_size,
        1,
        True,
        0,
    )


def test_its_manifest_names_all_of_it(instance):
    instance.lives("ana")
    made = instance.backed_up()

    *_, (_, text) = held = list(contents(made.path).items())
    told = json.loads(text)
    assert (told["kind"], told["format"], told["engine"]) == ("footfall backup", 1, connection.vendor)
    assert told["made_at"] == "2026-07-29T08:00:00+00:00"
    assert {"workouts.0001_athletes_and_catalogue", "logbook.0001_runs_and_sessions"} <= set(
        told["migrations"]
    )
    entries = entries_of(dict(held[:-1]))
    assert told["entries"] == {
        name: {"size_bytes": e.size_bytes, "sha256": e.sha256} for name, e in entries.items()
    }
    counted = {name: told["tables"][name]["rows"] for name in ("workouts_athlete", "logbook_loggedset")}
    assert counted == {"workouts_athlete": 1, "logbook_loggedset": LoggedSet.objects.count()}
    assert made.rows == sum(table["rows"] for table in told["tables"].values())


def test_the_digest_of_a_table_tells_one_other_letter(instance):
    instance.lives("ana")

    def digests() -> dict[str, str]:
        instance.backed_up("a")
        tables = json.loads(contents(instance.data_dir / "backups" / "a")["manifest.json"])["tables"]
        return {name: table["digest"] for name, table in tables.items()}

    before, again = digests(), digests()
    Session.objects.update(note="Even.")
    after = digests()
    assert before == again
    assert {name for name in before if before[name] != after[name]} == {"logbook_session"}


def test_a_key_that_the_environment_sets_is_not_in_it(instance):
    instance.lives("ana")
    (instance.data_dir / "secret-key").write_text("another one, left here long ago")
    made = instance.backed_up()
    assert "secret-key" not in contents(made.path)
    assert not made.has_key


def test_it_says_how_many_files_are_named_and_not_there(instance):
    file = instance.lives("ana")
    Path(file.stored.path).unlink()
    assert instance.backed_up().missing == 1


def test_a_link_among_the_files_is_not_followed(instance, tmp_path):
    instance.lives("ana")
    (tmp_path / "elsewhere").write_text("not ours")
    (instance.files / "link").symlink_to(tmp_path / "elsewhere")
    assert instance.backed_up().files == 1


def test_only_its_owner_can_read_it_and_nothing_else_is_left(instance):
    instance.lives("ana")
    made = instance.backed_up()
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert made.path.parent.stat().st_mode & 0o777 == 0o700
    assert list(made.path.parent.iterdir()) == [made.path]
    assert sorted(path.name for path in instance.data_dir.iterdir()) == ["backups", "files", "secret-key"]


def test_what_a_killed_one_left_long_ago_is_swept_away(instance):
    old = instance.data_dir / ".backup-1"
    old.mkdir()
    (old / "database.sqlite3").touch()
    made = instance.backed_up(minutes=60 * 24 * 10_000)
    assert not old.exists()
    assert made.path.exists()


def test_in_a_folder_of_ones_own_nothing_is_swept_but_drafts_of_archives(instance, tmp_path):
    home = tmp_path / "home"
    (home / ".backup-photos").mkdir(parents=True)
    (home / ".backup-photos" / "1.jpg").touch()
    others = [home / ".notes.tar.gz.mine.part", home / "a.tar.gz.0123456789abcdef.part"]
    draft = home / ".footfall-20260101-000000.tar.gz.0123456789abcdef.part"
    for path in (*others, draft):
        path.touch()
    make_backup(to=home / "a.tar.gz", now=NOW + timedelta(days=10_000))
    assert sorted(home.iterdir()) == sorted([home / ".backup-photos", *others, home / "a.tar.gz"])
    assert (home / ".backup-photos" / "1.jpg").exists()


def test_the_command_says_where_it_is_and_what_is_in_it(instance, told):
    instance.lives("ana")
    call_command("backup")
    path, holds, private = told().splitlines()
    assert Path(path).parent == instance.data_dir / "backups"
    assert holds.startswith(f"{Path(path).stat().st_size} bytes: ")
    assert holds.endswith(" rows, 1 uploaded files.")
    assert "only you can read it" in private


def test_a_place_of_ones_own_is_a_folder_or_a_name(instance, tmp_path, told):
    call_command("backup", to=str(tmp_path))
    assert Path(told().splitlines()[0]).parent == tmp_path
    call_command("backup", to=str(tmp_path / "new" / "a.tar.gz"))
    assert Path(told().splitlines()[0]) == tmp_path / "new" / "a.tar.gz"
    with pytest.raises(CommandError, match="no backup is written over"):
        call_command("backup", to=str(tmp_path / "new" / "a.tar.gz"))


def test_a_place_that_cannot_be_written_to_is_told(instance, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(CommandError, match="No backup was made"):
        call_command("backup", to=str(tmp_path / "file" / "a.tar.gz"))


def test_a_full_disk_is_told_and_leaves_nothing_behind(instance, monkeypatch):
    def full(_: int) -> None:
        raise OSError(ENOSPC, os.strerror(ENOSPC))

    instance.lives("ana")
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CommandError, match=r"No backup was made\. The disk says: No space left on device\."):
        call_command("backup")
    left = {path.name for path in instance.data_dir.iterdir()} - {"in-use.lock"}
    assert left == {"backups", "files", "secret-key"}
    assert list((instance.data_dir / "backups").iterdir()) == []


def test_none_is_made_while_another_is_restored(instance):
    with hold(instance.data_dir, alone=True), pytest.raises(CommandError, match="is just being restored"):
        call_command("backup")


def test_two_of_the_same_second_have_two_names(instance):
    first = places.place(now=NOW)
    first.parent.mkdir()
    first.touch()
    assert (first.name, places.place(now=NOW).name) == (
        "footfall-20260729-080000.tar.gz",
        "footfall-20260729-080000-2.tar.gz",
    )


def test_of_those_made_unasked_the_newest_five_stay_and_those_made_by_hand_all(instance):
    folder = instance.data_dir / "backups"
    folder.mkdir()
    for occasion in (places.MIGRATION, places.RESTORE, ""):
        for days in range(7):
            places.place(occasion=occasion, now=NOW + timedelta(days=days)).touch()
    oldest = folder / "footfall-20260729-080000-before-migration.tar.gz"
    (folder / "link").symlink_to(oldest)
    for written in (oldest, folder / ".." / folder.name / oldest.name, folder / "link"):
        places.forget_old(places.MIGRATION, but=written)
        assert oldest.exists(), "It is the one that is restored."
    (folder / "link").unlink()
    places.forget_old(places.MIGRATION)
    names = sorted(path.name for path in folder.iterdir())
    kept = [name[9:17] for name in names if places.MIGRATION in name]
    assert kept == ["20260731", "20260801", "20260802", "20260803", "20260804"]
    assert len(names) == 5 + 7 + 7


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL checks its own pages")
def test_a_damaged_database_is_not_taken_for_a_backup(instance, tmp_path, settings):
    broken = tmp_path / "broken.sqlite3"
    broken.write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)
    whole = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = str(broken)
    try:
        with pytest.raises(Refused, match="cannot be read whole"):
            instance.backed_up()
    finally:
        connection.settings_dict["NAME"] = whole
    assert list((instance.data_dir / "backups").iterdir()) == []
    assert not Athlete.objects.exists()

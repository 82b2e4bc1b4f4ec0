"""Files go once nothing names them, whatever breaks off between the rows and the disk."""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.management import call_command
from django.db import OperationalError, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from logbook import clearing, leaving
from logbook.models import ImportedFile, IncomingFile
from tests.factories import NOW
from tests.logbook.file_forms import on_disk
from tests.logbook.full_account import make_full_account
from workouts.models import Athlete

pytestmark = pytest.mark.usefixtures("clock")

LONG_AGO = (NOW - timedelta(hours=2)).timestamp()


def stored_names() -> list[str]:
    names = [file.stored.name for file in ImportedFile.objects.order_by("pk")]
    return names + [file.stored.name for file in IncomingFile.objects.exclude(stored="")]


def list_of(names: list[str], *, is_old: bool) -> str:
    """The list a server left that died within the deletion."""
    listed = default_storage.save(clearing.new_list(), ContentFile("\n".join(names).encode()))
    if is_old:
        os.utime(default_storage.path(listed), (LONG_AGO, LONG_AGO))
    return listed


def lists() -> list[str]:
    return default_storage.listdir(clearing.LISTS)[1] if default_storage.exists(clearing.LISTS) else []


def dies_at_files(monkeypatch, only: str = "") -> None:
    """The power goes with the first file that was to be removed from the disk, or with that one alone."""
    delete = FileSystemStorage.delete

    def die(storage, name):
        if name == only or not (only or name.startswith(clearing.LISTS)):
            raise SystemExit
        delete(storage, name)

    monkeypatch.setattr(FileSystemStorage, "delete", die)


def while_it_deletes(monkeypatch, do) -> None:
    """Does something, with a connection of its own, when the rows are just going and nothing is committed."""
    delete = Athlete.delete

    def connected():
        try:
            do()
        finally:
            connections.close_all()

    def delete_meanwhile(athlete):
        gone = delete(athlete)
        with ThreadPoolExecutor(1) as other:
            other.submit(connected).result()
        return gone

    monkeypatch.setattr(Athlete, "delete", delete_meanwhile)


@pytest.mark.django_db
def test_a_server_that_dies_before_the_files_are_gone_makes_up_for_it_at_the_next_start(
    uploads, monkeypatch, capsys
):
    make_full_account("ben", canary="bens")
    kept = on_disk(uploads)
    athlete, _ = make_full_account()
    with monkeypatch.context() as power_cut:
        dies_at_files(power_cut)
        with pytest.raises(SystemExit):
            leaving.leave(athlete=athlete)
    assert not Athlete.objects.filter(pk=athlete.pk).exists()
    assert len(on_disk(uploads)) > len(kept)

    call_command("purge")

    assert on_disk(uploads) == kept
    assert "0 runs, 4 files" in capsys.readouterr().out


@pytest.mark.django_db
def test_a_server_that_dies_before_the_rows_are_gone_keeps_every_file(uploads):
    make_full_account()
    kept = on_disk(uploads)
    list_of(stored_names(), is_old=True)
    call_command("purge")
    assert on_disk(uploads) == kept


@pytest.mark.django_db
@pytest.mark.parametrize("is_old", [False, True])
def test_who_lives_on_and_removes_the_first_file_keeps_the_others(uploads, monkeypatch, is_old):
    monkeypatch.setattr(clearing, "NAMES_A_QUERY", 2)
    make_full_account()
    kept, names = on_disk(uploads), stored_names()
    assert len(names) == 4
    list_of(names, is_old=is_old)
    ImportedFile.objects.get(stored=names[0]).delete()

    call_command("purge")

    assert [name for name in on_disk(uploads) if name in kept] == sorted(set(kept) - {names[0]})
    # A young list waits: its account may be ending just now.
    assert len(lists()) == (not is_old)


@pytest.mark.django_db
def test_a_list_about_to_be_written_is_left_alone(uploads):
    list_of([], is_old=False)
    assert (clearing.finish(now=NOW), len(lists())) == (0, 1)


@pytest.mark.django_db(transaction=True)
def test_a_purge_in_the_midst_of_a_deletion_leaves_its_list(uploads, monkeypatch):
    athlete, _ = make_full_account()
    seen = []

    def purge():
        assert clearing.finish(now=NOW) == 0
        seen.extend(lists())

    while_it_deletes(monkeypatch, purge)
    assert leaving.leave(athlete=athlete) == 4
    assert len(seen) == 1
    assert on_disk(uploads) == []


@pytest.mark.django_db(transaction=True)
def test_files_go_also_where_their_list_went_before_them(uploads, monkeypatch):
    athlete, _ = make_full_account()

    def lose():
        for name in lists():
            clearing.withdraw(listed=f"{clearing.LISTS}/{name}")

    while_it_deletes(monkeypatch, lose)
    leaving.leave(athlete=athlete)
    assert on_disk(uploads) == []


def answers_lost(monkeypatch, *, times: int, took_effect: bool = True) -> None:
    """The connection breaks while the database ends a transaction, and nobody hears how that went."""
    commit, left = BaseDatabaseWrapper._commit, [times]

    def lost(wrapper):
        if not left[0]:
            return commit(wrapper)
        left[0] -= 1
        if took_effect:
            commit(wrapper)
        raise OperationalError

    monkeypatch.setattr(BaseDatabaseWrapper, "_commit", lost)


@pytest.mark.django_db(transaction=True)
def test_a_deletion_whose_answer_is_lost_has_taken_its_files_along(uploads, monkeypatch):
    athlete, _ = make_full_account()
    answers_lost(monkeypatch, times=1)
    assert leaving.leave(athlete=athlete) == 4
    assert on_disk(uploads) == []
    assert not Athlete.objects.filter(pk=athlete.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_a_deletion_that_nobody_knows_the_end_of_keeps_its_list_for_the_purge(uploads, monkeypatch):
    athlete, _ = make_full_account()
    with monkeypatch.context() as broken:
        answers_lost(broken, times=leaving.MOST_TRIES, took_effect=False)
        with pytest.raises(OperationalError):
            leaving.leave(athlete=athlete)
    assert Athlete.objects.filter(pk=athlete.pk).exists()
    assert len(lists()) == 1
    Athlete.objects.filter(pk=athlete.pk).delete()
    assert clearing.finish(now=NOW) == 4
    assert on_disk(uploads) == []

"""An account that is deleted leaves nothing: no row, no file, no browser signed in, no word of its own."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session as BrowserSession
from django.db import connection
from django.test import Client

from tests.factories import NOW, PASSWORD, make_athlete, make_run, make_session
from tests.logbook.file_forms import downloaded, on_disk
from tests.logbook.full_account import CANARY, make_full_account
from tests.pages.snapshots import belongings, everything
from workouts.models import Athlete, Circuit, Exercise

pytestmark = pytest.mark.usefixtures("clock")

PAGE = "/settings/deletion/"
SURE = {"sure": "on", "password": PASSWORD}
LOGIN = "/accounts/login/"


def own(client: Client, athlete: Athlete) -> Client:
    client.force_login(athlete)
    return client


@pytest.mark.django_db
def test_every_row_and_file_goes_and_what_is_others_stays_to_the_letter(uploads):
    ben, _ = make_full_account("ben", canary="bens")
    before, others = everything(), belongings(ben)
    catalogue = (Exercise.objects.filter(athlete=None).count(), Circuit.objects.filter(athlete=None).count())
    athlete, client = make_full_account()
    # Nothing that is proved here is proved by emptiness.
    assert {table for table, rows in belongings(athlete).items() if not rows} == {"admin.LogEntry"}

    answer = client.post(PAGE, SURE)

    assert (answer.status_code, answer["Location"]) == (302, LOGIN)
    assert belongings(ben) == others
    # The club of theirs is no row of theirs: nobody can make one without the shell.
    after = everything()
    assert {table for table, rows in after.items() if rows != before[table]} <= {"auth.Group"}
    assert catalogue == (
        Exercise.objects.filter(athlete=None).count(), Circuit.objects.filter(athlete=None).count(),
    )  # fmt: skip
    assert len(on_disk(uploads)) == len(before["files"])


@pytest.mark.django_db
def test_every_browser_of_theirs_is_signed_out_and_no_other(ana, ana_client, ben, ben_client):
    phone = own(Client(), ana)
    assert BrowserSession.objects.count() == 3
    ana_client.post(PAGE, SURE)
    assert [row.get_decoded()["_auth_user_id"] for row in BrowserSession.objects.all()] == [str(ben.pk)]
    for client in (ana_client, phone):
        assert client.get("/runs/")["Location"] == f"{LOGIN}?next=/runs/"
    assert ben_client.get("/runs/").status_code == 200


@pytest.mark.django_db
def test_it_cannot_sign_in_any_more_and_its_name_is_free(ana, ana_client, settings):
    settings.REGISTRATION = "open"
    make_athlete("ben")
    ana_client.post(PAGE, SURE)
    answer = Client().post(LOGIN, {"login": "ana", "password": PASSWORD})
    assert (answer.status_code, "_auth_user_id" in answer.wsgi_request.session) == (200, False)
    typed = {"username": "ana", "password1": PASSWORD, "password2": PASSWORD, "time_zone": "UTC"}
    assert Client().post("/accounts/signup/", typed).status_code == 302
    assert Athlete.objects.get(username="ana").pk != ana.pk


@pytest.mark.django_db
def test_the_sign_in_page_says_that_it_is_done(ana, ana_client, ben):
    page = ana_client.post(PAGE, SURE, follow=True)
    assert "Your account is deleted, with everything that was in it." in page.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"sure": "on", "password": "wrong"}, "That is not your password. Give the one you sign in with."),
        ({"sure": "on", "password": ""}, "Give the password you sign in with."),
        ({"password": PASSWORD}, "Tick this if your account is to be deleted."),
        ({}, "Give the password you sign in with."),
    ],
)
def test_without_the_tick_or_the_password_nothing_is_deleted(ana, ana_client, sent, says):
    make_run(ana)
    before = everything()
    answer = ana_client.post(PAGE, sent)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert "Nothing is deleted yet" in answer.content.decode()
    assert everything() == before


@pytest.mark.django_db
def test_the_right_password_of_somebody_else_is_wrong(ana, ana_client, ben):
    ben.set_password("bens-own-words-9")
    ben.save()
    assert ana_client.post(PAGE, {"sure": "on", "password": "bens-own-words-9"}).status_code == 422


@pytest.mark.django_db
@pytest.mark.parametrize("page", [PAGE, "/settings/export/"])
def test_ten_wrong_passwords_an_hour_and_then_not_even_the_right_one(ana, ana_client, ben, ben_client, page):
    for _ in range(10):
        assert ana_client.post(page, {"sure": "on", "password": "wrong"}).status_code == 422
    answer = ana_client.post(page, SURE)
    assert answer.status_code == 429
    assert "Too many wrong passwords. Wait an hour, then try again" in answer.content.decode()
    assert Athlete.objects.filter(pk=ana.pk).exists()
    # Both pages count together, for each account apart.
    assert ana_client.post("/settings/export/", SURE).status_code == 429
    assert ben_client.post(page, {"sure": "on", "password": "wrong"}).status_code == 422


@pytest.mark.django_db
def test_the_right_password_begins_the_count_anew(ana_client):
    for _ in range(3):
        for _ in range(8):
            assert ana_client.post("/settings/export/", {"password": "wrong"}).status_code == 422
        answer = ana_client.post("/settings/export/", {"password": PASSWORD})
        assert answer.status_code == 200
        downloaded(answer)


@pytest.mark.django_db
def test_an_account_without_a_password_is_told_to_set_one(ana, ana_client):
    ana.set_unusable_password()
    ana.save()
    answer = own(Client(), ana).post("/settings/export/", {"password": "anything"})
    assert answer.status_code == 422
    assert "This account has no password yet." in answer.content.decode()


@pytest.mark.django_db
def test_what_an_owner_noted_about_the_account_goes_too(ana, ana_client, sam):
    accounts = ContentType.objects.get_for_model(Athlete)
    for about in (ana, sam):
        LogEntry.objects.create(
            user=sam,
            content_type=accounts,
            object_id=str(about.pk),
            object_repr=str(about),
            action_flag=CHANGE,
        )
    ana_client.post(PAGE, SURE)
    assert [entry.object_repr for entry in LogEntry.objects.all()] == ["sam"]


@pytest.mark.django_db
def test_a_run_and_a_session_hidden_long_ago_go_too(ana, ana_client):
    make_run(ana).hide(at=NOW - timedelta(days=29))
    make_session(ana).hide(at=NOW - timedelta(days=29))
    ana_client.post(PAGE, SURE)
    assert not any(belongings(ana).values())


@pytest.mark.django_db
def test_no_log_line_holds_a_word_of_theirs(uploads, caplog):
    caplog.set_level("DEBUG", logger="django")
    caplog.set_level("INFO")
    _, client = make_full_account()
    caplog.clear()
    client.post(PAGE, {"sure": "on", "password": "wrong"})
    downloaded(client.post("/settings/export/", {"password": PASSWORD}))
    client.post(PAGE, SURE)
    lines = [line.getMessage() for line in caplog.records if not line.name.startswith("django.db")]
    assert not [line for line in lines if CANARY in line or PASSWORD in line]


class TestCanary:
    """Words that are theirs stand nowhere: no table, no file, nor in the database's own file."""

    pytestmark = pytest.mark.django_db(transaction=True)

    def test_no_word_of_theirs_is_left_in_any_table_or_file(self, uploads):
        athlete, client = make_full_account()
        assert _tables_with(CANARY) >= {"workouts_athlete", "logbook_run", "account_emailaddress"}
        assert _files_with(CANARY)
        athlete.groups.all().delete()

        assert client.post(PAGE, SURE).status_code == 302

        assert _tables_with(CANARY) == set()
        assert _files_with(CANARY) == []
        assert on_disk(uploads) == []


def _tables_with(word: str) -> set[str]:
    """Every table, known to Django or not, with that word in any of its cells."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            if any(word in _told(cell) for row in cursor.fetchall() for cell in row):
                found.add(table)
    return found


def _told(cell: object) -> str:
    cell = bytes(cell) if isinstance(cell, memoryview) else cell
    return (cell.decode("latin-1") if isinstance(cell, bytes) else str(cell)).lower()


def _files_with(word: str) -> list[str]:
    """Every uploaded file, and on SQLite the database's own files, with that word in them."""
    places = [path for path in Path(django_settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    if connection.vendor == "sqlite":
        name = connection.settings_dict["NAME"]
        places += [path for ending in ("", "-wal") if (path := Path(f"{name}{ending}")).exists()]
    return [path.name for path in places if word.encode() in path.read_bytes().lower()]

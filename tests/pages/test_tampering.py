"""A form that names what is another's: refused, and nothing of theirs changed or told."""

from uuid import uuid4

import pytest

from logbook.models import Run, Session
from tests.browsing import soup
from tests.factories import make_run, make_session
from tests.pages.household import CANARY, told
from tests.pages.snapshots import belongings
from tests.pages.typed import EACH_AS_PLANNED

GONE = "That run is gone. Choose another, or “No run”."


@pytest.fixture
def ben(house):
    return house.people["stranger"]


@pytest.fixture
def client(house):
    return house.client_of("stranger")


def typed(**changes):
    """A session of the day of Ana's run, so that only whose it is can be in the way."""
    day = {"date": "2026-07-28", "time": "09:00", "minutes": "20", "effort": "", "note": ""}
    return {"key": str(uuid4()), **day, **EACH_AS_PLANNED, **changes}


@pytest.mark.parametrize("whose", ["run", "deleted_run"])
def test_a_new_session_cannot_be_paired_with_anothers_run(house, ben, client, whose):
    before = belongings(house.ana)
    answer = client.post("/sessions/new/", typed(run=getattr(house, whose).pk))
    assert answer.status_code == 422
    assert GONE in answer.content.decode()
    assert CANARY.encode() not in told(answer).lower()
    assert not ben.sessions.exists()
    assert belongings(house.ana) == before


def test_a_session_cannot_be_moved_to_anothers_run(house, ben, client):
    own = make_session(ben)
    before, bens = belongings(house.ana), belongings(ben)
    answer = client.post(f"/sessions/{own.pk}/edit/", typed(run=house.run.pk))
    assert answer.status_code == 422
    assert GONE in answer.content.decode()
    assert CANARY.encode() not in told(answer).lower()
    assert belongings(ben) == bens
    assert belongings(house.ana) == before


def test_anothers_run_is_refused_like_one_that_is_not_there(house, client):
    hers = client.post("/sessions/new/", typed(run=house.run.pk, key=str(house.run.key)))
    nobodys = client.post("/sessions/new/", typed(run=house.run.pk + 1000, key=str(house.run.key)))
    assert hers.context["form"].errors == nobodys.context["form"].errors
    assert hers.status_code == nobodys.status_code == 422


def test_an_address_that_names_anothers_run_offers_it_to_nobody(house, client):
    answer = client.get(f"/sessions/new/?run={house.run.pk}")
    assert answer.status_code == 200
    assert CANARY.encode() not in told(answer).lower()
    assert [choice["value"] for choice in soup(answer).find_all("input", {"name": "run"})] == [""]


def test_ana_herself_can_do_what_ben_cannot(house):
    """Otherwise the refusals above might have another cause."""
    client = house.client_of("owner")
    answer = client.post("/sessions/new/", typed(run=house.run.pk))
    assert answer.status_code == 302
    assert house.ana.sessions.get(pk=int(answer["Location"].split("/")[2])).run == house.run
    corrected = {**typed(run=house.run.pk), "seen": house.session.version}
    assert client.post(f"/sessions/{house.session.pk}/edit/", corrected).status_code == 302


@pytest.mark.parametrize("number", ["9" * 19, "9" * 5000, "-1", "¹", "1.0", "abc", "0x1", " "])
def test_a_run_that_is_no_number_of_ours_is_refused_with_a_sentence(house, client, number):
    answer = client.post("/sessions/new/", typed(run=number))
    assert answer.status_code == 422
    assert GONE in answer.content.decode()


@pytest.mark.parametrize("number", ["9" * 5000, "-1", "abc"])
def test_an_address_with_no_number_of_ours_offers_the_form_without_a_run(client, number):
    assert client.get("/sessions/new/", {"run": number}).status_code == 200


def test_the_key_of_anothers_run_makes_a_run_of_ones_own(house, ben, client):
    before = belongings(house.ana)
    body = {"key": house.run.key, "date": "2026-07-28", "time": "07:00", "duration": "30:00", "kind": "easy"}
    answer = client.post("/runs/new/", body)
    own = Run.objects.get(athlete=ben)
    assert answer["Location"] == f"/runs/{own.pk}/"
    assert (own.key, own.duration_s) == (house.run.key, 1800)
    assert belongings(house.ana) == before


def test_the_key_of_anothers_session_makes_a_session_of_ones_own(house, ben, client):
    before = belongings(house.ana)
    answer = client.post("/sessions/new/", typed(key=house.session.key))
    own = Session.objects.get(athlete=ben)
    assert answer["Location"] == f"/sessions/{own.pk}/"
    assert own.key == house.session.key
    assert belongings(house.ana) == before


def test_a_form_cannot_name_another_owner(house, ben, client):
    """Neither the athlete nor what only the instance's owner is stands open to a form."""
    run = make_run(ben)
    grab = {"athlete": house.ana.pk, "athlete_id": house.ana.pk, "user": house.ana.pk, "id": house.run.pk}
    body = {"key": uuid4(), "date": "2026-07-28", "time": "07:00", "duration": "30:00", "kind": "easy"}
    before = belongings(house.ana)
    assert client.post("/runs/new/", body | grab).status_code == 302
    assert client.post(f"/runs/{run.pk}/edit/", body | grab).status_code == 302
    assert client.post("/sessions/new/", typed(**grab)).status_code == 302
    assert belongings(house.ana) == before
    assert (ben.runs.count(), ben.sessions.count()) == (2, 1)


def test_the_settings_make_nobody_staff_and_rename_nobody(house, ben, client):
    chosen = {"time_zone": "UTC", "distance_unit": "km", "weight_unit": "kg", "week_start": "monday"}
    grab = {"is_staff": "on", "is_superuser": "on", "is_owner": "on", "username": "ana2", "password": "x"}
    password = ben.password
    answer = client.post("/settings/", {**chosen, "theme": "dark", **grab, "pk": house.ana.pk})
    assert answer.status_code == 302
    ben.refresh_from_db()
    assert (ben.theme, ben.username, ben.password) == ("dark", "ben", password)
    assert (ben.is_staff, ben.is_superuser, ben.is_owner) == (False, False, False)

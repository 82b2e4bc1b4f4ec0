"""Where somebody is signed in: listed with device and time, ended one by one or all at once."""

from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session as BrowserSession
from django.test import Client
from django.utils import timezone

from tests.browsing import soup, words
from tests.factories import PASSWORD
from tests.pages.signing import is_signed_in, sign_in
from workouts import ending

PAGE, END = "/settings/sign-ins/", "/settings/sign-ins/end/"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Safari/604.1"
DESK = "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0"


def signed_in(name: str, user_agent: str = DESK, **more) -> Client:
    client = Client(headers={"User-Agent": user_agent}, **more)
    assert sign_in(client, name).status_code == 302
    return client


def rows(client: Client) -> list[str]:
    return [words(row) for row in soup(client.get(PAGE)).main.find_all("li")]


def number_of(client: Client) -> int:
    return UserSession.objects.get(session_key=client.session.session_key).pk


def test_the_list_says_device_time_and_address_this_browser_first(ana):
    here = signed_in("ana")
    signed_in("ana", PHONE, REMOTE_ADDR="192.0.2.7")
    first, second = rows(here)
    assert first.startswith("Firefox on Linux this browser since ")
    assert second.startswith("Safari on iPhone since ")
    assert "from 192.0.2.7" in second


def test_one_sign_in_is_ended_and_the_others_are_not(ana):
    here, phone, third = signed_in("ana"), signed_in("ana", PHONE), signed_in("ana")
    answer = here.post(END, {"which": number_of(phone)}, follow=True)
    assert "Signed out there." in words(answer)
    assert not is_signed_in(phone)
    assert is_signed_in(here)
    assert is_signed_in(third)
    assert len(rows(here)) == 2


def test_nobody_ends_anothers_sign_in(ana, ben):
    hers, his = signed_in("ana"), signed_in("ben")
    answer = his.post(END, {"which": number_of(hers)}, follow=True)
    assert "Nothing was changed." in words(answer)
    assert is_signed_in(hers)


def test_all_others_are_ended_also_those_no_list_knows_and_nobody_elses(ana, ben):
    here, phone, bens = signed_in("ana"), signed_in("ana", PHONE), signed_in("ben")
    unlisted = Client()
    unlisted.force_login(ana)
    answer = here.post(END, {"which": "others"}, follow=True)
    assert "Signed out in 2 other places." in words(answer)
    assert is_signed_in(here)
    assert is_signed_in(bens)
    assert not is_signed_in(phone)
    assert not is_signed_in(unlisted)
    assert not UserSession.objects.filter(user=ana).exclude(pk=number_of(here)).exists()


def test_everywhere_means_here_too(ana):
    here, phone = signed_in("ana"), signed_in("ana", PHONE)
    answer = here.post(END, {"which": "all"})
    assert answer["Location"] == "/accounts/login/"
    assert not is_signed_in(here)
    assert not is_signed_in(phone)
    assert not UserSession.objects.filter(user=ana).exists()


def test_what_is_no_number_ends_nothing(ana, ana_client):
    for nonsense in ("", "\0", "abc", "-1", "9" * 5000, "١"):
        answer = ana_client.post(END, {"which": nonsense}, follow=True)
        assert "Nothing was changed." in words(answer)
    assert is_signed_in(ana_client)


def test_what_is_over_is_not_listed(ana):
    here, lapsed, out = signed_in("ana"), signed_in("ana", PHONE), signed_in("ana", PHONE)
    ago = timezone.now() - timedelta(seconds=1)
    BrowserSession.objects.filter(session_key=lapsed.session.session_key).update(expire_date=ago)
    out.post("/accounts/logout/")
    assert len(rows(here)) == 1


def test_a_new_password_leaves_this_browser_alone_on_the_list(ana):
    here, phone = signed_in("ana"), signed_in("ana", PHONE)
    typed = {"oldpassword": PASSWORD, "password1": "fast-is-later-8", "password2": "fast-is-later-8"}
    assert here.post("/accounts/password/change/", typed).status_code == 302
    assert not is_signed_in(phone)
    assert [row.startswith("Firefox on Linux this browser since ") for row in rows(here)] == [True]


def test_looking_at_the_list_changes_nothing(ana):
    here = signed_in("ana")
    UserSession.objects.create(user=ana, session_key="gone", ip="192.0.2.1", user_agent="x")
    before = list(UserSession.objects.values())
    rows(here)
    assert list(UserSession.objects.values()) == before


def test_nothing_is_kept_of_sign_ins_that_are_over(ana):
    here = signed_in("ana")
    UserSession.objects.create(user=ana, session_key="gone", ip="192.0.2.1", user_agent="x")
    assert ending.forget_ended() == 1
    assert [each.session_key for each in UserSession.objects.all()] == [here.session.session_key]


def test_a_browser_that_came_in_before_the_list_was_kept_still_knows_itself(ana_client):
    assert rows(ana_client) == [
        "A device that does not say what it is this browser signed in before this list was kept"
    ]


def test_a_device_that_says_nonsense_is_listed_as_text(ana):
    here = signed_in("ana", "<script>alert(1)</script>" + "x" * 5000)
    assert rows(here)[0].startswith("A device that does not say what it is")

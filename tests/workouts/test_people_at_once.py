"""What those who run an instance do in the same moment: one invite, one of them left, one new password."""

from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from tests.at_once import at_once
from tests.browsing import form_on, words
from tests.factories import make_athlete
from workouts import enrolling, inviting, switching
from workouts.accounts import reset_path
from workouts.models import Athlete, Invite

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_same_form_sent_ten_times_is_one_invite_with_one_link():
    olga, key, now = make_athlete("olga", is_staff=True), uuid4(), timezone.now()
    made = at_once(10, lambda: inviting.invite(by=olga, key=key, for_whom="Jo", now=now))
    assert {each.token for each in made} == {made[0].token}
    assert Invite.objects.count() == 1


def test_of_two_who_switch_each_other_off_one_is_left():
    two = [make_athlete(name, is_staff=True, is_superuser=True) for name in ("sam", "stan")]
    pairs = [(two[0], two[1]), (two[1], two[0])]

    def switch():
        by, athlete = pairs.pop()
        try:
            switching.switch_off(by=by, athlete=athlete, now=timezone.now())
        except switching.NotAllowed:
            return False
        return True

    assert sorted(at_once(2, switch)) == [False, True]
    assert Athlete.objects.running_instance().count() == 1


def test_of_two_withdrawals_and_a_sign_up_the_invite_ends_in_one_way():
    olga, now = make_athlete("olga", is_staff=True), timezone.now()
    invite = inviting.invite(by=olga, key=uuid4(), for_whom="", now=now).invite
    jonas = make_athlete("jonas")

    def use():
        with transaction.atomic():
            inviting.take_up(invite_id=invite.pk, now=now).use(by=jonas, at=now)

    verbs = [use, use, lambda: inviting.withdraw(invite_id=invite.pk, now=now)]

    def do():
        try:
            verbs.pop()()
        except inviting.InviteGone:
            return 0
        return 1

    assert sum(at_once(3, do)) == 1
    invite.refresh_from_db()
    assert (invite.used_at is None) != (invite.withdrawn_at is None)


def test_of_two_new_passwords_by_one_link_the_first_stays():
    cache.clear()
    ana = make_athlete("ana")
    link, passwords = reset_path(ana), ["fast-is-later-8", "slow-is-fine-9"]

    def set_one():
        client, password = Client(), passwords.pop()
        page = client.get(link, follow=True)
        form = form_on(page, "Set the password").filled({"password1": password, "password2": password})
        return password, form.send(client)

    # Both have the page open before either sends it: the second is told when it does.
    first, second = Client(), Client()
    pages = [client.get(link, follow=True) for client in (first, second)]
    typed = {"password1": "fast-is-later-8", "password2": "fast-is-later-8"}
    assert form_on(pages[0], "Set the password").filled(typed).send(first).status_code == 302
    other = {"password1": "slow-is-fine-9", "password2": "slow-is-fine-9"}
    late = form_on(pages[1], "Set the password").filled(other).send(second)
    assert "This link no longer works" in words(late)
    ana.refresh_from_db()
    assert ana.check_password("fast-is-later-8")

    link = reset_path(ana)
    answers = at_once(2, lambda: set_one_or_none(set_one))
    kept = [password for password, answer in answers if answer is not None and answer.status_code == 302]
    ana.refresh_from_db()
    assert len(kept) == 1
    assert ana.check_password(kept[0])


def set_one_or_none(set_one):
    """One who comes after the other finds no form at all."""
    try:
        return set_one()
    except AssertionError:
        return "", None


def test_of_two_accounts_of_one_name_one_is_made():
    def make():
        try:
            return enrolling.enrol(name="jonas", email="")
        except enrolling.Taken:
            return None

    make_athlete("olga")
    assert sum(each is not None for each in at_once(2, make)) == 1
    assert Athlete.objects.filter(username="jonas").count() == 1


@pytest.mark.parametrize("wrong", ["ends before", "used and withdrawn", "used by and not used"])
def test_the_database_holds_what_an_invite_may_be(wrong):
    olga, now = make_athlete("olga"), timezone.now()
    invite = Invite(token_hash="0" * 64, made_by=olga, made_at=now, expires_at=now + inviting.HOLDS_FOR)
    if wrong == "ends before":
        invite.expires_at = now
    elif wrong == "used and withdrawn":
        invite.used_at = invite.withdrawn_at = now
    else:
        invite.used_by = olga
    with pytest.raises(IntegrityError), transaction.atomic():
        invite.save()

"""Writes accounts that somebody makes for somebody else, who sets the password by a link."""

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from workouts.models import Athlete


class Taken(Exception):
    """Another account has that name or address; the text says which, and what to do."""


def enrol(*, name: str, email: str) -> Athlete:
    """
    Make an account that nobody can sign in to before its password is set; the first owns the instance.

    :raises Taken: if another account has the name, in whatever letters, or the address
    """
    name_taken = Taken(f"There is an account called {name} already. Choose another name.")
    if Athlete.objects.filter(username__iexact=name).exists():
        raise name_taken
    addresses = EmailAddress.objects.filter(email__iexact=email)
    if email and (addresses.exists() or Athlete.objects.filter(email__iexact=email).exists()):
        raise Taken(f"{email} belongs to another account. Leave it out, or give another address.")
    athlete = Athlete(username=name, email=email)
    athlete.set_unusable_password()
    if not Athlete.objects.anyone():
        athlete.become_owner()
    try:
        with transaction.atomic():
            athlete.save(force_insert=True)
            if email:
                EmailAddress.objects.create(user=athlete, email=email, primary=True)
    except IntegrityError as faster:
        raise name_taken from faster
    return athlete

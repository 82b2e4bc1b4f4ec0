"""Hashing is slow by intent, and the tests of accounts hash some hundred passwords."""

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher


class OneRound(PBKDF2PasswordHasher):
    """Django's own way with one round: what it stores, Django's own can read."""

    iterations = 1


@pytest.fixture(autouse=True)
def _quick_hashing(settings):
    settings.PASSWORD_HASHERS = [f"{__name__}.OneRound"]

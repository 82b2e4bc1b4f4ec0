"""Hashing that is quick, since it is slow by intent and the tests hash some thousand passwords."""

from django.contrib.auth.hashers import PBKDF2PasswordHasher


class OneRound(PBKDF2PasswordHasher):
    """Django's own way with one round: what it stores, Django's own can read."""

    iterations = 1

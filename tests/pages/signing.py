"""Signs people up and in as the pages do it."""

from typing import Any

from django.test import Client

from tests.factories import PASSWORD


def sign_up(client: Client, name: str, **changes: Any):
    typed = {"username": name, "email": "", "password1": PASSWORD, "password2": PASSWORD, "time_zone": ""}
    return client.post("/accounts/signup/", typed | changes)


def sign_in(client: Client, login: str, password: str = PASSWORD, **more: Any):
    return client.post("/accounts/login/", {"login": login, "password": password, **more})


def is_signed_in(client: Client) -> bool:
    return client.get("/settings/").status_code == 200

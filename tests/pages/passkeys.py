"""Sets up second factors as the pages do it, without a browser."""

import json
import time
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from tests.browsing import form_on, soup
from tests.factories import PASSWORD


def confirm(client: Client) -> Client:
    """What changes the way in asks for the password once more."""
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


def code_of(secret: str, *, spans_ago: int = 0) -> str:
    """What an app shows that was given this secret."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 - spans_ago))


def set_up_app(client: Client) -> str:
    """Turn on an app by its page; return its secret."""
    page = confirm(client).get("/accounts/2fa/totp/activate/")
    secret = soup(page).find("pre").get_text().replace(" ", "")
    # The code of the span before, so that the one shown now is still to be used.
    typed = {"code": code_of(secret, spans_ago=1)}
    answer = form_on(page, "Turn it on").filled(typed).send(client)
    assert answer.status_code == 302, answer.content.decode()
    return secret


def recovery_codes(client: Client) -> list[str]:
    page = confirm(client).get("/accounts/2fa/recovery-codes/")
    return [code.get_text() for code in soup(page).find_all("code")]


def options_on(page) -> dict[str, Any]:
    """What the page would hand to the browser."""
    options = json.loads(soup(page).find(attrs={"data-options": True})["data-options"])
    return options.get("creation_options") or options["request_options"]

"""An instance set up by its environment alone, in a process of its own: asks it for pages, tells what came.

The settings are read once, at import, so each set of them needs a new process.  Run as a module it takes
requests as JSON on its input and prints the answers as JSON; `ask` is the other end of that line.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.test.utils import setup_test_environment

ROOT = Path(__file__).resolve().parent.parent.parent
# What an environment may hold that would be a setting of Footfall.
OURS = (
    "DATABASE_URL",
    "PUBLIC_URL",
    "TRUSTED_PROXIES",
    "ALLOWED_HOSTS",
    "EMAIL_URL",
    "REGISTRATION",
    "EMERGENCY_NUMBER",
    "DEBUG",
    "SECRET_KEY",
    "BACKUP_BEFORE_MIGRATION",
)


def ask(data_dir: Path, environment: dict[str, str], *requests: dict[str, Any]) -> list[dict[str, Any]]:
    """
    Send requests one after another, as one browser, to an instance with that environment.

    A request has method, path, host, and if wanted data and headers.  An answer has status, headers,
    cookies, body, and the texts of the mails sent with it.
    """
    clean = {name: value for name, value in os.environ.items() if name not in OURS}
    done = subprocess.run(
        [sys.executable, "-m", "tests.config.asking"],
        input=json.dumps(requests),
        env={**clean, "DJANGO_SETTINGS_MODULE": "config.settings", "DATA_DIR": str(data_dir), **environment},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    answers: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    return answers


def _main() -> None:
    django.setup()
    # Mails are kept in memory; everything else stays as the environment has it.
    setup_test_environment(debug=False)
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    client = Client(raise_request_exception=False)
    print(json.dumps([_answer(client, request) for request in json.load(sys.stdin)]))


def _answer(client: Client, request: dict[str, Any]) -> dict[str, Any]:
    mail.outbox.clear()
    got = client.generic(
        request["method"],
        request["path"],
        data=request.get("data", ""),
        content_type="application/x-www-form-urlencoded",
        headers={"host": request["host"], **request.get("headers", {})},
    )
    return {
        "status": got.status_code,
        "headers": dict(got.items()),
        "cookies": {
            name: {
                "httponly": bool(cookie["httponly"]),
                "secure": bool(cookie["secure"]),
                "samesite": cookie["samesite"],
                "path": cookie["path"],
                "domain": cookie["domain"],
            }
            for name, cookie in got.cookies.items()
        },
        "body": (got.getvalue() if got.streaming else got.content).decode(),
        "mails": [f"{message.subject}\n{message.body}" for message in mail.outbox],
    }


if __name__ == "__main__":
    _main()

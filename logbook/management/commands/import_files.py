"""Imports watch files from the server's disk: `manage.py import_files --athlete NAME FILE…`."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.core.files import File
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from logbook import importing, imports
from logbook.importing import Sent
from logbook.models import Outcome, Verdict
from workouts.models import Athlete

TOTALS = ("distance_m", "duration_s", "moving_s", "elapsed_s", "avg_hr", "max_hr", "ascent_m")
NOTHING_KNOWN = dict.fromkeys(("start_utc", "sport", *TOTALS, "kind", "laps"))


class Command(BaseCommand):
    help = "Import FIT, GPX and TCX files, also packed as .gz; prints one JSON object for each activity."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--athlete", required=True, metavar="NAME", help="whose runs they are")
        parser.add_argument("files", nargs="+", metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            athlete = Athlete.objects.get_by_natural_key(options["athlete"])
        except Athlete.DoesNotExist as missing:
            raise CommandError(f"There is no athlete called {options['athlete']}.") from missing
        for path in options["files"]:
            for told in _outcomes(athlete, path):
                self.stdout.write(json.dumps(told, ensure_ascii=False))


def _outcomes(athlete: Athlete, path: str) -> Iterator[dict[str, object]]:
    """Each file is an import of its own, so that one that cannot be opened stops nothing."""
    now = timezone.now()
    try:
        with Path(path).open("rb") as opened:
            sent = Sent(Path(path).name, File(opened))
            batch = importing.receive(athlete=athlete, key=uuid4(), files=[sent], now=now)
    except OSError as error:
        reason = f"This file cannot be opened: {error.strerror}."
        yield {"file": path, "index": 0, "outcome": Verdict.REFUSED, "reason": reason, **NOTHING_KNOWN}
        return
    importing.work_off(batch=batch, now=now)
    for row in imports.page(batch=batch).rows:
        yield from (_told(path, outcome) for outcome in row.outcomes)


def _told(path: str, outcome: Outcome) -> dict[str, object]:
    said = {"file": path, "index": outcome.index, "outcome": outcome.verdict, "reason": outcome.because}
    return {**said, **NOTHING_KNOWN, **outcome.facts}

"""Imports watch files from the server's disk: `manage.py import_files --athlete NAME FILE…`."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.management.base import CommandError
from django.utils import timezone

from config.command import DataCommand
from logbook import importing, imports
from logbook.formats import LARGEST_BYTES
from logbook.importing import Sent
from logbook.imports import FileRow
from logbook.models import Verdict
from workouts.models import Athlete

TOTALS = ("distance_m", "duration_s", "moving_s", "elapsed_s", "avg_hr", "max_hr", "ascent_m")
NOTHING_KNOWN = dict.fromkeys(("start_utc", "sport", *TOTALS, "kind", "laps"))


class Command(DataCommand):
    help = "Import FIT, GPX and TCX files, also packed as .gz; prints one JSON object for each activity."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--athlete", required=True, metavar="NAME", help="whose runs they are")
        parser.add_argument("files", nargs="+", metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            athlete = Athlete.objects.get_by_natural_key(options["athlete"])
        except Athlete.DoesNotExist as missing:
            raise CommandError(f"There is no athlete called {options['athlete']}.") from missing
        now, unopened = timezone.now(), dict[str, str]()
        files = _opened(options["files"], unopened)
        batch = importing.receive(athlete=athlete, key=uuid4(), files=files, now=now).batch
        for done in count(1):
            if importing.work_off(batch=batch, now=timezone.now()) is None:
                break
            if self.stderr.isatty():
                self.stderr.write(f"{done} of {len(options['files'])} files read", ending="\r")
        rows = iter(sorted(imports.page(batch=batch).rows, key=lambda row: row.file.position))
        for path in options["files"]:
            for told in [_unopened(path, unopened[path])] if path in unopened else _told(path, next(rows)):
                line = json.dumps(told, ensure_ascii=False)
                # A name that is not UTF-8 is written as JSON escapes it.
                self.stdout.write(line.encode(errors="backslashreplace").decode())


def _opened(paths: Sequence[str], unopened: dict[str, str]) -> Iterator[Sent]:
    """One file after another, open while it is stored; one that cannot be opened stops nothing."""
    for path in paths:
        try:
            with Path(path).open("rb") as opened:
                # One byte over the limit is enough to be refused for its size.
                yield Sent(Path(path).name, ContentFile(opened.read(LARGEST_BYTES + 1)))
        except OSError as error:
            unopened[path] = f"This file cannot be opened: {error.strerror}."


def _unopened(path: str, reason: str) -> dict[str, object]:
    return {"file": path, "index": 0, "outcome": Verdict.REFUSED, "reason": reason, **NOTHING_KNOWN}


def _told(path: str, row: FileRow) -> Iterator[dict[str, object]]:
    for outcome in row.outcomes:
        said = {"file": path, "index": outcome.index, "outcome": outcome.verdict, "reason": outcome.because}
        yield {**said, **NOTHING_KNOWN, **outcome.facts}

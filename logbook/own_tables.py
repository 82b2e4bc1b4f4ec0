"""
The tables that hold an athlete's data: what goes into the export, and what does not, with the reason.

A test walks every model with a way to the athlete: each stands here once, in `TABLES` or in `LEFT_OUT`.
A column goes into the export unless `without` names it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models

from logbook.export.columns import Column, unit_of
from logbook.export.json_text import Table
from workouts.models import Athlete

# The path in the archive of the file that a row holds, by model and row.
FilesInArchive = Mapping[tuple[str, int], str]


@dataclass(frozen=True)
class OwnTable:
    """
    A table of one's own: its name in the export, its model, and the look-up from a row to its athlete.

    without: the columns that are left out, each with the reason.  at_once: how many rows are read at a time.
    """

    name: str
    model: str
    of: str
    about: str
    without: Mapping[str, str] = field(default_factory=dict)
    at_once: int = 500


TABLES = (
    OwnTable(
        "account",
        "workouts.Athlete",
        of="pk",
        about="your account and your settings",
        without={
            "password": "from its hash a password can be guessed; you know it, and it is of no other use"
        },
    ),
    OwnTable("email_addresses", "account.EmailAddress", of="user", about="your e-mail addresses"),
    OwnTable(
        "email_confirmations",
        "account.EmailConfirmation",
        of="email_address__user",
        about="mails that asked you to confirm an address",
        without={"key": "whoever has it can confirm the address"},
    ),
    OwnTable(
        "second_factors",
        "mfa.Authenticator",
        of="user",
        about="your second factors and passkeys",
        without={"data": "it holds the secrets that sign you in"},
    ),
    OwnTable(
        "sign_ins",
        "usersessions.UserSession",
        of="user",
        about="the browsers you are signed in with",
        without={"session_key": "whoever has it is signed in as you"},
    ),
    OwnTable(
        "invites",
        "workouts.Invite",
        of="made_by",
        about="invites you made",
        without={"token_hash": "it stands for a link that makes an account"},
    ),
    OwnTable("groups", "workouts.Athlete_groups", of="athlete", about="groups of accounts you are in"),
    OwnTable(
        "permissions",
        "workouts.Athlete_user_permissions",
        of="athlete",
        about="what your account alone is allowed to",
    ),
    OwnTable(
        "planned_runs",
        "workouts.PlannedRun",
        of="athlete",
        about="the runs of your usual week, and those of single days",
    ),
    OwnTable(
        "plan_changes", "workouts.PlanChange", of="athlete", about="what you decided about planned sessions"
    ),
    OwnTable(
        "calendar_feed",
        "workouts.CalendarFeed",
        of="athlete",
        about="the address by which calendar programs read your plan, if there is one",
        without={"token": "whoever has it reads your plan; the settings show it"},
    ),
    OwnTable("races", "workouts.Race", of="athlete", about="the races you entered"),
    OwnTable("own_exercises", "workouts.Exercise", of="athlete", about="exercises you made"),
    OwnTable("own_circuits", "workouts.Circuit", of="athlete", about="circuits you made"),
    OwnTable(
        "own_stations", "workouts.Station", of="circuit__athlete", about="the stations of your circuits"
    ),
    OwnTable(
        "exercise_notes", "workouts.ExerciseNote", of="athlete", about="your notes and videos about exercises"
    ),
    OwnTable("files", "logbook.ImportedFile", of="athlete", about="files that your runs came from"),
    OwnTable("runs", "logbook.Run", of="athlete", about="runs, and other activities from files"),
    OwnTable(
        "run_tracks",
        "logbook.RunTrack",
        of="run__athlete",
        about="what was recorded of a run point by point and lap by lap",
        at_once=10,
    ),
    OwnTable("sessions", "logbook.Session", of="athlete", about="strength sessions, with pain and notes"),
    OwnTable(
        "sets",
        "logbook.LoggedSet",
        of="session__athlete",
        about="the sets of your sessions, asked for and done",
    ),
    OwnTable("week_notes", "logbook.WeekNote", of="athlete", about="your notes about weeks"),
    OwnTable("imports", "logbook.ImportBatch", of="athlete", about="uploads of the last 30 days"),
    OwnTable("import_files", "logbook.IncomingFile", of="batch__athlete", about="the files of an upload"),
    OwnTable(
        "import_outcomes",
        "logbook.Outcome",
        of="file__batch__athlete",
        about="what became of each activity of a file, and why",
    ),
)

LEFT_OUT = {
    "admin.LogEntry": "what an owner changed in the accounts of others, which names them",
}

# What is nobody's own, so that the numbers in the tables above say something.
_LIBRARY = (
    ("library_exercises", "workouts.Exercise", "the library's exercises, which tables refer to by id"),
    ("library_circuits", "workouts.Circuit", "the library's circuits, which sessions refer to by id"),
)
_LIBRARY_COLUMNS = ("id", "slug", "name")

# What is kept beside these tables, and has no model with a way to the athlete.
_BESIDE = {
    "browser_sessions": "what a browser that is signed in shows: it is a key to your account",
    "limits": "how often a wrong password was given: a number of the last hour",
}
_KINDS = {
    "BooleanField": "yes or no",
    "BinaryField": "bytes in Base64",
    "DateField": "date",
    "DateTimeField": "instant in UTC",
    "FileField": "name in this archive",
    "FloatField": "number",
    "JSONField": "JSON",
    "TimeField": "time of day",
}


def left_out() -> dict[str, str]:
    """What an export leaves out, each with the reason."""
    columns = {f"{table.name}.{name}": why for table in TABLES for name, why in table.without.items()}
    return columns | LEFT_OUT | _BESIDE


def own_rows(table: OwnTable, athlete: Athlete) -> "models.QuerySet[Any]":
    """The rows of a table that are that athlete's."""
    rows: models.QuerySet[Any] = apps.get_model(table.model)._base_manager.all()
    return rows.filter(**{table.of: athlete.pk}).order_by("pk")


def exported_fields(table: OwnTable) -> list["models.Field[Any, Any]"]:
    """The columns of a table that go into the export."""
    fields = apps.get_model(table.model)._meta.concrete_fields
    return [column for column in fields if column.name not in table.without]


def tables_of(athlete: Athlete, *, files: FilesInArchive) -> list[Table]:
    """Every table for the export.  One query each, once its rows are asked for."""
    own = [
        Table(
            name=table.name,
            about=table.about,
            columns=[_column(each) for each in exported_fields(table)],
            rows=_reader(table, athlete, files),
        )
        for table in TABLES
    ]
    return own + [_library(name, model, about) for name, model, about in _LIBRARY]


def _column(each: "models.Field[Any, Any]") -> Column:
    target = each.related_model
    refers_to = _name_of(target) if isinstance(target, type) and issubclass(target, models.Model) else ""
    kind = each.get_internal_type()
    holds = _KINDS.get(kind, "number" if "Integer" in kind or "Auto" in kind else "text")
    return Column(
        name=each.attname, holds="id" if target else holds, unit=unit_of(each.name), refers_to=refers_to
    )


def _name_of(model: type[models.Model]) -> str:
    """The table that holds rows of a model; ids of the library's rows stand among those of one's own."""
    found = next((table.name for table in TABLES if table.model == model._meta.label), model._meta.label)
    library = next((name for name, label, _ in _LIBRARY if label == model._meta.label), "")
    return f"{found} or {library}" if library else found


def _reader(table: OwnTable, athlete: Athlete, files: FilesInArchive) -> Any:
    fields = exported_fields(table)
    holders = [nth for nth, each in enumerate(fields) if isinstance(each, models.FileField)]
    names = [each.attname for each in fields]

    def rows() -> Iterator[Sequence[object]]:
        for row in own_rows(table, athlete).values_list("pk", *names).iterator(chunk_size=table.at_once):
            pk, *values = row
            for nth in holders:
                values[nth] = files.get((table.model, pk))
            yield values

    return rows


def _library(name: str, model: str, about: str) -> Table:
    def rows() -> Iterable[Sequence[object]]:
        every = apps.get_model(model)._base_manager.filter(athlete=None).order_by("pk")
        return every.values_list(*_LIBRARY_COLUMNS).iterator(chunk_size=500)

    holds = {"id": "number"}
    columns = [Column(name=each, holds=holds.get(each, "text")) for each in _LIBRARY_COLUMNS]
    return Table(name=name, about=about, columns=columns, rows=rows)

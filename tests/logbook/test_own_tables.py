"""Every table with a way to an athlete is in the export, or left out for a reason."""

import re

import pytest
from django.apps import apps
from django.db import models

from logbook import own_tables
from logbook.own_tables import LEFT_OUT, TABLES, OwnTable, exported_fields
from workouts.models import Athlete

SECRET = re.compile(r"passw|secret|token|session_key|recovery|\bcode|^key$|_hash$")
# Keys that a form was made with: known to the browser, and good for nothing once they are stored.
HARMLESS = {
    (model, "key")
    for model in (
        "logbook.Run",
        "logbook.Session",
        "logbook.ImportBatch",
        "workouts.PlanChange",
        "workouts.PlannedRun",
    )
}


def with_a_way_to_athlete() -> set[str]:
    """Every model with a foreign key to the athlete, or to another such model, whatever app it is of."""
    found: set[type[models.Model]] = {Athlete}
    every = apps.get_models(include_auto_created=True)
    while more := {
        model
        for model in every
        if model not in found and any(each.related_model in found for each in model._meta.concrete_fields)
    }:
        found |= more
    return {model._meta.label for model in found}


def undecided() -> list[str]:
    decided = [table.model for table in own_tables.TABLES] + list(own_tables.LEFT_OUT)
    return [
        f"{label} has a way to the athlete: add it to TABLES or, with the reason, to LEFT_OUT"
        for label in sorted(with_a_way_to_athlete() - set(decided))
    ]


def secrets(table: OwnTable) -> list[str]:
    names = [each.name for each in exported_fields(table) if SECRET.search(each.name)]
    return [f"{table.model}.{name}" for name in names if (table.model, name) not in HARMLESS]


def test_every_model_with_a_way_to_the_athlete_is_decided_upon():
    assert undecided() == []


def test_a_model_that_nobody_decided_upon_would_be_found(monkeypatch):
    monkeypatch.setattr(own_tables, "TABLES", [each for each in TABLES if each.model != "logbook.LoggedSet"])
    monkeypatch.setattr(own_tables, "LEFT_OUT", {})
    assert [sentence.split()[0] for sentence in undecided()] == ["admin.LogEntry", "logbook.LoggedSet"]


def test_each_table_stands_there_once_and_is_a_table():
    labels = [table.model for table in TABLES] + list(LEFT_OUT)
    assert len(labels) == len(set(labels))
    assert len({table.name for table in TABLES}) == len(TABLES)
    assert set(labels) <= with_a_way_to_athlete()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_is_exported_or_left_out_for_a_reason(table):
    columns = {each.name for each in apps.get_model(table.model)._meta.concrete_fields}
    exported = {each.name for each in exported_fields(table)}
    assert exported | set(table.without) == columns
    assert not exported & set(table.without)
    assert all(len(why) > 20 for why in table.without.values())


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_column_that_sounds_like_a_secret_is_exported(table):
    assert secrets(table) == []


def test_a_secret_would_be_found():
    whole = OwnTable("account", "workouts.Athlete", of="pk", about="")
    assert secrets(whole) == ["workouts.Athlete.password"]
    whole = OwnTable("email_confirmations", "account.EmailConfirmation", of="email_address__user", about="")
    assert secrets(whole) == ["account.EmailConfirmation.key"]


def test_no_model_has_a_relation_to_the_athlete_that_hides_in_no_column():
    """Relations of many to many have a table of their own, which the walk finds by its foreign keys."""
    found = with_a_way_to_athlete()
    for model in apps.get_models():
        for each in model._meta.local_many_to_many:
            if each.related_model is Athlete or model is Athlete:
                assert each.remote_field.through._meta.label in found

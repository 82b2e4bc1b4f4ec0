"""What the heaviest of single pages weigh and ask: hours of a run, long forms, all exercises."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test.utils import CaptureQueriesContext

from logbook.models import ImportedFile
from tests.factories import NOW, make_session
from tests.pages.ledger import cost_of, record_hours, when_fields, write_history
from tests.pages.test_budgets import KB, PAGE_BYTES, QUERIES
from workouts.models import Circuit, Exercise
from workouts.models.circuit import FRONT_DOOR

pytestmark = pytest.mark.django_db
FONT_BYTES = 70 * KB
# A run of three hours, with a split for each kilometre and the lines of all that was recorded.
LONG_RUN_BYTES = 60 * KB
# What htmx gets of all 135 exercises.
PART_BYTES = 70 * KB
# A session of eight stations, each open to correction set by set.
FORM_BYTES = 50 * KB


def test_the_page_of_three_hours_from_a_file_is_light_and_keeps_to_its_queries(ana, ana_client):
    make_session(ana, circuit=FRONT_DOOR)
    write_history(ana, first=0, last=1)
    run = ana.runs.get()
    file = ImportedFile.objects.create(
        athlete=ana, name="long.fit", format="fit", sha256="0" * 64, size_bytes=1, stored="a", received_at=NOW
    )
    ana.runs.update(
        imported_file=file, file_index=0, duration_s=10_800.0, distance_m=30_240.0, ascent_m=900.0
    )
    record_hours(run, hours=3)
    cost = cost_of(ana_client, "GET", f"/runs/{run.pk}/")

    assert cost.queries <= QUERIES["run"]
    page = cost.answer.content.decode()
    assert (page.count('class="strip"'), 'class="route ' in page) == (3, True)
    assert page.count("<tr") > 30 + 36
    assert cost.bytes <= LONG_RUN_BYTES, f"{cost.bytes} bytes"


def test_the_form_of_eight_stations_with_four_sets_each_is_light(ana, ana_client, show):
    names = ["Goblet squat", "Push-up", "Dead bug", "Side plank", "Romanian deadlift", "Step-up", "Bird dog"]
    typed: dict[str, str] = {"order": ""}
    for number, name in enumerate([*names, "Goblet squat"], start=1):
        slug = Exercise.objects.get(name=name).slug
        typed |= {f"station-{number}-movement": slug, f"station-{number}-sets": "4"}
        typed["order"] += f"{number},"
    logged = ana_client.post("/sessions/own/", {**when_fields(NOW), **typed})
    assert logged.status_code == 302
    edit = cost_of(ana_client, "GET", f"{logged['Location']}edit/")
    routine = cost_of(ana_client, "GET", "/sessions/new/?circuit=recovery-routine")

    assert edit.answer.content.count(b'class="move"') == routine.answer.content.count(b'class="move"') == 8
    show(f"form of eight stations: {edit.bytes} bytes with 4 sets each, {routine.bytes} of a routine")
    assert max(edit.bytes, routine.bytes) <= FORM_BYTES
    assert max(edit.queries, routine.queries) <= QUERIES["session form"]


def test_what_htmx_gets_of_all_exercises_is_light(ana_client, show):
    part = cost_of(ana_client, "GET", "/exercises/", headers={"HX-Request": "true"})
    show(f"exercises in place: {part.page_bytes} bytes, {part.queries} queries")
    assert part.answer.content.count(b"<li>") == 135
    assert part.page_bytes <= PART_BYTES
    assert part.queries <= QUERIES["exercises"]


def test_a_list_of_runs_loads_no_track(ana, ana_client):
    make_session(ana, circuit=FRONT_DOOR)
    write_history(ana, first=0, last=2)
    for run in ana.runs.all():
        record_hours(run, hours=0.1)
    with CaptureQueriesContext(connection) as queries:
        ana_client.get("/runs/")
    assert len(queries) > 3
    assert not [query["sql"] for query in queries if "runtrack" in query["sql"]]


def test_the_longest_of_the_catalogues_pages_is_light(ana_client, show):
    slugs = [("exercises", Exercise), ("circuits", Circuit)]
    paths = [f"/{shelf}/{row.slug}/" for shelf, model in slugs for row in model.objects.all()]
    costs = {path: cost_of(ana_client, "GET", path) for path in paths}
    heaviest = max(costs, key=lambda path: costs[path].bytes)
    show(f"heaviest of {len(costs)} pages of the catalogue: {heaviest}, {costs[heaviest].bytes} bytes")
    assert len(costs) > 50
    assert costs[heaviest].bytes <= PAGE_BYTES
    assert max(cost.queries for cost in costs.values()) <= QUERIES["circuit"]


def test_the_fonts_are_light():
    fonts = list(Path(finders.find("fonts")).glob("*.woff2"))
    assert fonts
    assert sum(font.stat().st_size for font in fonts) <= FONT_BYTES

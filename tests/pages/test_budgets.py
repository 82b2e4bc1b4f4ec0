"""What each page costs, over ten outings and over three thousand: the same queries, and few bytes."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from logbook.models import Run
from tests.factories import make_athlete, make_circuit, make_exercise, make_session, say_week
from tests.pages.ledger import Cost, cost_of, linked, when_fields, write_history
from tests.pages.typed import EACH_AS_PLANNED
from workouts import publishing
from workouts.models import Athlete
from workouts.models.circuit import FRONT_DOOR

# Without it pytest would run these after those that empty the tables.
pytestmark = pytest.mark.django_db
FEW, MANY = 10, 3000
KB = 1024
PAGE_BYTES = 40 * KB
# All 135 exercises with their figures, and with the filters and what these need.
LIBRARY_HTML_BYTES, LIBRARY_BYTES = 80 * KB, 100 * KB
# It is many modules: tests/browser/test_player_weight.py weighs what is served of them.
WEIGHED_IN_A_BROWSER = ("player",)
WITH_HTMX = ("exercises", "own circuit form")

# The most queries each may take, the look-ups of the sign-in and of the athlete included.
QUERIES = {
    "today": 10,
    "usual week": 5,
    "plan settings": 3,
    "exercises": 6,
    "exercises found": 6,
    "exercises by last time": 6,
    "exercise": 6,
    "circuits": 5,
    "circuit": 6,
    "own exercise": 6,
    "own exercise form": 5,
    "own circuit": 6,
    "own circuit form": 5,
    "runs": 8,
    "runs of a kind": 8,
    "run form": 3,
    "run": 9,
    "session form": 10,
    "session form, bare": 10,
    "own session form": 10,
    "session again": 10,
    "session": 8,
    "session of a run": 8,
    "session correction": 10,
    "player": 15,
    "player's end": 6,
    "week": 8,
    "week with a plan": 8,
    "week note": 3,
    "history": 8,
    "deleted": 4,
    "plan": 10,
    "plan, a week ahead": 10,
    "planned session": 10,
    "plan, a month": 8,
    "run of a day": 8,
    "training plan": 3,
    "calendar": 11,
    "planned session file": 10,
    "calendar settings": 3,
    "race form": 3,
    "method": 3,
    "settings": 3,
    "export": 7,
    "account's end": 8,
    "second factor": 3,
    "sign-ins": 4,
    "who sends": 2,
    "adding an exercise": 10,
    "refusing a session": 10,
    "refusing a correction": 10,
    "saving a session": 20,
    "saving a correction": 20,
    "saving over another version": 20,
    "saving something else under one key": 20,
    "starting a session": 12,
    "storing a set": 10,
    "storing a set of a routine": 20,
    "ending a session": 15,
}
SENT = {
    "adding an exercise": 200,
    "refusing a session": 422,
    "refusing a correction": 422,
    "saving a session": 302,
    "saving a correction": 302,
    "saving over another version": 409,
    "saving something else under one key": 409,
    "starting a session": 302,
    "storing a set": 302,
    "storing a set of a routine": 302,
    "ending a session": 302,
}
A_SET = {"station": "1", "number": "1", "left": "8"}
# Read by programs: nothing is linked in them.
FILES = ("calendar", "planned session file", "who sends")
PAGES = tuple(name for name in QUERIES if name not in (*SENT, *FILES))


@pytest.fixture(scope="module")
def costs(django_db_setup, django_db_blocker):
    """Every page asked for twice: what it costs over few outings, and over many."""
    with django_db_blocker.unblock(), transaction.atomic():
        ana = make_athlete("ana", time_zone="Europe/Berlin")
        make_session(ana, circuit=FRONT_DOOR)
        say_week(ana)
        publishing.publish(athlete=ana, now=timezone.now())
        make_exercise(ana)
        make_circuit(ana, text="3 rounds: shed lunge 8, dead bug 8, plank 30 s")
        write_history(ana, first=0, last=FEW)
        few = _measured(ana)
        write_history(ana, first=FEW, last=MANY)
        many = _measured(ana)
        transaction.set_rollback(True)
    return {name: (few[name], many[name]) for name in QUERIES}


def _measured(ana: Athlete) -> dict[str, Cost]:
    client = Client()
    client.force_login(ana)
    run, session = ana.runs.latest_first()[0], ana.sessions.kept().order_by("pk")[0]
    exercise, circuit = ana.own_exercises.all()[0], ana.own_circuits.all()[0]
    start = {"circuit": FRONT_DOOR, "run": run.pk}
    opened = client.post("/sessions/", {**start, "key": uuid4()})["Location"].removesuffix("play/")
    paths = {
        "today": "/",
        "usual week": "/settings/week/",
        "plan settings": "/settings/plan/",
        "exercises": "/exercises/",
        "exercises found": "/exercises/?q=lunge&muscle=quadriceps&own=on",
        "exercises by last time": "/exercises/?sort=recent",
        "exercise": f"/exercises/{session.sets.all()[0].exercise.slug}/",
        "circuits": "/circuits/",
        "circuit": f"/circuits/{FRONT_DOOR}/",
        "own exercise": exercise.get_absolute_url(),
        "own exercise form": f"/exercises/own/{exercise.pk}/edit/",
        "own circuit": circuit.get_absolute_url(),
        "own circuit form": f"/circuits/own/{circuit.pk}/edit/",
        "runs": "/runs/",
        "runs of a kind": "/runs/?kind=easy",
        "run form": "/runs/new/",
        "run": f"/runs/{run.pk}/",
        "session form": f"/sessions/new/?circuit={FRONT_DOOR}&run={run.pk}",
        "session form, bare": "/sessions/new/",
        "own session form": f"/sessions/own/?run={run.pk}",
        "session again": f"/sessions/{session.pk}/repeat/",
        "session": f"/sessions/{session.pk}/",
        "session of a run": f"/sessions/{ana.sessions.kept().latest_first()[5].pk}/",
        "session correction": f"/sessions/{ana.sessions.kept().latest_first()[0].pk}/edit/",
        "player": f"{opened}play/",
        "player's end": f"{opened}completion/",
        "week": f"/history/{ana.week_of(run.performed_on)}/",
        "week with a plan": f"/history/{ana.week_of(ana.day_of(timezone.now()))}/",
        "week note": f"/history/{ana.week_of(run.performed_on)}/note/",
        "history": "/history/",
        "deleted": "/history/deleted/",
        "plan": "/plan/",
        "plan, a week ahead": f"/plan/{ana.week_of(run.performed_on).next.next}/",
        "planned session": f"/plan/sessions/{ana.week_of(run.performed_on).next.next}-1/",
        "plan, a month": f"/plan/months/{ana.day_of(timezone.now()):%Y-%m}/",
        "run of a day": f"/plan/runs/{ana.week_of(run.performed_on).next.next.first_day}/",
        "training plan": "/plan/runs/import/",
        "calendar": ana.calendar_feed.get_absolute_url(),
        "planned session file": f"/plan/sessions/{ana.week_of(run.performed_on).next.next}-1/session.ics",
        "calendar settings": "/settings/calendar/",
        "race form": "/plan/races/new/",
        "method": "/method/",
        "settings": "/settings/",
        "export": "/settings/export/",
        "account's end": "/settings/deletion/",
        "second factor": "/accounts/2fa/",
        "sign-ins": "/settings/sign-ins/",
        "who sends": "/sessions/sender/",
    }
    costs = {name: cost_of(client, "GET", path) for name, path in paths.items()}
    assert {cost.answer.status_code for cost in costs.values()} == {200}
    latest = ana.sessions.kept().exclude(pk=session.pk).latest_first()[0]
    corrected = {**_typed(run), "seen": latest.version, "minutes": latest.minutes + 1}
    key = uuid4()
    form, edit = paths["session form"], f"/sessions/{latest.pk}/edit/"
    sent = {
        "adding an exercise": (form, {**_typed(run), "order": "1,2,3,4", "do": "add", "add": "Push-up"}),
        "refusing a session": (form, {**_typed(run), "minutes": "soon"}),
        "refusing a correction": (edit, {**corrected, "minutes": "soon"}),
        "saving a session": (form, {**_typed(run), "key": key}),
        "saving a correction": (edit, corrected),
        # With what the first of the two corrections saw.
        "saving over another version": (edit, {**corrected, "minutes": latest.minutes + 2}),
        "saving something else under one key": (form, {**_typed(run), "key": key, "minutes": "23"}),
        "starting a session": ("/sessions/", {**start, "key": uuid4()}),
        "storing a set": (f"{opened}sets/", A_SET),
        "storing a set of a routine": (f"{opened}sets/", {**A_SET, "routine": "post-run-stretch"}),
        "ending a session": (f"{opened}completion/", {"minutes": "20", "run": run.pk}),
    }
    costs |= {name: cost_of(client, "POST", path, typed) for name, (path, typed) in sent.items()}
    assert {name: costs[name].answer.status_code for name in SENT} == SENT
    return costs


def _typed(run: Run) -> dict[str, object]:
    """A session after that run, with one station done otherwise than planned."""
    otherwise = {"station-1-planned": "", "station-1-sets": "2", "station-1-amount": "6"}
    after = {"run": run.pk, "effort": "5", "note": ""}
    return {**when_fields(run.local_end + timedelta(minutes=1)), **after, **EACH_AS_PLANNED, **otherwise}


@pytest.mark.parametrize("name", QUERIES)
def test_a_page_keeps_to_its_queries_however_long_the_history(costs, name):
    few, many = costs[name]
    assert few.queries <= QUERIES[name], f"{few.queries} queries over {FEW} outings"
    # One fewer is fair: a look for anything older ends as soon as there is something.
    told = f"{few.queries} queries over {FEW} outings, {many.queries} over {MANY}"
    assert few.queries - 1 <= many.queries <= few.queries, told


@pytest.mark.parametrize("name", [name for name in PAGES if name not in WEIGHED_IN_A_BROWSER])
def test_a_page_with_its_styles_and_scripts_is_light_however_long_the_history(costs, name):
    most = LIBRARY_BYTES if name.startswith(WITH_HTMX) else PAGE_BYTES
    for cost in costs[name]:
        assert cost.page_bytes <= LIBRARY_HTML_BYTES
        assert cost.linked_bytes > 0
        assert cost.bytes <= most, f"{cost.bytes} bytes"


def test_a_week_as_full_as_can_be_costs_no_more_queries(ana, ana_client):
    """Twenty outings a day in one week: rows of one page, not of a long history."""
    make_session(ana, circuit=FRONT_DOOR)
    write_history(ana, first=0, last=1)
    week = f"/history/{ana.week_of(ana.runs.all()[0].performed_on)}/"
    one = cost_of(ana_client, "GET", week)
    for _ in range(20):
        write_history(ana, first=0, last=7)
    full = cost_of(ana_client, "GET", week)
    assert full.queries == one.queries
    assert full.page_bytes > one.page_bytes


def test_the_figures_can_be_read(costs, show):
    rows = [
        f"{name:<19}{few.queries:>8}{many.queries:>8}"
        + (f"{few.page_bytes:>8}{many.page_bytes:>8}{many.bytes:>8}" if name in PAGES else "")
        for name, (few, many) in costs.items()
    ]
    head = f"{'':<19}{'queries over':>16}{'bytes over':>16}{'with':>8}\n"
    head += f"{'page':<19}{FEW:>8}{MANY:>8}{FEW:>8}{MANY:>8}{'linked':>8}"
    show("\n".join([head, *rows]))
    assert len(rows) == len(QUERIES)


def test_a_query_for_each_row_would_be_found(ana, ana_client, settings):
    settings.ROOT_URLCONF = "tests.pages.careless"
    make_session(ana, circuit=FRONT_DOOR)
    write_history(ana, first=0, last=2)
    two = cost_of(ana_client, "GET", "/careless/greedy/")
    write_history(ana, first=2, last=7)
    assert cost_of(ana_client, "GET", "/careless/greedy/").queries == two.queries + 5


def test_a_module_that_only_another_module_names_is_weighed_too(tmp_path, settings):
    settings.STATICFILES_DIRS = [tmp_path]
    (tmp_path / "a.js").write_text('import { b } from "./b.js";')
    (tmp_path / "b.js").write_text("export const b = 1;")
    page = b'<script type="module" src="/static/a.js"></script>'
    assert [file.name for file in linked(page)] == ["a.js", "b.js"]

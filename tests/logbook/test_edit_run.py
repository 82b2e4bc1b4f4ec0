"""Correcting a run changes what was corrected and nothing besides."""

from datetime import UTC, datetime, timedelta

import pytest

from logbook.models import Run
from tests.browsing import complaint, facts, form_on, notices
from tests.builders.fit import fit_file
from tests.factories import NOW, make_run
from tests.logbook.file_forms import import_run
from tests.logbook.run_forms import SAVE_CHANGES
from workouts.vocabulary import RunKind

pytestmark = pytest.mark.usefixtures("clock")

# In Berlin the clock shows 02:30:13 twice on that night; this is the second time.
SECOND_0230 = datetime(2025, 10, 26, 1, 30, 13, tzinfo=UTC)


def edit_form(client, run):
    return form_on(client.get(f"{run.get_absolute_url()}edit/"), SAVE_CHANGES)


def imported(client, **watch) -> Run:
    content = fit_file(
        **{"started_at": SECOND_0230, "duration_s": 2890.4, "distance_m": 8234.56, "record_every_s": 60}
        | {"elapsed_s": 3001.7, "moving_s": 2800.2, "ascent_m": 46}
        | watch
    )
    return import_run(client, content, kind="tempo")


def values(run: Run) -> dict:
    return Run.objects.filter(pk=run.pk).values().get()


@pytest.mark.parametrize("unit", ["km", "mi"])
@pytest.mark.parametrize("effort", [None, 0, 1, 10])
def test_a_run_from_a_watch_posted_back_unchanged_changes_in_nothing(ana, ana_client, unit, effort):
    ana.distance_unit = unit
    ana.save()
    run = imported(ana_client)
    Run.objects.filter(pk=run.pk).update(effort=effort, note="Wet.\nDark.", name="Canal")
    before = values(run)
    assert (before["distance_m"], before["duration_s"]) == (8234.56, 2890.4)
    assert before["started_at"] == SECOND_0230

    form = edit_form(ana_client, run)
    assert (form.fields["time"], form.fields["duration"]) == ("02:30", "48:10")
    assert form.send(ana_client)["Location"] == run.get_absolute_url()

    assert values(run) == before


@pytest.mark.parametrize(
    "odd",
    [
        {"distance_m": None},
        {"distance_m": 0.0},
        {"distance_m": 0.4},
        {"distance_m": 999_999.99},
        {"duration_s": 0.4},
        {"duration_s": 59.999},
        {"duration_s": 3599.5},
        {"duration_s": 7 * 24 * 3600.0},
        {"kind": RunKind.CROSS_TRAINING},
        {"started_at": datetime(2026, 7, 29, 23, 59, 59, 999999, tzinfo=UTC) - timedelta(days=1)},
        {"started_at": datetime(2025, 10, 26, 0, 30, 13, tzinfo=UTC)},
        {"started_at": datetime(2026, 3, 29, 1, 0, tzinfo=UTC)},
        {"started_at": datetime(1970, 1, 1, tzinfo=UTC)},
        {"time_zone": "Asia/Kathmandu"},
    ],
    ids=str,
)
def test_an_odd_run_posted_back_unchanged_changes_in_nothing(ana, ana_client, odd):
    run = make_run(ana, **odd)
    before = values(run)

    assert edit_form(ana_client, run).send(ana_client).status_code == 302
    assert values(run) == before


def test_after_a_move_to_another_zone_a_run_posted_back_unchanged_changes_in_nothing(ana, ana_client):
    run = imported(ana_client)
    before = values(run)
    ana.time_zone = "Pacific/Auckland"
    ana.save()

    edit_form(ana_client, run).send(ana_client)
    assert values(run) == before


def test_every_field_can_be_corrected(ana, ana_client):
    run = make_run(ana)
    changes = {
        "date": "2026-07-28", "time": "18:30", "duration": "1:02:04", "distance": "10,5",
        "kind": "long", "effort": "4", "note": "Hot.",
    }  # fmt: skip
    answer = edit_form(ana_client, run).filled(changes).send(ana_client)

    run.refresh_from_db()
    assert run.started_at == datetime(2026, 7, 28, 16, 30, tzinfo=UTC)
    assert (run.performed_on.day, run.duration_s, run.distance_m) == (28, 3724, 10_500)
    assert (run.kind, run.effort, run.note) == (RunKind.LONG, 4, "Hot.")
    assert notices(ana_client.get(answer["Location"])) == ["Changes saved."]


def test_what_only_the_watch_knows_stays_when_the_kind_changes(ana_client):
    run = imported(ana_client)
    edit_form(ana_client, run).filled({"kind": "race", "effort": "9", "distance": "8.3"}).send(ana_client)

    now = values(run)
    assert (now["kind"], now["effort"], now["distance_m"]) == ("race", 9, 8300)
    watch = (
        "avg_hr",
        "max_hr",
        "ascent_m",
        "device",
        "elapsed_s",
        "moving_s",
        "duration_s",
        "started_at",
        "sport",
    )
    assert [now[name] for name in watch] == [
        150, 170, 46, "Garmin fenix6", 3001.7, 2800.2, 2890.4, SECOND_0230, "running",
    ]  # fmt: skip


def test_another_duration_forgets_the_watch_s_pauses(ana_client):
    run = imported(ana_client)
    edit_form(ana_client, run).filled({"duration": "50:00"}).send(ana_client)

    now = values(run)
    assert (now["duration_s"], now["elapsed_s"], now["moving_s"]) == (3000, None, None)
    assert "Start to finish" not in facts(ana_client.get(run.get_absolute_url()))


def test_the_name_a_file_gave_it_can_be_changed_and_taken_away(ana_client):
    run = imported(ana_client)
    Run.objects.filter(pk=run.pk).update(name="Morning Run")
    form = edit_form(ana_client, run)
    assert form.fields["name"] == "Morning Run"

    form.filled({"name": "Canal loop"}).send(ana_client)
    assert values(run)["name"] == "Canal loop"
    edit_form(ana_client, run).filled({"name": ""}).send(ana_client)
    assert values(run)["name"] == ""


def test_a_distance_can_be_taken_away(ana, ana_client):
    run = make_run(ana)
    edit_form(ana_client, run).filled({"distance": ""}).send(ana_client)

    assert values(run)["distance_m"] is None


def test_another_day_moves_it_to_another_week(ana, ana_client):
    run = make_run(ana)
    edit_form(ana_client, run).filled({"date": "2026-07-20"}).send(ana_client)

    assert b"Easy run" in ana_client.get("/history/2026-W30/").content
    assert b"Easy run" not in ana_client.get("/history/2026-W31/").content


def test_a_mistake_keeps_what_was_typed_and_the_run_as_it_was(ana, ana_client):
    run = make_run(ana)
    before = values(run)
    answer = edit_form(ana_client, run).filled({"duration": "a while", "note": "Hot."}).send(ana_client)

    assert answer.status_code == 422
    assert (
        complaint(answer, "duration") == "“a while” is not a duration. Write it like 48:10, 1:02:04 or 45s."
    )
    kept = form_on(answer, SAVE_CHANGES).fields
    assert (kept["duration"], kept["note"], kept["time"]) == ("a while", "Hot.", "07:00")
    assert values(run) == before


def test_another_key_in_the_edit_form_changes_nothing(ana, ana_client):
    run, other = make_run(ana), make_run(ana, started_at=NOW - timedelta(days=1))
    before = values(run)
    edit_form(ana_client, run).filled({"key": str(other.key)}).send(ana_client)

    assert values(run) == before


def test_editing_a_deleted_run_leads_to_its_page_and_keeps_what_was_sent(ana, ana_client):
    run = make_run(ana)
    form = edit_form(ana_client, run)
    run.hide(at=NOW)

    assert ana_client.get(f"{run.get_absolute_url()}edit/")["Location"] == run.get_absolute_url()
    assert form.filled({"note": "late"}).send(ana_client)["Location"] == run.get_absolute_url()
    assert (values(run)["note"], values(run)["deleted_at"]) == ("late", NOW)

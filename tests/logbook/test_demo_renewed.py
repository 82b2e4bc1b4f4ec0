"""The demo runner made, broken off, renewed and removed: whole or not at all, and nobody else is touched."""

from datetime import timedelta
from pathlib import Path

import pytest

from logbook import demonstrating
from logbook.models import IncomingFile, LoggedSet
from tests.builders.fit import fit_file
from tests.factories import NOW, make_athlete, make_circuit, make_run, make_session
from tests.logbook.file_forms import import_run
from tests.pages.snapshots import belongings, differences, everything
from workouts.models import Athlete

pytestmark = pytest.mark.django_db

RUN_SAYS = ("started_at", "kind", "distance_m", "duration_s", "effort", "name", "note")
SET_SAYS = ("exercise_name", "planned_reps", "done_reps", "done_seconds", "done_right", "load_kg")


def make_demo(now=NOW, told=lambda week: None):
    return demonstrating.make_demo(password="look-round-9", now=now, told=told)


def stored() -> tuple[list, list]:
    """What the demo runner's runs and sets say, in their order."""
    demo = Athlete.objects.demo()
    sets = LoggedSet.objects.filter(session__athlete=demo)
    return (
        list(demo.runs.order_by("started_at").values_list(*RUN_SAYS)),
        list(sets.order_by("session__started_at", "station", "number").values_list(*SET_SAYS)),
    )


def files(root: Path) -> set[Path]:
    return {path for path in root.rglob("*") if path.is_file()}


def test_removed_it_leaves_nothing_and_everybody_else_as_they_were(ana, ana_client, uploads):
    import_run(ana_client, fit_file(started_at=NOW - timedelta(hours=3)))
    make_circuit(ana, text="2 rounds: front plank 30 s, rest 30")
    make_session(ana, run=make_run(ana, started_at=NOW - timedelta(days=1)))
    before = everything()
    made = make_demo()
    assert (made.name, made.runs) == ("demo", Athlete.objects.demo().runs.count())
    assert len(files(uploads)) > 30
    removed = demonstrating.remove_demo()
    assert (removed.name, removed.files > 30) == ("demo", True)
    assert differences(before, everything()) == []
    assert demonstrating.remove_demo() is None


def test_renewed_a_day_later_it_has_one_day_more_and_broken_off_before_it_is_as_it_was(ana, uploads):
    def breaks(week):
        if week == 22:
            raise KeyboardInterrupt

    make_run(ana)
    hers = belongings(ana)
    make_demo()
    runs, sets = stored()
    before = everything()
    with pytest.raises(KeyboardInterrupt):
        make_demo(told=breaks)
    assert differences(before, everything()) == []
    # From Wednesday to Thursday: Wednesday's run was done meanwhile, and what stands is the same again.
    make_demo(now=NOW + timedelta(days=1))
    renewed = stored()
    assert renewed[0][:-1] == runs
    assert renewed[1][: len(sets)] == sets
    assert len(files(uploads)) == IncomingFile.objects.count()
    assert differences(hers, belongings(ana)) == []


def test_a_name_that_a_person_has_is_left_to_them(db):
    for name in ("Demo", "demo-runner"):
        make_athlete(name)
    assert make_demo().name == "demo-runner-2"

"""Sessions of before know what was asked for after, and go back: every number stays, nonsense is refused."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from logbook.models import LoggedSet, Session
from logbook.sets.done import Measure, SetDone
from tests.factories import NOW, as_planned, make_run, make_session
from tests.migrating import migrate, models_at
from workouts import circuits
from workouts.models import Exercise

OLD = "0006_tracks_and_import_batches"
HALFWAY = "0007_how_sets_were_done"

of_migrations = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("restored")]
SIDE_BY_SIDE, PLANK = "single-leg-calf-raise", "side-plank"

# Of each set in the old shape: station, number, exercise, tempo, asked for, done (repetitions or seconds).
OLD_SETS = [
    (1, 1, SIDE_BY_SIDE, "2-0-1-1", (8, None), (8, None)),
    (1, 2, SIDE_BY_SIDE, "2-0-1-1", (8, None), (12, None)),
    (1, 3, SIDE_BY_SIDE, "2-0-1-1", (8, None), (None, None)),
    (1, 4, SIDE_BY_SIDE, "2-0-1-1", (None, None), (9, None)),
    (2, 1, PLANK, "", (None, 20), (None, 35)),
    (2, 2, PLANK, "", (None, 20), (None, None)),
]
OF_OLD = (
    "pk", "session", "station", "number", "exercise", "exercise_name", "per_side", "tempo", "counts_tension",
    "rest_after_s", "planned_reps", "planned_seconds", "planned_distance_m", "done_reps", "done_seconds",
    "done_distance_m",
)  # fmt: skip
OF_SESSION = (
    "pk", "key", "athlete", "circuit", "run", "name", "minutes", "effort", "note", "started_at",
    "performed_on", "target_rpe_low", "target_rpe_high", "deleted_at", "logged_at",
)  # fmt: skip


@pytest.fixture
def restored():
    """Whatever happens, the next test finds all tables."""
    yield
    migrate()


def figures(model, names) -> list[tuple]:
    return list(model.objects.order_by("pk").values_list(*names))


def write_of_old(athlete, run) -> None:
    """One session in the old shape, with a set on top and sets left out."""
    session_then, set_then = models_at(OLD, "Session", "LoggedSet")
    session = session_then.objects.create(
        athlete_id=athlete.pk, run_id=run.pk, name="Ten-minute minimal", format="circuit", rounds=2,
        rest_between_rounds_s=20, session_class="light", target_rpe_low=6, target_rpe_high=7, minutes=11,
        effort=5, note="Wet grass.", started_at=NOW, time_zone="Europe/Berlin", performed_on=NOW.date(),
        logged_at=NOW,
    )  # fmt: skip
    exercises = {exercise.slug: exercise for exercise in Exercise.objects.all()}
    for station, number, slug, tempo, asked, done in OLD_SETS:
        set_then.objects.create(
            session=session, station=station, number=number, exercise_id=exercises[slug].pk,
            exercise_name=f"{slug} of then", per_side=True, tempo=tempo, counts_tension=True,
            rest_after_s=10 * station, planned_reps=asked[0], planned_seconds=asked[1], done_reps=done[0],
            done_seconds=done[1],
        )  # fmt: skip


class TestThereAndBack:
    pytestmark = of_migrations

    def test_a_session_of_before_keeps_every_number_and_learns_what_was_asked_for(self, ana):
        run = make_run(ana, started_at=NOW - timedelta(hours=3))
        migrate(OLD)
        write_of_old(ana, run)
        then = models_at(OLD, "Session", "LoggedSet")
        before = figures(then[0], OF_SESSION), figures(then[1], OF_OLD)
        migrate()

        assert figures(Session, OF_SESSION) == before[0]
        assert [(each.version, each.pain, each.pain_place) for each in Session.objects.all()] == [
            (1, None, "")
        ]
        unchanged = [name for name in OF_OLD if name != "tempo"]
        assert figures(LoggedSet, unchanged) == figures(then[1], unchanged)
        told = ("planned_exercise__slug", "planned_name", "planned_per_side", "planned_tempo", "tempo")
        calf, plank = f"{SIDE_BY_SIDE} of then", f"{PLANK} of then"
        assert figures(LoggedSet, told) == [
            (SIDE_BY_SIDE, calf, True, "2-0-1-1", "2-0-1-1"),
            (SIDE_BY_SIDE, calf, True, "2-0-1-1", "2-0-1-1"),
            # Left out: it was asked for at a tempo and done at none.
            (SIDE_BY_SIDE, calf, True, "2-0-1-1", ""),
            # On top: it was asked for by nobody.
            (None, "", False, "", "2-0-1-1"),
            (PLANK, plank, True, "", ""),
            (PLANK, plank, True, "", ""),
        ]
        blank = figures(LoggedSet, ("done_right", "load_kg", "implements", "rpe", "reps_in_reserve"))
        assert set(blank) == {(None,) * 5}

        # And back, it is as if nothing had been.
        migrate(OLD)
        assert (figures(then[0], OF_SESSION), figures(then[1], OF_OLD)) == before

    def test_nothing_is_filled_in_before_there_is_room_for_it(self, ana):
        migrate(OLD)
        write_of_old(ana, make_run_of_old(ana))
        migrate(HALFWAY)

        assert set(
            figures(models_at(HALFWAY, "Session", "LoggedSet")[1], ("planned_exercise", "planned_name"))
        ) == {(None, "")}

    def test_what_sets_count_for_is_filled_in_from_their_exercises(self, ana):
        make_session(ana)
        make_session(ana, circuit="plyo-starter")
        filled = figures(LoggedSet, ("counted",))
        assert any("contacts" in counted for (counted,) in filled)
        migrate("0009_sets_go_with_the_account")
        migrate()
        assert figures(LoggedSet, ("counted",)) == filled

    def test_a_first_side_that_was_left_out_finds_its_way_back_and_forth(self, ana):
        stations = as_planned(circuits.to_do(slug="ten-minute-minimal"))
        done = replace(stations[0].sets[0], left=0, right=5)
        make_session(
            ana,
            circuit="ten-minute-minimal",
            stations=[replace(stations[0], sets=(done, None)), *stations[1:]],
        )
        rows = len(stations) * 2
        migrate(OLD)
        old = figures(models_at(OLD, "Session", "LoggedSet")[1], ("done_reps", "tempo"))
        # The old shape knows no sides: what was done counts, and what was left out has its tempo again.
        assert old[:2] == [(5, done.tempo), (None, done.tempo)]

        migrate()
        assert LoggedSet.objects.count() == rows
        assert figures(LoggedSet, ("done_reps", "planned_reps", "tempo"))[:2] == [
            (5, 8, done.tempo),
            (None, 8, ""),
        ]


def make_run_of_old(athlete):
    [runs] = models_at(OLD, "Run")
    return runs.objects.create(
        athlete_id=athlete.pk, kind="easy", duration_s=2890.0, started_at=NOW, time_zone="Europe/Berlin",
        performed_on=NOW.date(), logged_at=NOW,
    )  # fmt: skip


class TestTheDatabaseRefuses:
    @pytest.mark.parametrize(
        ("nonsense", "constraint"),
        [
            ({"done_reps": 0}, "logged_set_done_is_done"),
            ({"done_reps": 0, "done_right": 0}, "logged_set_done_is_done"),
            ({"done_seconds": 8}, "logged_set_one_done_dose"),
            ({"done_right": 7, "per_side": False}, "logged_set_right_of_two_sides"),
            ({"load_kg": 20.0}, "logged_set_load_of_one_or_two"),
            ({"implements": 1}, "logged_set_load_of_one_or_two"),
            ({"load_kg": 0.0, "implements": 1}, "logged_set_load_of_one_or_two"),
            ({"load_kg": 20.0, "implements": 3}, "logged_set_load_of_one_or_two"),
            ({"rpe": 7.5, "reps_in_reserve": 2}, "logged_set_rpe_or_reserve"),
            ({"rpe": 0.5}, "logged_set_rpe_or_reserve"),
            ({"rpe": 10.5}, "logged_set_rpe_or_reserve"),
        ],
        ids=str,
    )
    def test_a_set_that_nobody_can_have_done(self, ana, nonsense, constraint):
        first = make_session(ana, circuit="ten-minute-minimal").sets.first()
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            LoggedSet.objects.filter(pk=first.pk).update(**nonsense)

    @pytest.mark.parametrize(
        "nonsense", [{"pain": 11}, {"pain_place": "knee"}, {"pain_side": "left"}], ids=str
    )
    def test_pain_that_nobody_named(self, ana, nonsense):
        session = make_session(ana)
        with pytest.raises(IntegrityError, match="session_pain_0_to_10"), transaction.atomic():
            Session.objects.filter(pk=session.pk).update(**nonsense)

    @pytest.mark.parametrize(
        "odd",
        [
            {"done_right": 0},
            {"done_reps": 0, "done_right": 5},
            {"load_kg": 0.5, "implements": 2},
            {"rpe": 1.0},
            {"rpe": 10.0},
            {"reps_in_reserve": 0},
        ],
        ids=str,
    )
    def test_and_takes_what_is_odd_but_done(self, ana, odd):
        first = make_session(ana, circuit="ten-minute-minimal").sets.first()
        LoggedSet.objects.filter(pk=first.pk).update(**odd)
        first.refresh_from_db()

        assert {name: getattr(first, name) for name in odd} == odd

    @pytest.mark.parametrize("done", ["done_seconds", "done_distance_m"])
    def test_nothing_done_is_no_set_in_seconds_and_metres_either(self, ana, done):
        plank = make_session(ana, circuit="ten-minute-minimal").sets.filter(station=4)
        plank.update(done_seconds=None)
        with pytest.raises(IntegrityError, match="logged_set_done_is_done"), transaction.atomic():
            plank.update(**{done: 0})
        plank.update(**{done: 0, "done_right": 5})


def test_a_set_of_another_measure_than_asked_for_keeps_both_amounts(ana):
    stations = as_planned(circuits.to_do(slug="ten-minute-minimal"))
    held = SetDone(movement=stations[0].plan.movement, measure=Measure.SECONDS, left=40)
    make_session(
        ana, circuit="ten-minute-minimal", stations=[replace(stations[0], sets=(held,) * 2), *stations[1:]]
    )
    first = LoggedSet.objects.order_by("pk").first()

    assert (first.planned, first.planned_measure) == (8, Measure.REPS)
    assert (first.done, first.done_measure) == (40, Measure.SECONDS)

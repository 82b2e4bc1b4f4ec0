"""Writes what kind of run an imported one was: guessed as it comes in, and again once its import is done."""

from datetime import datetime, timedelta

from django.db import transaction

from logbook.kinds import Evidence, Guess, PastRun, guess_kind
from logbook.kinds.usual import ENOUGH_RUNS
from logbook.models import ImportBatch, Outcome, Run, RunTrack, Verdict
from logbook.models.run import RunQuerySet
from workouts.models import Athlete
from workouts.units import DistanceUnit
from workouts.vocabulary import RunKind

# What an athlete usually runs is judged by these: half a year, and no more than sixty runs of it.
USUAL_DAYS = timedelta(days=180)
USUAL_RUNS = 60


def judged(*, run: Run, recorded: RunTrack) -> Guess:
    """What kind of run it most likely was, and why; neither need be saved.  Two queries at most."""
    athlete = run.athlete
    evidence = Evidence(
        title=run.name or None,
        flags=frozenset(recorded.flags),
        sub_sport=recorded.sub_sport or None,
        laps=recorded.laps,
        duration_s=run.duration_s,
        distance_m=run.distance_m,
        avg_hr=run.avg_hr,
        max_hr=run.max_hr,
        ascent_m=run.ascent_m,
    )
    past = _past(athlete, before=run.started_at)
    return guess_kind(evidence=evidence, past=past, unit=DistanceUnit(athlete.distance_unit))


def _past(athlete: Athlete, *, before: datetime) -> list[PastRun]:
    """The runs to hold one against: those before it and, at the beginning of a log, those after it."""
    runs = athlete.runs.kept().running()
    past = _shapes(runs.leading_up_to(before, days=USUAL_DAYS))
    if len(past) < ENOUGH_RUNS:
        past += _shapes(runs.following(before, days=USUAL_DAYS))
    return past


def _shapes(runs: RunQuerySet) -> list[PastRun]:
    rows = runs.values_list("kind", "duration_s", "distance_m", "avg_hr")[:USUAL_RUNS]
    return [
        PastRun(kind=RunKind(kind), duration_s=duration_s, distance_m=distance_m, avg_hr=avg_hr)
        for kind, duration_s, distance_m, avg_hr in rows
    ]


def judge_again(*, batch: ImportBatch) -> None:
    """
    Guess the kinds of an import's runs once more, in the order they were run, if the athlete said nothing.

    Files come in any order, and one that was read first had nothing yet to be held against.
    """
    added = Outcome.objects.filter(file__batch=batch, verdict=Verdict.ADDED)
    added = added.select_related("run__recorded").defer("run__recorded__packed")
    runs = [(each.run, each) for each in added if each.run and each.run.is_running and each.run.kind_because]
    for run, outcome in sorted(runs, key=lambda pair: pair[0].started_at):
        with transaction.atomic():
            run.athlete = batch.athlete
            _judge_again(outcome, run)


def _judge_again(outcome: Outcome, run: Run) -> None:
    guess = judged(run=run, recorded=run.recorded)
    if (guess.kind, guess.because) == (run.kind, run.kind_because):
        return
    told_before = run.kind_told
    # Only while it is still the same guess: a tap in another tab goes before it.
    still_guessed = Run.objects.filter(pk=run.pk, kind_because=run.kind_because)
    if not still_guessed.update(kind=guess.kind, kind_because=guess.because):
        return
    run.kind, run.kind_because = guess.kind, guess.because
    outcome.because = outcome.because.replace(told_before, run.kind_told, 1)
    outcome.facts = {**outcome.facts, "kind": run.kind}
    outcome.save(update_fields=["because", "facts"])

"""Writes an activity of a file as a run, unless it is here already or the athlete has to be asked first."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.dateformat import format as in_words

from logbook.formats.activity import Activity
from logbook.formats.detect import Format
from logbook.judging import judged
from logbook.kinds import Guess
from logbook.matching import pair_late_run
from logbook.models import ImportedFile, Outcome, Run, RunTrack, Verdict
from logbook.twins import OVERLAP_TO_ASK, START_WITHIN, Outline, overlap_share, same_activity
from workouts.days import local_day
from workouts.models import Athlete
from workouts.vocabulary import RunKind
from workouts.weeks import day_text

NO_DURATION = "This file does not say how long the run took. Enter the run by hand."
NO_DATE = "The clock of the watch was not set. Say when it was, and it is added."


@dataclass(frozen=True)
class Newcomer:
    """An activity made ready to be written: the row of its run, and of its track."""

    activity: Activity
    index: int
    run: Run
    track: RunTrack


def made_ready(*, activity: Activity, index: int, athlete: Athlete, now: datetime) -> Newcomer | Outcome:
    """
    Return the run an activity would be, or the outcome where it cannot be one yet, or at all.

    This is what takes long; nothing is written.  Two queries at most.
    """
    facts, duration_s, starts = _facts(activity), activity.duration_s, activity.started_at
    if not duration_s:
        return Outcome(index=index, verdict=Verdict.REFUSED, because=NO_DURATION, facts=facts)
    if starts is None:
        return Outcome(index=index, verdict=Verdict.NEEDS_DATE, because=NO_DATE, facts=facts)
    if starts > now + timedelta(days=1):
        day = day_text(local_day(starts, athlete.time_zone))
        because = f"The file says {day}, which has not come yet. Say when it was, and it is added."
        return Outcome(index=index, verdict=Verdict.NEEDS_DATE, because=because, facts=facts)
    run = Run(
        athlete=athlete,
        sport=activity.sport,
        duration_s=duration_s,
        moving_s=activity.moving_s,
        elapsed_s=activity.elapsed_s,
        distance_m=activity.distance_m,
        avg_hr=activity.avg_hr,
        max_hr=activity.max_hr,
        ascent_m=activity.ascent_m,
        device=activity.device or "",
        name=activity.title or "",
        caveat=activity.caveat or "",
        repairs=list(activity.repairs),
        logged_at=now,
    )
    run.move_to(started_at=starts, time_zone=athlete.time_zone)
    track = _track_of(activity)
    guess = judged(run=run, recorded=track) if activity.is_run else _no_run(activity)
    run.kind, run.kind_because = guess.kind, guess.because
    return Newcomer(activity, index, run, track)


def _track_of(activity: Activity) -> RunTrack:
    track = RunTrack.of(track=activity.track, laps=activity.laps)
    track.flags, track.sub_sport = sorted(activity.flags), activity.sub_sport or ""
    return track


def _no_run(activity: Activity) -> Guess:
    sport = activity.sport.replace("_", " ")
    because = "The file names no sport." if sport == "generic" else f"The file says {sport}."
    return Guess(kind=RunKind.CROSS_TRAINING, because=because)


def _facts(activity: Activity) -> dict[str, object]:
    """What a file says of an activity, as it is printed and shown before there is a run."""
    starts = activity.started_at
    return {
        "start_utc": None if starts is None else f"{starts:%Y-%m-%dT%H:%M:%SZ}",
        "sport": activity.sport,
        "distance_m": activity.distance_m,
        "duration_s": activity.duration_s,
        "moving_s": activity.moving_s,
        "elapsed_s": activity.elapsed_s,
        "avg_hr": activity.avg_hr,
        "max_hr": activity.max_hr,
        "ascent_m": activity.ascent_m,
        "kind": None,
        "laps": len(activity.laps) or None,
    }


def admit(*, newcomer: Newcomer, file: ImportedFile, sure: bool = False) -> Outcome:
    """
    Write the run, or leave it where it is here already or may be.  Call it with the athlete's row locked.

    file: the original, saved if the run is.  sure: the athlete was asked, and says it is another activity.
    """
    run, athlete = newcomer.run, newcomer.run.athlete
    run.file_index = newcomer.index
    facts = {**_facts(newcomer.activity), "kind": run.kind}
    known, twin = _in_the_same_file(athlete, file, newcomer.index), _twin(athlete, newcomer)
    # What is kept goes before what was deleted: it may have been typed in since.
    if known is not None and (known.deleted_at is None or twin is None or twin.deleted_at is not None):
        return _here_already(newcomer.index, known, facts, by="file", because=_came_in_as(file))
    if twin is not None:
        started = in_words(twin.local_start, "j F, H:i")
        because = f"Same start as “{twin.title}” on {started}"
        return _here_already(newcomer.index, twin, facts, by="activity", because=because)
    if not sure and (other := _overlapping(run, file)) is not None:
        return Outcome(
            index=newcomer.index,
            verdict=Verdict.POSSIBLE_DUPLICATE,
            because=_asked_about(other),
            started_at=run.started_at,
            run=other,
            facts=facts,
        )
    if file.pk is None:
        file.save(force_insert=True)
    run.imported_file = file
    run.save(force_insert=True)
    newcomer.track.run = run
    newcomer.track.save(force_insert=True)
    session = pair_late_run(run=run)
    because = _welcome(run)
    if session is not None:
        because = f"{because} Paired with {session.name}, logged that day."
    return Outcome(
        index=newcomer.index, verdict=Verdict.ADDED, because=because, run=run, session=session, facts=facts
    )


def recognised(*, outcome: Outcome, athlete: Athlete, file: ImportedFile) -> Outcome:
    """
    Return the outcome as it is, or "already here" where it asks for a day that was said before.

    That is so when the same file came in earlier.  Call it with the athlete's row locked.
    """
    known = _in_the_same_file(athlete, file, outcome.index) if outcome.is_question else None
    if known is None:
        return outcome
    return _here_already(outcome.index, known, outcome.facts, by="file", because=_came_in_as(file))


def _in_the_same_file(athlete: Athlete, file: ImportedFile, index: int) -> Run | None:
    if file.pk is None:
        return None
    return athlete.runs.filter(imported_file=file, file_index=index).first()


def _came_in_as(file: ImportedFile) -> str:
    return f"The same file came in as “{file.name}”"


def _twin(athlete: Athlete, newcomer: Newcomer) -> Run | None:
    """The same activity; one that is kept goes before one that was deleted."""
    outline = _outline(newcomer)
    near = athlete.runs.recallable().that_start(near=outline.started_at, within=START_WITHIN)
    same = [run for run in near if same_activity(run.outline, outline)]
    return min(same, key=lambda run: (run.deleted_at is not None, run.pk), default=None)


def _outline(newcomer: Newcomer) -> Outline:
    activity = newcomer.activity
    return Outline(
        started_at=newcomer.run.started_at,
        distance_m=activity.distance_m,
        timer_s=activity.timer_s,
        elapsed_s=activity.elapsed_s,
        by_position=activity.format is Format.GPX,
    )


def _here_already(index: int, run: Run, facts: dict[str, object], *, by: str, because: str) -> Outcome:
    if run.deleted_at is not None:
        run.bring_back()
        # Counted where the athlete is now: that is how a day that came out wrong is put right.
        run.move_to(started_at=run.started_at, time_zone=run.athlete.time_zone)
        run.save(update_fields=["time_zone", "performed_on"])
        said = f"You had deleted this run. The same {by} brings it back."
    else:
        said = f"{because}. Nothing was added."
    facts = {**facts, "kind": run.kind}
    return Outcome(index=index, verdict=Verdict.DUPLICATE, because=said, run=run, facts=facts)


def _overlapping(run: Run, file: ImportedFile) -> Run | None:
    """A run of other origin that was on for most of the time; the one that covers the most of it."""
    span = (run.started_at, run.ended_at)
    others = run.athlete.runs.kept().that_may_reach(starts_at=run.started_at, ends_at=run.ended_at)
    if file.pk is not None:
        # The legs of a triathlon follow one another; their watch knows best where one ends.
        others = others.exclude(imported_file=file)
    shares = [(overlap_share(span, (other.started_at, other.ended_at)), other) for other in others]
    share, other = max(shares, key=lambda each: (each[0], -each[1].pk), default=(0.0, None))
    return other if share >= OVERLAP_TO_ASK else None


def _asked_about(other: Run) -> str:
    starts, ends = in_words(other.local_start, "j F, H:i"), in_words(other.local_end, "H:i")
    return f"It overlaps “{other.title}” of {starts} to {ends}. Nothing is added until you say."


def _welcome(run: Run) -> str:
    if run.is_running:
        because = run.kind_told
    else:
        reason = run.kind_because[:1].lower() + run.kind_because[1:]
        because = f"Kept as cross-training: {reason} It does not count as running."
    return f"{because} {run.caveat}".strip()

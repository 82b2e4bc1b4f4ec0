"""What a watch makes of a run: speeds that follow the ground, a pulse that follows late, laps, a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from random import Random

from logbook.kinds import Evidence
from logbook.track.track import Lap
from tests.logbook.kinds.pieces import Pieces
from tests.logbook.kinds.runners import Runner

STEP_S, PULSE_LAGS_S = 5, 40


@dataclass(frozen=True)
class Step:
    """A few seconds of running; `piece` counts the pieces of the run."""

    duration_s: float
    distance_m: float
    beats: float
    ascent_m: float
    piece: int


def recorded(
    pieces: Pieces, runner: Runner, random: Random, *, sub_sport: str | None, is_session: bool
) -> Evidence:
    """The evidence without its title and flags; a session's pieces become laps in the runner's way."""
    on_belt = sub_sport == "treadmill"
    steps = _steps(pieces, runner, random, flat=on_belt, rough=sub_sport == "trail")
    has_distance = not on_belt or random.random() < 0.6
    has_pulse = runner.has_strap and random.random() > 0.04
    laps = _laps(steps, pieces, runner, random, by_piece=is_session and runner.quality_laps != "never")
    climbs = runner.file == "fit" and not on_belt
    length_m = sum(step.distance_m for step in steps) * (random.uniform(0.95, 1.05) if on_belt else 1)
    return Evidence(
        title=None, flags=frozenset(), sub_sport=sub_sport,
        laps=tuple(_lap(*lap, has_distance, has_pulse, climbs) for lap in laps),
        duration_s=sum(step.duration_s for step in steps),
        distance_m=length_m if has_distance else None,
        avg_hr=_beats(steps) if has_pulse else None,
        max_hr=round(max(step.beats for step in steps) + random.choice((1, 2, 3, 8))) if has_pulse else None,
        ascent_m=sum(step.ascent_m for step in steps) if not on_belt and runner.file != "tcx" else None,
    )  # fmt: skip


def _steps(pieces: Pieces, runner: Runner, random: Random, *, flat: bool, rough: bool) -> list[Step]:
    day, heat = random.gauss(1, 0.02), random.gauss(1, 0.02)
    gps_long = 1 if flat else random.uniform(1.0, 1.018)
    spread = 0 if flat else runner.rolling * (2 if rough else 1)
    ground, gone_s, beats = 0.0, 0.0, 0.55 * runner.hr_max
    steps = []
    for number, piece in enumerate(pieces):
        effort = piece.effort * (day if piece.effort < 0.95 else 1)
        step_s = piece.duration_s / max(1, round(piece.duration_s / STEP_S))
        left_s, left_m = (inf, piece.course_m) if piece.course_m else (piece.duration_s, inf)
        while left_s > step_s / 2 and left_m > 0:
            ground = 0.96 * ground + random.gauss(0, 0.28 * spread)
            gradient = piece.gradient or ground
            # Uphill costs about six parts in a hundred a per cent, downhill gives back half of it.
            speed = runner.threshold_mps * effort / (1 + (6 if gradient > 0 else 3) * gradient)
            speed *= random.gauss(1, 0.02) * (0.85 if rough else 1)
            gone_s += step_s
            aim = (0.88 + 0.7 * (max(effort, 0.4) - 1)) * heat + 0.01 * gone_s / 1800
            beats += (runner.hr_max * min(aim, 0.99) - beats) * min(1.0, step_s / PULSE_LAGS_S)
            along_m = min(max(speed, 0) * step_s, left_m)
            left_s, left_m = left_s - step_s, left_m - along_m
            steps.append(Step(step_s, along_m * gps_long, beats, max(gradient, 0) * along_m, number))
    return steps


def _laps(steps: Sequence[Step], pieces: Pieces, runner: Runner, random: Random, *, by_piece: bool):
    """Groups of steps with what each was meant for and whether a hand cut it."""
    if runner.file == "gpx":
        return []
    if not by_piece:
        meant = random.choice(("active", "active", None))
        return [(group, meant, False) for group in _cut(steps, runner.auto_lap_m)]
    by_hand = runner.quality_laps == "by hand"
    laps = []
    for number, piece in enumerate(pieces):
        own = [step for step in steps if step.piece == number]
        groups = _cut(own, runner.auto_lap_m) if by_hand and random.random() < 0.3 else [own]
        meant = None if by_hand else piece.meant
        if meant == "interval" and runner.file == "tcx":
            meant = "active"
        laps += [(group, meant, by_hand and group is groups[-1]) for group in groups]
    return laps


def _cut(steps: Sequence[Step], length_m: float) -> list[list[Step]]:
    groups: list[list[Step]] = [[]]
    run_m = 0.0
    for step in steps:
        groups[-1].append(step)
        run_m += step.distance_m
        if length_m and run_m >= length_m:
            groups.append([])
            run_m -= length_m
    return [group for group in groups if group]


def _lap(group, meant, by_hand, has_distance, has_pulse, climbs) -> Lap:
    return Lap(
        starts_s=None,
        duration_s=sum(step.duration_s for step in group),
        distance_m=sum(step.distance_m for step in group) if has_distance else None,
        avg_hr=_beats(group) if has_pulse else None,
        max_hr=round(max(step.beats for step in group)) if has_pulse else None,
        ascent_m=round(sum(step.ascent_m for step in group)) if climbs else None,
        intensity=meant,
        by_hand=by_hand,
    )


def _beats(steps: Sequence[Step]) -> int:
    return round(sum(step.beats * step.duration_s for step in steps) / sum(step.duration_s for step in steps))

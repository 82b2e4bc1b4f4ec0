"""
Measures what planning sixteen weeks anew costs: three sessions a week placed round five runs and two races.

Beside a loop of plain Python, run in turn with it, as for the files.
"""

import statistics
from dataclasses import replace

from tests.bench.files import seconds, yardstick
from workouts.catalogue.loading import rules
from workouts.training.timetable.arrange import arrange
from workouts.training.timetable.week import RaceHours, RunHours, Runner, RunWeek, Wanted
from workouts.vocabulary import RunKind

WEEKS, TURNS = 16, 9
KINDS = {1: RunKind.INTERVALS, 2: RunKind.EASY, 3: RunKind.TEMPO, 4: RunKind.EASY, 6: RunKind.LONG}
RUNS = tuple(RunHours(day=day, kind=kind, starts_h=24.0 * day + 7, hours=1.0) for day, kind in KINDS.items())
WANTED = [
    Wanted(session_class=each, number=number)
    for number, each in enumerate(("heavy", "heavy", "light"), start=1)
]
RUNNER = Runner(is_beginner=False, lifting_weeks=30)


def main() -> None:
    stick, took = [], []
    for _ in range(TURNS):
        stick.append(seconds(yardstick, b""))
        took.append(seconds(lambda _: plan(), b""))
    ratio = statistics.median(one / other for one, other in zip(took, stick, strict=True))
    ms = statistics.median(took) * 1000
    print(f"{WEEKS} weeks planned anew  {ms:6.1f} ms  {ratio:6.2f} of the yardstick")


def plan() -> None:
    for nth in range(WEEKS):
        races = tuple(
            RaceHours(day=7 * (week - nth) + 6, starts_h=24.0 * (7 * (week - nth) + 6) + 10, distance="10k")
            for week in (8, 15)
        )
        week = replace(RunWeek(RUNS), races=races)
        arrange(WANTED, pinned={}, week=week, runner=RUNNER, rules=rules())


if __name__ == "__main__":
    main()

"""How often the guess is right, a kind at a time, on seasons that nothing was tuned on.

The runners, their watches and their habits are drawn from a seed (`runners`, `pieces`, `watch`,
`seasons`).  The rules were built on the seeds and titles of the one part; the figures asserted are of
the other part, with titles written before the vocabulary was.  Each run is guessed from the guesses
before it.  Steady and tempo, recovery and easy, and anything run at a race's pace are hard to tell
apart without a word: their figures without titles show it.
"""

import pytest

from tests.logbook.kinds.scoring import Score, guesses, scores, table
from tests.logbook.kinds.seasons import season
from tests.logbook.kinds.titling import BUILT_ON, HELD_OUT, Titles
from workouts.vocabulary import RunKind

PARTS = {"Built on": (range(16), BUILT_ON), "Held out": (range(2000, 2024), HELD_OUT)}

# At least so much precision and recall, a little under what is reached: with titles, and without them.
# A time trial and a run at race pace cannot be told without a word, so there they have no floor.
FLOORS = {
    RunKind.RECOVERY: ((0.80, 0.64), (0.68, 0.41)),
    RunKind.EASY: ((0.77, 0.93), (0.70, 0.91)),
    RunKind.STRIDES: ((0.93, 0.71), (0.93, 0.63)),
    RunKind.STEADY: ((0.40, 0.41), (0.19, 0.21)),
    RunKind.LONG: ((0.92, 0.87), (0.90, 0.82)),
    RunKind.TEMPO: ((0.68, 0.74), (0.57, 0.69)),
    RunKind.INTERVALS: ((0.90, 0.75), (0.80, 0.63)),
    RunKind.HILLS: ((0.95, 0.60), (0.95, 0.39)),
    RunKind.RACE_PACE: ((0.95, 0.41), None),
    RunKind.TIME_TRIAL: ((0.95, 0.15), None),
    RunKind.RACE: ((0.92, 0.82), (0.90, 0.80)),
}

Scores = dict[RunKind, Score]


@pytest.fixture(scope="module")
def measured() -> dict[str, tuple[Scores, Scores]]:
    """Both parts: the scores with titles and those without."""
    return {name: _both(seeds, titles) for name, (seeds, titles) in PARTS.items()}


def _both(seeds: range, titles: Titles) -> tuple[Scores, Scores]:
    seasons = [season(seed, titles) for seed in seeds]
    return scores(guesses(seasons, with_titles=True)), scores(guesses(seasons, with_titles=False))


def test_the_figures_are_shown(measured, show):
    for name, (with_titles, without) in measured.items():
        show(table(name, with_titles, without))


def test_there_are_many_runs_of_every_kind(measured):
    with_titles, without = measured["Held out"]
    labelled = {kind: score.labelled for kind, score in with_titles.items()}
    assert labelled == {kind: score.labelled for kind, score in without.items()}
    assert set(labelled) == set(RunKind) - {RunKind.CROSS_TRAINING}
    assert sum(labelled.values()) >= 1000
    assert min(labelled.values()) >= 20


@pytest.mark.parametrize("kind", FLOORS)
def test_the_guess_is_right_as_often_as_it_was(measured, kind):
    for found, floor in zip(measured["Held out"], FLOORS[kind], strict=True):
        if floor is not None:
            assert found[kind].precision >= floor[0]
            assert found[kind].recall >= floor[1]


def test_no_title_is_in_both_parts():
    def titles(part):
        return {
            title.strip().casefold()
            for languages in part.telling.values()
            for in_one in languages.values()
            for title in in_one.split("|")
        }

    assert not titles(BUILT_ON) & titles(HELD_OUT)

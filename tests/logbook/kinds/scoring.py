"""Guesses whole seasons run by run, each from the guesses before it, and counts what came out right."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from logbook.kinds import PastRun, guess_kind
from tests.logbook.kinds.seasons import Labelled
from workouts.units import DistanceUnit
from workouts.vocabulary import RunKind


@dataclass(frozen=True)
class Score:
    """How many runs were labelled a kind, how many were guessed to be it, and how many both."""

    labelled: int
    guessed: int
    right: int

    @property
    def precision(self) -> float | None:
        return self.right / self.guessed if self.guessed else None

    @property
    def recall(self) -> float | None:
        return self.right / self.labelled if self.labelled else None


def guesses(seasons: Iterable[Sequence[Labelled]], *, with_titles: bool) -> Counter[tuple[RunKind, RunKind]]:
    """How often a kind was labelled so and guessed so; nobody corrects a guess, the hardest case."""
    pairs: Counter[tuple[RunKind, RunKind]] = Counter()
    for runs in seasons:
        past: list[PastRun] = []
        for run in runs:
            evidence = run.evidence if with_titles else replace(run.evidence, title=None)
            guess = guess_kind(evidence=evidence, past=past, unit=DistanceUnit.KM)
            pairs[run.kind, guess.kind] += 1
            past.append(
                PastRun(
                    kind=guess.kind, duration_s=evidence.duration_s,
                    distance_m=evidence.distance_m, avg_hr=evidence.avg_hr,
                )
            )  # fmt: skip
    return pairs


def scores(pairs: Counter[tuple[RunKind, RunKind]]) -> dict[RunKind, Score]:
    """The figures of each kind that was labelled or guessed."""
    labelled: Counter[RunKind] = Counter()
    guessed: Counter[RunKind] = Counter()
    for (label, guess), count in pairs.items():
        labelled[label] += count
        guessed[guess] += count
    return {
        kind: Score(labelled[kind], guessed[kind], pairs[kind, kind])
        for kind in RunKind
        if labelled[kind] or guessed[kind]
    }


def table(heading: str, with_titles: dict[RunKind, Score], without: dict[RunKind, Score]) -> str:
    """Both measures side by side, a line a kind."""
    lines = [f"{heading:<14}{'runs':>5}{'with titles':>24}{'without titles':>24}"]
    lines.append(f"{'':19}{'precision':>15}{'recall':>9}{'precision':>15}{'recall':>9}")
    for kind, score in with_titles.items():
        figures = (score.precision, score.recall, without[kind].precision, without[kind].recall)
        shown = ("–" if figure is None else f"{figure:.2f}" for figure in figures)
        columns = "".join(f"{text:>{width}}" for text, width in zip(shown, (15, 9, 15, 9), strict=True))
        lines.append(f"{kind.label:<14}{score.labelled:>5}{columns}")
    return "\n".join(lines)

"""Gives a run the title that its runner might give it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from tests.logbook.kinds import titles_built_on, titles_held_out
from tests.logbook.kinds.runners import Runner
from workouts.vocabulary import RunKind

CALM = frozenset({RunKind.RECOVERY, RunKind.EASY})


@dataclass(frozen=True)
class Titles:
    """Titles by kind and language, titles that tell nothing, and titles that mislead."""

    telling: Mapping[RunKind, Mapping[str, str]]
    untelling: str
    misleading: str


BUILT_ON = Titles(titles_built_on.TELLING, titles_built_on.UNTELLING, titles_built_on.MISLEADING)
HELD_OUT = Titles(titles_held_out.TELLING, titles_held_out.UNTELLING, titles_held_out.MISLEADING)


def title_for(
    kind: RunKind, length_m: float | None, runner: Runner, random: Random, titles: Titles
) -> str | None:
    """A telling title as often as the runner writes one, else one that tells nothing, or none at all."""
    if random.random() < runner.titling:
        in_own = titles.telling[kind].get(runner.language, "")
        fitting = [title for title in _each(in_own) if _fits(title, kind, length_m)]
        return random.choice(fitting) if fitting else None
    if kind in CALM and random.random() < 0.05:
        return random.choice(list(_each(titles.misleading)))
    return random.choice(list(_each(titles.untelling))) if random.random() < 0.6 else None


def _each(titles: str) -> Iterator[str]:
    return (title.strip() for title in titles.split("|"))


def _fits(title: str, kind: RunKind, length_m: float | None) -> bool:
    """Whether a race or a parkrun of that name is that long; any other title fits its kind."""
    name = title.casefold()
    if kind not in {RunKind.RACE, RunKind.TIME_TRIAL}:
        return True
    if "parkrun" in name or "5k" in name or "5 km" in name:
        return length_m is not None and 4_900 < length_m < 5_200
    if any(word in name for word in ("half", "halb", "semi", "media", "mezza", "halve")):
        return length_m is not None and 20_900 < length_m < 21_700
    if "mara" in name:
        return length_m is not None and 41_800 < length_m < 43_300
    if "10" in name:
        return length_m is not None and 9_900 < length_m < 10_300
    return True

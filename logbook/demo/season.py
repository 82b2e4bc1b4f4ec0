"""The demo runner's half year as a coach would sketch it: how far each week goes, and what for."""

from dataclasses import dataclass
from enum import StrEnum
from random import Random

# Whole weeks before the present one, which is told as far as it has come.
WEEKS = 26
# Strength work began twenty weeks ago.
STRENGTH_FROM = 6
# From here on there is a watch; before, runs were typed in.
WATCH_FROM = 18

FIRST_WEEK_KM, FURTHER_EACH_BLOCK = 35.0, 1.04
# Three weeks that build, then an easy one.
OF_A_BLOCK = (1.0, 1.06, 1.125, 0.8)


class Turn(StrEnum):
    """What a week is for."""

    BUILD = "build"
    EASY = "easy"
    HALF_MARATHON = "half marathon"
    AFTER_A_RACE = "after a race"
    ILL = "ill"
    TEN_K = "10 km race"
    TIME_TRIAL = "time trial"


_SPECIAL = {
    4: Turn.HALF_MARATHON,
    5: Turn.AFTER_A_RACE,
    14: Turn.ILL,
    19: Turn.TEN_K,
    23: Turn.TIME_TRIAL,
}
# How far one goes in the three weeks after the first one back from an illness, in place of `OF_A_BLOCK`.
_COMING_BACK = {16: 0.9, 17: 0.96, 18: 1.03}
_SHARE = {Turn.HALF_MARATHON: 1.05, Turn.AFTER_A_RACE: 0.72, Turn.ILL: 0.14}


@dataclass(frozen=True)
class WeekPlan:
    """A week's turn, kilometres and number of runs, 0 for the first week of all."""

    number: int
    turn: Turn
    km: float
    runs: int

    @property
    def fitness(self) -> float:
        """From 0, the plateau, to 1, today; an illness costs some of it for two weeks."""
        lost = {15: 0.35, 16: 0.15}.get(self.number, 0.0)
        return max(0.0, (self.number - STRENGTH_FROM) / (WEEKS - STRENGTH_FROM)) - lost


def week_plan(number: int, random: Random) -> WeekPlan:
    """Return what the week of that number was meant to be."""
    block, place = divmod(number, len(OF_A_BLOCK))
    turn = _SPECIAL.get(number, Turn.EASY if place == len(OF_A_BLOCK) - 1 else Turn.BUILD)
    usual_km = FIRST_WEEK_KM * FURTHER_EACH_BLOCK**block
    km = (
        usual_km
        * _SHARE.get(turn, _COMING_BACK.get(number, OF_A_BLOCK[place]))
        * random.uniform(0.995, 1.005)
    )
    return WeekPlan(number, turn, km, runs=_runs(turn, number))


def _runs(turn: Turn, number: int) -> int:
    if turn is Turn.ILL:
        return 1
    if turn is not Turn.BUILD:
        return 4
    # The fifth run came with the habit.
    return 5 if number >= STRENGTH_FROM or number % 4 == 2 else 4

"""Plausible runners for the labelled set: how fast, how fit, where they run, what their watch does."""

from dataclasses import dataclass
from random import Random

LANGUAGES = ("en", "en", "en", "de", "de", "fr", "es", "it", "nl")


@dataclass(frozen=True, kw_only=True)
class Runner:
    """
    threshold_mps: the pace held for an hour; speeds of all kinds are shares of it.
    easy_share: easy pace as a share of it; the handbook's zones give 0.79 to 0.88, many jog slower.
    usual_s: an ordinary easy run.
    rolling: how steep the roads are, as the spread of the gradient.
    auto_lap_m: after how many metres the watch laps by itself, 0 for never.
    quality_laps: how a session's pieces become laps: "structured", "by hand" or "never".
    file: "fit", "tcx" or "gpx"; a gpx holds no laps.
    titling: how often a title tells the kind; tags: whether the app's own marks are set.
    """

    threshold_mps: float
    easy_share: float
    hr_max: int
    usual_s: float
    runs_a_week: int
    rolling: float
    auto_lap_m: float
    quality_laps: str
    file: str
    has_strap: bool
    language: str
    titling: float
    tags: bool
    treadmill: float
    trail: float
    warms_up_apart: bool
    walks: bool

    @property
    def is_beginner(self) -> bool:
        return self.runs_a_week <= 3


def runner(random: Random) -> Runner:
    """A runner from 7:00/km to 3:20/km at threshold, most of them in between."""
    threshold_mps = min(max(random.gauss(3.7, 0.5), 2.4), 5.0)
    serious = (threshold_mps - 2.4) / 2.6
    runs_a_week = 3 + round(serious * 3 * random.uniform(0.3, 1.1))
    return Runner(
        threshold_mps=threshold_mps,
        easy_share=random.gauss(0.83 - 0.04 * serious, 0.025),
        hr_max=round(random.gauss(187, 9)),
        usual_s=60 * random.uniform(28, 45) * (1 + 0.5 * serious),
        runs_a_week=runs_a_week,
        rolling=random.choice((0.004, 0.008, 0.012, 0.02, 0.03)),
        auto_lap_m=random.choice((1000.0, 1000.0, 1000.0, 1609.344, 0.0)),
        quality_laps=random.choice(("structured", "structured", "by hand", "by hand", "never")),
        file=random.choice(("fit", "fit", "fit", "tcx", "gpx")),
        has_strap=random.random() < 0.85,
        language=random.choice(LANGUAGES),
        titling=random.choice((0.1, 0.3, 0.6, 0.9)),
        tags=random.random() < 0.3,
        treadmill=random.choice((0.0, 0.0, 0.05, 0.25)),
        trail=random.choice((0.0, 0.0, 0.1, 0.3)),
        warms_up_apart=random.random() < 0.2,
        walks=runs_a_week == 3 and random.random() < 0.2,
    )

"""What the demo runner writes beside a run or a session: few words, and seldom any."""

from random import Random

from workouts.vocabulary import RunKind

_OF_RUNS = {
    RunKind.EASY: (
        "Legs heavy for the first two kilometres.",
        "With Jo. Talked all the way.",
        "Wind from the west.",
        "New shoes, no complaints.",
        "Kept it slow on purpose.",
        "Before breakfast.",
    ),
    RunKind.RECOVERY: ("Very slow. Good.", "Just to loosen up."),
    RunKind.LONG: (
        "Last 3 km a little faster.",
        "Muddy on the top, took the road back.",
        "Two gels. The second one too late.",
        "Felt short, even.",
        "Warm. Should have carried water.",
    ),
    RunKind.INTERVALS: (
        "Even splits until the last one.",
        "First one too fast, as always.",
        "Track was wet.",
    ),
    RunKind.TEMPO: ("Comfortably hard, held it.", "Headwind on the way out."),
    RunKind.HILLS: ("Knees up, short steps.", "Last two were ragged."),
    RunKind.STRIDES: ("Strides felt springy.",),
}
_OF_SESSIONS = (
    "Balance better on the right.",
    "Side plank is still the hard one.",
    "Counted the tempo this time.",
    "Short on time, kept the rests short.",
    "Good end to the run.",
    "Left side lags behind.",
)


def about_run(kind: RunKind, random: Random) -> str:
    """Return a remark, blank three times out of four."""
    remarks = _OF_RUNS.get(kind, ())
    return random.choice(remarks) if remarks and random.random() < 0.25 else ""


def about_session(random: Random) -> str:
    """Return a remark, blank two times out of three."""
    return random.choice(_OF_SESSIONS) if random.random() < 0.33 else ""

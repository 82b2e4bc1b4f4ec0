"""Which race a run was, by its metres."""

import pytest

from workouts.training.race_distance import distance_of
from workouts.vocabulary import RACE_DISTANCES


@pytest.mark.parametrize(
    ("metres", "expected"),
    [
        (None, "other"), (0, "other"), (3_000, "other"), (4_749, "other"),
        (4_750, "5k"), (5_000, "5k"), (5_250, "5k"), (5_251, "other"),
        (9_499, "other"), (9_500, "10k"), (10_000, "10k"), (10_500, "10k"), (10_501, "other"),
        (15_000, "other"), (20_042, "other"), (20_043, "half"), (21_097.5, "half"), (22_153, "half"),
        # Longer than a half: it asks for as many days at least.
        (30_000, "half"), (40_085, "half"), (40_086, "marathon"), (42_195, "marathon"), (44_304, "marathon"),
        (44_305, "ultra"), (100_000, "ultra"),
    ],
)  # fmt: skip
def test_the_nearest_named_distance_within_five_per_cent(metres, expected):
    assert distance_of(metres) == expected
    assert expected in RACE_DISTANCES

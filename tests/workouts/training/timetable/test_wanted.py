"""Which sessions a week wants, and what is left of them."""

import pytest

from workouts.training.timetable.wanted import still_wanted, wanted_classes


@pytest.mark.parametrize(
    ("count", "experience", "weeks", "kit", "classes"),
    [
        (0, "advanced", 30, True, ()),
        (2, "", 0, False, ("light", "light")),
        (3, "beginner", 30, True, ("light", "light", "light")),
        (1, "intermediate", 0, False, ("moderate",)),
        (2, "intermediate", 30, True, ("moderate", "light")),
        (3, "intermediate", 30, True, ("moderate", "light", "light")),
        (1, "advanced", 30, True, ("moderate",)),
        (2, "advanced", 8, True, ("heavy", "heavy")),
        (3, "advanced", 8, True, ("heavy", "heavy", "light")),
        (2, "advanced", 7, True, ("moderate", "light")),
        (2, "advanced", 8, False, ("moderate", "light")),
    ],
)
def test_what_is_wanted_depends_on_who_wants_it(count, experience, weeks, kit, classes):
    assert classes == wanted_classes(count, experience=experience, lifting_weeks=weeks, has_heavy_kit=kit)


@pytest.mark.parametrize(
    ("done", "left"),
    [
        ([], ("moderate", "light")),
        (["mobility", "mobility"], ("moderate", "light")),
        (["light"], ("moderate",)),
        (["moderate"], ("light",)),
        (["heavy"], ("light",)),
        (["light", "light"], ()),
        (["heavy", "plyo_low", "light"], ()),
    ],
)
def test_a_session_counts_for_its_own_class_else_for_the_hardest_left(done, left):
    assert still_wanted(("moderate", "light"), done) == left

"""Which sessions a week wants: how many, of which classes; and which of them are still to be done."""

from collections.abc import Sequence

# From so many weeks of lifting on the advanced train heavy twice a week.
HEAVY_FROM_WEEKS = 8


def wanted_classes(
    count: int, *, experience: str, lifting_weeks: int, has_heavy_kit: bool
) -> tuple[str, ...]:
    """
    Return the classes of that many sessions, the hardest first.

    experience: beginner, intermediate, advanced, or "" where nobody said, which counts as beginner.
    """
    if experience not in ("intermediate", "advanced"):
        return ("light",) * count
    if experience == "advanced" and lifting_weeks >= HEAVY_FROM_WEEKS and has_heavy_kit and count > 1:
        return ("heavy", "heavy", *("light",) * (count - 2))
    return (*("moderate",) * min(count, 1), *("light",) * (count - 1))


def still_wanted(classes: Sequence[str], done: Sequence[str]) -> tuple[str, ...]:
    """
    Return what of the wanted classes is still to be done.

    A session counts for its own class if that is wanted, else for the hardest left; mobility for none.
    """
    wanted = list(enumerate(classes, start=1))
    return tuple(name for _, name in numbers_left(wanted, [(each, None) for each in done]))


def numbers_left(
    wanted: Sequence[tuple[int, str]], done: Sequence[tuple[str, int | None]]
) -> tuple[tuple[int, str], ...]:
    """
    The same of sessions by number and class.

    done: each by its class, with the number of the session that it surely was, None where that is not known.
    """
    left = list(wanted)
    for session_class, number in sorted(done, key=lambda each: each[1] is None):
        if session_class == "mobility" or not left:
            continue
        sure = [each for each in left if each[0] == number]
        alike = [each for each in left if each[1] == session_class]
        left.remove((sure or alike or left)[0])
    return tuple(left)

"""Which planned session is meant, as it passes from a read to a write."""

from dataclasses import dataclass

from workouts.weeks import Week


@dataclass(frozen=True)
class About:
    """A session of a week: which one it is, from 1, and the class it is to be of."""

    week: Week
    number: int
    session_class: str

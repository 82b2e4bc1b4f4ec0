"""Reads the muscle map as a filter of exercises: every region a link that asks for its muscles."""

from dataclasses import dataclass

from workouts.figures.muscle_map import View, muscle_map
from workouts.search.asked import Asked
from workouts.vocabulary import everyday_muscle

MUSCLE = "muscle"


@dataclass(frozen=True)
class RegionChoice:
    """
    A region, drawn at +x and mirrored.

    address: the list with its muscles asked for, or without them where they are.  is_again: whether an
    earlier one has the same, so that nobody has to pass it twice on the keyboard.
    """

    label: str
    muscles: tuple[str, ...]
    address: str
    is_chosen: bool
    is_again: bool
    d: str


@dataclass(frozen=True)
class FilterView:
    """The body from one side: its outline's rest, and what can be chosen there."""

    view: View
    choices: tuple[RegionChoice, ...]

    @property
    def fill(self) -> tuple[str, ...]:
        return self.view.halves[0].fill


def muscle_filter(asked: Asked) -> tuple[FilterView, ...]:
    """Both views of the map, with what is asked for chosen."""
    chosen = frozenset(asked.by_kind.get(MUSCLE, ()))
    seen: set[tuple[str, ...]] = set()
    views = []
    for view in muscle_map(steps={}).views:
        choices = []
        for region in view.halves[0].regions:
            is_chosen = chosen.issuperset(region.muscles)
            choices.append(
                RegionChoice(
                    label=", ".join(map(everyday_muscle, region.muscles)),
                    muscles=region.muscles,
                    address=asked.toggled(MUSCLE, region.muscles).address,
                    is_chosen=is_chosen,
                    is_again=region.muscles in seen,
                    d=region.d,
                )
            )
            seen.add(region.muscles)
        views.append(FilterView(view, tuple(choices)))
    return tuple(views)

"""The stylesheets that move figures: one for each, or one for several that are shown one after the other."""

from collections.abc import Iterable
from dataclasses import dataclass

from workouts import drawings

# Between the slugs that a name is made of; no slug has it.
_AND = "_"


@dataclass(frozen=True)
class FigureSheet:
    """name: the slugs of its figures and a digest of its text; by that a browser may keep it for good."""

    name: str
    text: str


def sheet_of(slugs: Iterable[str]) -> FigureSheet | None:
    """What moves these figures, each once; None where none of them needs a stylesheet."""
    found = (drawings.figure(slug) for slug in dict.fromkeys(slugs))
    moving = [figure for figure in found if figure is not None and figure.digest]
    if not moving:
        return None
    text = "".join(figure.moving.sheet for figure in moving)
    named = _AND.join(figure.slug for figure in moving)
    return FigureSheet(name=f"{named}-{drawings.digest_of(text)}", text=text)


def sheet_named(name: str) -> FigureSheet | None:
    """The stylesheet of that name; None where there is none, as of figures that were drawn anew since."""
    slugs, _, _ = name.rpartition("-")
    sheet = sheet_of(slugs.split(_AND))
    return sheet if sheet is not None and sheet.name == name else None

"""Tags that draw exercises.  Each drawing is written once a process, since it is the same for everybody."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from workouts import drawings, vocabulary
from workouts.figures.body.drawing import Drawing
from workouts.figures.muscle_map import Region

register = template.Library()


@register.simple_tag
def figure(slug: str) -> str:
    """Start and end of an exercise laid over each other, beside its name; nothing without a figure."""
    return _in_list(slug)


@register.simple_tag
def small_figure(slug: str) -> str:
    """The end pose alone, for a small place beside its name."""
    return _small(slug)


@register.simple_tag
def still(drawing: Drawing) -> str:
    """A drawing whose words stand somewhere else on the page."""
    return _written(drawing)


@register.filter
def region_name(region: Region) -> str:
    """The muscles that a region of the map stands for."""
    return ", ".join(vocabulary.everyday_muscle(muscle) for muscle in region.muscles)


@lru_cache(maxsize=drawings.MOST)
def _in_list(slug: str) -> str:
    return _written(drawings.in_list(slug))


@lru_cache(maxsize=drawings.MOST)
def _small(slug: str) -> str:
    return _written(drawings.small(slug))


def _written(drawing: Drawing | None) -> str:
    if drawing is None:
        return ""
    return SafeString(render_to_string("workouts/figures/still.html", {"drawing": drawing}).strip())

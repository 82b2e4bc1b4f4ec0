"""Filters that print numbers with their units, and the fixed words behind a key."""

from collections.abc import Iterable
from typing import Any

from django import template

from workouts import units, vocabulary
from workouts.search.kit_words import kit_told
from workouts.units import DistanceUnit, WeightUnit

register = template.Library()


@register.filter
def distance(metres: float | None, unit: DistanceUnit) -> str:
    """8234.5 as "8.2 km"; nothing when unknown."""
    return units.distance(metres, unit)


@register.filter
def exact_distance(metres: float | None, unit: DistanceUnit) -> str:
    """8234.5 as "8.23 km"."""
    return units.distance(metres, unit, precise=True)


@register.simple_tag
def pace(metres: float | None, seconds: float | None, unit: DistanceUnit) -> str:
    """Metres and seconds as "5:52 /km"."""
    return units.pace(metres, seconds, unit)


@register.simple_tag
def pace_number(metres: float | None, seconds: float | None, unit: DistanceUnit) -> str:
    """Metres and seconds as "5:52", for where the unit is printed apart."""
    return units.pace_number(_s_per_km(metres, seconds), unit)


@register.simple_tag
def speed_number(metres: float | None, seconds: float | None, unit: DistanceUnit) -> str:
    """Metres and seconds as "25.3", in km/h or mph."""
    return units.speed_number(_s_per_km(metres, seconds), unit)


@register.filter
def clock(seconds: float | None) -> str:
    """2890 as "48:10"."""
    return units.clock(seconds)


@register.filter
def spoken(seconds: float | None) -> str:
    """2890 as "48 min"."""
    return units.spoken_minutes(seconds)


@register.filter
def grouped(number: float | None) -> str:
    """1668 as "1 668"; nothing when unknown."""
    return units.grouped(number)


@register.filter
def height(metres: float | None) -> str:
    """46.2 as "46 m"."""
    return units.height(metres)


@register.filter
def tonnage_number(kg: float | None, unit: WeightUnit) -> str:
    """1440.0 as "1 440", in kilograms or pounds; nothing when unknown."""
    return units.tonnage_number(kg, unit)


@register.filter
def rise(metres: float | None) -> str:
    """-6.2 as "−6"; nothing when unknown."""
    return units.rise(metres)


@register.filter
def muscles(keys: Iterable[str]) -> str:
    """Muscles by their everyday names, "Glutes, hamstrings": what stands before the bracket."""
    return _sentence(vocabulary.everyday_muscle(key) for key in keys)


@register.filter
def muscle(key: str) -> str:
    """One muscle by its full name."""
    return vocabulary.MUSCLES[key]


@register.filter
def kit(exercise: Any) -> str:
    """What an exercise needs and may be done with, "Mat (mini band optional)"."""
    told = kit_told(exercise.equipment, exercise.equipment_options)
    return told[:1].upper() + told[1:]


@register.filter
def caution_flag(key: str) -> str:
    return vocabulary.CAUTION_FLAGS[key]


@register.filter
def place_of_pain(place: str, side: str) -> str:
    """ "knee" with "left" as "left knee"; nothing when unknown."""
    return vocabulary.place_of_pain(place, side)


@register.filter
def effort_word(effort: int | None) -> str:
    """5 as "hard"; nothing when unknown."""
    return "" if effort is None else vocabulary.EFFORT_WORDS[effort]


def _sentence(words: Iterable[str]) -> str:
    text = ", ".join(word[0].lower() + word[1:] for word in words)
    return text[:1].upper() + text[1:]


def _s_per_km(metres: float | None, seconds: float | None) -> float | None:
    return seconds / metres * 1000 if metres and seconds else None

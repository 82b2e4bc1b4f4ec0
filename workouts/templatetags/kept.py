"""
A partial that is drawn once for the same content, and kept: `{% kept "x.html" row=row unit=unit %}`.

It stands where `{% include "x.html" with row=row unit=unit only %}` would.  The key is all that the partial
is given, so nothing it shows can be out of date or somebody else's, whatever is saved and by which process.
"""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any

from django import template
from django.template import Context, Template
from django.urls import get_script_prefix
from django.utils.safestring import SafeString

register = template.Library()

# A partial and what it was given are a kilobyte or a few, so this is some ten megabytes a process.
MOST = 4096

# What is equal reads alike.  Not rows, which are equal while their columns differ; not moments, which are
# equal in different zones; not safe strings, which are equal to what still has to be escaped; and no
# dataclass that leaves a field out of the comparison.
_PLAIN = frozenset({str, int, float, bool, date, type(None)})


@register.simple_tag(takes_context=True)
def kept(context: Context, name: str, **given: Any) -> SafeString:
    """Draw the partial, unless it was drawn of the same before."""
    assert context.template is not None  # a tag is drawn in one
    drawn_by = context.template.engine.get_template(name)
    values = tuple(given.values())
    return _drawn(drawn_by, get_script_prefix(), tuple(given), tuple(map(type, values)), values)


@lru_cache(maxsize=MOST)
def _drawn(
    drawn_by: Template, prefix: str, names: tuple[str, ...], types: tuple[type, ...], values: tuple[Any, ...]
) -> SafeString:
    """Addresses begin with `prefix`; the types keep 1, 1.0 and True apart, which are equal."""
    _demand_plain(values)
    return drawn_by.render(Context(dict(zip(names, values, strict=True)), use_l10n=False))


def _demand_plain(value: Any) -> None:
    """Refuse what may be equal and yet read differently, with a TypeError."""
    if type(value) in _PLAIN or isinstance(value, Enum):
        return
    parts: Iterable[Any]
    if isinstance(value, tuple | frozenset):
        parts = value
    elif is_dataclass(value) and all(field.compare for field in fields(value)):
        parts = [getattr(value, field.name) for field in fields(value)]
    else:
        raise TypeError(f"A {type(value).__name__} is not plain: give the partial what it shows of it.")
    for part in parts:
        _demand_plain(part)

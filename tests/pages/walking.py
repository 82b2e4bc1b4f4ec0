"""Walks every address the project answers to, straight from its URL patterns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import URLResolver, get_resolver
from django.utils.regex_helper import normalize

SAFE, UNSAFE = ("GET", "HEAD", "OPTIONS"), ("POST", "PUT", "PATCH", "DELETE")


@dataclass(frozen=True)
class Pattern:
    """One URL pattern: `logbook:run`, `/runs/%(run_id)s/`, and the names of its holes."""

    name: str
    template: str
    holes: tuple[str, ...]

    def __str__(self) -> str:
        return self.name or self.template

    def path(self, values: Mapping[str, Any]) -> str:
        return self.template % {hole: values[hole] for hole in self.holes}


def patterns(urlconf: str | None = None) -> list[Pattern]:
    """Every pattern once, in the order Django tries them."""
    found = {}
    for name, regex in _walk(get_resolver(urlconf)):
        for template, holes in normalize(regex):
            # Django answers with the first pattern that fits; a second of the same shape never runs.
            found.setdefault(template, Pattern(name, f"/{template}", tuple(holes)))
    return list(found.values())


def _walk(resolver: URLResolver, regex: str = "", names: str = "") -> Iterator[tuple[str, str]]:
    for pattern in resolver.url_patterns:
        longer = regex + pattern.pattern.regex.pattern.removeprefix("^")
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, longer, f"{names}{pattern.namespace}:" if pattern.namespace else names)
        else:
            yield f"{names}{pattern.name}" if pattern.name else "", longer

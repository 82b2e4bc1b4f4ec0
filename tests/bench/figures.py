"""
Measures what one figure costs: to draw it standing still and moving, and what goes over the wire.

Drawing is beside a loop of plain Python, run in turn with it, as for the files; the bytes are compressed,
each figure by itself.  A process draws each figure once and keeps it.
"""

import gzip
import statistics
from collections.abc import Callable

from django.template.loader import render_to_string

from tests.bench.files import seconds, yardstick
from workouts import drawings
from workouts.catalogue.files import exercises

TURNS = 3


def main() -> None:
    slugs = [slug for slug, entry in exercises().items() if entry.figure]
    print(f"{len(slugs)} figures, the median of each")
    ways: dict[str, Callable[[str], object]] = {
        "still": drawings.in_list,
        "still and moving": drawings.figure,
    }
    for name, way in ways.items():
        each = [_ratio(way, slug) for slug in slugs]
        ms, ratios = [ms for ms, _ in each], [ratio for _, ratio in each]
        print(f"{name:18} {statistics.median(ms):6.1f} ms  {statistics.median(ratios):6.2f} of the yardstick")
    still, moving, sheets = [], [], []
    for slug in slugs:
        figure = drawings.figure(slug)
        assert figure is not None
        still.append(_zipped(render_to_string("workouts/figures/still.html", {"drawing": figure.still})))
        markup = render_to_string("workouts/figures/moving.html", {"figure": figure, "name": slug})
        moving.append(_zipped(markup) + _zipped(figure.moving.sheet))
        sheets.append(_zipped(figure.moving.sheet))
    for name, sizes in (("still", still), ("moving", moving), ("of that, its sheet", sheets)):
        print(f"{name:18} {statistics.median(sizes):6.0f} bytes, at most {max(sizes)}")


def _ratio(draw: Callable[[str], object], slug: str) -> tuple[float, float]:
    times, ratios = [], []
    for _ in range(TURNS):
        drawings.figure.cache_clear()
        drawings.in_list.cache_clear()
        stick, took = seconds(yardstick, b""), seconds(lambda _: draw(slug), b"")
        times.append(took)
        ratios.append(took / stick)
    return statistics.median(times) * 1000, statistics.median(ratios)


def _zipped(text: str) -> int:
    return len(gzip.compress(text.encode()))


if __name__ == "__main__":
    main()

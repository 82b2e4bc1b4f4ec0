"""Tempo profile: one repetition drawn as an elevation profile, where width is seconds.

The line falls while lowering, rises while lifting and is level in a pause.  Only geometry is made
here; templates write the SVG.
"""

from dataclasses import dataclass
from functools import lru_cache

from workouts.training.tempo import Phase, StartsWith, Tempo

# An upper bound for the width of a character, in ems, in the sans-serif faces of the style sheet.
_EM_PER_CHARACTER = 0.6
_LABEL_GAP = 4.0


@dataclass(frozen=True)
class Label:
    """What stands under one phase: seconds (or X) at `y`, and a word at `word_y` where it is shown."""

    x: float
    y: float
    text: str
    word: str
    word_y: float | None = None


@dataclass(frozen=True)
class TempoProfile:
    """Geometry for one drawing, in the units of its view box.

    `anchor` is the SVG `text-anchor` of the labels.  `ticks` are the x of hairlines between phases.
    """

    width: int
    height: int
    path: str
    ground_y: float
    ticks: tuple[float, ...]
    labels: tuple[Label, ...]
    anchor: str
    description: str


@lru_cache(maxsize=512)
def small(*, tempo: Tempo, starts_with: StartsWith) -> TempoProfile:
    """The profile for a row of a list: seconds centred under each phase, no words, 84 by 30."""
    phases = tempo.phases(starts_with)
    edges = _edges(phases, left=1, right=83)
    texts = [_seconds_text(phase, tempo, unit="") for phase in phases]
    widths = [_text_width(text, font_size=11) for text in texts]
    wanted = [(start + end - width) / 2 for start, end, width in zip(edges, edges[1:], widths, strict=False)]
    lefts = _spread(wanted, widths, left=0, right=84)
    return TempoProfile(
        width=84,
        height=30,
        path=_path(phases, edges, high_y=4, low_y=15),
        ground_y=18,
        ticks=(),
        labels=tuple(
            Label(x=round(left + width / 2, 1), y=29, text=text, word=_word(phase, tempo))
            for phase, text, left, width in zip(phases, texts, lefts, widths, strict=True)
        ),
        anchor="middle",
        description=_description(phases, tempo),
    )


@lru_cache(maxsize=512)
def large(*, tempo: Tempo, starts_with: StartsWith) -> TempoProfile:
    """The profile for an exercise's own page: seconds and words from each phase's start, 330 by 112."""
    phases = tempo.phases(starts_with)
    edges = _edges(phases, left=2, right=328)
    texts = [_seconds_text(phase, tempo, unit=" s") for phase in phases]
    words = [_word(phase, tempo) for phase in phases]
    widths = [
        max(_text_width(text, font_size=22), _text_width(word, font_size=13))
        for text, word in zip(texts, words, strict=True)
    ]
    # A little off the hairline, save for the first label, which stands at the edge.
    wanted = [edge + (2 if number else 0) for number, edge in enumerate(edges[:-1])]
    lefts = _spread(wanted, widths, left=0, right=330)
    return TempoProfile(
        width=330,
        height=112,
        path=_path(phases, edges, high_y=8, low_y=56),
        ground_y=64,
        ticks=tuple(round(edge, 1) for edge in edges[1:-1]),
        labels=tuple(
            Label(x=round(left, 1), y=88, text=text, word=word, word_y=106)
            for left, text, word in zip(lefts, texts, words, strict=True)
        ),
        anchor="start",
        description=_description(phases, tempo),
    )


def _edges(phases: tuple[Phase, ...], *, left: float, right: float) -> list[float]:
    """The x where each phase begins, and where the last one ends."""
    per_second = (right - left) / sum(phase.seconds for phase in phases)
    edges = [left]
    for phase in phases:
        edges.append(edges[-1] + phase.seconds * per_second)
    return edges


def _path(phases: tuple[Phase, ...], edges: list[float], *, high_y: int, low_y: int) -> str:
    def point(x: float, level: int) -> str:
        return f"{x:.1f} {high_y if level else low_y}"

    corners = [point(edge, phase.end_level) for edge, phase in zip(edges[1:], phases, strict=True)]
    return "M" + "L".join([point(edges[0], phases[0].start_level), *corners])


def _spread(wanted: list[float], widths: list[float], *, left: float, right: float) -> list[float]:
    """Left edges as near to the wanted ones as lets every label stand clear of the next and inside."""
    placed: list[float] = []
    free_from = left
    for want, width in zip(wanted, widths, strict=True):
        placed.append(max(want, free_from))
        free_from = placed[-1] + width + _LABEL_GAP
    free_until = right
    for number in reversed(range(len(placed))):
        placed[number] = min(placed[number], free_until - widths[number])
        free_until = placed[number] - _LABEL_GAP
    return placed


def _text_width(text: str, *, font_size: int) -> float:
    return len(text) * font_size * _EM_PER_CHARACTER


def _seconds_text(phase: Phase, tempo: Tempo, *, unit: str) -> str:
    return "X" if _is_explosive(phase, tempo) else f"{phase.seconds}{unit}"


def _word(phase: Phase, tempo: Tempo) -> str:
    return "lift fast" if _is_explosive(phase, tempo) else phase.word


def _description(phases: tuple[Phase, ...], tempo: Tempo) -> str:
    parts = [
        _word(phase, tempo) if _is_explosive(phase, tempo) else f"{phase.word} {phase.seconds} s"
        for phase in phases
    ]
    return f"Tempo: {', '.join(parts)}"


def _is_explosive(phase: Phase, tempo: Tempo) -> bool:
    return tempo.explosive and phase.word == "lift"

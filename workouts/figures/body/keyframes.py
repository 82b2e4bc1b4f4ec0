"""The stylesheet that moves one figure: a rule and its keyframes for every channel that moves."""

from collections.abc import Mapping
from math import atan2, degrees, hypot

from workouts.figures.body.channels import Channel, Values


def stylesheet(name: str, channels: Mapping[str, Channel], *, seconds: float) -> str:
    """
    Text of the stylesheet of the drawing with the class `name`.

    channels: by the class of their group, which holds how it rests.
    """
    rules = []
    for css, channel in channels.items():
        frames = "".join(
            f"{_percent(part)}{{transform:{_moved(channel.kind, values)}}}"
            for part, values in channel.instants
        )
        runs = f"{name}-{css} {_number(seconds)}s linear infinite"
        rules.append(f".{name} .{css}{{animation:{runs}}}")
        rules.append(f"@keyframes {name}-{css}{{{frames}}}")
    return "\n".join(rules)


def written(kind: str, values: Values, *, px: str = "", deg: str = "") -> str:
    """Values as the transform of an SVG attribute, or with the units of a stylesheet's."""
    if kind == "turn":
        return f"rotate({_number(values[0])}{deg})"
    if kind == "place":
        return f"translate({_number(values[0])}{px},{_number(values[1])}{px})"
    x1, y1, x2, y2 = values
    length, turn = hypot(x2 - x1, y2 - y1), degrees(atan2(y2 - y1, x2 - x1))
    place = f"translate({_number(x1)}{px},{_number(y1)}{px})"
    return f"{place} rotate({_number(turn)}{deg}) scale({_number(length)},1)"


def _moved(kind: str, values: Values) -> str:
    return written(kind, values, px="px", deg="deg")


def _percent(part: float) -> str:
    return f"{100 * part:.1f}".rstrip("0").rstrip(".") + "%"


def _number(value: float) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text

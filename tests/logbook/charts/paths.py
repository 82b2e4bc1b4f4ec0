"""Reads an SVG path of straight lines back into points, for tests."""

import re

NUMBER = r"-?(?:0|[1-9][0-9]*)(?:\.[1-9])?"
STRETCH = rf"M{NUMBER} {NUMBER}(?:L{NUMBER} {NUMBER})+Z?"


def stretches(path):
    """Return the points of each stretch; the path must be nothing but "M… L…" in tenths."""
    assert re.fullmatch(rf"(?:{STRETCH})+", path), path
    return [
        [tuple(map(float, point.split())) for point in part.rstrip("Z").split("L")]
        for part in path.split("M")[1:]
    ]

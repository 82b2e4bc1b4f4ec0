"""The lines of a calendar file: what a text holds, where a long line is broken (RFC 5545, 3.1 and 3.3.11)."""

import re

# As many octets as a line has at most, the end of it not counted.
LONGEST = 75
_LINE_ENDS = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def escaped(text: str) -> str:
    """Return a text as a value: what ends a line is a line break, other control characters are left out."""
    plain = _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))
    for mark in ("\\", ";", ","):
        plain = plain.replace(mark, f"\\{mark}")
    return plain.replace("\n", "\\n")


def folded(line: str) -> str:
    """
    Return a line broken so that no part has more than 75 octets, and none begins within a character.

    Each part but the first begins with a space, which counts and is no part of the value.
    """
    parts, part, octets = [], "", 0
    for character in line:
        size = len(character.encode())
        if octets + size > LONGEST:
            parts.append(part)
            part, octets = " ", 1
        part += character
        octets += size
    return "\r\n".join([*parts, part])

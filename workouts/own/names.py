"""What an exercise of one's own may be called, so that a circuit written as text can be read."""

import re

from workouts.own.attributes import read_attributes
from workouts.own.chunks import HEAD

_APART = re.compile(r"[,;:@/\n]")


def cannot_be_called(name: str) -> str:
    """Why an exercise cannot have that name, as a sentence; "" where it can."""
    if apart := _APART.search(name):
        return f"A name has no “{apart[0]}”: circuits written as text could not be read."
    if not name[:1].isalpha():
        return "A name begins with a letter."
    if HEAD.match(name) or read_attributes(name).left != name:
        return (
            "That would be read as a dose, a rest or a tempo where a circuit is written as text. Add a word."
        )
    return ""

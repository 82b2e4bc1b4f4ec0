"""What an exercise of one's own may be called, so that a circuit written as text can be read."""

import re

from workouts.own.attributes import read_attributes
from workouts.own.chunks import HEAD, parts

_PLAIN = re.compile(r"[^\W\d_](?:[\w '’()-]*[\w)])?")
# Words that say something of a circuit where they begin a line.
_TAKEN = frozenset(
    {"circuit", "no", "pause", "rest", "round", "rounds", "set", "sets", "tempo", "warm", "without"}
)
ODD = "A name begins with a letter and has letters, numbers, spaces, hyphens, apostrophes and brackets only."
READ_OTHERWISE = "That would be read as a dose, a rest or a tempo in a circuit written as text. Add a word."


def cannot_be_called(name: str) -> str:
    """Why an exercise cannot have that name, as a sentence; "" where it can."""
    if not _PLAIN.fullmatch(name):
        return ODD
    first = re.split(r"\W", name.casefold(), maxsplit=1)[0]
    if (
        first in _TAKEN
        or HEAD.match(name)
        or read_attributes(name).left.split() != name.translate(_BRACKETS).split()
    ):
        return READ_OTHERWISE
    _, read = parts(f"{name} 8, rest 45 s")
    return "" if [part.text for part in read] == [f"{name} 8", "rest 45 s"] else READ_OTHERWISE


def name_of_copy(name: str) -> str:
    """What a copy of an exercise is called until its athlete says otherwise."""
    return f"{name} my way" if name[:1].isalpha() else f"My {name}"


_BRACKETS = str.maketrans("()", "  ")

"""What stands beside the name of an exercise in a line of text: its dose, tempo, sets, sides and rest."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum


class Rests(StrEnum):
    """What a rest stands after."""

    THIS = "this"
    SET = "set"
    EACH = "each"
    ROUND = "round"


@dataclass(kw_only=True)
class Attributes:
    """
    What was found in a piece of text; None is what it does not say.

    amount, unit: "reps", "s" or "m", or "" for a bare number.
    tempo: "" where it was said that nobody counts.
    rests: seconds by what they stand after.
    twice: the words for what was said more than once.  refused: sentences about what has no place here.
    left: the text that is none of these.
    """

    rounds: int | None = None
    sets: int | None = None
    amount: int | None = None
    unit: str = ""
    is_sided: bool = False
    tempo: str | None = None
    rests: dict[Rests, int] = field(default_factory=dict)
    warm_up_minutes: int | None = None
    twice: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    left: str = ""

    def put(self, name: str, value: object, word: str) -> None:
        """Keep it, or remember that it was said twice."""
        if getattr(self, name) is not None:
            self.twice.append(word)
        setattr(self, name, value)

    def add(self, more: "Attributes") -> None:
        """Take what else is said of the same exercise."""
        for name, word in (("sets", "sets"), ("amount", "dose"), ("tempo", "tempo")):
            if getattr(more, name) is not None:
                self.put(name, getattr(more, name), word)
        self.unit = more.unit or self.unit
        self.is_sided = self.is_sided or more.is_sided
        for stands_after in (Rests.THIS, Rests.SET):
            if stands_after in more.rests:
                if self.rest_s is not None:
                    self.twice.append("rest")
                self.rests[stands_after] = more.rests[stands_after]

    @property
    def rest_s(self) -> int | None:
        """Seconds of rest after it, None where nothing is said of it alone."""
        return self.rests.get(Rests.THIS, self.rests.get(Rests.SET))

    @property
    def says_a_dose(self) -> bool:
        """Whether it says how an exercise is done, or how often."""
        return self.amount is not None or self.tempo is not None or self.sets is not None or self.is_sided


_TIME = (
    r"(?:(?P<m>\d{1,2}):(?P<ms>[0-5]\d)|(?P<s>\d{1,4}) ?(?:s\b|secs?\b|seconds?\b|\")|"
    r"(?P<min>\d{1,2}) ?(?:mins?\b|minutes?\b|'))"
)
_BARE_TIME = _TIME[:-1] + r"|(?P<bare>\d{1,4}))"
_WHERE = (
    r"(?: ?(?:between|after|in between) (?:each |every |all |the )?"
    r"(?P<where>rounds?|circuits?|laps?|sets?|exercises?|movements?|stations?|moves?))"
)
_SIDE = r"(?:/ ?(?:sides?|legs?|arms?)|(?:each|per|a|both|every) (?:sides?|legs?|arms?|way)|each|e/s|ea)"
_UNIT = r"(?P<unit>s|secs?|seconds?|\"|mins?|minutes?|'|m|metres?|meters?|reps?|repetitions?|x)"
# Brackets and bars keep things apart; a dash may join a number and its unit: "30-second".
_APART = re.compile(r"[()\[\]|]")
_JOINED = re.compile(r"\b(\d+)-(s|secs?|seconds?|mins?|minutes?|m|metres?|meters?|reps?)\b", re.IGNORECASE)


def read_attributes(text: str) -> Attributes:
    """Take every attribute out of a piece of text; what is none of them stays in `left`."""
    found = Attributes()
    text = _APART.sub(" ", _JOINED.sub(r"\1 \2", text))
    for pattern, take in _TAKES:
        text = pattern.sub(lambda match, take=take: take(found, match) or " ", text)  # type: ignore[misc]
    found.left = " ".join(word for word in re.sub(r"[@:,]", " ", text).split() if word not in "-x|")
    return found


def _rest(found: Attributes, match: re.Match[str]) -> None:
    where = (match["where"] or "").lower()
    if where.startswith(("round", "circuit", "lap")):
        stands_after = Rests.ROUND
    elif where.startswith(("exercise", "movement", "station", "move")):
        stands_after = Rests.EACH
    elif where:
        stands_after = Rests.SET
    else:
        stands_after = Rests.THIS
    if stands_after in found.rests:
        found.twice.append("rest")
    found.rests[stands_after] = _seconds(match)


def _no_rest(found: Attributes, match: re.Match[str]) -> None:
    found.rests[Rests.THIS] = 0


def _seconds(match: re.Match[str]) -> int:
    if match["m"]:
        return 60 * int(match["m"]) + int(match["ms"])
    if match["min"]:
        return 60 * int(match["min"])
    return int(match["s"] or match.groupdict().get("bare") or 0)


def _tempo(found: Attributes, match: re.Match[str]) -> None:
    found.put("tempo", "-".join(match.groups()).upper(), "tempo")


def _no_tempo(found: Attributes, match: re.Match[str]) -> None:
    found.put("tempo", "", "tempo")


def _warm_up(found: Attributes, match: re.Match[str]) -> None:
    found.put("warm_up_minutes", int(match[1]), "warm-up")


def _rounds(found: Attributes, match: re.Match[str]) -> None:
    found.put("rounds", int(match[1]), "rounds")


def _sets(found: Attributes, match: re.Match[str]) -> None:
    found.put("sets", int(match[1]), "sets")


def _amount(found: Attributes, match: re.Match[str]) -> None:
    unit, number = (match["unit"] or "").lower(), match["number"]
    is_long = unit.startswith(("min", "'"))
    if match["m"]:
        amount, unit = 60 * int(match["m"]) + int(match["ms"]), "s"
    else:
        amount = int(number) * (60 if is_long else 1)
    found.put("amount", amount, "dose")
    if is_long or unit.startswith(("s", '"')):
        found.unit = "s"
    elif unit.startswith("m"):
        found.unit = "m"
    elif unit:
        found.unit = "reps"
    found.is_sided = found.is_sided or match["side"] is not None


def _sided(found: Attributes, match: re.Match[str]) -> None:
    found.is_sided = True


def _refusing(why: str) -> Callable[[Attributes, re.Match[str]], None]:
    def refuse(found: Attributes, match: re.Match[str]) -> None:
        found.refused.append(f"“{' '.join(match[0].split())}”: {why}")

    return refuse


_range = _refusing("a circuit asks for one number. Write the lower one.")
_weight = _refusing(
    "weights are no part of a circuit; they are kept with each set when you log it. Leave it out."
)
_effort = _refusing("effort is no part of a line; it is kept with each set when you log it. Leave it out.")

# In this order: what has more words comes before what is a part of it.
_TAKES: tuple[tuple[re.Pattern[str], Callable[[Attributes, re.Match[str]], None]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), take)
    for pattern, take in (
        (r"(?:@|\bat\b|\btempo\b)? ?(?<![\w-])(\d{1,2})-(\d{1,2})-(\d{1,2}|x)-(\d{1,2})(?![\w-])", _tempo),
        (r"(?:@|\btempo\b) ?(\d)(\d)(\d|x)(\d)(?![\w-])", _tempo),
        (r"\b(?:no|without) tempo\b", _no_tempo),
        (r"(?:@ ?)?(?<![\w.,])\d+(?:[.,]\d+)? ?(?:kg|kgs|lbs?|pounds)\b", _weight),
        (r"(?:@ ?)?\brpe ?\d+(?:[.,]\d)?|@ ?\d+(?:[.,]\d)?(?![\w:])|\b\d+ ?rir\b|\d+ ?%(?: ?1rm)?", _effort),
        (rf"\b(?:rest|pause)\b(?: of| for|:)? ?\d+ ?(?:-|\bto\b) ?\d+(?: ?{_UNIT}(?!\w))?", _range),
        (rf"(?<![\w-])\d+ ?(?:-|\bto\b) ?\d+(?: ?{_UNIT})?(?: of)? (?:rest|pause)\b", _range),
        (rf"\b(?:rest|pause)\b(?: of| for|:)? ?{_BARE_TIME}(?!\w){_WHERE}?", _rest),
        (rf"(?<![\w-]){_TIME}(?: of)? (?:rest|pause)\b{_WHERE}?", _rest),
        (rf"(?<![\w-]){_TIME}{_WHERE}", _rest),
        (r"\b(?:no|without) rests?\b", _no_rest),
        (r"\bwarm[- ]?up\b(?: of| for|:)? ?(\d{1,3}) ?(?:mins?|minutes?)?\b", _warm_up),
        (r"(?<![\w-])(\d{1,3}) ?(?:mins?|minutes?)(?: of)? warm[- ]?up\b", _warm_up),
        (r"(?<![\w-])(\d{1,3}) ?(?:x ?)?rounds?(?: of)?\b", _rounds),
        (rf"(?<![\w-])\d+ ?(?:-|\bto\b) ?\d+(?: ?{_UNIT})?(?: ?{_SIDE})?(?![\w-])", _range),
        (r"(?<![\w-])(\d{1,3}) ?x ?(?=\d)", _sets),
        (r"(?<![\w-])(\d{1,3}) ?sets?(?: of)?\b", _sets),
        (
            r"(?<![\w-])(?:x ?)?(?:(?P<m>\d{1,2}):(?P<ms>[0-5]\d)|(?P<number>\d{1,6})"
            rf"(?: ?{_UNIT}(?![\w]))?)(?P<side> ?{_SIDE})?(?![\w-])",
            _amount,
        ),
        (rf"(?<!\w){_SIDE}(?!\w)", _sided),
    )
)

"""The only place that converts or prints units: seconds, metres, kilograms inside, the athlete's outside."""

import re
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from string import ascii_lowercase
from typing import Literal

METRES_PER_MILE = 1609.344
KG_PER_LB = 0.45359237

# What a form field keeps: finer than any measured course or plate, coarse enough that "45 lb" stays "45".
METRES_STEP, KG_STEP = Decimal("1"), Decimal("0.01")

_NUMBER_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_NARROW_SPACE = "\u202f"
_NUMBER = re.compile(r"([0-9]{1,9})(?:[.,]([0-9]{0,9}))?|[.,]([0-9]{1,9})")
_COLONS = re.compile(r"(?:([0-9]{1,4}):)?([0-9]{1,4}):([0-9]{2})")
_SPELT = re.compile(
    r"(?:([0-9]{1,4}(?:[.,][0-9]{1,3})?) ?h(?:ours?|rs?)?)? ?"
    r"(?:([0-9]{1,5}(?:[.,][0-9]{1,3})?) ?m(?:in(?:ute)?s?)?)? ?"
    r"(?:([0-9]{1,6}) ?s(?:ec(?:ond)?s?)?)?"
)


class DistanceUnit(StrEnum):
    """How an athlete reads distances and paces."""

    KM = "km"
    MILES = "mi"

    @property
    def label(self) -> str:
        """The word for a select box: "Kilometres"."""
        return "Kilometres" if self is DistanceUnit.KM else "Miles"

    @property
    def metres(self) -> float:
        """How many metres one of it is."""
        return 1000.0 if self is DistanceUnit.KM else METRES_PER_MILE

    @property
    def per_hour(self) -> str:
        """What a speed in it is called: "km/h"."""
        return "km/h" if self is DistanceUnit.KM else "mph"


class WeightUnit(StrEnum):
    """How an athlete reads weights."""

    KG = "kg"
    LB = "lb"

    @property
    def label(self) -> str:
        """The word for a select box: "Kilograms"."""
        return "Kilograms" if self is WeightUnit.KG else "Pounds"

    @property
    def kg(self) -> float:
        """How many kilograms one of it is."""
        return 1.0 if self is WeightUnit.KG else KG_PER_LB


class BadQuantity(ValueError):
    """What was typed is no such quantity; its text says why and shows one that is."""


def distance(metres: float | None, unit: DistanceUnit, *, precise: bool = False) -> str:
    """Return "8.2 km" for lists, "8.21 km" where it is `precise`, "" where it is unknown."""
    if metres is None:
        return ""
    return f"{_rounded(metres / unit.metres, Decimal('0.01') if precise else Decimal('0.1'))} {unit}"


def height(metres: float | None) -> str:
    """Return a climb, or a carry of a few metres, in whole metres: "46 m", "" where it is unknown."""
    return "" if metres is None else f"{grouped(metres)} m"


def weight(kg: float | None, unit: WeightUnit) -> str:
    """Return "22.5 kg" or "45 lb" without needless zeros, "" where there is none."""
    if kg is None:
        return ""
    return f"{decimal_text(kg / unit.kg, places=2 if unit is WeightUnit.KG else 1)} {unit}"


def tonnage_number(kg: float | None, unit: WeightUnit) -> str:
    """Return many kilograms together without their unit, "1 440", or "" where there are none."""
    return "" if kg is None else grouped(kg / unit.kg)


def pace(metres: float | None, seconds: float | None, unit: DistanceUnit) -> str:
    """Return the time for one unit of distance, "5:52 /km", or "" where either is unknown or zero."""
    if not metres or not seconds:
        return ""
    return f"{clock(seconds / (metres / unit.metres))} /{unit}"


def pace_number(s_per_km: float | None, unit: DistanceUnit) -> str:
    """Return a pace without its unit, "5:52", or "" where it is unknown."""
    return "" if s_per_km is None else clock(s_per_km * unit.metres / 1000)


def speed_number(s_per_km: float | None, unit: DistanceUnit) -> str:
    """Return a pace as a speed in km/h or mph, "25.3", or "" where it is unknown or infinite."""
    return f"{_rounded(3_600_000 / s_per_km / unit.metres, Decimal('0.1'))}" if s_per_km else ""


def rise(metres: float | None) -> str:
    """Return how much higher, in whole metres with its sign: "+8", "−6", "0", "" where it is unknown."""
    if metres is None:
        return ""
    whole = int(_rounded(metres, Decimal(1)))
    sign = "+" if whole > 0 else "−" if whole < 0 else ""
    return f"{sign}{abs(whole)}"


def clock(seconds: float | None) -> str:
    """Return a duration as a watch shows it, "48:10" or "1:02:04", or "" where it is unknown."""
    if seconds is None:
        return ""
    minutes, rest = divmod(int(_rounded(seconds, Decimal(1))), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def spoken_minutes(seconds: float | None) -> str:
    """Return a duration as one says it, "45 s", "48 min" or "1 h 40 min", or "" where it is unknown."""
    if seconds is None:
        return ""
    if (whole := int(_rounded(seconds, Decimal(1)))) < 60:
        return f"{whole} s"
    hours, minutes = divmod(int(_rounded(seconds / 60, Decimal(1))), 60)
    return " ".join([f"{hours} h"] * bool(hours) + [f"{minutes} min"] * bool(minutes))


def spoken(seconds: float | None) -> str:
    """Return a duration as one says it to the second, "45 s", "21 min 24 s" or "1 h 2 min", "" if unknown."""
    if seconds is None:
        return ""
    hours, rest = divmod(int(_rounded(seconds, Decimal(1))), 3600)
    parts = ((hours, "h"), (rest // 60, "min"), (rest % 60, "s"))
    return " ".join(f"{number} {unit}" for number, unit in parts if number) or "0 s"


def grouped(number: float | None) -> str:
    """Return a whole number in groups of three, "−1 668" with a narrow no-break space, "" if unknown."""
    if number is None:
        return ""
    return f"{_rounded(number, Decimal(1)):,}".replace(",", _NARROW_SPACE).replace("-", "−")


def in_words(count: int) -> str:
    """Return a small count as one says it before what is counted, "no" to "twelve", else in digits."""
    return _NUMBER_WORDS[count] if count < len(_NUMBER_WORDS) else str(count)


def decimal_text(number: float | None, *, places: int = 2) -> str:
    """Return a number for a form field: rounded, without needless zeros or exponent, "" if unknown."""
    if number is None:
        return ""
    text = f"{_rounded(number, Decimal(1).scaleb(-places)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def distance_number(metres: float | None, unit: DistanceUnit) -> str:
    """Return the shortest number that `parse_distance` reads as this distance, to the metre."""
    return _shortest(metres, unit.metres, METRES_STEP)


def weight_number(kg: float | None, unit: WeightUnit) -> str:
    """Return the shortest number that `parse_weight` reads as this weight, to 10 g."""
    return _shortest(kg, unit.kg, KG_STEP)


def parse_distance(text: str, unit: DistanceUnit) -> float:
    """
    Return metres, to the metre, from "8.2", "8,2" or, whatever `unit` is, "5 mi" and "8 km".

    :raises BadQuantity: if it is not such a distance
    """
    number, suffix = _split(text)
    km, miles = DistanceUnit.KM, DistanceUnit.MILES
    units = {"": unit, "km": km, "mi": miles, "mile": miles, "miles": miles}
    if (meant := units.get(suffix)) is None:
        raise BadQuantity(f"“{_quoted(text)}” is not a distance in km or mi. Write it like 8.2 {unit}.")
    return float(_rounded(parse_decimal(number) * meant.metres, METRES_STEP))


def parse_weight(text: str, unit: WeightUnit) -> float:
    """
    Return kilograms, to 10 g, from "22.5", "22,5" or, whatever `unit` is, "45 lb" and "20 kg".

    :raises BadQuantity: if it is not such a weight
    """
    number, suffix = _split(text)
    units = {"": unit, "kg": WeightUnit.KG, "lb": WeightUnit.LB, "lbs": WeightUnit.LB}
    if (meant := units.get(suffix)) is None:
        raise BadQuantity(f"“{_quoted(text)}” is not a weight in kg or lb. Write it like 22.5 {unit}.")
    return float(_rounded(parse_decimal(number) * meant.kg, KG_STEP))


def parse_decimal(text: str) -> float:
    """
    Return the number in a form field, with a comma or a point and nothing below zero.

    :raises BadQuantity: for anything else, a thousands separator among it, since it reads two ways
    """
    typed = text.strip().replace(_NARROW_SPACE, "").replace("\u00a0", "")
    if typed.startswith(("-", "−")) and _NUMBER.fullmatch(typed[1:].strip()):
        raise BadQuantity(f"{_quoted(text)} is below zero. Write 0 or more, like 8.2.")
    if not (match := _NUMBER.fullmatch(typed)):
        raise BadQuantity(f"“{_quoted(text)}” is not a number. Write it like 8.2 or 8,2.")
    whole, part, bare_part = match.groups()
    return float(f"{whole or 0}.{part or bare_part or 0}")


def parse_clock(text: str, *, bare: Literal["minutes", "seconds"] = "minutes") -> int:
    """
    Return whole seconds from "48:10", "1:02:04", "45s", "48 min", "1h 2m", or a number of `bare`.

    :raises BadQuantity: if it is no duration, has 60 or more where a clock stops at 59, or is a bare
        "48.10", which could mean 48:10 as well as 48.1 minutes
    """
    typed = " ".join(text.lower().split())
    if match := _COLONS.fullmatch(typed):
        hours, minutes, seconds = (int(group or 0) for group in match.groups())
        if seconds > 59 or (match[1] and minutes > 59):
            raise BadQuantity(f"{typed} has more than 59 after a colon. Write it like 48:10 or 1:02:04.")
        return hours * 3600 + minutes * 60 + seconds
    if re.fullmatch(r"[0-9]{1,6}", typed):
        return int(typed) * (60 if bare == "minutes" else 1)
    if re.fullmatch(r"[0-9]{1,6}[.,][0-9]+", typed):
        raise BadQuantity(f"{_quoted(typed)} can be read two ways. Write minutes and seconds like 48:10.")
    if typed and (match := _SPELT.fullmatch(typed)):
        hours_s, minutes_s, seconds_s = (
            Decimal((group or "0").replace(",", ".")) * size
            for group, size in zip(match.groups(), (3600, 60, 1), strict=True)
        )
        return int((hours_s + minutes_s + seconds_s).quantize(Decimal(1), ROUND_HALF_UP))
    raise BadQuantity(f"“{_quoted(text)}” is not a duration. Write it like 48:10, 1:02:04 or 45s.")


def _split(text: str) -> tuple[str, str]:
    """Part a number from the unit written after it, if any."""
    typed = text.strip().lower()
    number = typed.rstrip(ascii_lowercase)
    return number, typed[len(number) :]


def _quoted(text: str) -> str:
    """Return so much of what was typed as a sentence can hold."""
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= 20 else f"{one_line[:19]}…"


def _shortest(amount: float | None, size: float, step: Decimal) -> str:
    """Return `amount` in units of `size` with the fewest decimals that lead back to it, to the `step`."""
    if amount is None:
        return ""
    kept = _rounded(amount, step)
    texts = [decimal_text(float(kept) / size, places=places) for places in range(7)]
    return next((text for text in texts if _rounded(float(text) * size, step) == kept), texts[-1])


def _rounded(number: float, step: Decimal) -> Decimal:
    """Round half up, as people do; the shortest decimal of the float decides, not its binary tail."""
    # Adding nought turns −0, which is what −0.4 comes to, into 0.
    return Decimal(repr(float(number))).quantize(step, ROUND_HALF_UP) + 0

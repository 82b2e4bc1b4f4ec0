"""The words for a sport that apps write into GPX and TCX files, in the words of FIT."""

import re

LONGEST_WORD = 40

# In this order: "trail bike" is a ride and "trail walk" a walk. "9" and "1" are Strava's numbers.
_SPORTS = (
    ("cycling", re.compile(r"cycl|bik|ride|^1$")),
    ("swimming", re.compile(r"swim")),
    ("hiking", re.compile(r"hik")),
    ("walking", re.compile(r"walk")),
    ("running", re.compile(r"run|jog|trail|treadmill|\brace\b|^9$")),
)
_KINDS_OF_RUNNING = ("trail", "treadmill", "track")
_NOTHING_SAID = frozenset({"other", "unknown", "unspecified", "default", "workout"})


def sport_of(word: str | None) -> tuple[str, str | None]:
    """
    Return sport and sub-sport; no word at all means running, since this is where runs are kept.

    A word that is not known is kept as it is, as long as it is one.
    """
    said = (word or "").strip().casefold()
    if not said:
        return "running", None
    sport = next((sport for sport, pattern in _SPORTS if pattern.search(said)), None)
    if sport == "running":
        return sport, next((kind for kind in _KINDS_OF_RUNNING if kind in said), None)
    if sport is None:
        sport = re.sub(r"[\s_-]+", "_", said)
    if sport in _NOTHING_SAID or not re.fullmatch(r"[a-z][a-z_]*", sport) or len(sport) > LONGEST_WORD:
        return "generic", None
    return sport, None

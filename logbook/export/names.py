"""What files are called in an archive: as they came, but safe on any disk, and each name once."""

import re
import unicodedata
from collections.abc import Hashable, Iterable
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)

LONGEST = 120
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')
# Names that some systems keep for devices, whatever ending follows.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


def safe_name(name: str) -> str:
    """Return a name without anything that could lead elsewhere, or that some disk does not take."""
    composed = unicodedata.normalize("NFC", name)
    kept = "".join(
        "_" if unicodedata.category(letter) in ("Cc", "Cf", "Cs") else letter for letter in composed
    )
    kept = _UNSAFE.sub("_", kept).strip(" .")
    if len(kept) > LONGEST:
        stem, dot, ending = kept.rpartition(".")
        is_ending = bool(dot) and len(ending) <= 10
        kept = f"{stem[: LONGEST - len(ending) - 1]}.{ending}" if is_ending else kept[:LONGEST]
    if not kept or _DEVICES.fullmatch(kept):
        kept = f"_{kept}"
    return kept


def unique_names(named: Iterable[tuple[Key, str]]) -> dict[Key, str]:
    """
    Return a safe name for each key; the second "run.fit" is "run (2).fit".

    Names that differ in capitals alone count as the same: some disks cannot tell them apart.
    """
    taken, found = set[str](), dict[Key, str]()
    counts = dict[str, int]()
    for key, name in named:
        safe = wanted = safe_name(name)
        stem, dot, ending = safe.rpartition(".") if "." in safe else (safe, "", "")
        while wanted.casefold() in taken:
            counts[safe.casefold()] = number = counts.get(safe.casefold(), 1) + 1
            wanted = f"{stem} ({number}){dot}{ending}"
        taken.add(wanted.casefold())
        found[key] = wanted
    return found

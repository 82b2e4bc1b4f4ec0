"""Measures how fast an hour of running is read from each format, and how much of that is decoding.

Times of one machine say little on another.  So each stands beside a yardstick, a loop of plain Python
run in turn with it, and what is compared between two versions is the ratio.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import fitdecode
from lxml import etree

from logbook.formats import read_activities
from logbook.track.packed import pack
from tests.builders.fit import fit_file
from tests.builders.gpx import gpx_file
from tests.builders.tcx import Effort, lap_of, tcx_of

TURNS = 9
HOUR_S, HOUR_M = 3600, 11_000.0
STARTS = datetime(2026, 7, 29, 5, 0, tzinfo=UTC)
YARDSTICK_ROUNDS = 400_000


@dataclass(frozen=True)
class Subject:
    """A format, an hour of running in it with a point a second, and what only decodes it."""

    name: str
    content: bytes
    decode: Callable[[bytes], object]


def subjects() -> list[Subject]:
    """One for each format; places, heights and heart rate at every point."""
    tcx = tcx_of(
        [Effort([lap_of(STARTS, duration_s=HOUR_S, distance_m=HOUR_M, bpm=140, climb_m=60.0, every_s=1)])]
    )
    fit = fit_file(
        started_at=STARTS,
        duration_s=HOUR_S,
        distance_m=HOUR_M,
        record_every_s=1,
        on_the_ground=True,
        climb=(40.0, 100.0),
        timer=True,
    )
    gpx = gpx_file(
        started_at=STARTS, duration_s=HOUR_S, distance_m=HOUR_M, avg_hr=140, climb_m=60.0, every_s=1
    )
    return [
        Subject("FIT", fit, _decode_fit),
        Subject("GPX", gpx, _decode_xml),
        Subject("TCX", tcx, _decode_xml),
    ]


def _decode_fit(content: bytes) -> object:
    reader = fitdecode.FitReader(content, processor=None, check_crc=fitdecode.CrcCheck.DISABLED)
    return sum(1 for _ in reader)


class _Deaf:
    def start(self, tag: str, attributes: object) -> None: ...
    def end(self, tag: str) -> None: ...
    def data(self, text: str) -> None: ...
    def close(self) -> None: ...


def _decode_xml(content: bytes) -> object:
    return etree.fromstring(content, etree.XMLParser(target=_Deaf(), resolve_entities=False))


def _read(content: bytes) -> object:
    """All that an import does before it writes."""
    return [pack(activity.track) for activity in read_activities(content)]


def yardstick(_: bytes) -> object:
    return sum(number * number % 7 for number in range(YARDSTICK_ROUNDS))


def seconds(work: Callable[[bytes], object], content: bytes) -> float:
    """How long it takes once, on this process's own clock."""
    begun = time.process_time()
    work(content)
    return time.process_time() - begun


def main() -> None:
    print(f"An hour of running, a point a second; medians of {TURNS} turns, processor time.")
    print(f"{'':<6}{'KB':>7}{'ms/hour':>9}{'files/s':>9}{'decoding':>10}{'to the yardstick':>18}")
    for subject in subjects():
        turns = [
            tuple(seconds(work, subject.content) for work in (yardstick, _read, subject.decode))
            for _ in range(TURNS)
        ]
        read_s = statistics.median(read for _, read, _ in turns)
        decoding = statistics.median(decode / read for _, read, decode in turns)
        ratio = statistics.median(read / yardstick for yardstick, read, _ in turns)
        print(
            f"{subject.name:<6}{len(subject.content) / 1000:>7.0f}{read_s * 1000:>9.0f}{1 / read_s:>9.1f}"
            f"{decoding:>10.0%}{ratio:>18.2f}"
        )


if __name__ == "__main__":
    main()

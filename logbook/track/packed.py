"""A track as one short row of bytes, and back again.

Each column is written as whole steps, only the change from one to the next, in the narrowest integers
that hold them all, and the lot is compressed.  What a point does not say is told by a mask beside the
column, so that nought stays nought.  Little-endian on every machine; the first byte is the version.

Steps   seconds 0.01, metres 0.1, beats 1, altitudes 0.1 m, places 0.000 001° (at most 11 cm).
Limits  finer than a step is rounded; packed once, a track comes back the same ever after.
"""

import struct
import zlib
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final

from logbook.track.track import Track

VERSION: Final = b"\x01"
PER_SECOND, PER_METRE, PER_DEGREE = 100, 10, 1_000_000

_ALL, _NONE, _SOME = b"a", b"n", b"s"
# Signed integers of one, two, four and eight bytes, and what each can hold.
_SIZES = (("b", 1 << 7), ("h", 1 << 15), ("i", 1 << 31), ("q", 1 << 63))
_COUNT = struct.Struct("<I")


class NotPacked(ValueError):
    """The bytes are no packed track, or of a version that this one does not know."""


def pack(track: Track) -> bytes:
    """Return the track in bytes that `unpack` reads, to the steps above."""
    parts = [
        _COUNT.pack(len(track)),
        *_numbers([round(value * PER_SECOND) for value in track.seconds]),
        *_column([None if value is None else round(value * PER_METRE) for value in track.metres]),
        *_column(track.beats),
        *_column([None if value is None else round(value * PER_METRE) for value in track.altitudes_m]),
        *_column([None if place is None else round(place[0] * PER_DEGREE) for place in track.places]),
        *_column([None if place is None else round(place[1] * PER_DEGREE) for place in track.places]),
        *_numbers(track.resumes),
    ]
    return VERSION + zlib.compress(b"".join(parts))


def _column(values: Sequence[int | None]) -> list[bytes]:
    known = [value for value in values if value is not None]
    if not known:
        return [_NONE]
    if len(known) == len(values):
        return [_ALL, *_numbers(known)]
    return [_SOME, bytes([value is not None for value in values]), *_numbers(known)]


def _numbers(values: Sequence[int]) -> list[bytes]:
    changes = [*values[:1], *(after - before for before, after in pairwise(values))]
    reach = max(map(abs, changes), default=0)
    code = next(code for code, limit in _SIZES if reach < limit)
    return [code.encode(), _COUNT.pack(len(changes)), struct.pack(f"<{len(changes)}{code}", *changes)]


def unpack(data: bytes) -> Track:
    """
    Return the track that was packed.

    :raises NotPacked: if these bytes are anything else
    """
    if data[:1] != VERSION:
        raise NotPacked(f"These bytes begin with {data[:1]!r}, and a packed track with {VERSION!r}.")
    try:
        reader = _Reader(zlib.decompress(data[1:]))
        track = _track(reader)
    except (zlib.error, struct.error, ValueError) as error:
        raise NotPacked(f"These bytes are no packed track: {error}.") from error
    return track


def _track(reader: "_Reader") -> Track:
    count = reader.count()
    seconds = reader.numbers(count)
    metres, beats, altitudes, norths, easts = (reader.column(count) for _ in range(5))
    resumes = reader.numbers()
    reader.finish()
    return Track(
        seconds=tuple([value / PER_SECOND for value in seconds]),
        metres=_scaled(metres, PER_METRE),
        beats=tuple(beats),
        altitudes_m=_scaled(altitudes, PER_METRE),
        places=tuple(
            [
                None if north is None or east is None else (north / PER_DEGREE, east / PER_DEGREE)
                for north, east in zip(norths, easts, strict=True)
            ]
        ),
        resumes=tuple(resumes),
    )


def _scaled(values: Sequence[int | None], per_unit: int) -> tuple[float | None, ...]:
    return tuple([None if value is None else value / per_unit for value in values])


class _Reader:
    """Takes one part after the other from the front of the bytes."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def count(self) -> int:
        (number,) = _COUNT.unpack(self._take(_COUNT.size))
        return int(number)

    def numbers(self, expected: int | None = None) -> list[int]:
        code, count = self._take(1).decode("ascii"), self.count()
        if code not in "bhiq" or expected not in (None, count):
            raise ValueError("a column is not as long as the others")
        form = struct.Struct(f"<{count}{code}")
        return list(accumulate(form.unpack(self._take(form.size))))

    def column(self, count: int) -> Sequence[int | None]:
        kind = self._take(1)
        if kind == _NONE:
            return [None] * count
        if kind == _ALL:
            return self.numbers(count)
        mask = self._take(count)
        known = iter(self.numbers(sum(mask)))
        return [next(known) if is_known else None for is_known in mask]

    def finish(self) -> None:
        if self._at != len(self._data):
            raise ValueError("there is more than a track")

    def _take(self, size: int) -> bytes:
        taken = self._data[self._at : self._at + size]
        if len(taken) != size:
            raise ValueError("they break off")
        self._at += size
        return taken

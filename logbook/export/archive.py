"""A ZIP written piece by piece: no more than one piece of one file is ever held."""

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import IO

# Enough that the text of many rows is compressed and sent at once.
PIECE_BYTES = 64 * 1024


@dataclass(frozen=True)
class Member:
    """A file of an archive: its name there, and its content, asked for when its turn comes."""

    name: str
    pieces: Iterable[bytes]
    # What is text is packed; files of a watch are dense, and keep their size.
    is_packed: bool = True


def zipped(*, members: Iterable[Member], made_at: datetime) -> Iterator[bytes]:
    """Yield the bytes of a ZIP with those files in that order, each dated `made_at`."""
    drain = _Drain()
    # Not seekable, so sizes follow each file.
    with zipfile.ZipFile(drain, "w", allowZip64=True) as archive:
        for member in members:
            with _entry(archive, member, made_at) as entry:
                for piece in _gathered(member.pieces):
                    entry.write(piece)
                    if drain.waiting >= PIECE_BYTES:
                        yield drain.taken()
            yield drain.taken()
    yield drain.taken()


@contextmanager
def _entry(archive: zipfile.ZipFile, member: Member, made_at: datetime) -> Iterator[IO[bytes]]:
    info = zipfile.ZipInfo(member.name, date_time=made_at.timetuple()[:6])
    info.compress_type = zipfile.ZIP_DEFLATED if member.is_packed else zipfile.ZIP_STORED
    info.external_attr = 0o600 << 16
    with archive.open(info, "w", force_zip64=True) as entry:
        yield entry


def _gathered(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Many short pieces as few longer ones."""
    held, length = list[bytes](), 0
    for piece in pieces:
        held.append(piece)
        length += len(piece)
        if length >= PIECE_BYTES:
            yield b"".join(held)
            held, length = [], 0
    yield b"".join(held)


class _Drain:
    """Where the archive is written to: it holds what nobody took yet."""

    def __init__(self) -> None:
        self._held = list[bytes]()
        self.waiting = 0

    def write(self, data: bytes) -> int:
        self._held.append(bytes(data))
        self.waiting += len(data)
        return len(data)

    def flush(self) -> None:
        """Nothing is put off."""

    def close(self) -> None:
        """Nothing is held open."""

    def taken(self) -> bytes:
        data, self._held, self.waiting = b"".join(self._held), [], 0
        return data

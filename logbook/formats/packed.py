"""Unpack a gzip file while counting, so that a small file can never grow beyond what is asked for."""

import gzip
import io
import zlib
from dataclasses import dataclass

from logbook.formats.activity import Unreadable
from logbook.formats.refusals import AGAIN

BREAKS_OFF = f"The packed file breaks off. {AGAIN}"
DAMAGED = f"The packed file is damaged and cannot be unpacked. {AGAIN}"

_CHUNK_BYTES = 64 * 1024


@dataclass(frozen=True, kw_only=True)
class Unpacked:
    """What was packed, as far as asked for; if the packed file breaks off, as far as it goes."""

    data: bytes
    breaks_off: bool


def unpack(packed: bytes, *, most_bytes: int) -> Unpacked:
    """
    Return the first `most_bytes` of what was packed.

    :raises Unreadable: if the file is damaged
    """
    data = bytearray()
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(packed)) as unpacked:
            # Read piece by piece: whoever asks for all at once loses all where the file breaks off.
            while piece := unpacked.read1(min(_CHUNK_BYTES, most_bytes - len(data))):
                data += piece
    except EOFError:
        return Unpacked(data=bytes(data), breaks_off=True)
    except (OSError, zlib.error) as error:
        raise Unreadable(DAMAGED) from error
    return Unpacked(data=bytes(data), breaks_off=False)

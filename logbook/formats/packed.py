"""Unpack a gzip file while counting, so that a small file can never grow beyond what is asked for."""

import gzip
import io
import zlib

from logbook.formats.activity import Unreadable
from logbook.formats.refusals import AGAIN

BREAKS_OFF = f"The packed file breaks off. {AGAIN}"
DAMAGED = f"The packed file is damaged and cannot be unpacked. {AGAIN}"


def unpack(data: bytes, *, most_bytes: int) -> bytes:
    """
    Return the first `most_bytes` of what was packed.

    :raises Unreadable: if the file is damaged or breaks off before
    """
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as unpacked:
            return unpacked.read(most_bytes)
    except EOFError as error:
        raise Unreadable(BREAKS_OFF) from error
    except (OSError, zlib.error) as error:
        raise Unreadable(DAMAGED) from error

"""Tell what kind of file some bytes are, by what they hold and never by a name."""

import codecs
import re
from enum import StrEnum

# A root element or a control byte shows itself early; a whole upload is never searched.
HEAD_BYTES = 64 * 1024

_STARTS = (
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x89PNG\r\n\x1a\n", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF87a", "picture"),
    (b"GIF89a", "picture"),
    (b"%PDF-", "pdf"),
)
# The brands of HEIC, HEIF and AVIF pictures; other brands behind "ftyp" are films and sounds.
_PICTURE_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif")

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_ROOT = re.compile(r"<(?:[\w.-]{1,100}:)?([\w.-]{1,100})")
_PROLOGUE = (("<?", "?>"), ("<!--", "-->"))


class Format(StrEnum):
    """The kinds of file that are told apart."""

    FIT = "fit"
    GPX = "gpx"
    TCX = "tcx"
    GZIP = "gzip"
    ZIP = "zip"
    PICTURE = "picture"
    PDF = "pdf"
    TEXT = "text"
    EMPTY = "empty"
    UNKNOWN = "unknown"


def sniff(data: bytes) -> Format:
    """Return the kind of file that `data` is; only its first 64 KB are looked at."""
    if not data:
        return Format.EMPTY
    # FIT: the header's bytes 8 to 11 are ".FIT" (FIT protocol, "File Header").
    if data[8:12] == b".FIT":
        return Format.FIT
    for start, kind in _STARTS:
        if data.startswith(start):
            return Format(kind)
    if data[4:8] == b"ftyp" and data[8:12] in _PICTURE_BRANDS:
        return Format.PICTURE
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Format.PICTURE

    text = _as_text(data[:HEAD_BYTES])
    if text is None:
        return Format.UNKNOWN
    return {"gpx": Format.GPX, "trainingcenterdatabase": Format.TCX}.get(_xml_root(text), Format.TEXT)


def _as_text(head: bytes) -> str | None:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", errors="replace").lstrip("\ufeff")
    if _CONTROL.search(head):
        return None
    # Text in an older encoding has odd letters here, but its markup reads the same.
    return head.decode("utf-8", errors="replace").lstrip("\ufeff")


def _xml_root(text: str) -> str:
    """Return the name of the first element in lower case, without its prefix; "" when this is no XML."""
    rest = text.lstrip()
    while rest:
        closing = next((close for start, close in _PROLOGUE if rest.startswith(start)), None)
        if closing is None and rest.startswith("<!"):
            # A DOCTYPE ends at the first ">", or behind its own list of declarations.
            inner = rest.find("[")
            closing = "]>" if -1 < inner < rest.find(">") else ">"
        if closing is None:
            break
        _, _, rest = rest.partition(closing)
        rest = rest.lstrip()
    root = _ROOT.match(rest)
    return root.group(1).lower() if root else ""

"""Makes small files that are not FIT: pictures, XML tracks, archives, a table, a PDF."""

import gzip
import io
import struct
import zipfile
import zlib

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"
GIF = b"GIF89a\x01\x00\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
HEIC = struct.pack(">I", 24) + b"ftypheic\x00\x00\x00\x00mif1heic"
WEBP = b"RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00"
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
CSV = b"Date,Workout Name,Exercise Name,Weight,Reps\n2026-05-01 18:30:00,Push,Squat,60,8\n"


def png() -> bytes:
    """Return a picture of one white dot."""
    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(b"\x00\xff")), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )


def gpx(*, prologue: str = '<?xml version="1.0" encoding="UTF-8"?>\n', prefix: str = "") -> bytes:
    """Return a track of two points; `prologue` is what stands before the root, `prefix` as in "g:"."""
    point = '<{p}trkpt lat="52.5" lon="13.4"><{p}time>2026-05-01T06:00:0{s}Z</{p}time></{p}trkpt>'
    points = "".join(point.format(p=prefix, s=second) for second in (0, 1))
    inside = f"<{prefix}trk><{prefix}trkseg>{points}</{prefix}trkseg></{prefix}trk>"
    space = f'xmlns{":" + prefix[:-1] if prefix else ""}="http://www.topografix.com/GPX/1/1"'
    return f'{prologue}<{prefix}gpx version="1.1" creator="test" {space}>{inside}</{prefix}gpx>\n'.encode()


def tcx() -> bytes:
    """Return a run of one lap without any points, as a treadmill writes it."""
    lap = '<Lap StartTime="2026-05-01T06:00:00Z"><TotalTimeSeconds>1800</TotalTimeSeconds></Lap>'
    activity = f'<Activity Sport="Running"><Id>2026-05-01T06:00:00Z</Id>{lap}</Activity>'
    space = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
    activities = f"<Activities>{activity}</Activities>"
    root = f'<TrainingCenterDatabase xmlns="{space}">{activities}</TrainingCenterDatabase>'
    # Real ones are indented before the declaration by some exporters, against the standard.
    return f'   <?xml version="1.0"?>\n{root}'.encode()


def gzipped(data: bytes) -> bytes:
    """Return the data packed by gzip, the same bytes every time."""
    return gzip.compress(data, mtime=0)


def zipped(**members: bytes) -> bytes:
    """Return a zip archive of the members, each under its own name."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()

"""The kind of a file is told from what it holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.formats.detect import Format, sniff
from tests.builders import other_files
from tests.builders.fit import other_fit_file
from tests.builders.fit_encoding import EPOCH

BOM = "\ufeff"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", Format.EMPTY),
        (other_fit_file("activity", started_at=EPOCH), Format.FIT),
        (other_files.gpx(), Format.GPX),
        (other_files.tcx(), Format.TCX),
        (other_files.gzipped(other_files.gpx()), Format.GZIP),
        (other_files.zipped(run=other_files.gpx()), Format.ZIP),
        (other_files.zipped(), Format.ZIP),
        (other_files.png(), Format.PICTURE),
        (other_files.JPEG, Format.PICTURE),
        (other_files.GIF, Format.PICTURE),
        (other_files.HEIC, Format.PICTURE),
        (other_files.WEBP, Format.PICTURE),
        (other_files.PDF, Format.PDF),
        (other_files.CSV, Format.TEXT),
        ("Übung;Gewicht\nKniebeuge;60\n".encode("latin-1"), Format.TEXT),
        (other_files.CSV.decode().encode("utf-16"), Format.TEXT),
        (b"<html><body>Log in</body></html>", Format.TEXT),
        (b"<", Format.TEXT),
        (bytes(range(256)), Format.UNKNOWN),
        (b"\0\0\0\x18ftypisom\0\0\0\0", Format.UNKNOWN),
    ],
)
def test_each_kind_is_told(data, kind):
    assert sniff(data) is kind


@pytest.mark.parametrize(
    "prologue",
    [
        "",
        BOM,
        "\n\n  ",
        '<?xml version="1.0"?>',
        BOM + '<?xml version="1.0"?>\n<!-- made by <gpx> and <html> -->\n',
        '<?xml version="1.0"?><?style sheet="a"?><!DOCTYPE gpx>',
        '<!DOCTYPE gpx SYSTEM "gpx.dtd" [<!ENTITY a "b"> <!ENTITY c "d">]>\n',
    ],
)
def test_a_gpx_file_is_told_whatever_stands_before_its_root(prologue):
    assert sniff(other_files.gpx(prologue=prologue)) is Format.GPX


def test_a_gpx_file_is_told_behind_a_prefix_and_in_utf_16():
    assert sniff(other_files.gpx(prefix="g:")) is Format.GPX
    assert sniff(other_files.gpx(prologue="").decode().encode("utf-16")) is Format.GPX


@pytest.mark.parametrize("opening", ["<?xml ", "<!-- ", "<!DOCTYPE ", "<!DOCTYPE a [", "<" + "a" * 500])
def test_an_opening_that_never_closes_is_only_text(opening):
    assert sniff((opening * 2000).encode()) is Format.TEXT


@given(st.binary(max_size=300))
def test_any_bytes_have_a_kind(data):
    assert sniff(data) in Format

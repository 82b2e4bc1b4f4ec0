"""Names in an archive: as they came where that is safe, and each once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.export.names import LONGEST, safe_name, unique_names


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Morning run.fit", "Morning run.fit"),
        ("Läufchen 弓.gpx", "Läufchen 弓.gpx"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("/etc/passwd", "_etc_passwd"),
        ("C:\\run.fit", "C__run.fit"),
        ("a\x00b\nc.fit", "a_b_c.fit"),
        ("gnp\u202etif.exe", "gnp_tif.exe"),
        ("con.fit", "_con.fit"),
        ("LPT1", "_LPT1"),
        ("", "_"),
        ("...", "_"),
        ("run.fit. ", "run.fit"),
    ],
)
def test_what_could_lead_elsewhere_is_taken_out_of_a_name(name, safe):
    assert safe_name(name) == safe


def test_a_long_name_keeps_its_ending():
    safe = safe_name(f"{'x' * 300}.fit")
    assert len(safe) == LONGEST
    assert safe.endswith("x.fit")


def test_the_same_name_again_gets_a_number_also_in_other_capitals():
    names = ["run.fit", "RUN.fit", "run (2).fit", "run.fit", "bare", "bare"]
    found = unique_names(enumerate(names))
    assert list(found.values()) == [
        "run.fit",
        "RUN (2).fit",
        "run (2) (2).fit",
        "run (3).fit",
        "bare",
        "bare (2)",
    ]


@given(names=st.lists(st.text(max_size=130), max_size=12))
def test_every_file_has_a_name_of_its_own_that_stays_in_its_folder(names):
    found = unique_names(enumerate(names))
    assert len({name.casefold() for name in found.values()}) == len(names)
    for name in found.values():
        assert name and not set(name) & set("/\\:\0\n") and name not in (".", "..")

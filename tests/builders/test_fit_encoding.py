"""The FIT encoder keeps to the protocol where our own reader would not notice."""

import struct

from tests.builders.fit_encoding import Field, Message, crc16, fit_bytes


def test_the_checksum_is_the_published_one():
    # The check value of CRC-16/ARC over the nine digits.
    assert crc16(b"123456789") == 0xBB3D


def test_a_whole_file_has_the_checksum_zero():
    # Appending a CRC-16/ARC, low byte first, always leaves nothing.
    assert crc16(fit_bytes([Message(0, [Field(0, "enum", 4)])])) == 0


def test_the_header_says_how_long_the_messages_are():
    data = fit_bytes([Message(0, [Field(0, "enum", 4)])])
    header_size, _, _, body_size, magic = struct.unpack("<2BHI4s", data[:12])

    assert (header_size, magic) == (14, b".FIT")
    assert len(data) == header_size + body_size + 2


def test_a_shape_is_defined_once_and_then_only_used():
    one, two = (Message(20, [Field(3, "uint8", bpm)]) for bpm in (150, 151))

    assert len(fit_bytes([one, two])) - len(fit_bytes([one])) == 2

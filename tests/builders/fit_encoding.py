"""The FIT protocol's own grammar, written by hand: messages in, the bytes of a file out.

Source: FIT protocol (header, record headers, definition and data messages, CRC).  Nothing here
knows what a session is, and nothing comes from the decoder, so a mistake of one shows in the other.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

EPOCH = datetime(1989, 12, 31, tzinfo=UTC)

# name: (the number of the base type, the struct code of one value, what stands for "not said")
_BASE_TYPES = {
    "enum": (0x00, "B", 0xFF),
    "sint8": (0x01, "b", 0x7F),
    "uint8": (0x02, "B", 0xFF),
    "string": (0x07, "s", None),
    "byte": (0x0D, "B", 0xFF),
    "uint8z": (0x0A, "B", 0),
    "sint16": (0x83, "h", 0x7FFF),
    "uint16": (0x84, "H", 0xFFFF),
    "sint32": (0x85, "i", 0x7FFFFFFF),
    "uint32": (0x86, "I", 0xFFFFFFFF),
    "float32": (0x88, "f", None),
    "float64": (0x89, "d", None),
    "uint32z": (0x8C, "I", 0),
    "sint64": (0x8E, "q", 0x7FFFFFFFFFFFFFFF),
}


@dataclass(frozen=True)
class Field:
    """One field as it stands in the file: its number, base type and raw value; None writes "not said"."""

    number: int
    base_type: str
    value: int | float | str | None


@dataclass(frozen=True)
class Message:
    """
    One message: its global number (18 is session) and its fields, in order.

    developer: fields of developer 0 behind them; messages 207 and 206 must have described those.
    compressed_at: the moment whose last five bits go into the header, in place of a field for the time.
    """

    number: int
    fields: Sequence[Field]
    developer: Sequence[Field] = ()
    compressed_at: int | None = None


def fit_bytes(
    messages: Sequence[Message],
    *,
    bad_crc: bool = False,
    big_endian: bool = False,
    header_size: int = 14,
    body_size: int | None = None,
) -> bytes:
    """
    Return a whole FIT file; several joined by `+` are a chained file.

    bad_crc: write a checksum that does not fit.
    header_size: 14, or 12 as old devices write it (without a checksum of the header).
    body_size: what the header claims; the truth when None.
    """
    body = _body(messages, ">" if big_endian else "<")
    claimed = len(body) if body_size is None else body_size
    header = struct.pack("<2BHI4s", header_size, 0x20, 2132, claimed, b".FIT")
    if header_size == 14:
        header += struct.pack("<H", crc16(header))
    return header + body + struct.pack("<H", crc16(header + body) ^ (0xFFFF if bad_crc else 0))


def _body(messages: Sequence[Message], endian: str) -> bytes:
    """Write the messages, each shape defined when it first comes and again when its slot was reused."""
    slots: list[object] = []
    written: list[bytes] = []
    for message in messages:
        packed = [_packed(field, endian) for field in (*message.fields, *message.developer)]
        definition = _definition(message, [len(raw) for raw in packed], endian)
        if definition not in slots:
            # Sixteen local numbers exist; beyond them definitions take turns.
            slot = len(slots) if len(slots) < 16 else len(written) % 16
            slots[slot : slot + 1] = [definition]
            written.append(bytes([definition[0] | slot]) + definition[1:])
        written.append(_header(slots.index(definition), message.compressed_at) + b"".join(packed))
    return b"".join(written)


def _header(slot: int, compressed_at: int | None) -> bytes:
    if compressed_at is None:
        return bytes([slot])
    if slot > 3:
        raise ValueError("A compressed header has two bits for the local number, and this is its fifth.")
    return bytes([0x80 | slot << 5 | compressed_at & 0x1F])


def _definition(message: Message, sizes: Sequence[int], endian: str) -> bytes:
    """Return the definition of the message's shape, for the local number 0."""
    count = len(message.fields)
    flags = 0x60 if message.developer else 0x40
    head = struct.pack(f"{endian}BBBHB", flags, 0, int(endian == ">"), message.number, count)
    native = zip(message.fields, sizes[:count], strict=True)
    shape = b"".join(bytes([field.number, size, _BASE_TYPES[field.base_type][0]]) for field, size in native)
    if not message.developer:
        return head + shape
    developer = zip(message.developer, sizes[count:], strict=True)
    added = b"".join(bytes([field.number, size, 0]) for field, size in developer)
    return head + shape + bytes([len(message.developer)]) + added


def _packed(field: Field, endian: str) -> bytes:
    _, code, not_said = _BASE_TYPES[field.base_type]
    if field.base_type == "string":
        return str(field.value or "").encode() + b"\0"
    value = field.value
    if value is None:
        value = float("nan") if not_said is None else not_said
    return struct.pack(endian + code, value)


def crc16(data: bytes) -> int:
    """Return the checksum of the FIT protocol: CRC-16 with the reversed polynomial 0xA001, from 0."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ 0xA001 if crc & 1 else crc >> 1
    return crc


def seconds(moment: datetime) -> int:
    """Return the moment as FIT counts it: whole seconds since the last day of 1989, UTC."""
    return int((moment - EPOCH).total_seconds())

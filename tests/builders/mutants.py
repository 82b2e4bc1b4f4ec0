"""Damages files the way cables, cards and attackers do, the same way every time for one seed."""

import random
import re
from collections.abc import Callable, Iterator

# The values at which counters and lengths turn over or mean "not said".
_EDGES = (
    b"\x00",
    b"\x7f",
    b"\x80",
    b"\xff",
    b"\xff\xff",
    b"\x00\x00\x00\x80",
    b"\xff\xff\xff\x7f",
    b"\xff\xff\xff\xff",
)

# What stands where a number, a moment or a name is expected.
_STRANGE = (
    *(b"", b" ", b"0", b"-1", b"999", b"1e999", b"-1e999", b"NaN", b"Infinity", b"1_0", b"0x10", b"9" * 400),
    *(
        b"0001-01-01T00:00:00Z",
        b"9999-12-31T23:59:59.999999-14:00",
        b"2026-02-30T25:61:61Z",
        b"2026-W31-3T06:00Z",
    ),
    *("\u0661\u0662".encode(), "\u202e".encode(), b"&lt;b&gt;", b"&#65535;", b"<a/>", b"x" * 5000),
)
_VALUE = re.compile(rb'(?<=>)[^<>]+(?=<)|(?<==")[^"<>]+(?=")')
_PIECE = re.compile(rb"<[^<>]*>|[^<>]+")


def mutants(data: bytes, *, count: int, seed: int) -> Iterator[bytes]:
    """Yield `count` damaged copies of `data`; the kinds of damage take turns."""
    dice = random.Random(seed)
    for nth in range(count):
        yield MUTATIONS[nth % len(MUTATIONS)](data, dice)


def flip_bits(data: bytes, dice: random.Random) -> bytes:
    """Turn one to eight single bits over."""
    changed = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def cut(data: bytes, dice: random.Random) -> bytes:
    """Keep only the beginning."""
    return data[: dice.randrange(len(data))]


def delete(data: bytes, dice: random.Random) -> bytes:
    """Take up to 64 bytes out."""
    at = dice.randrange(len(data))
    return data[:at] + data[at + dice.randint(1, 64) :]


def write_edge(data: bytes, dice: random.Random) -> bytes:
    """Write a number at which something turns over."""
    at, edge = dice.randrange(len(data)), dice.choice(_EDGES)
    return data[:at] + edge + data[at + len(edge) :]


def copy_block(data: bytes, dice: random.Random) -> bytes:
    """Repeat up to 64 bytes elsewhere."""
    source, target = dice.randrange(len(data)), dice.randrange(len(data))
    return data[:target] + data[source : source + dice.randint(1, 64)] + data[target:]


def make_noise(data: bytes, dice: random.Random) -> bytes:
    """Write up to 16 bytes of noise over what was there."""
    at, noise = dice.randrange(len(data)), dice.randbytes(dice.randint(1, 16))
    return data[:at] + noise + data[at + len(noise) :]


MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    flip_bits,
    cut,
    delete,
    write_edge,
    copy_block,
    make_noise,
)


def xml_mutants(data: bytes, *, count: int, seed: int) -> Iterator[bytes]:
    """Yield `count` copies of an XML file, most of them still XML, with its parts changed and mixed up."""
    dice = random.Random(seed)
    for nth in range(count):
        yield XML_MUTATIONS[nth % len(XML_MUTATIONS)](data, dice)


def write_strange_value(data: bytes, dice: random.Random) -> bytes:
    """Write something strange over a text or an attribute."""
    at = dice.choice(list(_VALUE.finditer(data)))
    return data[: at.start()] + dice.choice(_STRANGE) + data[at.end() :]


def rename_elements(data: bytes, dice: random.Random) -> bytes:
    """Call all elements of one name by the name of others."""
    names = sorted(set(re.findall(rb"<(\w+)", data)))
    one, other = dice.choice(names), dice.choice(names)
    return re.sub(rb"(</?)" + one + rb"\b", rb"\1" + other, data)


def drop_attributes(data: bytes, dice: random.Random) -> bytes:
    """Take one attribute out, wherever it stands."""
    name = dice.choice(sorted(set(re.findall(rb" ([\w:]+)=\"", data))))
    return re.sub(rb" " + name + rb'="[^"]*"', b"", data)


def move_piece(data: bytes, dice: random.Random) -> bytes:
    """Move or repeat one tag or text."""
    pieces = _PIECE.findall(data)
    piece = dice.choice(pieces)
    if dice.random() < 0.5:
        pieces.remove(piece)
    pieces.insert(dice.randrange(len(pieces)), piece)
    return b"".join(pieces)


XML_MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    write_strange_value,
    rename_elements,
    drop_attributes,
    move_piece,
)

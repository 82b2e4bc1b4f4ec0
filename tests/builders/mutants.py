"""Damages files the way cables, cards and attackers do, the same way every time for one seed."""

import random
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

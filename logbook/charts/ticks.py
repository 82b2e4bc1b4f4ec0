"""Where round numbers lie on an axis of distance or time that ends wherever the run did."""

from dataclasses import dataclass

from workouts.units import DistanceUnit, clock, decimal_text

# At most so many beside the nought, so that they stand clear of each other on a phone.
MOST = 9
_TENS = (1, 2, 5)
DISTANCES = tuple(round(n * 10.0**power, 1) for power in range(-1, 4) for n in _TENS)
MINUTES = (0.5, 1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720, 1440)

# A label so near the end would be cut if it stood in the middle of its tick.
END_PERCENT = 97.0


@dataclass(frozen=True, kw_only=True)
class Tick:
    """
    One tick: its share of the axis, what stands there, and how the label is anchored.

    percent: from 0 at the start to 100.
    x: the same in a box 1000 wide.
    anchor: "start", "middle" or "end", as in SVG's text-anchor.
    """

    percent: float
    x: float
    label: str
    anchor: str


def distance_ticks(length_m: float, unit: DistanceUnit) -> tuple[Tick, ...]:
    """Return "0 km", "1", "2" and so on."""
    whole = length_m / unit.metres
    step = next((step for step in DISTANCES if whole / step <= MOST), DISTANCES[-1])
    count = int(whole / step + 1e-9)
    labels = [f"0 {unit}", *(decimal_text(step * number, places=1) for number in range(1, count + 1))]
    return tuple(_tick(step * number / whole, label) for number, label in enumerate(labels))


def time_ticks(length_s: float) -> tuple[Tick, ...]:
    """Return "0:00", "10:00", "20:00" and so on."""
    step_s = next((60 * step for step in MINUTES if length_s / 60 / step <= MOST), 60 * MINUTES[-1])
    count = int(length_s / step_s + 1e-9)
    return tuple(_tick(step_s * number / length_s, clock(step_s * number)) for number in range(count + 1))


def _tick(share: float, label: str) -> Tick:
    percent = round(min(share, 1.0) * 100, 2)
    anchor = "start" if percent == 0 else "end" if percent >= END_PERCENT else "middle"
    return Tick(percent=percent, x=round(percent * 10, 1), label=label, anchor=anchor)

"""Days to tell the demo's story on: any, and those on which calendars and clocks are odd."""

from datetime import date

from hypothesis import settings
from hypothesis import strategies as st

ODD_DAYS = (
    date(2024, 2, 29),
    date(2028, 2, 29),
    date(2025, 12, 31),
    date(2026, 1, 1),
    date(2027, 1, 3),
    date(2026, 3, 29),
    date(2026, 3, 30),
    date(2026, 10, 25),
    date(2026, 10, 26),
    date(2021, 1, 3),
)
days = st.one_of(st.sampled_from(ODD_DAYS), st.dates(date(1990, 1, 1), date(2150, 1, 1)))
seeds = st.integers(0, 500)

# A story is half a year: telling it takes far longer than most properties do.
told_often = settings(max_examples=settings().max_examples // 6)

"""The house keeps its rules, and every rule bites."""

from pathlib import Path

import pytest

from tests.architecture.house import offences
from tests.architecture.seeds import CLEAN, CLOCK_AND_WORLD, SIGHT, Seed
from tests.architecture.seeds_of_habit import HABITS, NO_PLACE, TEMPLATES, TOP_LEVEL

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A tiny house in good order."""
    for path, text in CLEAN.items():
        put(tmp_path / path, text)
    return tmp_path


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_house_keeps_its_rules():
    found = offences(ROOT)
    assert not found, "\n".join(["", *found])


def test_a_house_in_good_order_is_left_in_peace(house):
    assert offences(house) == []


@pytest.mark.parametrize(
    "seed",
    [*SIGHT, *CLOCK_AND_WORLD, *HABITS, *TEMPLATES, *TOP_LEVEL],
    ids=lambda seed: f"{seed.path}{seed.sentence}"[:70],
)
def test_one_seed_of_disorder_is_reported_and_nothing_else(house, seed: Seed):
    put(house / seed.path, seed.text)
    assert offences(house) == [f"{seed.path}{seed.sentence}"]


def test_a_folder_with_no_place_in_the_plan_is_reported(house):
    put(house / "docs" / "index.html", "")
    assert offences(house) == [f"docs{NO_PLACE}"]


def test_a_file_of_exactly_300_lines_is_no_offence(house):
    put(house / "logbook/today.py", "x = 1\n" * 300)
    assert offences(house) == []

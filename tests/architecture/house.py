"""Walks the whole house and returns every offence, file by file."""

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from tests.architecture.habits import offences_of_habit
from tests.architecture.reading import Page, Source
from tests.architecture.rooms import FILES_BY_PATTERN, TOP_LEVEL
from tests.architecture.sight import offences_of_sight
from tests.architecture.templates import offences_of_template

PYTHON_FOLDERS = ("config", "workouts", "logbook", "tests")


def offences(root: Path) -> list[str]:
    """Return what is wrong in the house at `root`, one sentence each, in the order of the files."""
    found = list(offences_of_top_level(root))
    for path in sorted(
        [root / "manage.py", *(p for top in PYTHON_FOLDERS for p in (root / top).rglob("*.py"))]
    ):
        source = Source(path=path.relative_to(root), text=path.read_text(encoding="utf-8"))
        found += [*offences_of_sight(source), *offences_of_habit(source)]
    for path in sorted((root / "templates").rglob("*.html")):
        page = Page(path=path.relative_to(root), text=path.read_text(encoding="utf-8"))
        found += offences_of_template(page)
    return list(dict.fromkeys(found))


def offences_of_top_level(root: Path) -> Iterator[str]:
    """Yield what stands at the top of the tree and is not in the plan."""
    for name in sorted(entry.name for entry in root.iterdir()):
        if name in TOP_LEVEL or any(fnmatch(name, pattern) for pattern in FILES_BY_PATTERN):
            continue
        yield f"{name} stands at the top of the tree: the plan has no place for it there"

"""What the player of each circuit weighs on the way to a phone, all of it as a server sends it."""

import gzip
import posixpath
import re

import pytest
from bs4 import BeautifulSoup

from tests.logbook.phones import start
from workouts.catalogue.files import read_files

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

# Beside the font, which every page has.
MOST_BYTES = 70_000


class Scales:
    """Asks for what a page needs, each thing once, and keeps what it weighs packed."""

    def __init__(self, client) -> None:
        self.client = client
        self.known: dict[str, tuple[int, str]] = {}

    def ask(self, path: str) -> tuple[int, str]:
        """Bytes on the way, and the text."""
        if path not in self.known:
            answer = self.client.get(path, headers={"Accept-Encoding": "gzip"})
            assert answer.status_code == 200, path
            packed = b"".join(answer) if answer.streaming else answer.content
            self.known[path] = len(packed), gzip.decompress(packed).decode()
        return self.known[path]

    def of_page(self, path: str) -> dict[str, int]:
        """A page with its stylesheets and scripts, and all that these name."""
        found: dict[str, int] = {}
        todo = [path]
        while todo:
            each = todo.pop()
            if each in found:
                continue
            found[each], text = self.ask(each)
            todo += needed_by_page(text) if each == path else needed_by_file(each, text)
        return found


def needed_by_page(text: str) -> list[str]:
    """A rung's figure asks for its sheet once somebody chooses it."""
    page = BeautifulSoup(text, "html.parser")
    for unneeded in page.find_all(lambda tag: tag.name == "noscript" or "data-rung" in tag.attrs):
        unneeded.decompose()
    # What stands in a template is found by this alone.
    sheets = [link["href"] for link in page.find_all("link", rel="stylesheet")]
    return [*sheets, *(script["src"] for script in page.find_all("script", src=True))]


def needed_by_file(path: str, text: str) -> list[str]:
    imports = re.findall(r'(?:\bfrom\s*|\bimport\s*(?:url\()?)"([^"]+)"', text)
    return [posixpath.join(posixpath.dirname(path), posixpath.normpath(each)) for each in imports]


@pytest.mark.usefixtures("as_served")
def test_the_player_of_every_circuit_comes_in_seventy_kilobytes(ana_client, show):
    scales = Scales(ana_client)
    weights: dict[str, dict[str, int]] = {}
    for slug in read_files().circuits:
        session = start(ana_client, slug)
        weights[slug] = scales.of_page(f"/sessions/{session.pk}/play/")
    assert len(weights) == 22
    totals = {slug: sum(found.values()) for slug, found in weights.items()}
    heaviest = max(totals, key=totals.__getitem__)
    show(f"The player: {min(totals.values())} to {totals[heaviest]} bytes gzipped, most for {heaviest}")
    assert all(sum("/figures/" in path for path in found) for found in weights.values())
    assert totals[heaviest] <= MOST_BYTES, sorted(weights[heaviest].items(), key=lambda each: -each[1])

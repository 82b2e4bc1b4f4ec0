"""Reads the page of a run: its heads, and its tables cell by cell."""

from tests.browsing import soup, words


def page_of(client, run):
    return client.get(run.get_absolute_url())


def heads(page) -> list[str]:
    return [words(head) for head in soup(page).select(".sechead h2")]


def table(page, name: str) -> list[list[str]]:
    """The rows of the table with that head, cell by cell; nothing if there is none."""
    region = soup(page).find(attrs={"role": "region", "aria-label": name})
    rows = region.select("tr") if region else []
    return [[words(cell) for cell in row.find_all(["th", "td"])] for row in rows]

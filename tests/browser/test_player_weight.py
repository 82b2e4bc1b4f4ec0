"""What the player costs a phone: bytes on the way to it, and memory as long as it plays."""

import gzip
from urllib.parse import urlsplit

import pytest

from tests.browser.mat import Mat

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# As for all circuits in tests/logbook/test_player_weight.py; here a browser says what is fetched.
MOST_BYTES = 70_000
HEAVIEST = "race-week-primer"
# The worker that opens it in flight mode, the page that stands in for others and the icons of the tab and the
# home screen come once for the instance.
ONCE = ("/sw.js", "/offline/", "/manifest.webmanifest", "/static/img/")


@pytest.mark.usefixtures("as_served")
def test_the_page_comes_in_seventy_kilobytes_beside_the_font_that_every_page_has(phone, show):
    """As a server sends it: with the figures of all movements, their rungs and both routines."""
    mat = Mat(phone, slug=HEAVIEST)
    sizes: dict[str, int] = {}

    def weigh(response) -> None:
        path = urlsplit(response.url).path
        if response.request.method != "GET" or not response.ok or path in sizes or path.startswith(ONCE):
            return
        body = response.body()
        sizes[path] = len(body) if path.endswith((".woff2", ".png")) else len(gzip.compress(body))

    mat.page.on("response", weigh)
    mat.begin()
    mat.play_to(5)
    mat.expect_saved()
    mat.page.wait_for_timeout(500)
    fonts = sum(size for path, size in sizes.items() if path.endswith(".woff2"))
    total = sum(sizes.values()) - fonts
    kinds = {
        kind: sum(size for path, size in sizes.items() if kind in path) / 1024
        for kind in ("/play/", "/static/css/", "/static/js/", "/figures/")
    }
    told = ", ".join(f"{kind} {size:.1f}" for kind, size in kinds.items())
    show(f"The player: {total} bytes gzipped in {len(sizes)} answers ({told}), font {fonts} bytes")
    assert fonts, "the font was not asked for, so that all of it may be missing"
    assert total <= MOST_BYTES, sorted(sizes.items(), key=lambda each: -each[1])[:12]


@pytest.mark.parametrize("minutes", [3, pytest.param(30, marks=pytest.mark.slow)])
def test_memory_stays_flat(phone, minutes, show):
    # The longest there is: nothing begins anew meanwhile.
    mat = Mat(phone, slug="gym-heavy-a")
    devtools = mat.page.context.new_cdp_session(mat.page)

    def taken() -> tuple[int, int]:
        """Bytes and nodes once nothing is left that could go."""
        devtools.send("HeapProfiler.collectGarbage")
        return devtools.send("Runtime.getHeapUsage")["usedSize"], devtools.send("Memory.getDOMCounters")[
            "nodes"
        ]

    mat.begin()
    mat.watch(60)
    bytes_before, nodes_before = taken()
    for _ in range(minutes):
        mat.watch(60)
        step = mat.steps[mat.state()["step"]]
        if step["kind"] == "work" and step["ends"] == "tap":
            mat.press("Done")
    bytes_after, nodes_after = taken()
    show(
        f"The player over {minutes} minutes: {bytes_before / 1e6:.2f} MB, then {bytes_after / 1e6:.2f} MB; "
        f"{nodes_before} nodes, then {nodes_after}"
    )
    assert bytes_after <= bytes_before * 1.1 + 200_000
    assert nodes_after <= nodes_before * 1.1 + 200

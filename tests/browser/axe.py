"""What axe finds wrong with the page that is open, and whether it scrolls sideways."""

from axe_playwright_python.base import AXE_SCRIPT

# WCAG 2.2 AA, and what axe calls best practice.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
# A theme changes nothing but colours; that the other two looks agree is for `make test-full`.
ENOUGH = [(1280, "light", RULES), (1280, "dark", COLOURS), (390, "light", RULES)]
# Of what is in order nothing is told, which would take longer than the look itself.
FIND = """options => axe.run({...options, resultTypes: ["violations"]}).then(found => found.violations)"""
# Without JavaScript no timer ever rings, and axe would wait for one for good.
AT_ONCE = (
    """() => { window.setTimeout = (due, _, ...told) => { Promise.resolve().then(() => due(...told)); }; }"""
)
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def look(runner, path: str, looks=ENOUGH) -> list[str]:
    """What is wrong with the page that is open, at these widths and in these themes."""
    found = []
    runner.page.evaluate(AXE_SCRIPT)
    if not runner.runs_scripts:
        runner.page.evaluate(AT_ONCE)
        looks = [(width, scheme, rules | {"preload": False}) for width, scheme, rules in looks]
    # Wide in the end, as whoever goes on finds it.
    for width in (320, 390, 1280):
        runner.page.set_viewport_size({"width": width, "height": 800})
        wide = runner.page.evaluate(SIDEWAYS)
        if wide > 0:
            found.append(f"{path} scrolls sideways by {wide} px at {width} px")
        for scheme, rules in [(scheme, rules) for at, scheme, rules in looks if at == width]:
            runner.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            for violation in runner.page.evaluate(FIND, rules):
                where = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
                found.append(f"{path} {width} {scheme}: {violation['id']}: {where}")
    return found

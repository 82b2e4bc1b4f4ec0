"""Figures that a test measured, shown at the end of the run, also when several processes share the tests."""

import pytest

SHOWN = "figures"


@pytest.fixture
def show(record_property):
    """Call it with a text to be read at the end of the run."""
    return lambda text: record_property(SHOWN, text)


def pytest_terminal_summary(terminalreporter):
    """The reports of all processes come together here; a print of theirs would be lost."""
    reports = [*terminalreporter.stats.get("passed", []), *terminalreporter.stats.get("failed", [])]
    figures = [text for report in reports for name, text in report.user_properties if name == SHOWN]
    if figures:
        terminalreporter.section("figures")
        terminalreporter.write_line("\n\n".join(figures))

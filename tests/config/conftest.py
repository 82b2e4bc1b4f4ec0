"""What tests of the instance itself may lean on: the log as its operator reads it."""

import logging
from collections.abc import Iterator
from io import StringIO

import pytest

from config.log import Stream


@pytest.fixture
def log() -> Iterator[StringIO]:
    """Everything that is written to the log meanwhile, by the app's own handler and in its own form."""
    (handler,) = [h for h in logging.getLogger("footfall").handlers if isinstance(h, Stream)]
    written = StringIO()
    before = handler.setStream(written)
    yield written
    handler.setStream(before)

"""What the pages are measured against is as little as it claims to be."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.bench.bare import bare
from tests.factories import make_run

SIGN_IN = 2


@pytest.mark.parametrize("rows", [1, 3])
def test_the_bare_page_shows_the_rows_asked_for_by_three_queries_of_its_own(settings, ana, ana_client, rows):
    settings.ROOT_URLCONF = bare.__module__
    for hour in range(4):
        make_run(ana, duration_s=600.0 + hour)
    with CaptureQueriesContext(connection) as queries:
        answer = ana_client.get(f"/bare/{rows}/")
        asked = len(queries)
    assert answer.content.count(b"<tr>") == rows
    assert asked == SIGN_IN + 3

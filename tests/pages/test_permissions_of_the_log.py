"""Nobody sees or changes what another logged: every address of it, everybody, every method."""

import pytest

from tests.pages.household import ACTORS
from tests.pages.test_permissions import OF_THE_LOG, keeps_to_its_rule


@pytest.mark.parametrize("who", ACTORS)
@pytest.mark.parametrize("pattern", OF_THE_LOG, ids=str)
def test_an_address_of_the_log_keeps_to_its_rule(house, pattern, who):
    keeps_to_its_rule(house, pattern, who)

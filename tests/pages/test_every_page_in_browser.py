"""Every page with data, in a real browser: for everyone, at every width, in light, dark and forced colours."""

import pytest

from tests.pages.every.addresses import STATUSES, WITH_DATA
from tests.pages.every.browser import EVERY_LOOK, HELD_ELSEWHERE, IN_SHORT, Visit
from tests.pages.test_sheet import unlisted

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.django_db, pytest.mark.usefixtures("everything_told")]


@pytest.mark.parametrize("address", WITH_DATA)
def test_everyone_can_read_it_everywhere(page, address):
    visit = Visit(page, address)
    assert visit.status == STATUSES.get(address, 200)
    assert visit.shift() == 0
    assert visit.complaints == []
    assert list(visit.runs_out()) == []
    assert list(visit.faults(*IN_SHORT["with data"], leave_out=HELD_ELSEWHERE)) == []
    assert [pair for scheme in ("light", "dark") for pair in unlisted(visit.pairs(scheme), scheme)] == []


@pytest.mark.sweep
@pytest.mark.parametrize("address", WITH_DATA)
def test_everyone_can_read_it_at_every_width_in_every_look(page, address):
    visit = Visit(page, address)
    assert [fault for at in EVERY_LOOK for fault in visit.faults(*at)] == []

"""Every page of a site of which nothing is told yet, in a real browser: everyone can read it everywhere."""

import pytest

from tests.pages.every.addresses import WITHOUT_DATA
from tests.pages.every.browser import EVERY_LOOK, HELD_ELSEWHERE, IN_SHORT, Visit
from tests.pages.test_sheet import unlisted

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.django_db, pytest.mark.usefixtures("nothing_told")]


@pytest.mark.parametrize("address", WITHOUT_DATA)
def test_everyone_can_read_it_everywhere(page, address):
    visit = Visit(page, address)
    assert visit.complaints == []
    assert list(visit.runs_out()) == []
    assert list(visit.faults(*IN_SHORT["without data"], leave_out=HELD_ELSEWHERE)) == []
    assert [pair for scheme in ("light", "dark") for pair in unlisted(visit.pairs(scheme), scheme)] == []


@pytest.mark.sweep
@pytest.mark.parametrize("address", WITHOUT_DATA)
def test_everyone_can_read_it_at_every_width_in_every_look(page, address):
    visit = Visit(page, address)
    assert [fault for at in EVERY_LOOK for fault in visit.faults(*at)] == []

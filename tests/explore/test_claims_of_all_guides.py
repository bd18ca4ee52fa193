"""The claims of all guides that come with Rungs, beside the record that comes with it."""

from collections import Counter
from decimal import Decimal

import pytest
from python_calamine import CalamineWorkbook

from careers.models import Career, OccupationMatch
from explore.claims import all_claims
from explore.fact_check_verdict import CHECKED, FactCheckVerdict
from explore.models import CheckedClaim
from salaries.kinds import general_pay
from salaries.models import Salary
from tests import needs

pytestmark = [pytest.mark.django_db, pytest.mark.long, pytest.mark.usefixtures("everything")]

BLS = "US Bureau of Labor Statistics"
MAY_2024 = "oews-national/national_M2024_dl.xlsx"
WHY_NOT = {"not_loaded", "not_published", "withheld", "in_no_group", "one_of_several", "near_group", "words_unknown"}
WHY_NOT |= {"not_of_other_month", "in_no_release", "range_not_published"}
"""Kinds of messages that say why a claim was not checked."""

EXCEPTIONS: dict[str, str] = {}
"""Codes whose profile says another median than the release, each with the reason. There is none."""


def test_what_editions_kept_is_what_a_check_of_everything_says():
    live = {claim.key: (str(claim.verdict), claim.sentence) for claim in all_claims()}
    assert {row.address: (row.verdict, row.claim.sentence) for row in CheckedClaim.objects.all()} == live


def test_every_claim_credited_to_the_bureau_is_checked_or_says_why_not(record_property):
    claims = [row.claim for row in CheckedClaim.objects.filter(official_publisher=BLS)]
    unchecked = [claim for claim in claims if claim.verdict not in CHECKED]
    silent = [
        (claim.key, claim.parts[0].message.kind)
        for claim in unchecked
        if not WHY_NOT & {part.message.kind for part in claim.parts}
    ]
    assert silent == []
    counts = Counter((claim.quantity, str(claim.verdict)) for claim in claims)
    record_property("verdicts", str(counts))
    assert sum(counts.values()) > 9_000


def test_the_handbook_contradicts_none_of_its_own_publishers_releases():
    against = CheckedClaim.objects.filter(publisher=BLS, verdict=FactCheckVerdict.CONTRADICTED)
    assert [row.claim.sentence for row in against] == []


@pytest.mark.data
def test_medians_of_profiles_with_one_code_are_those_of_may_2024(record_property):
    medians, differing, compared = _medians(), {}, 0
    for code, figure in _profiles_with_one_code():
        compared += 1
        if figure.value not in medians[code] and code not in EXCEPTIONS:
            differing[code] = (figure.value, medians[code])
    record_property("compared", compared)
    assert compared >= 240
    assert differing == {}
    assert len(EXCEPTIONS) <= compared * 0.02


def _medians() -> dict[str, set]:
    """The medians of each code in the publisher's own workbook, by year and by hour."""
    header, *rows = CalamineWorkbook.from_path(needs.data() / MAY_2024).get_sheet_by_index(0).to_python()
    code, *medians = (header.index(name) for name in ("OCC_CODE", "A_MEDIAN", "H_MEDIAN"))
    return {row[code]: {_exact(row[median]) for median in medians} for row in rows}


def _exact(cell: float | str) -> Decimal | str:
    return Decimal(str(cell)) if isinstance(cell, float) else cell


def _profiles_with_one_code():
    """Each with the general median of the profile, by year or else by hour."""
    for career in Career.objects.all():
        matches = OccupationMatch.objects.filter(career=career, key__startswith="ooh-").select_related("occupation")
        if len(matches) == 1 and matches[0].match == OccupationMatch.Match.EXACT:
            pay = general_pay(Salary.objects.filter(career=career, source__slug__startswith="ooh-").with_words())
            medians = sorted((one for one in pay if one.measure == "median"), key=lambda one: one.unit.per != "year")
            if medians:
                yield matches[0].occupation.code, medians[0]

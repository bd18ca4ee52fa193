"""One line of a job: its own figures, or those of the group that counts it."""

import pytest

from explore.job_rows import read_job_lines
from explore.reference_releases import newest_yardstick
from tests import factories as make

pytestmark = pytest.mark.django_db


def line_of(occupation):
    return read_job_lines([occupation.pk], newest_yardstick())[occupation.pk]


def test_a_job_has_its_own_pay_education_and_growth():
    wage = make.WageFactory(annual_median=50_250)
    make.TypicalEntryFactory(occupation=wage.occupation, education="Bachelor's degree")
    line = line_of(wage.occupation)
    assert (line.pay.value, line.education, line.whose) == (50_250, "Bachelor's degree", "")


def test_a_job_that_is_only_counted_in_its_group_has_the_groups_pay_and_says_so():
    group = make.OccupationFactory(code="31-1120", title="Home Health and Personal Care Aides", level="broad")
    make.WageFactory(occupation=group, annual_median=44_900)
    line = line_of(make.OccupationFactory(code="31-1122", title="Personal Care Aides", parent=group))
    assert (line.pay.value, line.whose) == (44_900, "Home Health and Personal Care Aides")
    assert line.occupation == group


def test_a_far_wider_group_lends_no_pay():
    group = make.OccupationFactory(code="31-0000", title="Healthcare Support", level="major")
    make.WageFactory(occupation=group, annual_median=40_000)
    assert line_of(make.OccupationFactory(code="31-1131", parent=group)).pay is None


def test_a_median_that_the_publisher_withholds_is_no_pay():
    wage = make.WageFactory(annual_median=None, hourly_median=None)
    assert line_of(wage.occupation).pay is None

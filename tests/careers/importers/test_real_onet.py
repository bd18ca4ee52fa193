"""O*NET 29.0 as published, where RUNGS_DATA names a folder that holds it; numbers counted in it by hand."""

from decimal import Decimal

import pytest

from careers.models import CategoryShare, Occupation, OccupationTitle, OccupationTool, Rating, Task
from facts.models import Edition
from tests.official import imported, imported_once

pytestmark = [pytest.mark.data, pytest.mark.django_db]

ONET = ("onet", "onet-29.0-text")
report = imported_once(*ONET)


def occupation(code):
    return Occupation.objects.get(scheme="soc-2018", code=code)


def test_every_row_is_accounted_for(report):
    assert (report.read, report.rejected) == (363_206, 2)
    assert report.accounts_for_all
    assert report.created == 363_204
    assert report.edition == Edition.objects.get().number


def test_twice_writes_nothing(report):
    assert imported(*ONET).already_here
    assert Edition.objects.count() == 1


def test_medical_records_administrators_are_managers_by_another_title(report):
    titles = OccupationTitle.objects.published().named("Medical Records Administrator")
    assert {title.occupation.code for title in titles} == {"11-9111.00"}


def test_specialists_have_tasks_tools_and_titles_and_no_ratings(report):
    specialists = occupation("29-2072")
    for model in (Task, OccupationTool, OccupationTitle):
        assert model.objects.for_occupation(specialists).exists()
    assert not Rating.objects.for_occupation(specialists).skills().exists()
    assert not CategoryShare.objects.for_occupation(specialists).education().exists()


def test_managers_have_35_skills_and_answers_about_education_that_make_up_the_whole(report):
    managers = occupation("11-9111")
    assert Rating.objects.for_occupation(managers).skills().by_importance().count() == 35
    shares = CategoryShare.objects.for_occupation(managers).education()
    assert sum(share.percent for share in shares) == pytest.approx(Decimal(100), abs=Decimal("0.1"))

"""Nothing is null without a reason, over all ratings of O*NET 29.3, where RUNGS_DATA names a folder that holds it."""

from itertools import chain

import pytest
from django.core.paginator import Paginator

from api.serializers.occupation_profiles import InterestSerializer, RatedSerializer
from careers.models import Occupation, Rating
from careers.models.record.scale import Scale
from explore.occupation_profile import Work, WorkRows
from facts.models import Edition
from tests.official import imported, imported_once

pytestmark = [pytest.mark.data, pytest.mark.django_db]

ONET = ("onet", "onet-29.3-excel")
report = imported_once(*ONET)
RATED = ("skills", "knowledge", "abilities")


def test_every_row_is_accounted_for_and_twice_writes_nothing(report):
    assert (report.read, report.rejected, report.created) == (364_867, 2, 364_865)
    assert report.accounts_for_all
    assert imported(*ONET).already_here
    assert Edition.objects.count() == 1


def test_no_rating_has_a_null_without_a_reason(report):
    counts, bare = {"rated": 0, "interests": 0}, []
    rated = Occupation.objects.filter(ratings__isnull=False).distinct()
    for work in chain.from_iterable(_works(page.object_list) for page in Paginator(rated.order_by("code"), 100)):
        occupation = work.occupation
        rows = [row for part in RATED for row in RatedSerializer(getattr(work, part), many=True).data]
        interests = InterestSerializer(work.interests, many=True).data
        counts["rated"] += len(rows)
        counts["interests"] += len(interests)
        bare += [(occupation.code, row["element_code"]) for row in (*rows, *interests) if _unexplained(row)]
    assert bare == []
    shown = Rating.objects.under(*Rating.SKILLS, Rating.KNOWLEDGE, Rating.ABILITIES).relied_on()
    assert counts["rated"] == shown.on_scale(Scale.IMPORTANCE).count() == 59_753
    assert counts["interests"] == Rating.objects.interests().count() == 5_538


def _works(occupations) -> list[Work]:
    """Read together: one by one takes most of the time."""
    rows = WorkRows(occupations)
    return [Work(occupation, rows=rows) for occupation in occupations]


def _unexplained(row) -> list[str]:
    return [name for name, value in row.items() if value is None and not row["marks"].get(name)]

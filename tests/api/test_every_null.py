"""Nothing is null without a reason, over all ratings of O*NET 29.3, where RUNGS_DATA names a folder that holds it."""

import pytest

from api.serializers.occupation_profiles import PROVENANCE, InterestSerializer, RatedSerializer
from careers.models import Occupation, Rating
from careers.models.record.scale import Scale
from explore.occupation_profile import Work
from facts.models import Edition
from tests.official import imported, imported_once

pytestmark = [pytest.mark.data, pytest.mark.django_db]

ONET = ("onet", "onet-29.3-excel")
report = imported_once(*ONET)
RATED = ("skills", "knowledge", "abilities")


class Interest(InterestSerializer):
    """Without the release, which is never missing: it would take most of the time."""

    release = source = attribution = None

    class Meta(InterestSerializer.Meta):
        fields = [name for name in InterestSerializer.Meta.fields if name not in PROVENANCE]


class Rated(RatedSerializer):
    """The same."""

    release = source = attribution = None


def test_every_row_is_accounted_for_and_twice_writes_nothing(report):
    assert (report.read, report.rejected, report.created) == (364_867, 2, 364_865)
    assert report.accounts_for_all
    assert imported(*ONET).already_here
    assert Edition.objects.count() == 1


def test_no_rating_has_a_null_without_a_reason(report):
    counts, bare = {"rated": 0, "interests": 0}, []
    for occupation in Occupation.objects.filter(ratings__isnull=False).distinct():
        work = Work(occupation)
        rated = [row for part in RATED for row in Rated(getattr(work, part), many=True).data]
        interests = Interest(work.interests, many=True).data
        counts["rated"] += len(rated)
        counts["interests"] += len(interests)
        bare += [(occupation.code, row["element_code"]) for row in (*rated, *interests) if _unexplained(row)]
    assert bare == []
    shown = Rating.objects.under(*Rating.SKILLS, Rating.KNOWLEDGE, Rating.ABILITIES).relied_on()
    assert counts["rated"] == shown.on_scale(Scale.IMPORTANCE).count() == 59_753
    assert counts["interests"] == Rating.objects.interests().count() == 5_538


def _unexplained(row) -> list[str]:
    return [name for name, value in row.items() if value is None and not row["marks"].get(name)]

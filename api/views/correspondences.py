from collections.abc import Mapping

from django.db.models import QuerySet

from api.serializers.correspondences import CorrespondenceSerializer
from api.views.lists import ListViewWithWords
from careers.models import Correspondence
from explore.filters.correspondences import CorrespondenceFilter


class Correspondences(ListViewWithWords):
    """Which occupations of two classifications count some of the same jobs: pair by pair, many to many."""

    noun = "correspondences"
    serializer = CorrespondenceSerializer
    filters = CorrespondenceFilter

    def rows(self, params: Mapping[str, str]) -> QuerySet[Correspondence]:
        return Correspondence.objects.published().order_by("pk")

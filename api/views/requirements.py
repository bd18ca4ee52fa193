from collections.abc import Mapping

from django.db.models import QuerySet

from api.serializers.requirements import RequirementSerializer
from api.views.items import ItemView
from api.views.lists import ListView
from education.models import Requirement
from explore.filters.requirements import RequirementFilter


class Requirements(ListView):
    """What employers ask for: any of a row's credentials meets it."""

    noun = "requirements"
    serializer = RequirementSerializer
    filters = RequirementFilter

    def rows(self, params: Mapping[str, str]) -> QuerySet[Requirement]:
        return _whole().order_by("pk")


class OneRequirement(ItemView):
    """What employers ask for, by one source."""

    noun = "requirement"
    serializer = RequirementSerializer
    of = Requirements
    address = {"key": "key"}

    def find(self, values: dict, key: str) -> Requirement:
        return _whole().get(key=key)


def _whole() -> QuerySet[Requirement]:
    return Requirement.objects.select_related("career", "source").prefetch_related("credentials")

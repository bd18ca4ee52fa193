from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils import timezone

from api.serializers.releases import ReleaseSerializer
from api.views.items import ItemView
from api.views.lists import ListView
from explore.filters.releases import ReleaseFilter
from facts.models import Release


class ReleasesView(ListView):
    """The vintages of statistical sources: those ready for readers, and those withdrawn with the reason why."""

    noun = "releases"
    serializer = ReleaseSerializer
    filters = ReleaseFilter

    def rows(self, params: Mapping[str, str]) -> QuerySet[Release]:
        return _public().order_by("source", "-period_end", "pk")


class OneRelease(ItemView):
    """One vintage of a statistical source."""

    noun = "release"
    serializer = ReleaseSerializer
    of = ReleasesView
    address = {"source": "source__slug", "release": "slug"}

    def find(self, values: dict, source: str, release: str) -> Release:
        return _public().get(source__slug=source, slug=release)


def _public() -> QuerySet[Release]:
    """Hides unfinished imports."""
    return Release.objects.known().with_standing(timezone.now().date()).select_related("source")

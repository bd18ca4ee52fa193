from collections.abc import Mapping
from types import SimpleNamespace

from django.db.models import QuerySet
from rest_framework.exceptions import NotFound

from api.edition import yardstick_of
from api.frozen import chosen_from
from api.guide import guide_document
from api.kept_addresses import with_host
from api.sample import sample
from api.serializers.careers import CareerSerializer
from api.serializers.guides import GuideSerializer
from api.serializers.ladders import LaddersSerializer
from api.views.items import ItemView, KeptAnswer
from api.views.lists import ListView
from careers.models import Career
from explore.filters.careers import CareerFilter
from explore.filters.problems import shown
from explore.ladders import read_ladders
from explore.removed import RemovedRow, moved_career, removed_career
from facts.models import Edition, FrozenGuide

MEASURED = {"median_min", "median_max", "growth_min", "growth_max", "ordering"}


class Careers(ListView):
    """Careers: titles that people use for their work, each with a guide."""

    noun = "careers"
    serializer = CareerSerializer
    filters = CareerFilter

    def rows(self, params: Mapping[str, str]) -> QuerySet[Career]:
        careers = (
            yardstick_of(self.edition).careers() if MEASURED & params.keys() else Career.objects.select_related("field")
        )
        return careers.order_by("title", "pk")


class OneCareer(ItemView):
    """A career with everything its page shows; with `edition`, as an earlier edition had it."""

    noun = "career"
    serializer = GuideSerializer
    of = Careers
    address = {"slug": "slug"}

    @classmethod
    def example(cls) -> dict[str, str]:
        return {"slug": sample().career}

    def find(self, values: dict, slug: str) -> SimpleNamespace:
        return guide_document(slug)

    def kept(self, values: dict, address: dict) -> KeptAnswer | None:
        slug = address["slug"]
        frozen = FrozenGuide.objects.newest(slug) if Career.objects.filter(slug=slug).exists() else None
        return KeptAnswer(f"career {slug}", frozen.digest, lambda: guide_document(slug)) if frozen else None

    def removed(self, address: dict) -> RemovedRow | None:
        return removed_career(address["slug"])

    def moved_to(self, address: dict) -> str:
        career = moved_career(address["slug"])
        return self.address_again(slug=career.slug) if career else ""

    def shown(self, values: dict, address: dict) -> dict:
        number = values.get("edition")
        return self._as_of(number, values, **address) if number else super().shown(values, address)

    def _as_of(self, number: int, values: dict, slug: str) -> dict:
        if not Edition.objects.filter(number=number).exists():
            raise NotFound(f"There is no edition {number} yet.")
        frozen = FrozenGuide.objects.as_of(slug, number)
        document = frozen.document if frozen else None
        if document is None:
            raise NotFound(f"Edition {number} has no career {shown(slug)}.")
        return with_host(chosen_from(document, values.get("fields"), values.get("include", ())), self.request)


class LadderView(OneCareer):
    """The career paths of a career, each step with the pay its source states."""

    serializer = LaddersSerializer

    def kept(self, values: dict, address: dict) -> None:
        return None

    def shown(self, values: dict, address: dict) -> dict:
        return ItemView.shown(self, values, address)

    def find(self, values: dict, slug: str) -> dict:
        career = Career.objects.get(slug=slug)
        return {"career": career, "ladders": read_ladders(career)}

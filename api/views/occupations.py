from collections.abc import Mapping

from django.db.models import QuerySet

from api.edition import yardstick_of
from api.serializers.occupation_records import OccupationRecordSerializer
from api.serializers.occupations import OccupationSerializer
from api.views.items import ItemView
from api.views.lists import ListView
from careers.models import Occupation
from careers.schemes import SchemeChoices
from explore.filters.base import Filters
from explore.filters.kinds import ChoiceFilter
from explore.filters.occupations import OccupationFilter
from explore.occupation import OccupationRecord, read_occupation
from explore.reference_releases import COUNTRY, headline_pay
from explore.removed import RemovedRow, removed_occupation

MEASURED = {
    "place",
    "median_min",
    "median_max",
    "employment_min",
    "employment_max",
    "growth_min",
    "growth_max",
    "ordering",
}


class SchemeFilter(Filters):
    scheme = ChoiceFilter(words=SchemeChoices(), help_text="The scheme; the newest that has the code unless told.")


class Occupations(ListView):
    """Coded groups of jobs that statistics count. Measures are of the classification in force."""

    noun = "occupations"
    serializer = OccupationSerializer
    filters = OccupationFilter

    def rows(self, params: Mapping[str, str]) -> QuerySet[Occupation]:
        measured = MEASURED & params.keys()
        occupations = (
            yardstick_of(self.edition, params.get("place", COUNTRY)).occupations()
            if measured
            else Occupation.objects.all()
        )
        return occupations.select_related("parent").order_by("scheme", "code", "pk")

    def dress(self, rows: list[Occupation], values: dict) -> list[Occupation]:
        if {"record", "headline"} & {*values.get("include", ())}:
            record = yardstick_of(self.edition, *values.get("place", ())).record_of(row.pk for row in rows)
            for row in rows:
                row.record = list(record[row.pk].values())
                row.headline = headline_pay(record[row.pk])
        return rows


class OneOccupation(ItemView):
    """One occupation: what the record says of it, and the careers tied to it."""

    noun = "occupation"
    serializer = OccupationRecordSerializer
    of = Occupations
    address = {"code": "code"}
    filters = SchemeFilter

    def removed(self, address: dict) -> RemovedRow | None:
        return removed_occupation(address["code"])

    def find(self, values: dict, code: str) -> OccupationRecord:
        return read_occupation(code, values.get("scheme", ""))

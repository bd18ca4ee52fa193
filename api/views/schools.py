from collections.abc import Mapping

from django.db.models import CharField, QuerySet, Value

from api.serializers.schools import SchoolSerializer
from api.views.items import ItemView
from api.views.lists import ListView
from education.models import School
from explore.filters.schools import SchoolFilter
from explore.schools import find_schools, school_releases


class Schools(ListView):
    """Institutions that teach after secondary school in the United States, by name."""

    noun = "schools"
    serializer = SchoolSerializer
    filters = SchoolFilter

    def rows(self, params: Mapping[str, str]) -> QuerySet[School]:
        return _schools().order_by("name", "unit_id")


class OneSchool(ItemView):
    """One school."""

    noun = "school"
    serializer = SchoolSerializer
    of = Schools
    address = {"unit_id": "unit_id"}

    def find(self, values: dict, unit_id: str) -> School:
        is_number = unit_id.isascii() and unit_id.isdecimal()
        match = _schools().filter(unit_id=int(unit_id)).first() if is_number else None
        if match is None:
            raise School.DoesNotExist
        return match


def _schools() -> QuerySet[School]:
    releases = school_releases()
    year = Value(releases.tuition.label if releases.tuition else None, output_field=CharField(null=True))
    return find_schools(releases).annotate(tuition_year=year)

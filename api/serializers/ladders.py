from rest_framework import serializers

from api.serializers.base import Chosen, RowSerializer
from api.serializers.careers import CareerNameSerializer
from api.serializers.sources import SourceNameSerializer
from api.serializers.statements import serializer_of_kind
from careers.models import Ladder, Rung
from facts.kinds import kind_of
from salaries.models import Salary

SalarySerializer = serializer_of_kind(kind_of(Salary))


class RungSerializer(RowSerializer):
    """One step of a career path, with the pay its source states."""

    salaries = SalarySerializer(many=True, source="paid", help_text="What is paid on this rung.")
    source = SourceNameSerializer()

    class Meta:
        model = Rung
        fields = (
            "position",
            "title",
            "years_min",
            "years_max",
            "years_basis",
            "summary",
            "focus",
            "salaries",
            "key",
            "as_printed",
            "source",
            "locator",
        )


class LadderSerializer(RowSerializer):
    """The steps of a career from one source, from the entry level up."""

    rungs = RungSerializer(many=True)
    source = SourceNameSerializer()

    class Meta:
        model = Ladder
        fields = ("key", "note", "rungs", "source", "locator")


class LaddersSerializer(Chosen, serializers.Serializer):
    """Every career path of a career, and the pay of every step."""

    career = CareerNameSerializer()
    ladders = LadderSerializer(many=True)

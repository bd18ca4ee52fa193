from collections.abc import Iterable

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.serializers.fields import MARKS, Number, absolute
from facts.figure import Figure
from facts.marks import Mark
from facts.measures import Measure, Quantity


class NamedSerializer(serializers.Serializer):
    """The ID and name of something a figure is about."""

    code = serializers.CharField()
    name = serializers.CharField()


@extend_schema_field(MARKS)
class FigureMarks(serializers.Field):
    """{"open_ended": true}"""

    def to_representation(self, marks: Iterable[Mark]) -> dict:
        return {str(mark): True for mark in sorted(marks)}


@extend_schema_field({"type": "string", "format": "uri"})
class FigurePage(serializers.Field):
    def to_representation(self, figure: Figure) -> str:
        page = absolute(figure.url, self.context)
        return page if "#" in page else f"{page}#{figure.field}"


class FigureSerializer(serializers.Serializer):
    """A number or range with everything needed to read it."""

    address = serializers.CharField(help_text="What identifies it: its statement’s key, “#”, and its field.")
    page = FigurePage(source="*", help_text="Where it stands for good.")
    quantity = serializers.ChoiceField(Quantity.choices, help_text="What was measured.")
    measure = serializers.ChoiceField(Measure.choices, help_text="How the number sums it up.")
    measure_text = serializers.CharField(help_text="Both in words: “Median pay, a year”.")
    unit = serializers.CharField(source="unit.name", help_text="A currency in ISO 4217, percent, months, years, jobs.")
    per = serializers.CharField(source="unit.per", help_text="What an amount is for: year, hour, or nothing.")
    value = Number(allow_null=True, help_text="A single number; null for a range or where the source gives none.")
    low = Number(allow_null=True, help_text="The low end of a range.")
    high = Number(allow_null=True, help_text="The high end of a range.")
    value_text = serializers.CharField(help_text="The value as people read it: “$30,000 to $70,000 or more”.")
    marks = FigureMarks(help_text="What is special about it, and why it has no number where it has none.")
    subject = NamedSerializer(help_text="The career or occupation it is about.")
    level = NamedSerializer(allow_null=True, help_text="The rung of the ladder it is for.")
    place = NamedSerializer(allow_null=True, help_text="Where.")
    industry = NamedSerializer(allow_null=True, help_text="In which industry.")
    population = serializers.CharField(help_text="Whom it counted, in the source’s words; everyone where empty.")
    reference_start = serializers.DateField(source="period.start", allow_null=True, help_text="First day measured.")
    reference_end = serializers.DateField(source="period.end", allow_null=True, help_text="Last day measured.")
    period_text = serializers.CharField(help_text="When, in words: “May 2023”, “year not stated”.")
    standing = serializers.ChoiceField(["claim", "record"], help_text="A claim, or an official series.")
    publisher = serializers.CharField(help_text="Who says so.")
    source = NamedSerializer(help_text="In which document or data set.")
    release = NamedSerializer(allow_null=True, help_text="In which vintage of a data set.")
    attributed_to = serializers.CharField(help_text="Whom the source itself credits.")
    locator = serializers.CharField(help_text="Where in the source.")
    as_printed = serializers.CharField(help_text="The figures’ characters just as they stand in a guide.")
    sentence = serializers.CharField(help_text="All of it as one line.")

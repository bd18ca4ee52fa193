from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.serializers.fields import PageAddress, absolute
from api.serializers.figures import FigureSerializer, NamedSerializer
from explore.compare import ComparedRow, ComparisonVerdict
from explore.compare.items import ComparedItem


@extend_schema_field({"type": "string", "format": "uri"})
class ItemAddress(serializers.Field):
    def to_representation(self, item: ComparedItem) -> str:
        if item.is_career:
            return absolute(reverse("api:career", args=[item.subject.slug]), self.context)
        path = reverse("api:occupation", args=[item.subject.code])
        return absolute(f"{path}?scheme={item.subject.scheme}", self.context)


class ItemSerializer(serializers.Serializer):
    """A career or occupation in the comparison."""

    letter = serializers.CharField(help_text="A, B, C or D: the column.")
    name = serializers.CharField(help_text="What stands for it in an address.")
    title = serializers.CharField(help_text="What it is called.")
    url = ItemAddress(source="*")
    page = PageAddress(source="subject.get_absolute_url")


class AnswerSerializer(serializers.Serializer):
    """A source's answer for one item: a figure or a few words."""

    text = serializers.CharField(help_text="The answer.")
    words = serializers.CharField(help_text="For whom, where, when, and with which condition.")
    names = serializers.ListField(child=serializers.CharField(), help_text="What the words name.")
    publisher = serializers.CharField(help_text="Who says so.")
    source = NamedSerializer(help_text="In which document or data set.")
    figure = FigureSerializer(allow_null=True, help_text="The figure, where it is one.")


class ComparedRowSerializer(serializers.Serializer):
    """One row: the answers in the order of the items, and the verdict."""

    key = serializers.CharField()
    title = serializers.CharField()
    verdict = serializers.ChoiceField(ComparisonVerdict.values, help_text="What the row comes to.")
    reason = serializers.CharField(source="judgement.reason", help_text="Why, in words; empty where that says all.")
    apart = serializers.ListField(
        source="judgement.apart", child=serializers.IntegerField(), help_text="Items that may not be compared, from 0."
    )
    cells = serializers.ListField(child=AnswerSerializer(many=True), help_text="The answers, a list for each item.")

    def to_representation(self, row: ComparedRow) -> dict:
        shown = super().to_representation(row)
        return shown | {"apart": sorted(shown["apart"])}


class RowGroupSerializer(serializers.Serializer):
    """Rows on one topic."""

    title = serializers.CharField()
    rows = ComparedRowSerializer(many=True)


class CellLineSerializer(serializers.Serializer):
    """A figure or a few words about one job."""

    text = serializers.CharField(help_text="The answer.")
    note = serializers.CharField(help_text="Of whom or when.")
    figure = FigureSerializer(allow_null=True, help_text="The figure, where it is one.")


class JobCellSerializer(serializers.Serializer):
    """What is said of one job; no lines where nothing is."""

    lines = CellLineSerializer(many=True)
    source = NamedSerializer(allow_null=True, help_text="In which document or data set.")


class SentenceSerializer(serializers.Serializer):
    """How the jobs differ, computed from the figures."""

    kind = serializers.CharField(help_text="What it is about; `_same` at the end where they do not differ.")
    text = serializers.CharField()
    figures = FigureSerializer(many=True, help_text="What it is computed from, where those are figures.")


class JobRowSerializer(serializers.Serializer):
    """What readers ask of jobs, answered for each in the order of the items."""

    key = serializers.CharField()
    title = serializers.CharField()
    cells = JobCellSerializer(many=True)
    sentences = SentenceSerializer(source="messages", many=True)


class ComparisonSerializer(serializers.Serializer):
    """Two to four careers and occupations side by side."""

    items = ItemSerializer(many=True)
    rows = JobRowSerializer(many=True, help_text="Official figures and what people do, as on the page.")
    groups = RowGroupSerializer(many=True, help_text="What each source says, row by row.")

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from django.db import models
from rest_framework import serializers

from api.serializers.base import ListItemSerializer, Name
from api.serializers.careers import CareerNameSerializer
from api.serializers.credentials import CredentialNameSerializer
from api.serializers.fields import Address, Marks, Number, PageAddress
from api.serializers.figures import FigureSerializer
from api.serializers.industries import IndustryNameSerializer
from api.serializers.occupations import OccupationNameSerializer
from api.serializers.places import PlaceNameSerializer
from api.serializers.releases import ReleaseNameSerializer
from api.serializers.sources import SourceNameSerializer
from careers.models import Career, Occupation, Rung
from education.models import Credential
from facts.kinds import Composite, StatementKind
from facts.models import Industry, Place, Release, Released, Source, Statement

HEAD = ("key", "url", "page")
TAIL = (
    "marks",
    "reference_start",
    "reference_end",
    "population",
    "source",
    "attributed_to",
    "locator",
    "as_printed",
    "rank",
    "note",
)
OPTIONAL = ("rank_reason", "figures")
RELEASED_HEAD = (*HEAD, "release")
OCCUPATION_HEAD = (*RELEASED_HEAD, "occupation")
RECORD_HEAD = (*OCCUPATION_HEAD, "place", "industry")
RECORD_TAIL = ("marks", "reference_start", "reference_end", "source", "attribution", "locator", "figures")


class LevelSerializer(Name):
    """The rung that pay is for."""

    class Meta:
        model = Rung
        fields = ("position", "title")


NAMES: dict[type[models.Model], type[Name]] = {
    Career: CareerNameSerializer,
    Credential: CredentialNameSerializer,
    Industry: IndustryNameSerializer,
    Occupation: OccupationNameSerializer,
    Place: PlaceNameSerializer,
    Release: ReleaseNameSerializer,
    Rung: LevelSerializer,
    Source: SourceNameSerializer,
}
"""How what a statement refers to stands inside it."""


class StatementSerializer(ListItemSerializer):
    """Figures from one source, with one attribution and one period."""

    optional = OPTIONAL

    page = Address("statement", "key")
    marks = Marks(help_text="What is special about a field, and why one is null.")
    source = SourceNameSerializer(help_text="Who says so.")
    figures = FigureSerializer(many=True, help_text="The same figures, each with its words.")


class ReleasedSerializer(ListItemSerializer):
    """What a release says of an occupation, or of something else."""

    optional = ("figures",)

    key = serializers.CharField(help_text="What identifies the row: “exposure-gpts/2023/23-2011.00/beta/people”.")
    page = PageAddress()
    release = ReleaseNameSerializer()
    occupation = OccupationNameSerializer()
    marks = Marks(help_text="What is special about a field, and why one is null.")
    reference_start = serializers.DateField(source="release.period_start", allow_null=True, help_text="First day.")
    reference_end = serializers.DateField(source="release.period_end", allow_null=True, help_text="Last day.")
    source = SourceNameSerializer(source="release.source")
    attribution = serializers.CharField(source="release.credit", help_text="The line to show with it.")
    locator = serializers.CharField(help_text="Which row of the release.")
    figures = FigureSerializer(many=True, help_text="The same figures, each with its words.")


class RecordSerializer(ReleasedSerializer):
    """One cell of the official figures: an occupation, place and industry of one release."""

    key = serializers.CharField(help_text="Release, occupation and place, “may-2024/29-2072/US”; and industry, if one.")
    place = PlaceNameSerializer()
    industry = IndustryNameSerializer()
    currency = serializers.CharField(help_text="ISO 4217.")
    marks = Marks(source="marks_of_all", help_text="What is special about a field, and why one is null.")
    locator = serializers.SerializerMethodField(help_text="Which cell of the release.")

    def get_locator(self, cell: models.Model) -> str:
        return f"{cell.occupation.code}, {cell.place.name}, {cell.industry.name}"


class _Composite(serializers.Serializer):
    """Columns as one object; null if the first is empty."""

    def to_representation(self, row: models.Model) -> dict | None:
        first = next(iter(self.fields.values()))
        return super().to_representation(row) if getattr(row, str(first.source)) else None


@cache
def serializer_of_kind(kind: StatementKind) -> type[ListItemSerializer]:
    base, head, tail = _shape(kind.model)
    own = [each.name if isinstance(each, Composite) else each for each in kind.fields]
    columns = [column.replace("__", ".") for column in kind.address.values()]
    members = {
        "__doc__": kind.model.__doc__,
        "url": Address(f"api:{kind.one}", *columns),
        **dict(_declared(kind)),
        "Meta": type("Meta", (), {"model": kind.model, "fields": (*head, *own, *tail)}),
    }
    return type(f"{kind.model.__name__}Serializer", (base,), members)


def _shape(model: type[models.Model]) -> tuple[type[ListItemSerializer], tuple[str, ...], tuple[str, ...]]:
    if issubclass(model, Statement):
        return StatementSerializer, HEAD, (*TAIL, *OPTIONAL)
    if issubclass(model, Released):
        head = OCCUPATION_HEAD if hasattr(model, "occupation") else RELEASED_HEAD
        return ReleasedSerializer, head, RECORD_TAIL
    return RecordSerializer, RECORD_HEAD, RECORD_TAIL


def _declared(kind: StatementKind) -> Iterator[tuple[str, serializers.Field]]:
    columns = {field.name: field for field in (*kind.model._meta.concrete_fields, *kind.model._meta.many_to_many)}
    annotations = kind.rows().query.annotations
    for each in kind.fields:
        if isinstance(each, Composite):
            yield each.name, _composite(each, columns)
        elif each in annotations:
            yield each, _annotation(annotations[each].output_field, kind.help.get(each))
        elif each in columns and columns[each].is_relation:
            yield each, _named(columns[each], kind.help.get(each))


def _named(field: Any, help_text: str | None) -> serializers.Field:
    options: dict[str, Any] = {"help_text": help_text} if help_text else {}
    if field.many_to_many:
        options["many"] = True
    elif field.null:
        options["allow_null"] = True
    serializer = NAMES.get(field.related_model)
    return serializer(**options) if serializer else serializers.StringRelatedField(**options)


def _annotation(field: models.Field, help_text: str | None) -> serializers.Field:
    kind = serializers.IntegerField if isinstance(field, models.IntegerField) else serializers.CharField
    return kind(read_only=True, allow_null=True, help_text=help_text or field.help_text)


def _composite(composite: Composite, columns: Mapping[str, models.Field]) -> serializers.Serializer:
    members = {name: _part(columns[column], column, help_text) for name, column, help_text in composite.parts}
    cls = type(f"{composite.name.title()}Serializer", (_Composite,), {"__doc__": composite.about, **members})
    return cls(source="*", allow_null=True, help_text=composite.help)


def _part(field: models.Field, column: str, help_text: str) -> serializers.Field:
    if isinstance(field, models.DecimalField):
        return Number(source=column, allow_null=field.null, help_text=help_text)
    return serializers.CharField(source=column, help_text=help_text)

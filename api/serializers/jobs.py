from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cached_property
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.serializers.base import Chosen
from api.serializers.fields import EMPTY_OR_ADDRESS, Number, PageAddress, absolute
from api.serializers.figures import FigureSerializer
from explore.jobs import JobDocument
from explore.jobs.listing import JobName
from facts.figure import Figure, Named

ANYTHING: dict[str, Any] = {}
NAMED = {
    "type": "object",
    "properties": {"code": {"type": "string"}, "name": {"type": "string"}, "url": EMPTY_OR_ADDRESS},
    "required": ["code", "name", "url"],
}


def schema_of(kind: Any, *, depth: int = 6) -> dict[str, Any]:
    """The JSON Schema of a part of the document, by the types of its fields."""
    given = [each for each in get_args(kind) if each is not NoneType]
    if NoneType in get_args(kind):
        return {"anyOf": [schema_of(given[0], depth=depth), {"type": "null"}]}
    if get_origin(kind) is tuple:
        inner = schema_of(given[0], depth=depth) if Ellipsis in given else ANYTHING
        return {"type": "array", "items": inner}
    if get_origin(kind) is dict:
        return {"type": "object", "additionalProperties": schema_of(given[1], depth=depth)}
    if kind is Figure:
        return {"$ref": "#/components/schemas/Figure"}
    if kind is Named:
        return NAMED
    if is_dataclass(kind) and depth:
        hints = get_type_hints(kind)
        parts = {field.name: schema_of(hints[field.name], depth=depth - 1) for field in fields(kind)}
        return {"type": "object", "properties": parts, "required": list(parts)}
    names = {str: "string", int: "integer", bool: "boolean", float: "number", Decimal: "number"}
    return {"type": names[kind]} if kind in names else ANYTHING


class JobPart(serializers.Field):
    """A part of the document: dataclasses as objects, figures with all their words, addresses absolute."""

    @cached_property
    def _figures(self) -> FigureSerializer:
        """One for all: making one takes longer than a figure."""
        return FigureSerializer(context=self.context)

    def to_representation(self, value: Any) -> Any:
        if isinstance(value, Figure):
            return self._figures.to_representation(value)
        if isinstance(value, Named):
            url = absolute(value.url, self.context) if value.url else ""
            return {"code": value.code, "name": value.name, "url": url}
        if is_dataclass(value):
            return {field.name: self.to_representation(getattr(value, field.name)) for field in fields(value)}
        if isinstance(value, dict):
            return {name: self.to_representation(each) for name, each in value.items()}
        if isinstance(value, tuple):
            return [self.to_representation(each) for each in value]
        return Number().to_representation(value) if isinstance(value, Decimal) else value


def part(name: str, help_text: str) -> serializers.Field:
    schema = schema_of(get_type_hints(JobDocument)[name])
    kind = extend_schema_field(schema)(type(f"{name.title()}Part", (JobPart,), {}))
    return kind(help_text=help_text)


@extend_schema_field({"type": "string", "format": "uri"})
class JobAddressField(serializers.Field):
    def to_representation(self, job: JobName) -> str:
        scheme = getattr(job, "scheme", "")
        path = reverse("api:job", args=[job.slug or job.code])
        is_told = not job.slug and scheme and "scheme=" in job.url
        return absolute(f"{path}?scheme={scheme}" if is_told else path, self.context)


@extend_schema_field({"type": ["integer", "null"]})
class EditionField(serializers.Field):
    """The edition that was asked for; None for the newest."""

    def __init__(self, **options: Any) -> None:
        super().__init__(read_only=True, help_text="The edition that had it so; null in the newest.", **options)

    def to_representation(self, job: JobDocument) -> int | None:
        return self.context.get("edition")


class JobNameSerializer(Chosen, serializers.Serializer):
    """A job: one page, whatever codes and titles lead to it."""

    title = serializers.CharField(help_text="What it is called.")
    slug = serializers.CharField(help_text="Its career’s name in addresses; empty where it has no guide.")
    code = serializers.CharField(help_text="The code of the group of exactly these jobs; empty where there is none.")
    url = JobAddressField(source="*")
    page = PageAddress(source="url")


class JobSerializer(Chosen, serializers.Serializer):
    """Everything that a job’s page shows, from one document."""

    edition = EditionField(source="*")
    version = serializers.IntegerField(help_text="The version of the document’s schema.")
    title = serializers.CharField(help_text="What it is called.")
    sentence = serializers.CharField(help_text="What it is, in a sentence.")
    slug = serializers.CharField(help_text="Its career’s name in addresses; empty where it has no guide.")
    code = serializers.CharField(help_text="The code of the group that it is counted in.")
    scheme = serializers.CharField(help_text="The classification that the code is of.")
    url = JobAddressField(source="*")
    page = PageAddress(source="url")
    is_group = serializers.BooleanField(help_text="Whether it is a wider group, made up of jobs.")
    answers = part("answers", "Pay, how to qualify, outlook, how reliable.")
    also_called = part("also_called", "Other titles, by guides.")
    above = part("above", "The groups that hold it, the widest first.")
    parts = part("parts", "Its specialties, or the jobs of a group.")
    part_of = part("part_of", "The job that it is a specialty of.")
    ties = part("ties", "The groups that statistics count it in, and why.")
    sections = part("sections", "Prose of guides, told afresh.")
    lists = part("lists", "Rows of guides by name: responsibilities, requirements, steps, and so on.")
    statements = part("statements", "Figures of guides by kind.")
    ladders = part("ladders", "Career paths rung by rung.")
    record = part("record", "Official figures of the group that it is counted in.")
    studies = part("studies", "What studies say of AI and of work from home.")
    verdicts = part("verdicts", "What the record makes of guides’ claims.")
    conflicts = part("conflicts", "Where sources answer one question differently.")
    gaps = part("gaps", "What is not available, and why.")
    sources = part("sources", "Every source, with its releases.")

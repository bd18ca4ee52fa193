import inspect
from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ResolvedComponent
from rest_framework import serializers

from api.errors import MEDIA_TYPE
from api.schema.parameters import described_part, parameter
from api.schema.responses import ENVELOPE, ERRORS, HEADERS, UNCHANGED, UNKNOWN
from api.serializers.base import Chosen
from api.serializers.fields import EMPTY_OR_ADDRESS
from api.serializers.problems import GoneSerializer, ProblemSerializer, ProblemsSerializer


class ViewSchema(AutoSchema):
    def is_excluded(self) -> bool:
        """Suffixed addresses repeat the same operation."""
        return "drf_format_suffix" in self.path_regex

    def get_operation_id(self) -> str:
        """For example "salaries", "oneSalary"."""
        name = type(self.view).__name__.removesuffix("View")
        return name[0].lower() + name[1:]

    def get_tags(self) -> list[str]:
        return [next(iter(self._tokenize_path()), "index")]

    def get_description(self) -> str:
        return inspect.getdoc(type(self.view)) or ""

    def get_summary(self) -> str:
        return self.get_description().partition(".")[0]

    def _is_list_view(self, serializer: object = None) -> bool:
        return False

    def _resolve_path_parameters(self, variables: list[str]) -> list[dict]:
        return [part | described_part(part["name"]) for part in super()._resolve_path_parameters(variables)]

    def _get_filter_parameters(self) -> list[dict]:
        if not hasattr(self.view, "parameters"):
            return list(self.view.described)
        return [parameter(name, kind) for name, kind in self.view.parameters().base_filters.items()]

    def _get_response_bodies(self, direction: str = "response") -> dict:
        errors = {status: self._error(status, text) for status, text in ERRORS.items()}
        answer = {"description": self.get_summary(), "headers": HEADERS, "content": self._content()}
        return {"200": answer, "304": UNCHANGED, **errors}

    def _error(self, status: str, text: str) -> dict:
        schema = self._ref(GoneSerializer if status == "410" else ProblemsSerializer)
        return {"description": text, "content": {MEDIA_TYPE: {"schema": schema}}}

    def _content(self) -> dict:
        schema = self._ref(self.view.serializer)
        if not self.view.is_list:
            return {"application/json": {"schema": schema}}
        return {"application/json": {"schema": self._page_of(schema)}}

    def _page_of(self, schema: dict) -> dict:
        names = self.view.envelope()
        unknown = {"type": "array", "items": self._ref(ProblemSerializer), "description": UNKNOWN}
        rows = {"results": {"type": "array", "items": schema}, "unknown": unknown}
        listed = {
            "type": "object",
            "description": self.get_summary(),
            "properties": {name: ENVELOPE[name] for name in names} | rows,
            "required": [*names, "results"],
        }
        name = self.get_operation_id()
        page = ResolvedComponent(f"{name[0].upper()}{name[1:]}Page", ResolvedComponent.SCHEMA, listed, object=name)
        self.registry.register_on_missing(page)
        return page.ref

    def _ref(self, serializer: Any) -> dict:
        return self.resolve_serializer(serializer, "response").ref

    def _map_basic_serializer(self, serializer: Any, direction: str) -> dict:
        """What is given without being asked for is required."""
        if isinstance(serializer, Chosen):
            serializer = type(serializer)()
        schema = super()._map_basic_serializer(serializer, direction)
        optional = serializer.optional if isinstance(serializer, Chosen) else ()
        return schema | {"required": [name for name in schema["properties"] if name not in optional]}

    def _map_serializer_field(self, field: serializers.Field, direction: str, bypass_extensions: bool = False) -> dict:
        schema = super()._map_serializer_field(field, direction, bypass_extensions)
        if getattr(field, "allow_blank", False) and schema.get("format") == "uri":
            schema.pop("format")
            schema = without(schema, "type", "maxLength") | EMPTY_OR_ADDRESS
        schema.pop("x-spec-enum-id", None)
        return schema

    def _get_serializer_field_meta(self, field: serializers.Field, direction: str) -> dict:
        """Without readOnly and defaults: the API is read-only."""
        meta = super()._get_serializer_field_meta(field, direction)
        return {name: value for name, value in meta.items() if name not in ("readOnly", "default", "title")}


def without(schema: dict, *names: str) -> dict:
    return {name: value for name, value in schema.items() if name not in names}

import inspect
from collections.abc import Iterator
from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ResolvedComponent
from rest_framework import serializers

from api.errors import MEDIA_TYPE
from api.schema.parameters import codes_of, list_of, parameter
from api.schema.responses import ENVELOPE, ERRORS, HEADERS, TOO_LONG, UNCHANGED
from api.serializers.base import Chosen
from api.serializers.problems import GoneSerializer, ProblemsSerializer
from api.views.not_found import NotFoundView
from explore.filters.fields import MOST_VALUES
from explore.filters.kinds import Reference


class ViewSchema(AutoSchema):
    def is_excluded(self) -> bool:
        """Suffixed addresses repeat the same operation."""
        return "drf_format_suffix" in self.path_regex or isinstance(self.view, NotFoundView)

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
        example = self.view.example() if variables else {}
        parts = super()._resolve_path_parameters(variables)
        return [part | ({"example": example[part["name"]]} if part["name"] in example else {}) for part in parts]

    def _get_filter_parameters(self) -> list[dict]:
        return list(self._described()) if hasattr(self.view, "parameters") else list(self.view.described)

    def _described(self) -> Iterator[dict]:
        for name, kind in self.view.parameters().base_filters.items():
            if not isinstance(kind, Reference):
                yield parameter(name, kind)
            elif codes := codes_of(kind):
                most = kind.extra.get("most", MOST_VALUES)
                yield parameter(name, kind, list_of(self._known_codes(kind, codes), most))

    def _known_codes(self, kind: Reference, codes: list[str]) -> dict:
        schema = {"type": "string", "enum": codes}
        model = kind.rows.model
        if str(kind.rows.query) != str(model._default_manager.all().query):
            return schema
        name = f"{model.__name__}{kind.by.title()}"
        component = ResolvedComponent(name, ResolvedComponent.SCHEMA, schema, object=(model, kind.by))
        self.registry.register_on_missing(component)
        return component.ref

    def _get_response_bodies(self, direction: str = "response") -> dict:
        errors = {status: self._error(status, text) for status, text in ERRORS.items()}
        answer = {"description": self.get_summary(), "headers": HEADERS, "content": self._content()}
        return {"200": answer, "304": UNCHANGED, **errors, "414": TOO_LONG}

    def _error(self, status: str, text: str) -> dict:
        schema = self._ref(GoneSerializer if status == "410" else ProblemsSerializer)
        return {"description": text, "content": {MEDIA_TYPE: {"schema": schema}}}

    def _content(self) -> dict:
        schema = self._ref(self.view.serializer)
        if not self.view.is_list:
            return {"application/json": {"schema": schema}}
        results = {"type": "array", "items": schema}
        names = self.view.envelope()
        envelope = {"properties": {name: ENVELOPE[name] for name in names} | {"results": results}}
        listed = {"type": "object", "required": [*names, "results"], **envelope}
        return {"application/json": {"schema": listed}, "text/csv": {"schema": {"type": "string"}}}

    def _ref(self, serializer: Any) -> dict:
        return self.resolve_serializer(serializer, "response").ref

    def _map_basic_serializer(self, serializer: Any, direction: str) -> dict:
        """Optional fields are described as required."""
        if isinstance(serializer, Chosen):
            serializer = type(serializer)()
        schema = super()._map_basic_serializer(serializer, direction)
        schema.pop("required", None)
        return schema if isinstance(serializer, Chosen) else schema | {"required": list(schema["properties"])}

    def _map_serializer_field(self, field: serializers.Field, direction: str, bypass_extensions: bool = False) -> dict:
        """A text that may be empty is not a URI."""
        schema = super()._map_serializer_field(field, direction, bypass_extensions)
        if getattr(field, "allow_blank", False):
            schema.pop("format", None)
        schema.pop("x-spec-enum-id", None)
        return schema

    def _get_serializer_field_meta(self, field: serializers.Field, direction: str) -> dict:
        """Without readOnly and defaults: the API is read-only."""
        meta = super()._get_serializer_field_meta(field, direction)
        return {name: value for name, value in meta.items() if name not in ("readOnly", "default", "title")}

"""The schema with the codes that the database has, to draw requests from: a code drawn at random is unknown."""

import re
from typing import Any

from django.urls import resolve

from careers.models import Career, Element, Occupation
from education.models import Credential, Path
from explore.compare import address_name
from explore.filters.kinds import Reference
from explore.readiness.reading import known_names


def add_known_codes(document: dict[str, Any]) -> None:
    for path, item in document["paths"].items():
        view = resolve(re.sub(r"{\w+}", "1", path)).func.view_class
        known = _codes_of(view)
        parameters = item["get"].get("parameters", [])
        item["get"]["parameters"] = [_with_codes(each, known) for each in parameters if known.get(each["name"]) != []]


def _codes_of(view: type) -> dict[str, list[str]]:
    """By parameter."""
    if view.__name__ == "Compare":
        occupations = map(address_name, Occupation.objects.all())
        return {"item": [*Career.objects.values_list("slug", flat=True), *occupations]}
    if view.__name__ == "ReadinessView":
        return _of_readiness()
    if view.__name__ == "Figures":
        return {"address": [], "job": list(Career.objects.values_list("slug", flat=True))}
    filters = view.parameters().base_filters if hasattr(view, "parameters") else {}
    rated = list(Element.objects.published().values_list("name", flat=True)) if "importance_min" in filters else []
    known = {name: _codes(kind) for name, kind in filters.items() if isinstance(kind, Reference)}
    return known | ({"skill": rated, "importance_min": []} if "importance_min" in filters else {})


def _codes(kind: Reference) -> list[str]:
    return list(kind.rows.order_by(kind.by).values_list(kind.by, flat=True).distinct())


def _of_readiness() -> dict[str, list[str]]:
    ways = list(Path.objects.order_by("key").values_list("key", flat=True))
    awards = Credential.objects.filter(rank__gt=0).order_by("rank", "slug").values_list("slug", flat=True)
    return {
        "career": list(Career.objects.values_list("slug", flat=True)),
        "has": list(known_names()),
        "credential": [*Credential.objects.order_by("slug").values_list("slug", flat=True), "none"],
        "education": [*awards, "none"],
        "cost": ways,
        "months": ways,
        "earns": [str(position) for position in range(1, 10)],
    }


def _with_codes(parameter: dict[str, Any], known: dict[str, list[str]]) -> dict[str, Any]:
    codes, schema = known.get(parameter["name"]), parameter["schema"]
    if codes is None:
        return parameter
    if parameter["name"] == "job" and parameter["in"] == "query":  # or an address, which one of them has to be
        parameter = parameter | {"required": True}
    if schema["type"] == "array":
        return parameter | {"schema": schema | {"items": {"type": "string", "enum": codes}}}
    if schema["type"] == "object":
        each = dict.fromkeys(codes, schema["additionalProperties"])
        return parameter | {"schema": {"type": "object", "properties": each, "additionalProperties": False}}
    return parameter | {"schema": {"type": "string", "enum": codes}}

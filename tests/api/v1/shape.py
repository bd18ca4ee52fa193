"""The API's schema in short: of each address its parameters, and of each field of its answer the type."""

from collections.abc import Iterator
from typing import Any

DEEPEST = 8


def shape_of(schema: dict[str, Any]) -> dict[str, Any]:
    """By address: the names of its parameters, and by field ("source.slug", "results[].key") its types."""
    return {path: _operation(item["get"], schema) for path, item in schema["paths"].items() if "get" in item}


def _operation(operation, schema) -> dict[str, Any]:
    contents = operation["responses"].get("200", {}).get("content", {})
    answer = contents.get("application/json", {}).get("schema", {})
    return {
        "parameters": sorted(each["name"] for each in operation.get("parameters", ())),
        "fields": dict(sorted(_fields(answer, schema))),
    }


def _fields(node, schema, name="", depth=0) -> Iterator[tuple[str, list[str]]]:
    node = _resolved(node, schema)
    if name:
        yield name, _types(node, schema)
    if depth > DEEPEST:
        return
    for part in _variants(node, schema):
        for key, child in part.get("properties", {}).items():
            yield from _fields(child, schema, f"{name}.{key}" if name else key, depth + 1)
        if "items" in part:
            yield from _fields(part["items"], schema, f"{name}[]", depth + 1)


def _resolved(node, schema):
    while "$ref" in node:
        node = schema["components"]["schemas"][node["$ref"].rpartition("/")[2]]
    return node


def _variants(node, schema) -> list[dict]:
    parts = [_resolved(part, schema) for name in ("allOf", "oneOf", "anyOf") for part in node.get(name, ())]
    return [node, *(deeper for part in parts for deeper in _variants(part, schema))]


def _types(node, schema) -> list[str]:
    found: set[str] = set()
    for part in _variants(node, schema):
        types = part.get("type", ())
        found |= {types} if isinstance(types, str) else {*types}
    return sorted(found)

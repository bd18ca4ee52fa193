"""Write rungs_client/lists.py anew from a schema: python generate.py schema.json"""

import json
import keyword
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

TARGET = Path(__file__).with_name("rungs_client") / "lists.py"
PAGING = ("page", "cursor")
BASIC = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
HEAD = '''"""Every list and row of the API, typed. Written by generate.py from the schema; not by hand."""

from typing import Any, Literal, NotRequired, TypedDict

from typing_extensions import Unpack

from rungs_client.asking import Asking, part
from rungs_client.rows import Rows
from rungs_client.whole import WholeTable
'''


def write(schema: dict[str, Any]) -> str:
    components = schema["components"]["schemas"]
    lists = {path: item["get"] for path, item in schema["paths"].items() if _is_list(item)}
    rows = {path: item["get"] for path, item in schema["paths"].items() if _is_one(path, item)}
    needed = sorted(_needed([*lists.values(), *rows.values()], components))
    shown = TopologicalSorter({name: sorted(_references(components[name])) for name in needed}).static_order()
    parts = [HEAD, *(_row_type(name, components[name]) for name in shown)]
    parts += [_query_type(operation) for operation in (*lists.values(), *rows.values())]
    parts.append(SITE)
    parts += [_list_method(path, operation, components) for path, operation in lists.items()]
    parts += [_row_method(path, operation) for path, operation in rows.items()]
    parts.append(WHOLE)
    return "\n".join(parts)


SITE = '''
class Rungs(Asking):
    """A Rungs site: each list and each row of it."""'''
WHOLE = '''
    def whole(self, table: str) -> WholeTable:
        """A whole table of the newest files, however long: "wages"."""
        return WholeTable(self, table)
'''


def _is_list(item: dict) -> bool:
    content = item["get"]["responses"]["200"]["content"].get("application/json", {})
    return content.get("schema", {}).get("$ref", "").endswith("Page")


def _is_one(path: str, item: dict) -> bool:
    is_json = "application/json" in item["get"]["responses"]["200"]["content"]
    return is_json and not _is_list(item) and path not in ("/api/v1/", "/api/v1/readiness/", "/api/v1/compare/")


def _needed(operations: list[dict], components: dict) -> set[str]:
    """The components that answers are made of."""
    found: set[str] = set()
    waiting = [_answer(operation) for operation in operations]
    while waiting:
        for name in _references(waiting.pop()):
            if name not in found:
                found.add(name)
                waiting.append(components[name])
    return {name for name in found if not name.endswith("Page")}


def _answer(operation: dict) -> dict:
    return operation["responses"]["200"]["content"]["application/json"]["schema"]


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "$ref" in value:
            yield value["$ref"].rpartition("/")[2]
        for each in value.values():
            yield from _references(each)
    elif isinstance(value, list):
        for each in value:
            yield from _references(each)


def _row_type(name: str, schema: dict) -> str:
    needed = schema.get("required", ())
    kinds = {field: _type(kind) for field, kind in schema["properties"].items()}
    fields = {field: kind if field in needed else f"NotRequired[{kind}]" for field, kind in kinds.items()}
    return _typed_dict(name, fields)


def _query_type(operation: dict) -> str:
    asked = [each for each in operation.get("parameters", ()) if each["in"] == "query" and each["name"] not in PAGING]
    return _typed_dict(_query_name(operation), {each["name"]: _type(each["schema"]) for each in asked}, total=False)


def _typed_dict(name: str, fields: dict[str, str], *, total: bool = True) -> str:
    base = "TypedDict" if total else "TypedDict, total=False"
    lines = [f"    {field}: {kind}" for field, kind in fields.items()] or ["    pass"]
    return "\n".join(["", f"class {name}({base}):", *lines, ""])


def _query_name(operation: dict) -> str:
    name = operation["operationId"]
    return f"{name[0].upper()}{name[1:]}Query"


def _type(schema: dict) -> str:
    if "$ref" in schema:
        return f'"{schema["$ref"].rpartition("/")[2]}"'.replace('"', "")
    if "enum" in schema and all(isinstance(value, str) for value in schema["enum"]):
        return f"Literal[{', '.join(map(repr, schema['enum']))}]"
    for joined in ("anyOf", "oneOf", "allOf"):
        if joined in schema:
            return " | ".join(dict.fromkeys(_type(each) for each in schema[joined]))
    types = schema.get("type", ())
    if isinstance(types, list):
        return " | ".join(_type(schema | {"type": each}) for each in types)
    if types == "array":
        return f"list[{_type(schema.get('items', {}))}]"
    if types == "object":
        return "dict[str, Any]"
    return BASIC.get(types, "Any")


def _list_method(path: str, operation: dict, components: dict) -> str:
    slug = path.removeprefix("/api/v1/").strip("/")
    row = _answer(operation)["$ref"].rpartition("/")[2]
    item = components[row]["properties"]["results"]["items"]["$ref"].rpartition("/")[2]
    texts = tuple(_texts(item, components))
    return f'''
    def {slug.replace("-", "_")}(self, **query: Unpack[{_query_name(operation)}]) -> Rows[{item}]:
        """{operation["summary"]}."""
        return Rows(self, "{slug}", query, {texts!r})
'''


def _texts(name: str, components: dict, before: str = "") -> Iterator[str]:
    """The columns of a row's table that hold text, as the table calls them."""
    for field, kind in components[name]["properties"].items():
        inner = next(iter(_references(kind)), "") if kind.get("type") != "array" else ""
        if inner:
            yield from _texts(inner, components, f"{before}{field}_")
        elif "str" in _type(kind).split(" | ") or "Literal" in _type(kind):
            yield f"{before}{field}"


def _row_method(path: str, operation: dict) -> str:
    names = [each["name"] for each in operation["parameters"] if each["in"] == "path"]
    arguments = ", ".join(f"{_safe(name)}: object" for name in names)
    address = path.removeprefix("/api/v1/")
    for name in names:
        address = address.replace(f"{{{name}}}", f"{{part({_safe(name)})}}")
    answer = _answer(operation)["$ref"].rpartition("/")[2]
    return f'''
    def {_snake(operation["operationId"])}(self, {arguments}, **query: Unpack[{_query_name(operation)}]) -> {answer}:
        """{operation["summary"]}."""
        found: {answer} = self.get(f"{address}", query)
        return found
'''


def _safe(name: str) -> str:
    return f"{name}_" if keyword.iskeyword(name) or name == "query" else name


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


if __name__ == "__main__":
    TARGET.write_text(write(json.loads(Path(sys.argv[1]).read_text())))

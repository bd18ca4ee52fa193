import re
from collections.abc import Iterator
from http import HTTPStatus
from json import dumps
from typing import Any
from urllib.parse import quote

from django.core.management.base import BaseCommand, CommandParser
from django.test import Client, override_settings
from django.urls import resolve

from api.schema.document import EXAMPLE_SITE, EXAMPLES, examples

CAREER = "medical-records-administrator"
LONGEST_TEXT = 100
PART = re.compile(r"{(\w+)}")
QUERIES: dict[str, dict[str, Any]] = {
    "changes": {"after": 1, "until": 2},
    "compare": {"item": [CAREER, "29-2072"]},
    "figures": {"job": CAREER},
    "readiness": {"career": CAREER},
    "search": {"q": "records technician"},
}
"""What the addresses that need a question are asked."""


class Command(BaseCommand):
    help = "Write the schema's examples anew, from the guides and the record in the database."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("operations", nargs="*", help="Only of these, by their names in the schema.")
        parser.add_argument("--missing", action="store_true", help="Only for operations that have none.")

    def handle(self, *args: Any, **options: Any) -> None:
        host = EXAMPLE_SITE.removeprefix("https://")
        with override_settings(ALLOWED_HOSTS=[host], SECURE_SSL_REDIRECT=False):
            client = Client(SERVER_NAME=host, headers={"x-forwarded-proto": "https"})
            schema = client.get("/api/v1/schema/", secure=True).json()
            made = {name: example for name, example in _examples(client, _asked(schema, **options)) if example}
        kept = {name: example for name, example in examples().items() if name not in made}
        EXAMPLES.write_text(dumps(dict(sorted({**kept, **made}.items())), ensure_ascii=False, indent=1) + "\n")
        self.stdout.write(f"{len(made)} examples written, {len(kept)} kept.")


def _asked(schema: dict, operations: list[str], missing: bool, **others: Any) -> dict[str, str]:
    """Paths, by operation."""
    paths = {item["get"]["operationId"]: path for path, item in schema["paths"].items()}
    known = examples() if missing else {}
    return {name: path for name, path in paths.items() if name not in known and name in (operations or paths)}


def _examples(client: Client, paths: dict[str, str]) -> Iterator[tuple[str, dict | None]]:
    for name, path in paths.items():
        yield name, _example(client, path)


def _example(client: Client, path: str) -> dict | None:
    name = path.removesuffix(".csv").strip("/").rpartition("/")[2]
    parts: dict[str, str] | None = _parts(path) if "{" in path else {}
    query = QUERIES.get(name, {})
    if parts is None:
        return None
    address = path.format(**{name: quote(str(part)) for name, part in parts.items()})
    answer = client.get(address, query, secure=True)
    if answer.status_code != HTTPStatus.OK:
        return None
    shown = _first_lines(answer.getvalue().decode()) if path.endswith(".csv") else _short(answer.json())
    return {"path": parts, "query": query, "answer": shown}


def _parts(path: str) -> dict[str, str] | None:
    """The address's parts of a row that there is; None where there is none."""
    if path.startswith(("/api/v1/careers/", "/api/v1/jobs/")):
        return dict.fromkeys(PART.findall(path), CAREER)
    view = resolve(PART.sub("1", path)).func.view_class  # type: ignore[attr-defined]  # what as_view() makes has it
    return view.example() or None


def _first_lines(table: str) -> str:
    return "".join(table.splitlines(keepends=True)[:2])


def _short(value: Any) -> Any:
    """The first row of each list, and the beginning of each text."""
    if isinstance(value, dict):
        return {name: _short(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_short(each) for each in value[:1]]
    if isinstance(value, str) and len(value) > LONGEST_TEXT and "://" not in value:
        return f"{value[: LONGEST_TEXT - 1]}…"
    return value

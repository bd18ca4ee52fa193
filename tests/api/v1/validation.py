"""Answers held against the schema by a validator of JSON Schema 2020-12 with nothing set."""

from typing import Any

from jsonschema import Draft202012Validator


def errors_of(answer: Any, schema: dict, document: dict) -> list[str]:
    """What is wrong with an answer, at most three of it."""
    found = Draft202012Validator({**schema, "components": document["components"]}).iter_errors(answer)
    return [f"{error.json_path}: {error.message[:200]}" for _, error in zip(range(3), found, strict=False)]

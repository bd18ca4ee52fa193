"""An entry of a fixture read as a row of its model, checked as far as can be told without the database."""

from difflib import get_close_matches
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError

from facts.loading.name import key_from
from facts.loading.problems import problems_of
from facts.loading.row import Row
from facts.loading.shape import Shape, shape_of
from facts.loading.text import Entry
from facts.loading.value import plain_value, reference, references
from facts.models.natural import NaturalKey

READERS = {"plain": plain_value, "one": reference, "many": references}

Read = dict[str, dict[str, Any]]


def read_row(entry: Entry) -> Row:
    """The entry as a row, with what is wrong with its values; ValidationError where it is no row that fixtures have."""
    model, said = _taken_apart(entry)
    shape = shape_of(model)
    read, unread = _read(shape, said)
    instance = model(**read["plain"])
    key = key_from(model, read["plain"], read["one"])
    problems = [
        *(_unknown(name, shape) for name in said if name not in shape.names),
        *(f"{name}: {message}" for name, messages in unread.items() for message in messages),
        *problems_of(lambda: instance.clean_fields(exclude={*shape.one, *unread})),
    ]
    if key is None and not problems:
        problems = [f"a row is known by its {', '.join(model.natural_key_fields)}, and this is not."]
    return Row(entry.line, instance, key, read["one"], read["many"], problems, {*unread})


def _taken_apart(entry: Entry) -> tuple[type[NaturalKey], dict[str, Any]]:
    if entry.problem:
        raise ValidationError(entry.problem)
    if not isinstance(entry.said, dict) or not {"model", "fields"} <= entry.said.keys() <= {"model", "fields", "pk"}:
        raise ValidationError("a row has a model and its fields, and nothing else.")
    if entry.said.get("pk") is not None:
        raise ValidationError("a row is known by its natural key and has no pk.")
    if not isinstance(entry.said["fields"], dict):
        raise ValidationError("its fields are no mapping from names to values.")
    return _model(entry.said["model"]), entry.said["fields"]


def _model(label: Any) -> type[NaturalKey]:
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError, AttributeError) as error:
        raise ValidationError(f"“{label}” is no model.") from error
    if not issubclass(model, NaturalKey):
        raise ValidationError(f"“{label}” is no model that fixtures fill.")
    return model


def _read(shape: Shape, said: dict[str, Any]) -> tuple[Read, dict[str, list[str]]]:
    """What is said, by kind and name of field; and the fields that could not be read, with the reasons."""
    read: Read = {kind: {} for kind in READERS}
    unread = {}
    for kind, name, field in shape.fields():
        # A reference that is left out is read too: only then is it known whether the row can do without.
        if name in said or kind == "one":
            try:
                read[kind][name] = READERS[kind](field, said.get(name))
            except ValidationError as error:
                unread[name] = error.messages
    return read, unread


def _unknown(name: str, shape: Shape) -> str:
    near = get_close_matches(name, shape.names, n=1)
    return f"{name}: is no field of it" + (f"; “{near[0]}” is." if near else ".")

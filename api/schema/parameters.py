from functools import singledispatch

from django_filters import Filter

from api.paging.parameters import CURSOR, CursorChoice
from explore.filters.fields import MOST_VALUES, CountField, CurrencyField
from explore.filters.kinds import (
    Amount,
    ChoiceFilter,
    Choices,
    CommaList,
    Count,
    Currency,
    Day,
    Numbers,
    Ordering,
    Reference,
    Words,
    YesNo,
)


def parameter(name: str, kind: Filter, schema: dict | None = None) -> dict:
    schema = schema or schema_of(kind)
    described = {
        "name": name,
        "in": "query",
        "required": kind.extra["required"],
        "description": str(kind.extra.get("help_text", "")),
        "schema": schema,
    }
    # A list is written with commas: career=a,b
    return described | ({"style": "form", "explode": False} if schema.get("type") == "array" else {})


@singledispatch
def schema_of(kind: Filter) -> dict:
    raise TypeError(f"There is no description of {type(kind).__name__}.")


@schema_of.register
def _(kind: Words) -> dict:
    # What is only blanks asks for nothing, and a NUL is in no text; these are the blanks of Python.
    return {"type": "string", "minLength": 1, "maxLength": kind.extra["max_length"], "pattern": WORDS}


BLANKS = r"\t-\r\u001c- \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
WORDS = rf"^[^\u0000]*[^{BLANKS}\u0000][^\u0000]*$"


@schema_of.register
def _(kind: Currency) -> dict:
    return {"type": "string", "pattern": f"^{CurrencyField.written_as.pattern}$"}


@schema_of.register
def _(kind: Amount) -> dict:
    return {"type": "number", "minimum": kind.extra["min_value"], "maximum": kind.extra["max_value"]}


@schema_of.register
def _(kind: Count) -> dict:
    return {"type": "integer", "minimum": kind.extra["min_value"], "maximum": kind.extra["max_value"]}


@schema_of.register
def _(kind: Day) -> dict:
    return {"type": "string", "format": "date"}


@schema_of.register
def _(kind: YesNo) -> dict:
    return {"type": "boolean"}


@schema_of.register
def _(kind: CursorChoice) -> dict:
    return {"type": "string", "pattern": f"^{CURSOR.pattern}$"}


@schema_of.register
def _(kind: ChoiceFilter) -> dict:
    return {"type": "string", "enum": list(kind.words)}


@schema_of.register(Choices)
@schema_of.register(Ordering)
def _(kind: Choices) -> dict:
    return list_of({"type": "string", "enum": list(kind.words)})


@schema_of.register
def _(kind: Reference) -> dict:
    # Which codes there are changes with the data, and this with the version alone; a slip is answered in words.
    code = {"type": "string", "minLength": 1, "maxLength": kind.extra["each"].max_length}
    return list_of(code, kind.extra.get("most", MOST_VALUES))


@schema_of.register
def _(kind: CommaList) -> dict:
    return list_of({"type": "string", "minLength": 1, "maxLength": kind.extra["each"].max_length})


@schema_of.register
def _(kind: Numbers) -> dict:
    each: CountField = kind.extra["each"]
    return list_of({"type": "integer", "minimum": each.min_value, "maximum": each.max_value})


PARTS = {
    "address": "A figure’s address: its statement’s key, “#”, and its field; write “#” as %23.",
    "cip": "The field of study in CIP: four digits.",
    "code": "The code, as its list gives it.",
    "industry": "The industry’s code; 000000 for all together.",
    "job": "A career’s slug, or an occupation’s code.",
    "key": "What identifies the row, as its list gives it.",
    "level": "The level of the award.",
    "measure": "The measure of the study.",
    "number": "The number.",
    "place": "The place’s code.",
    "release": "The release, as releases/ names it.",
    "school": "The school’s number in IPEDS.",
    "slug": "The short name, as its list gives it.",
    "source": "The source, as sources/ names it.",
    "unit_id": "The school’s number in IPEDS.",
    "variant": "The variant of the measure.",
}
"""What each part of an address means."""


def described_part(name: str) -> dict:
    return {"description": PARTS[name]}


def list_of(items: dict, most: int = MOST_VALUES) -> dict:
    return {"type": "array", "items": items, "minItems": 1, "maxItems": most, "uniqueItems": True}

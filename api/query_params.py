from collections.abc import Collection, Iterator

from django.db.models import QuerySet
from django.http import QueryDict
from django_filters import Filter

from api.errors import BadRequest
from api.paging.parameters import Kept
from api.serializers.base import Chosen
from explore.filters.base import Filters
from explore.filters.kinds import Choices, CommaList
from explore.filters.problems import Problem, shown

ONLY_THESE = "Only these fields, and those of include; a row then lacks others that the schema requires."


class Names(Kept, Choices):
    """Names of fields, between commas."""


def asking(filters: type[Filters], **parameters: Filter) -> type[Filters]:
    return type(f"{filters.__name__}Asking", (filters,), parameters)


def choosing(serializer: type[Chosen]) -> dict[str, Names]:
    """`fields`, and `include` for optional fields."""
    names = serializer().fields
    more = [(name, name) for name in serializer.optional]
    chosen = {"fields": Names(words=[(name, name) for name in names], help_text=ONLY_THESE)}
    return chosen | ({"include": Names(words=more, help_text="These fields as well.")} if more else {})


def read(parameters: type[Filters], params: QueryDict, rows: QuerySet | None) -> Filters:
    """Raises BadRequest with every problem. Unknown codes beside known ones are none."""
    filters = parameters(_with_included(parameters, params), rows)
    missed = {problem.parameter for problem in filters.problems if problem.code == "required"}
    careless = [problem for problem in _careless(filters, params) if problem.parameter not in missed]
    strays = filters.strays
    refused = [problem for problem in filters.problems if problem not in strays]
    if problems := [*refused, *careless, *unknown(params, parameters.base_filters)]:
        raise BadRequest([*strays, *problems])
    return filters


def _with_included(parameters: type[Filters], params: QueryDict) -> QueryDict:
    """An optional field that `fields` names is included."""
    optional = parameters.base_filters.get("include")
    given = ",".join(params.getlist("fields")).split(",")
    if not optional or not (named := [name for name in map(str.strip, given) if name in optional.words]):
        return params
    included = params.copy()
    included["include"] = ",".join(
        dict.fromkeys([*filter(None, ",".join(params.getlist("include")).split(",")), *named])
    )
    return included


def _careless(filters: Filters, params: QueryDict) -> Iterator[Problem]:
    """Empty and repeated values, which pages accept. Generated clients write a list as a repeated parameter."""
    for name, kind in filters.filters.items():
        values = params.getlist(name)
        is_list = isinstance(kind, CommaList)
        asked = [",".join(values)] if is_list and values else values
        if slips := list(filter(None, (_slip(value, is_list=is_list) for value in asked))):
            yield Problem(name, *slips[0])


def _slip(value: str, *, is_list: bool) -> tuple[str, str] | None:
    parts = [part.strip() for part in (value.split(",") if is_list else [value])]
    if not all(parts):
        return "empty", "Give it a value, or leave it out."
    if len(set(parts)) < len(parts):
        return "repeated_value", "Name each value once."
    return None


def unknown(params: QueryDict, parameters: Collection[str]) -> Iterator[Problem]:
    known = ", ".join(parameters)
    for name in params:
        if name not in parameters:
            yield Problem(name, "unknown_parameter", f"{shown(name)} is no parameter here. Known are: {known}.")

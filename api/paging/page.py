from dataclasses import dataclass

from django.http import QueryDict
from rest_framework.request import Request


@dataclass(frozen=True, slots=True)
class ListPage:
    rows: list
    envelope: dict


def edition_shown(request: Request) -> dict[str, int]:
    """Of the answer, for a cursor to go on in; empty before the first."""
    edition = request.parser_context["view"].edition
    return {"edition": edition.number} if edition else {}


def with_parameters(request: Request, **changes: object) -> str:
    parameters = QueryDict(request.META.get("QUERY_STRING", ""), mutable=True)
    for name, value in changes.items():
        parameters[name] = value
    return request.build_absolute_uri(f"{request.path}?{parameters.urlencode()}")

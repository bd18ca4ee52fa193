from collections.abc import Iterator, Sequence

from rest_framework.exceptions import NotFound
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from api.errors import BadRequest
from api.pinning import HELP, NAME, number_asked
from api.query_params import unknown
from api.serializers.comparisons import ComparisonSerializer
from api.views.base import BaseView
from explore.compare import MOST, compare
from explore.filters.problems import Problem
from explore.side_by_side import documents_of, rows_of

FEWEST = 2
LONGEST_NAME = 120


class Compare(BaseView):
    """Careers and occupations side by side: differences, agreements, and what cannot be compared."""

    renderer_classes = [JSONRenderer]
    serializer = ComparisonSerializer
    is_list = False

    @property
    def described(self) -> list[dict]:
        return [
            {
                "name": "item",
                "in": "query",
                "required": True,
                "description": "A career’s slug, or an occupation’s code; two to four of them, each as item=…",
                "schema": {
                    "type": "array",
                    "items": {"type": "string", "minLength": 1, "maxLength": LONGEST_NAME},
                    "minItems": FEWEST,
                    "maxItems": MOST,
                    "uniqueItems": True,
                },
                "style": "form",
                "explode": True,
            },
            {"name": NAME, "in": "query", "description": HELP, "schema": {"type": "integer", "minimum": 1}},
        ]

    def answer(self, request: Request) -> Response:
        names = request.query_params.getlist("item")
        comparison = compare(names)
        misread = [*unknown(request.query_params, ["item", NAME]), *_misread_edition(request), *_careless(names)]
        if problems := [*misread, *comparison.problems]:
            raise BadRequest(problems)
        shown = {
            "items": comparison.items,
            "rows": rows_of(documents_of(comparison.items)),
            "groups": comparison.groups,
        }
        return Response(ComparisonSerializer(shown, context={"request": request}).data)


def _misread_edition(request: Request) -> Iterator[Problem]:
    """Raises NotFound for a number beyond all editions."""
    text = request.query_params.get(NAME)
    if text is None or number_asked(request):
        return
    if text.isascii() and text.isdecimal() and text.strip("0"):
        raise NotFound("There is no edition of so high a number.")
    yield Problem(NAME, "invalid", "An edition is a number, such as 12.")


def _careless(names: Sequence[str]) -> Iterator[Problem]:
    if not FEWEST <= len(names) <= MOST:
        text = f"Name {FEWEST} to {MOST} items, each as item=…: a career’s slug, or an occupation’s code."
        yield Problem("item", "too_few" if len(names) < FEWEST else "too_many", text)
    if not all(name.strip() for name in names):
        yield Problem("item", "empty", "Give it a value, or leave it out.")

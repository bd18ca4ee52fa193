from collections.abc import Iterator

from django.http import QueryDict
from django.urls import reverse
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from api.errors import BadRequest
from api.query_params import unknown
from api.serializers.readiness import ReadinessAnswer, ReadinessSerializer
from api.views.base import BaseView
from careers.models import Career
from explore.filters.problems import Problem, shown
from explore.readiness import asked_of, judge, read_answers
from explore.readiness.economics import of_answers
from explore.readiness.reading import (
    MOST_MONTHS,
    MOST_OVER,
    MOST_PAY,
    MOST_RUNGS,
    MOST_YEARS,
    NAMED,
    SINGLE,
)

PARAMETERS = ("career", "has[…]", "credential", *SINGLE, "cost[…]", "months[…]", "earns[…]")
CODE = {"minLength": 1, "maxLength": 120}


class ReadinessView(BaseView):
    """How ready you are for a career, from the answers in the address. Nothing is stored."""

    no_editions = "Readiness is calculated from what is public now."
    renderer_classes = [JSONRenderer]
    serializer = ReadinessSerializer
    is_list = False
    is_everyones = False

    @property
    def described(self) -> list[dict]:
        return [
            _described("career", "The career’s slug.", CODE) | {"required": True},
            _by_name(
                "has",
                "How well, by a skill’s slug, a requirement’s key or an O*NET code, as has[epic]=2: 0 not yet, 1 with "
                "help, 2 alone. What is left out stays open, and so does the score.",
                {"type": "string", "enum": ["0", "1", "2"]},
            ),
            _described(
                "credential",
                "Credentials one has, each as credential=…; none where there are none.",
                {"type": "array", "items": {"type": "string"} | CODE, "uniqueItems": True},
            )
            | {"style": "form", "explode": True},
            _described("education", "The slug of the highest award finished, or none.", CODE),
            _number("years", "Whole years in the work.", MOST_YEARS),
            _number("pay", "Pay one would like, US dollars a year.", MOST_PAY),
            _number("now", "Pay one has now, US dollars a year, for the sums.", MOST_PAY),
            _number("over", "Over how many years the sums go: 10 unless told.", MOST_OVER, least=1),
            _described("study", "“full” if one does not work while studying.", {"enum": ["full", "beside"]}),
            _number(
                "rung", "The rung one wants to stand on, from the lowest (1, unless told) up.", MOST_RUNGS, least=1
            ),
            _by_name("cost", "What a way to qualify costs, US dollars, by its ID.", _whole(MOST_PAY)),
            _by_name("months", "How many months a way to qualify takes, likewise.", _whole(MOST_MONTHS)),
            _by_name("earns", "What a rung pays, US dollars a year, by its position, likewise.", _whole(MOST_PAY)),
            _described("by", "“record” to count by O*NET’s ratings instead of guides.", {"enum": ["guide", "record"]}),
        ]

    def answer(self, request: Request) -> Response:
        """Raises BadRequest with every problem."""
        params = request.query_params
        answers = read_answers(params)
        career = Career.objects.filter(slug=slug).first() if _is_slug(slug := params.get("career", "")) else None
        problems = [
            *_of_career(params, career),
            *_unknown(params),
            *_empty(params),
            *answers.problems,
        ]
        if problems or career is None:
            raise BadRequest(problems)
        requirements = answers.inputs.into(asked_of(career, by=answers.by, rung=answers.rung))
        rest = params.copy()
        rest.pop("career")
        page = f"{reverse('readiness', args=[career.slug])}{'?' if rest else ''}{rest.urlencode()}"
        result = judge(requirements, answers.having)
        answer = ReadinessAnswer(
            career, result, of_answers(requirements, answers), answers.not_asked(requirements), page
        )
        return Response(ReadinessSerializer(answer, context={"request": request}).data)


def _described(name: str, description: str, schema: dict) -> dict:
    return {"name": name, "in": "query", "description": description, "schema": {"type": "string"} | schema}


def _by_name(name: str, description: str, each: dict) -> dict:
    """A parameter repeated by name: has[epic]=2."""
    schema = {"type": "object", "additionalProperties": each}
    return _described(name, description, schema) | {"style": "deepObject", "explode": True}


def _number(name: str, description: str, most: int, least: int = 0) -> dict:
    return _described(name, description, _whole(most, least))


def _whole(most: int, least: int = 0) -> dict:
    return {"type": "integer", "minimum": least, "maximum": most}


def _is_slug(text: str) -> bool:
    return text.replace("-", "").replace("_", "").isascii() and text.replace("-", "").replace("_", "").isalnum()


def _of_career(params: QueryDict, career: Career | None) -> Iterator[Problem]:
    named = params.getlist("career")
    if len(named) > 1:
        yield Problem("career", "repeated", "Give it once; it takes one value.")
    elif not named or not named[0]:
        yield Problem("career", "required", "Name the career by its slug.")
    elif career is None:
        yield Problem("career", "unknown_value", f"There is no career {shown(named[0])}.")


def _unknown(params: QueryDict) -> Iterator[Problem]:
    named = params.copy()
    for name in [name for name in named if NAMED.fullmatch(name)]:
        del named[name]
    return unknown(named, PARAMETERS)


def _empty(params: QueryDict) -> Iterator[Problem]:
    for name in params:
        if name != "career" and not all(value.strip() for value in params.getlist(name)):
            yield Problem(name, "empty", "Give it a value, or leave it out.")

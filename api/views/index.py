from django.urls import reverse
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from api.errors import BadRequest
from api.query_params import unknown
from api.serializers.index import IndexSerializer
from api.views.base import BaseView
from api.views.guide_parts import PARTS
from facts.kinds import kinds

BEFORE_STATEMENTS = ("jobs", "careers", "occupations")
AFTER_STATEMENTS = (
    "requirements",
    *PARTS,
    "credentials",
    "skills",
    "places",
    "industries",
    "correspondences",
    "sources",
    "schools",
    "releases",
    "editions",
    "changes",
    "corrections",
    "disagreements",
    "rank-disagreements",
    "fact-checks",
    "claims",
    "figures",
    "search",
    "compare",
)


def list_names() -> tuple[str, ...]:
    return (*BEFORE_STATEMENTS, *(kind.slug for kind in kinds()), *AFTER_STATEMENTS)


class Index(BaseView):
    """What there is: every list by name, the documentation and the schema."""

    renderer_classes = [JSONRenderer]
    serializer = IndexSerializer
    is_list = False
    described = ()

    def answer(self, request: Request) -> Response:
        if problems := list(unknown(request.query_params, [])):
            raise BadRequest(problems)

        def at(name: str) -> str:
            return request.build_absolute_uri(reverse(name))

        return Response(
            {
                "edition": self.edition.number if self.edition else 0,
                "documentation": at("api:docs"),
                "schema": at("api:schema"),
                "download": at("download"),
                "lists": {name: at(f"api:{name}") for name in list_names()},
            }
        )

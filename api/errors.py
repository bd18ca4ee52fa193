"""Errors as RFC 9457 problem documents."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import cast

from django.core.exceptions import SuspiciousOperation
from django.urls import reverse
from drf_standardized_errors.formatter import ExceptionFormatter
from drf_standardized_errors.handler import ExceptionHandler
from rest_framework.exceptions import APIException, ParseError
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from api.kept_addresses import with_host
from explore.filters.problems import Problem
from explore.removed import RemovedRow
from facts.db_outage import RETRY_AFTER, is_away
from facts.models import Release

MEDIA_TYPE = "application/problem+json"
LONGEST_NAME = 60
MOST_LISTED = 100


class BadRequest(APIException):
    status_code = HTTPStatus.BAD_REQUEST
    default_code = "bad_request"

    def __init__(self, problems: Sequence[Problem]):
        super().__init__("Something in the request makes no sense; see errors.")
        self.problems = problems[:MOST_LISTED]


class Gone(APIException):
    """The row was removed; `removed` is what is said of it."""

    status_code = HTTPStatus.GONE
    default_code = "gone"

    def __init__(self, detail: str, removed: dict):
        super().__init__(detail)
        self.removed = removed


class Unavailable(APIException):
    """`wait` becomes Retry-After."""

    status_code = HTTPStatus.SERVICE_UNAVAILABLE
    default_code = "unavailable"
    default_detail = f"The data are out of reach just now. Ask again in {RETRY_AFTER} seconds."
    wait = RETRY_AFTER


def gone(removed: RemovedRow, request: Request) -> Gone:
    change, edition = removed.change, removed.edition
    told = {
        "title": change.title,
        "edition": edition.number,
        "removed_at": edition.published_at.isoformat().replace("+00:00", "Z"),
        "reason": edition.reason,
        "last": with_host(removed.document, request),
    }
    return Gone(f"“{change.title}” was removed with edition {edition.number}: {edition.reason}", told)


def withdrawn(release: Release) -> Gone:
    told = {
        "title": str(release),
        "edition": None,
        "removed_at": None,
        "reason": release.withdrawn_because,
        "last": None,
    }
    return Gone(f"{release} was withdrawn: {release.withdrawn_because}", told)


class ProblemFormatter(ExceptionFormatter):
    def run(self) -> dict:
        status = HTTPStatus(self.exc.status_code)
        removed = {"removed": self.exc.removed} if isinstance(self.exc, Gone) else {}
        return {
            "type": type_of(cast(Request, self.context["request"]), status),
            "title": status.phrase,
            "status": status.value,
            "detail": str(self.exc.detail),
            "errors": [listed(problem) for problem in self._problems()],
            **removed,
        }

    def _problems(self) -> Sequence[Problem]:
        if isinstance(self.exc, BadRequest):
            return self.exc.problems
        return [Problem("", str(self.exc.get_codes()), str(self.exc.detail))]


class ProblemHandler(ExceptionHandler):
    def convert_known_exceptions(self, exc: Exception) -> Exception:
        """Django's safety refusals, such as too many parameters, become 400."""
        if isinstance(exc, SuspiciousOperation):
            return ParseError("The request is not one that can be read.")
        return Unavailable() if is_away(exc) else super().convert_known_exceptions(exc)

    def report_exception(self, exc: APIException, response: Response) -> None:
        """Report our faults, but not a database outage."""
        if not isinstance(exc, Unavailable):
            super().report_exception(exc, response)

    def get_response(self, exc: APIException, data: dict) -> Response:
        request = self.context["request"]
        request.accepted_renderer, request.accepted_media_type = JSONRenderer(), MEDIA_TYPE
        return Response(data, status=exc.status_code, headers=self.get_headers(exc), content_type=MEDIA_TYPE)


def type_of(request: Request, status: HTTPStatus) -> str:
    """The address of a page about the status, which answers."""
    return request.build_absolute_uri(reverse("api:problem", args=[status.phrase.lower().replace(" ", "-")]))


def listed(problem: Problem) -> dict[str, str | None]:
    name = problem.parameter[:LONGEST_NAME] or None
    return {"parameter": name, "code": problem.code, "message": problem.message}

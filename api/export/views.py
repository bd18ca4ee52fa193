from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.dateparse import parse_datetime
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from rest_framework.exceptions import NotFound
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from api.edition import current_edition
from api.errors import BadRequest, Gone, Unavailable
from api.export.build import BESIDE, WHOLE
from api.export.file_response import FileSpanResponse
from api.export.ranges import Span, Unsatisfiable, span_of
from api.export.sets import FileOfSet, FileSet, all_sets, newest_set, read_set_of, was_let_go
from api.pinning import NAME
from api.pinning import NUMBER as EDITION
from api.query_params import unknown

A_DAY = 86_400
FOR_EVERYONE = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Accept-Ranges, Content-Range, ETag, Last-Modified, Rungs-Edition",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-Modified-Since, If-None-Match, If-Range, Range",
    "Access-Control-Max-Age": str(A_DAY),
}
FORMER = {"zip": "rungs-csv.zip", "ndjson": "rungs.ndjson.gz"}
"""Under `rungs-edition-3.zip` an edition's files were once made for whoever asked."""


class NotMadeYet(Unavailable):
    default_detail = "The files of this site are being made for the first time. Ask again in a minute."
    wait = 60


@require_safe
def index(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """Kept by nobody, as sets come between editions. `?edition=3` leads to the files of edition 3."""
    if number is None and EDITION.fullmatch(asked := request.GET.get(NAME, "")):
        return HttpResponseRedirect(reverse("download-edition", args=[int(asked)]))
    sets, edition = all_sets(), current_edition()
    shown = next((each for each in sets if number in (None, each.edition)), None)
    if shown is None and number is not None:
        raise Http404(_words(number))
    context = {
        "sets": sets,
        "shown": shown,
        "current": edition,
        "is_behind": bool(shown and edition and number is None and shown.edition != edition.number),
        "wholes": [shown.named(name) for name in (*WHOLE, *BESIDE)] if shown else (),
        "tables": [file for file in shown.files if file.rows is not None] if shown else (),
    }
    response = render(request, "api/download.html", context)
    patch_cache_control(response, private=True, max_age=0)
    return response


class _FileView(APIView):
    renderer_classes = [JSONRenderer]
    http_method_names = ["get", "head", "options"]
    schema = None

    def get(self, request: Request, *, name: str, **address: Any) -> HttpResponseBase:
        if problems := list(unknown(request.query_params, [])):
            raise BadRequest(problems)
        return self.answer(request, name=name, **address)

    def answer(self, request: Request, **address: Any) -> HttpResponseBase:
        raise NotImplementedError

    def options(self, request: Request, **address: Any) -> Response:
        return Response(status=204, headers=PREFLIGHT)

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().finalize_response(request, response, *args, **kwargs)
        for header, value in FOR_EVERYONE.items():
            response[header] = value
        response.headers.setdefault("Cache-Control", "no-cache")
        return response


class SetFile(_FileView):
    """One file of an edition’s set, whole or a range of it."""

    def answer(self, request: Request, *, name: str, number: int) -> HttpResponseBase:
        """Raises NotFound, or Gone for a set that was let go."""
        found = read_set_of(number)
        if found is None and was_let_go(number):
            raise Gone(_words(number), _told(number))
        if found is None:
            raise NotFound(_words(number))
        file = found.named(name)
        if file is None:
            raise NotFound(f"Edition {number} has no file of this name.")
        return _sent(request, found, file)


class Latest(_FileView):
    """Leads to the file of the newest set."""

    def answer(self, request: Request, *, name: str) -> HttpResponseBase:
        newest = newest_set()
        if newest is None:
            raise NotMadeYet
        if newest.named(name) is None:
            raise NotFound(f"No file of this name is made; {reverse('download')} names those there are.")
        return HttpResponseRedirect(reverse("download-file", args=[newest.edition, name]))


class Former(_FileView):
    def answer(self, request: Request, *, name: str) -> HttpResponseBase:
        number, _, form = name.removeprefix("rungs-edition-").partition(".")
        if not name.startswith("rungs-edition-") or form not in FORMER or not (number.isascii() and number.isdigit()):
            raise NotFound(f"There is no such file; {reverse('download')} names those there are.")
        return HttpResponsePermanentRedirect(reverse("download-file", args=[int(number), FORMER[form]]))


def _sent(request: Request, found: FileSet, file: FileOfSet) -> HttpResponseBase:
    made = int(parse_datetime(found.made_at).timestamp())  # type: ignore[union-attr]  # we wrote it
    headers = {
        "ETag": f'"{file.sha256[:32]}"',
        "Last-Modified": http_date(made),
        "Cache-Control": f"public, max-age={A_DAY}",
        "Accept-Ranges": "bytes",
        "Rungs-Edition": str(found.edition),
        "Content-Disposition": f'{_disposition(file)}; filename="{_file_name(found, file)}"',
    }
    unchanged = get_conditional_response(request, headers["ETag"], made)
    response = unchanged if unchanged is not None else _whole_or_part(request, found, file, headers)
    for header, value in headers.items():
        response[header] = value
    return response


def _whole_or_part(request: Request, found: FileSet, file: FileOfSet, headers: dict[str, str]) -> HttpResponseBase:
    asked, since = request.headers.get("Range", ""), request.headers.get("If-Range", "")
    if request.method != "GET" or (since and since not in (headers["ETag"], headers["Last-Modified"])):
        asked = ""
    try:
        span = span_of(asked, file.bytes)
    except Unsatisfiable:
        status = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
        return HttpResponse(status=status, headers={"Content-Range": f"bytes */{file.bytes}"})
    status, sent = (HTTPStatus.PARTIAL_CONTENT, span) if span else (HTTPStatus.OK, Span(0, file.bytes))
    response = FileSpanResponse(found.folder / file.path, sent, status=status, content_type=file.media_type)
    if span:
        response["Content-Range"] = f"bytes {span.start}-{span.end - 1}/{file.bytes}"
    return response


def _disposition(file: FileOfSet) -> str:
    return "inline" if file.path in BESIDE else "attachment"


def _file_name(found: FileSet, file: FileOfSet) -> str:
    """For example "rungs-edition-3-csv.zip", or "rungs-edition-3-wages.parquet"."""
    name = file.path.rpartition("/")[2]
    return f"rungs-edition-{found.edition}{name.removeprefix('rungs') if name.startswith('rungs') else f'-{name}'}"


def _words(number: int) -> str:
    kept = ", ".join(str(each.edition) for each in all_sets()) or "none yet"
    return f"No files are kept of edition {number}. Editions with files: {kept}."


def _told(number: int) -> dict:
    reason = "Files are kept of the newest editions, and of those that an editor keeps."
    return {"title": f"Files of edition {number}", "edition": None, "removed_at": None, "reason": reason, "last": None}

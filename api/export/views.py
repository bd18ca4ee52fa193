from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from rest_framework.exceptions import NotFound
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request

from api.edition import current_edition
from api.errors import BadRequest
from api.export.files import FORMS
from api.export.tables import tables
from api.query_params import unknown
from api.views.base import BaseView


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    edition = current_edition()
    names = {form.name: form.file_name(edition) for form in FORMS.values()}
    return render(request, "api/download.html", {"names": names, "tables": tables()})


class Download(BaseView):
    """A streamed file of everything. Only the current edition has one."""

    renderer_classes = [JSONRenderer]
    schema = None

    def answer(self, request: Request, name: str) -> HttpResponseBase:
        """Raises NotFound for any other edition's name."""
        if problems := list(unknown(request.query_params, [])):
            raise BadRequest(problems)
        form = next((form for form in FORMS.values() if form.file_name(self.edition) == name), None)
        if form is None:
            raise NotFound(
                f"There is no such file. {request.build_absolute_uri(reverse('download'))} names those there are."
            )
        pieces = form.make(self.edition, {"request": request})
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return StreamingHttpResponse(pieces, content_type=form.media_type, headers=headers)

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.http import Http404, HttpResponse

from documents.citations import FORMS, Citation, CitationForm, cite
from facts.figure import Figure
from facts.models import Edition


def cite_all(figures: Iterable[Figure], path: str, edition: Edition | None) -> list[Citation]:
    page = settings.SITE_URL.rstrip("/") + path
    return [cite(figure, page, edition) for figure in figures]


def as_file(citations: list[Citation], form: str, name: str) -> HttpResponse:
    """`form` is one of FORMS. Raises Http404 for others, or without anything to cite."""
    if form not in FORMS or not citations:
        raise Http404(f"“{name}” cannot be cited as “{form}” here. Known are: {', '.join(FORMS)}.")
    wanted = FORMS[form]
    headers = {"Content-Disposition": f'attachment; filename="rungs-{name}.{form}"'}
    return HttpResponse(wanted.write(citations), content_type=wanted.media_type, headers=headers)


def files_beside(address: str) -> Iterator[tuple[str, CitationForm]]:
    page, mark, query = address.partition("?")
    for ending, form in FORMS.items():
        yield f"{page}cite.{ending}{mark}{query}", form

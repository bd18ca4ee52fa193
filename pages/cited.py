"""What a page says of citing its figures, and the files it offers for it."""

from collections.abc import Iterable, Iterator

from django.conf import settings
from django.http import Http404, HttpResponse

from documents.citations import FORMS, Citation, CitationForm, cite
from facts.figure import Figure
from facts.models import Edition


def cite_all(figures: Iterable[Figure], path: str, edition: Edition | None) -> list[Citation]:
    """The citations of figures that stand on the page at `path`."""
    page = settings.SITE_URL.rstrip("/") + path
    return [cite(figure, page, edition) for figure in figures]


def as_file(citations: list[Citation], form: str, name: str) -> HttpResponse:
    """The citations as a file for reference managers; `form` is one of FORMS.

    Raises Http404 where there is no such form, or nothing to cite.
    """
    if form not in FORMS or not citations:
        raise Http404(f"“{name}” cannot be cited as “{form}” here. Known are: {', '.join(FORMS)}.")
    wanted = FORMS[form]
    headers = {"Content-Disposition": f'attachment; filename="rungs-{name}.{form}"'}
    return HttpResponse(wanted.write(citations), content_type=wanted.media_type, headers=headers)


def files_beside(address: str) -> Iterator[tuple[str, CitationForm]]:
    """Where each form of a page's citations is, by the page's own address."""
    page, mark, query = address.partition("?")
    for ending, form in FORMS.items():
        yield f"{page}cite.{ending}{mark}{query}", form

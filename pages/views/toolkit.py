from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from careers.models import Career
from documents.toolkit import KINDS, read_kit, write
from documents.toolkit.markdown import as_markdown
from documents.toolkit.reading import Kit
from documents.toolkit.word import as_docx
from explore.filters.problems import shown
from facts.footing import rest_on_rows
from pages.lists import Misread

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMATS = {
    "md": ("text/markdown; charset=utf-8", lambda document: as_markdown(document).encode()),
    "docx": (DOCX, as_docx),
}


@require_safe
def toolkit(request: HttpRequest, slug: str) -> HttpResponse:
    """`?rung=2`; `?pay=1` adds pay."""
    kit, off = _kit(request, slug)
    with_pay = request.GET.get("pay") == "1"
    context = {
        "kit": kit,
        "career": kit.career,
        "documents": [] if kit.is_empty else [write(kind, kit, with_pay=with_pay) for kind in KINDS],
        "with_pay": with_pay,
        "misread": off,
    }
    return render(request, "pages/toolkit.html", context)


@require_safe
def document(request: HttpRequest, slug: str, kind: str, form: str) -> HttpResponse:
    if kind not in KINDS or form not in FORMATS:
        raise Http404("There is no such document here.")
    kit, _ = _kit(request, slug)
    if kit.is_empty:
        raise Http404("No guide here says what such a document could be made from.")
    content_type, make = FORMATS[form]
    made = make(write(kind, kit, with_pay=request.GET.get("pay") == "1"))
    rung = f"-{kit.rung.position}" if kit.rung else ""
    headers = {"Content-Disposition": f'attachment; filename="{slug}{rung}-{kind}.{form}"'}
    return HttpResponse(made, content_type=content_type, headers=headers)


def _kit(request: HttpRequest, slug: str) -> tuple[Kit, list[Misread]]:
    career = Career.objects.select_related("field").filter(slug=slug).first()
    if career is None:
        raise Http404(f"There is no career “{slug}” here.")
    rest_on_rows(request, slug)
    asked = request.GET.get("rung", "")
    position = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 4 else None
    kit = read_kit(career, position)
    is_known = not asked or (kit.rung is not None and kit.rung.position == position)
    off = [] if is_known else [Misread.of("Rung", asked, f"The ladder here has no rung {shown(asked)}.")]
    return kit, off

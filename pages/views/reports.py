from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from editorial import reporting
from editorial.models import Report
from editorial.reporting import Subject, TooManyReports
from facts.client_ip import address_of
from pages.reporting import NOTHING_THERE, ReportForm, subject_at

FORM = "application/x-www-form-urlencoded"
BAD_REQUEST, TOO_MANY = 400, 429


@csrf_exempt  # it sets no cookie and knows nobody, so there is nobody in whose name another site could ask
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    return _received(request) if request.method == "POST" else _asked(request)


@never_cache
@require_safe
def ticket(request: HttpRequest, ticket: str) -> HttpResponse:
    """Shows nothing that the reader wrote."""
    reports = Report.objects.select_related("draft__edition", "edition")
    page = render(request, "pages/report-ticket.html", {"report": get_object_or_404(reports, ticket=ticket)})
    page["Referrer-Policy"] = "no-referrer"
    return page


def _asked(request: HttpRequest) -> HttpResponse:
    subject = subject_at(request.GET.get("about", ""))
    if subject is None:
        raise Http404(NOTHING_THERE)
    return _page(request, ReportForm(initial={"about": subject.page}), subject)


@never_cache
def _received(request: HttpRequest) -> HttpResponse:
    if strange := _strange(request):
        return _page(request, ReportForm(), None, [("", words) for words in strange], BAD_REQUEST)
    form = ReportForm(request.POST)
    if not form.is_valid() or form.subject is None:
        return _page(request, form, form.subject, form.problems, BAD_REQUEST)
    said = {name: form.cleaned_data[name] for name in ("wrong", "should_be", "says_where")}
    try:
        made = reporting.report(form.subject, **said, address=address_of(request))
    except TooManyReports as many:
        page = _page(request, form, form.subject, [("", f"{many} {_wait(many.seconds)}")], TOO_MANY)
        page["Retry-After"] = str(many.seconds)
        return page
    return HttpResponseRedirect(reverse("report-ticket", args=[made.ticket]))


def _strange(request: HttpRequest) -> list[str]:
    """How it was sent, whatever it says."""
    found = []
    if request.content_type != FORM:
        found.append(f"Send it as a form does, as {FORM}.")
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        found.append("It was sent from another site. Write it in the form here.")
    return found


def _wait(seconds: int) -> str:
    minutes = -(-seconds // 60)
    return f"What you wrote is still below: send it again in {minutes} minute{'' if minutes == 1 else 's'}."


def _page(
    request: HttpRequest,
    form: ReportForm,
    subject: Subject | None,
    problems: Sequence[tuple[str, str]] = (),
    status: int = 200,
) -> HttpResponse:
    context = {"form": form, "subject": subject, "problems": problems}
    return render(request, "pages/report.html", context, status=status)

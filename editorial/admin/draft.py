from collections.abc import Sequence
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from editorial.admin import draft_team
from editorial.admin.draft_team import number_in, team_context
from editorial.admin.drafted import OPENED, current_draft
from editorial.admin.list_filters import BySentBack, ByWhose
from editorial.admin.preview import preview
from editorial.admin.record import RecordAdmin
from editorial.admin.replacing import ReplacingAdmin
from editorial.drafting import DraftRefused, clashes_of, diff_of, may_publish, settling, workflow
from editorial.drafting.diff import digest
from editorial.models import Draft, Proposal, Report
from facts.models.history import REASON_LENGTH

MOST_AT_ONCE = 50
#: What is asked before it is done: the question, and what becomes of it.
ASKED = {
    "discard": ("Give this draft up?", "None of these changes will be published. They can still be read here."),
    "drop": ("Take this change out?", "What it says is lost. Copy what you still need."),
    "use-published": ("Use the published row?", "What you wrote of the new row is lost. Copy what you still need."),
}


class DraftAdmin(ReplacingAdmin, RecordAdmin):
    is_record = False  # it is worked in, if not through a form
    change_list_template = "admin/drafts.html"
    list_display = [
        "reason_or_none",
        "author",
        "how_far",
        "assignee",
        "changes",
        "touched_at",
        "submitted_at",
        "edition",
    ]
    list_filter = [ByWhose, BySentBack, "state", ("author", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ("author", "assignee", "edition")
    search_fields = ["reason", "proposals__title", "=author__username"]
    actions = ["review_together"]
    ordering = ["-touched_at"]

    def get_urls(self) -> list:
        act = self.admin_site.admin_view(require_POST(self._act))
        begin = self.admin_site.admin_view(require_POST(self._begin))
        review = self.admin_site.admin_view(self._review)
        return [
            path("review/", review, name="editorial_draft_review"),
            path("replace/", self.admin_site.admin_view(self.replace_view), name="editorial_draft_replace"),
            path("begin/", begin, name="editorial_draft_begin"),
            path("<int:number>/preview/", self.admin_site.admin_view(self._preview), name="editorial_draft_preview"),
            path("<int:number>/do/<slug:act>/", act, name="editorial_draft_act"),
            *super().get_urls(),
        ]

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(workflow.PUBLISH)

    @admin.display(description="why", ordering="reason", empty_value="not said yet")
    def reason_or_none(self, draft: Draft) -> Any:
        return draft.reason or None

    @admin.display(description="state", ordering="state")
    def how_far(self, draft: Draft) -> str:
        return draft.state_in_words

    @admin.display(description="changes")
    def changes(self, draft: Draft) -> Any:
        return draft.proposals.count()

    @admin.action(description="Publish together", permissions=["publish"])
    def review_together(self, request: HttpRequest, queryset: QuerySet) -> Any:
        if queryset.count() > MOST_AT_ONCE:
            raise BadRequest(f"At most {MOST_AT_ONCE} drafts are published together.")
        numbers = [("draft", draft.pk) for draft in queryset]
        return HttpResponseRedirect(reverse("admin:editorial_draft_review", query=numbers))

    # A draft's page -----------------------------------------------------------------------------------------------

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if request.method == "POST" or object_id is None:
            raise PermissionDenied
        draft = get_object_or_404(self._drafts(), pk=object_id if str(object_id).isdecimal() else 0)
        return self._page(request, [draft], title=str(draft), draft=draft)

    def _review(self, request: HttpRequest) -> Any:
        numbers = request.GET.getlist("draft")
        if not all(map(str.isdecimal, numbers)) or not 1 <= len(numbers) <= MOST_AT_ONCE:
            raise BadRequest("Name the drafts to be published together: ?draft=1&draft=2.")
        drafts = list(self._drafts().filter(pk__in=numbers).order_by("pk"))
        return self._page(request, drafts, title="Publish together", draft=None)

    def _page(self, request: HttpRequest, drafts: Sequence[Draft], *, title: str, draft: Draft | None) -> Any:
        if not self.has_view_permission(request):
            raise PermissionDenied
        changes = [(one, diff_of(one)) for one in drafts]
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "has_change_permission": False,
            "title": title,
            "draft": draft,
            "drafts": changes,
            "problems": sum(bool(change.problem) for _, diffs in changes for change in diffs),
            "clashes": any(map(clashes_of, drafts)),
            "digest": digest(drafts),
            "may_publish": bool(drafts)
            and all(one.state == Draft.State.WAITING and may_publish(request.user, one) for one in drafts),
            "is_mine": bool(draft) and draft.is_written_by(request.user),
            "is_worked_in": bool(draft) and draft == current_draft(request),
            "reason": "; ".join(dict.fromkeys(filter(None, map(_reason, drafts))))[:REASON_LENGTH],
            "guides": _guides(drafts),
        }
        context |= team_context(draft, request.user) if draft else {}
        return TemplateResponse(request, "admin/draft.html", context)

    def _drafts(self) -> Any:
        related = ("author", "publisher", "edition", "assignee")
        return Draft.objects.select_related(*related).prefetch_related("proposals")

    def _begin(self, request: HttpRequest) -> Any:
        if not (self.has_view_permission(request) and workflow.must_propose(request.user)):
            raise PermissionDenied
        draft = workflow.begin(by=request.user)
        self.message_user(request, "What you save from now on goes into this new draft.")
        return HttpResponseRedirect(draft.desk_url)

    def _preview(self, request: HttpRequest, number: int) -> Any:
        if not self.has_view_permission(request):
            raise PermissionDenied
        return preview(request, get_object_or_404(self._drafts().unfinished(), pk=number), request.GET.get("page", ""))

    # What may be done ---------------------------------------------------------------------------------------------

    def _ask(self, request: HttpRequest, draft: Draft, act: str) -> TemplateResponse:
        """What destroys asks first, and says what goes with it."""
        chosen = _chosen(request)
        changes = [change for change in diff_of(draft) if act == "discard" or change.proposal.pk == chosen]
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": ASKED[act][0],
            "words": ASKED[act][1],
            "draft": draft,
            "act": act,
            "chosen": chosen,
            "changes": changes,
            "reports": Report.objects.filter(draft=draft) if act == "discard" else [],
        }
        return TemplateResponse(request, "admin/draft-ask.html", context)

    def _act(self, request: HttpRequest, number: int, act: str) -> Any:
        draft = get_object_or_404(self._drafts(), pk=number)
        if not self.has_view_permission(request):
            raise PermissionDenied
        if act not in _ACTS:
            raise Http404("There is no such thing to be done with a draft.")
        if act in ASKED and "sure" not in request.POST:
            return self._ask(request, draft, act)
        try:
            answer = _ACTS[act](draft, request)
        except DraftRefused as refused:
            self.message_user(request, str(refused), messages.ERROR)
            return HttpResponseRedirect(draft.desk_url)
        if isinstance(answer, HttpResponse):
            return answer
        self.message_user(request, answer)
        return HttpResponseRedirect(draft.desk_url)


def _hand_in(draft: Draft, request: HttpRequest) -> Any:
    workflow.hand_in(draft, by=request.user, reason=request.POST.get("reason", ""))
    return "It waits for a publisher now."


def _take_back(draft: Draft, request: HttpRequest) -> Any:
    workflow.take_back(draft, by=request.user)
    return "It is open again."


def _discard(draft: Draft, request: HttpRequest) -> Any:
    workflow.discard(draft, by=request.user)
    return "It is given up. What it proposed can still be read here."


def _work_in(draft: Draft, request: HttpRequest) -> Any:
    workflow.work_in(draft, by=request.user)
    return "What you save from now on goes into this draft."


def _send_back(draft: Draft, request: HttpRequest) -> Any:
    workflow.send_back(draft, by=request.user, words=request.POST.get("words", ""))
    return "It is with its author again."


def _drop(draft: Draft, request: HttpRequest) -> Any:
    settling.drop(draft, _chosen(request), by=request.user)
    return "That change is taken out."


def _use_published(draft: Draft, request: HttpRequest) -> Any:
    settling.use_published(draft, _chosen(request), by=request.user)
    return "The published row is used in its place."


def _open(draft: Draft, request: HttpRequest) -> Any:
    workflow.work_in(draft, by=request.user)
    proposal = draft.proposals.filter(pk=_chosen(request)).first()
    if proposal is None or proposal.kind == Proposal.Kind.REMOVED:
        raise DraftRefused("There is no such change in it any more.")
    is_new = proposal.kind == Proposal.Kind.CREATED
    name = f"admin:{proposal.model.replace('.', '_')}_{'add' if is_new else 'change'}"
    url = reverse(name, args=[] if is_new else [proposal.row], query={OPENED: proposal.pk})
    return HttpResponseRedirect(url)


def _chosen(request: HttpRequest) -> int:
    return number_in(request, "proposal")


def _settle(draft: Draft, request: HttpRequest) -> Any:
    left = settling.settle(draft, request.POST.dict(), by=request.user)
    return f"{left} to be settled." if left else "Everything is settled."


def _publish(draft: Draft, request: HttpRequest) -> Any:
    numbers = [number for number in request.POST.getlist("draft") if number.isdecimal()][:MOST_AT_ONCE]
    drafts = list(Draft.objects.filter(pk__in=numbers))
    if draft not in drafts:
        raise DraftRefused("Name the drafts to be published.")
    seen, reason = request.POST.get("digest", ""), request.POST.get("reason", "")
    edition = workflow.publish(drafts, by=request.user, reason=reason, seen=seen)
    return format_html('Readers see it now: <a href="{}">{}</a>.', edition.get_absolute_url(), edition)


_ACTS = {
    "hand-in": _hand_in,
    "take-back": _take_back,
    "discard": _discard,
    "work-in": _work_in,
    "send-back": _send_back,
    "drop": _drop,
    "use-published": _use_published,
    "open": _open,
    "settle": _settle,
    "publish": _publish,
    **draft_team.ACTS,
}


def _guides(drafts: Sequence[Draft]) -> list[tuple[str, str, bool]]:
    """Slug and name of each career, and whether more is said of it than that it goes."""
    written: dict[str, bool] = {}
    for proposal in (proposal for one in drafts for proposal in one.proposals.all() if proposal.career_slug):
        slug = proposal.career_slug
        written[slug] = written.get(slug, False) or proposal.kind != Proposal.Kind.REMOVED
    return [(slug, slug.replace("-", " ").capitalize(), written[slug]) for slug in sorted(written)]


def _reason(draft: Draft) -> Any:
    return draft.reason or "; ".join(dict.fromkeys(proposal.why for proposal in draft.proposals.all() if proposal.why))

"""The page of a guide at the desk: read, written as one types, and taken down and up as a file."""

from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import BadRequest, PermissionDenied
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from careers.admin.guide_page.page import GuidePage, PartsRefused
from careers.admin.guide_page.part_kind import part_kinds
from careers.admin.guide_page.references import SHOWN, key_text, rows_like
from careers.models import Career
from editorial.admin.curated import CuratedAdmin
from editorial.admin.drafted import current_draft, shown_as_drafted
from editorial.admin.kept import kept_for
from editorial.admin.why import WhyForm
from editorial.drafting import must_propose
from editorial.drafting.drafted_rows import drafted_version
from editorial.models import Draft, Proposal, TakenForm
from facts.actions import Publication
from facts.markdown import render
from facts.models import Source

AUTO, ADD, MOVE, PREVIEW = "_auto", "_add", "_move", "_preview"
#: How many new parts a page without scripts gets at once.
MORE_AT_ONCE = 3
MOST_MARKDOWN = 20_000


class GuidePageAdmin(CuratedAdmin):
    def get_urls(self) -> list:
        views: dict[str, tuple[Callable, str]] = {
            "<int:number>/guide/<int:source>/": (self.guide_view, "guide"),
            "<int:number>/guide/": (self.guides_view, "guides"),
            "guide/of/<slug:slug>/": (self.guides_of_view, "guides_of"),
            "guide/names/": (self.names_view, "names"),
            "guide/preview/": (self.markdown_view, "markdown"),
        }
        wrap = self.admin_site.admin_view
        own = [path(route, wrap(view), name=f"careers_career_{name}") for route, (view, name) in views.items()]
        return [*own, *super().get_urls()]

    # The page -----------------------------------------------------------------------------------------------------

    def guide_view(self, request: HttpRequest, number: int, source: int) -> Any:
        if not self.has_change_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return shown_as_drafted(request, self._shown, number, source)
        if {ADD, MOVE, PREVIEW} & request.POST.keys():
            return shown_as_drafted(request, self._rearranged, number, source)
        request.made = _made_before(request)  # type: ignore[attr-defined]
        if AUTO in request.POST and not must_propose(request.user):
            return self._checked(request, number, source)
        return self._written_page(request, number, source)

    def _written_page(self, request: HttpRequest, number: int, source: int) -> Any:
        try:
            with transaction.atomic():
                answer = self._written_by(request, "Changed", self._saved, number, source)
                if page := getattr(request, "guide_page", None):
                    _remember_made(request, page)
        except PartsRefused:
            return self._page(request, request.guide_page)  # type: ignore[attr-defined]
        if must_propose(request.user):  # it may have begun just now
            request._current_draft = Draft.objects.current_of(request.user)  # type: ignore[attr-defined]
        if page and AUTO in request.POST:
            return JsonResponse(_told(page, current_draft(request), is_saved=True))
        if page and page.wrong:
            return shown_as_drafted(request, self._with_what_is_wrong, number, source, page)
        return answer

    def _guide(self, request: HttpRequest, number: int, source: int) -> GuidePage:
        career, told_by = get_object_or_404(Career, pk=number), get_object_or_404(Source, pk=source)
        return GuidePage(request, self.admin_site, career, told_by)

    def _shown(self, request: HttpRequest, number: int, source: int) -> Any:
        return self._page(request, self._guide(request, number, source).read())

    def _saved(self, request: HttpRequest, number: int, source: int) -> Any:
        page = self._guide(request, number, source).bind(request.POST, request.made)  # type: ignore[attr-defined]
        request.guide_page = page  # type: ignore[attr-defined]
        page.save(request.publication, whole=not must_propose(request.user))
        if not request.publication.touched:
            self.message_user(request, "Nothing had changed, so nothing was saved.")
        return HttpResponseRedirect(request.get_full_path())

    def _checked(self, request: HttpRequest, number: int, source: int) -> Any:
        """What is wrong, where nothing is kept before it is published."""
        with transaction.atomic():
            request.publication = Publication()
            page = self._guide(request, number, source).bind(request.POST, request.made)  # type: ignore[attr-defined]
            page.save(request.publication, whole=False)
            transaction.set_rollback(True)
        return JsonResponse(_told(page, None, is_saved=False))

    def _with_what_is_wrong(self, request: HttpRequest, number: int, source: int, typed: GuidePage) -> Any:
        """What was saved as it is now, and what was not as it was typed."""
        page = self._guide(request, number, source)
        for each, before in zip(page.lists, typed.lists, strict=True):
            wrong = [form for form in before.forms if form.known_errors]
            numbers = {form.instance.pk for form in wrong if not form.is_new}
            each.rows = [row for row in each.rows if row.pk not in numbers]
            each.read(first=before.total)
            each.forms = sorted([*each.forms, *wrong], key=lambda form: _place_of(form, before))
        return self._page(request, page, left=len(typed.wrong))

    def _rearranged(self, request: HttpRequest, number: int, source: int) -> Any:
        """For pages without scripts."""
        page = self._guide(request, number, source).bind(request.POST, _made_before(request))
        if each := page.list_called(request.POST.get(ADD, "")):
            each.add_blank(MORE_AT_ONCE if not each.kind.is_single else 1)
        moved, _, way = request.POST.get(MOVE, "").rpartition(":")
        for each in page.lists:
            _move(each.forms, moved, -1 if way == "up" else 1)
        return self._page(request, page, previewed=PREVIEW in request.POST, at=request.POST.get(ADD) or moved)

    def _page(
        self, request: HttpRequest, page: GuidePage, *, left: int = 0, previewed: bool = False, at: str = ""
    ) -> TemplateResponse:
        draft = current_draft(request)
        for form in page.forms:
            form.show_as_typed()
        why = WhyForm(request.POST if page.wrong else None)
        if page.wrong and any(form.known_errors.get("correction_kind") for form in page.forms):
            why.refuse_without_kind()
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": f"{page.career}, as {page.source.publisher} tells it",
            "page": page,
            "why": why,
            "left": left,
            "at": at,
            "previewed": previewed,
            "draft": draft,
            "proposes": must_propose(request.user),
            "is_published": Career.objects.filter(pk=page.career.pk).exists(),
            "kept": kept_for(request),
            "change": True,
        }
        return TemplateResponse(request, "admin/guide/page.html", context)

    def message_user(self, request: HttpRequest, message: Any, *args: Any, **kwargs: Any) -> None:
        """Nothing is said on the next page of what was saved while one typed."""
        if AUTO not in request.POST:
            super().message_user(request, message, *args, **kwargs)

    # What the page asks for ---------------------------------------------------------------------------------------

    def guides_view(self, request: HttpRequest, number: int) -> Any:
        if not self.has_change_permission(request):
            raise PermissionDenied
        return shown_as_drafted(request, self._guides, pk=number)

    def guides_of_view(self, request: HttpRequest, slug: str) -> Any:
        if not self.has_change_permission(request):
            raise PermissionDenied
        return shown_as_drafted(request, self._guides, slug=slug)

    def _guides(self, request: HttpRequest, **lookup: Any) -> Any:
        """To the one guide of a career, or a choice."""
        career = get_object_or_404(Career, **lookup)
        sources = sources_of(career, self.admin_site)
        if len(sources) == 1:
            return HttpResponseRedirect(guide_url(career, sources[0]))
        guides = [(source, guide_url(career, source)) for source in sources]
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": f"The guides to {career}",
            "career": career,
            "guides": guides,
        }
        return TemplateResponse(request, "admin/guide/guides.html", context)

    def names_view(self, request: HttpRequest) -> Any:
        """Rows that one may mean by what is typed, as a choice for the browser."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        return shown_as_drafted(request, self._names)

    def _names(self, request: HttpRequest) -> Any:
        model = next((one for one in _named_models(self.admin_site) if _label(one) == request.GET.get("of")), None)
        text = " ".join(request.GET.get("q", "").split())[:100]
        if model is None:
            raise Http404("Nothing on the page of a guide names such rows.")
        found = rows_like(model, text)[:SHOWN] if text else []
        return JsonResponse({"names": [{"key": key_text(row), "name": str(row)} for row in found]})

    def markdown_view(self, request: HttpRequest) -> Any:
        """Prose as readers would see it."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponse(status=405, headers={"Allow": "POST"})
        text = request.POST.get("text", "")
        if len(text) > MOST_MARKDOWN:
            raise BadRequest("The text is too long to be shown.")
        return HttpResponse(render(text))


def guide_url(career: models.Model, source: models.Model) -> str:
    return reverse("admin:careers_career_guide", args=[career.pk, source.pk])


def sources_of(career: Career, site: Any) -> list[Source]:
    numbers: set[int] = set()
    for kind in part_kinds(site):
        numbers |= set(kind.model._base_manager.filter(**{kind.owner: career}).values_list("source", flat=True))
    return list(Source.objects.filter(pk__in=numbers).exclude(kind=Source.Kind.EDITORIAL))


def _named_models(site: Any) -> Iterable[type[models.Model]]:
    yield Career._meta.get_field("field").remote_field.model
    for kind in part_kinds(site):
        for one in [*kind.model._meta.concrete_fields, *kind.model._meta.many_to_many]:
            if one.remote_field:
                yield one.remote_field.model


def _label(model: type[models.Model]) -> str:
    return model._meta.label_lower


def _place_of(form: Any, before: Any) -> tuple[int, int]:
    orders = {one.instance.pk: place for place, one in enumerate(before.forms) if one.instance.pk}
    typed = next((place for place, one in enumerate(before.forms) if one is form), None)
    place = typed if typed is not None else orders.get(form.instance.pk, len(before.forms))
    return place, form.index


def _move(forms: list[Any], moved: str, step: int) -> None:
    place = next((place for place, form in enumerate(forms) if form.prefix == moved), None)
    if place is not None and 0 <= place + step < len(forms):
        forms[place], forms[place + step] = forms[place + step], forms[place]


# New parts are saved once, however often they are sent ----------------------------------------------------------------


def _made_before(request: HttpRequest) -> dict[str, int]:
    words = {value for name, value in request.POST.items() if name.endswith("-part_made") and 0 < len(value) <= 60}
    taken = TakenForm.objects.filter(author=request.user, token__in=[f"part-{word}" for word in words])
    return {one.token.removeprefix("part-"): int(one.answer) for one in taken}


def _remember_made(request: HttpRequest, page: GuidePage) -> None:
    known = request.made  # type: ignore[attr-defined]
    made = {form["part_made"].data: form.instance.pk for form in page.forms if form.was_saved and form.is_bound}
    TakenForm.objects.bulk_create(
        TakenForm(author=request.user, token=f"part-{word}", answer=str(number), taken_at=timezone.now())
        for word, number in made.items()
        if word and word not in known and number
    )


# What the browser is told ---------------------------------------------------------------------------------------------


def _told(page: GuidePage, draft: Draft | None, *, is_saved: bool) -> dict[str, Any]:
    saved = [form for form in page.forms if form.was_saved and not form.is_gone]
    versions = _versions(saved, draft)
    parts = {
        form.prefix: {
            "row": form.instance.pk,
            "version": versions[type(form.instance), form.instance.pk],
            "title": form.what_it_is,
            "filled": _filled_in(form),
        }
        for form in saved
        if is_saved
    }
    return {
        "saved": is_saved,
        "parts": parts,
        "gone": [form.prefix for form in page.forms if form.is_gone and form.was_saved],
        "errors": {form.prefix: form.all_words() for form in page.wrong},
        "draft": draft.desk_url if draft else "",
        "count": page.count,
    }


def _filled_in(form: Any) -> dict[str, str]:
    """What was left blank, as it is now."""
    blank = [name for name in ("locator", "slug") if name in form.fields and not form[name].data]
    return {name: getattr(form.instance, name) for name in blank}


def _versions(forms: Iterable[Any], draft: Draft | None) -> dict[tuple[type, int], int]:
    """Of rows as they are shown from now on: in the draft, where it has something of them."""
    found = {(type(form.instance), form.instance.pk): form.instance.version for form in forms}
    for proposal in draft.proposals.exclude(kind=Proposal.Kind.REMOVED) if draft else ():
        place = (proposal.row_model, proposal.row)
        if place in found:
            published = proposal.row_model._base_manager.filter(pk=proposal.row)
            version = (
                0 if proposal.kind == Proposal.Kind.CREATED else published.values_list("version", flat=True).first()
            )
            found[place] = drafted_version(version or 0, proposal.saves)
    return found

from collections.abc import Callable
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import unquote
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import BadRequest
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.html import format_html

from editorial.admin.drafted import current_draft, opened_change, rendered, shown_as_drafted
from editorial.admin.form import PublishingForm
from editorial.admin.kept import answer_again, kept_for, take, taken_before
from editorial.admin.reported import report_asked, take_up
from editorial.admin.why import WhyForm, notice_given, reason_given
from editorial.drafting import must_propose, proposing
from editorial.drafting.removal import removed_with
from editorial.models import Proposal
from facts.actions import Publication, publishing
from facts.models import Edition, Statement, VersionConflict

GONE, CONFLICT = 410, 409


class WritingAdmin(admin.ModelAdmin):
    """Every write makes an edition, or a proposal where `must_propose`; what changed is on `request.publication`."""

    def published_by(self, request: HttpRequest, verb: str, view: Callable, *args: Any) -> Any:
        """`view` with all its writes published or proposed, or none; not called if the reason is not valid."""
        why = WhyForm(request.POST)
        if request.method == "POST" and not why.is_valid():
            return self._told(request, f"Nothing was done. {why.wrong}")
        return self._written_by(request, verb, view, *args)

    def _written_by(self, request: HttpRequest, verb: str, view: Callable, *args: Any) -> Any:
        if request.method != "POST":
            return shown_as_drafted(request, view, *args)
        if taken := taken_before(request):
            return answer_again(request, taken)
        write = self._proposed if must_propose(request.user) else self._published
        try:
            with transaction.atomic():
                response = write(request, verb, view, *args)
                if request.publication.touched:
                    take(request, response)
                return response
        except (VersionConflict, IntegrityError) as overtaken:
            return self._overtaken(request, overtaken, verb, view, *args)

    def _published(self, request: HttpRequest, verb: str, view: Callable, *args: Any) -> Any:
        reason = reason_given(request, otherwise=f"{verb}: {self.opts.verbose_name}.")
        with publishing(
            act=Edition.Act.EDIT, reason=reason, by=cast(AbstractBaseUser, request.user), notice=notice_given(request)
        ) as request.publication:
            response = view(request, *args)
        if edition := request.publication.edition:
            text = format_html('Readers see it now: <a href="{}">{}</a>.', edition.get_absolute_url(), edition)
            self.message_user(request, text)
            take_up(request, request.publication.touched, edition=edition)
        return response

    def _proposed(self, request: HttpRequest, verb: str, view: Callable, *args: Any) -> Any:
        why = reason_given(request, otherwise="")
        request.is_tried = True
        with proposing(request.user, why=why, notice=notice_given(request)) as session:
            request.publication = session.publication
            response = rendered(view(request, *args))
        request.is_tried = False
        if draft := session.draft:
            text = 'Kept in <a href="{}">your draft</a>. Nothing of it is public before somebody else has published it.'
            self.message_user(request, format_html(text, draft.desk_url))
            take_up(request, session.publication.touched, draft=draft)
        return response

    def _overtaken(self, request: HttpRequest, overtaken: Any, verb: str, view: Callable, *args: Any) -> Any:
        request.is_tried = False
        if isinstance(overtaken, UnseenVersion):
            return self._told(request, str(overtaken))
        if getattr(request, "is_second_try", False):
            return self._typed(
                request, "What was published or removed in the meantime does not fit it", status=CONFLICT
            )
        request.is_second_try = True
        return self._written_by(request, verb, view, *args)

    def _told(self, request: HttpRequest, words: str) -> Any:
        self.message_user(request, f"{words}{WhyForm(request.POST).typed_words}", messages.ERROR)
        return HttpResponseRedirect(request.get_full_path())

    def message_user(self, request: HttpRequest, message: Any, *args: Any, **kwargs: Any) -> None:
        """Nothing is said to be done that is only tried for a draft."""
        if not getattr(request, "is_tried", False) or not getattr(request.publication, "touched", ()):
            super().message_user(request, message, *args, **kwargs)

    def _gone(self, request: HttpRequest) -> Any:
        return self._typed(request, f"Somebody else removed this {self.opts.verbose_name} while you were writing", GONE)

    def _typed(self, request: HttpRequest, words: str, status: Any) -> Any:
        typed = [(name, text) for name, text in request.POST.items() if text and not name.startswith(("_", "csrf"))]
        context = {"opts": self.opts, "title": "Not saved", "words": words, "typed": typed}
        context |= self.admin_site.each_context(request)
        return TemplateResponse(request, "admin/gone.html", context, status=status)


class PublishingAdmin(WritingAdmin):
    """The forms, lists and removals of rows that editors keep."""

    form = PublishingForm

    # The three ways in --------------------------------------------------------------------------------------------

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        verb = "Changed" if object_id else "Added"
        return self._written_by(request, verb, self._changeform, object_id, form_url, extra_context)

    def _changeform(
        self, request: HttpRequest, object_id: str | None, form_url: str, extra_context: dict[str, Any] | None
    ) -> Any:
        if request.method == "POST" and object_id and self.get_object(request, unquote(object_id)) is None:
            return self._gone(request)
        kinds = [self.model, *(inline.model for inline in self.get_inlines(request, object_id))]
        asks = bool(object_id) and any(issubclass(kind, Statement) for kind in kinds)
        shown = {"report": report_asked(request) if object_id else None, "asks_notice": asks} | (extra_context or {})
        shown["kept"] = kept_for(request)
        return super().changeform_view(request, object_id, form_url, shown)

    def get_changeform_initial_data(self, request: HttpRequest) -> Any:
        opened = self._opened(request)
        return super().get_changeform_initial_data(request) | (opened.after if opened else {})

    def _opened(self, request: HttpRequest) -> Any:
        """The new row of the user’s draft that is opened to be mended."""
        draft, number = current_draft(request), opened_change(request)
        if not draft or number is None:
            return None
        new = draft.proposals.filter(kind=Proposal.Kind.CREATED, model=self.opts.label_lower)
        return new.filter(pk=number).first()

    def delete_view(
        self, request: HttpRequest, object_id: str | None, extra_context: dict[str, Any] | None = None
    ) -> Any:
        return self.published_by(request, "Removed", super().delete_view, object_id, extra_context)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if not all(map(str.isdecimal, request.POST.getlist(ACTION_CHECKBOX_NAME))):
            raise BadRequest("A row is selected by its number.")
        # Rows that are written into the list are told by their own forms what is wrong, and stay as they were typed.
        write = self._written_by if "_save" in request.POST else self.published_by
        return write(request, "Changed", super().changelist_view, extra_context)

    # What is noted ------------------------------------------------------------------------------------------------

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change and not form.has_changed():
            return
        if not change and (opened := self._opened(request)):
            obj.pk = opened.row  # the draft's other rows refer to it by its number
        super().save_model(request, obj, form, change)
        note = request.publication.changed if change else request.publication.created
        note(obj)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        if form.has_changed() or not change:
            form.save_m2m()
        for formset in formsets:
            self.save_formset(request, form, formset, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        note_removed(request.publication, [form.instance for form in formset.deleted_forms if form.instance.pk])
        formset.save()
        for row in formset.new_objects:
            request.publication.created(row)
        for row, _fields in formset.changed_objects:
            request.publication.changed(row)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        self._seen(request, obj)
        note_removed(request.publication, [obj])
        super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet) -> None:
        rows = list(queryset)
        for row in rows:
            self._seen(request, row)
        note_removed(request.publication, rows)
        super().delete_queryset(request, queryset)

    def _seen(self, request: HttpRequest, row: Any) -> None:
        """Raises UnseenVersion unless the page with the question showed this version."""
        current = type(row)._default_manager.select_for_update().filter(pk=row.pk).values_list("version", flat=True)
        if request.POST.get(f"version-{row.pk}", "") not in map(str, current):
            raise UnseenVersion(row)

    # What is answered ---------------------------------------------------------------------------------------------

    def response_change(self, request: HttpRequest, obj: Any) -> Any:
        if request.publication.changes or IS_POPUP_VAR in request.POST:
            return super().response_change(request, obj)
        self.message_user(request, "Nothing had changed, so nothing was saved.")
        if "_continue" in request.POST:
            return HttpResponseRedirect(request.get_full_path())
        return self.response_post_save_change(request, obj)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        return super().log_change(request, obj, message) if message else None


class UnseenVersion(VersionConflict):
    """The row was saved after its removal was asked for."""


def note_removed(publication: Publication, rows: list) -> None:
    """Note `rows` and all that go with them; call it before they are removed."""
    for row in removed_with(rows):
        publication.removed(row)

"""What is typed is kept until it is saved, and a form that was saved is not saved twice."""

import json
from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from editorial.admin.record import RecordAdmin
from editorial.models import KeptForm, TakenForm

ONCE = "once"
LONGEST_TOKEN = 80
MOST_KEPT = 200_000
"""Characters of one form."""
TAKEN_FOR = timedelta(days=30)
SHEET = "sheet-"


class KeptFormAdmin(RecordAdmin):
    list_display = ["page", "author", "kept_at"]
    list_select_related = ("author",)
    search_fields = ["page", "=author__username"]
    fields = ["page", "author", "kept_at"]
    not_exported = ("fields",)


class TakenFormAdmin(RecordAdmin):
    list_display = ["token", "author", "taken_at"]
    list_select_related = ("author",)
    search_fields = ["=token"]


def new_token() -> str:
    return uuid4().hex


# Unsaved words --------------------------------------------------------------------------------------------------------


def keep_view(request: HttpRequest) -> HttpResponse:
    """Keep what is typed, or with no fields forget it."""
    if request.method != "POST":
        return HttpResponse(status=405, headers={"Allow": "POST"})
    page, text = request.POST.get("page", ""), request.POST.get("fields", "")
    if not page.startswith("/admin/") or len(page) > 250 or len(text) > MOST_KEPT:
        raise BadRequest("That is no form of the desk.")
    if text:
        KeptForm.objects.update_or_create(
            author=request.user, page=page, defaults={"fields": _read(text), "kept_at": timezone.now()}
        )
        KeptForm.objects.outdated().delete()
    else:
        KeptForm.objects.of(request.user, page).delete()
    return HttpResponse(status=204)


def _read(text: str) -> list[list[Any]]:
    try:
        fields = json.loads(text)
    except ValueError as problem:
        raise BadRequest("What is to be kept is no JSON.") from problem
    if not isinstance(fields, list) or not all(isinstance(field, list) and len(field) == 3 for field in fields):
        raise BadRequest("What is to be kept is a list of names, values and labels.")
    return fields


def kept_for(request: HttpRequest) -> KeptForm | None:
    if request.method != "GET" or not request.user.is_authenticated:
        return None
    return KeptForm.objects.of(request.user, request.get_full_path()).first()


# Forms that were saved ------------------------------------------------------------------------------------------------


def taken_before(request: HttpRequest) -> TakenForm | None:
    token = _token(request)
    return TakenForm.objects.filter(author=request.user, token=token).first() if token else None


def take(request: HttpRequest, response: HttpResponse) -> None:
    """Note that the form is saved. Raises IntegrityError where it was in the meantime."""
    KeptForm.objects.of(request.user, request.get_full_path()).delete()
    if token := _token(request):
        TakenForm.objects.filter(taken_at__lt=timezone.now() - TAKEN_FOR).exclude(token__startswith=SHEET).delete()
        TakenForm.objects.create(author=request.user, token=token, answer=getattr(response, "url", "")[:500])
    if sheet := getattr(request, "sheet_token", ""):
        TakenForm.objects.get_or_create(author=request.user, token=sheet)


def sheet_token(model: Any, kept: str) -> str:
    kept = "\n".join(kept.split())  # browsers change the ends of lines
    return f"{SHEET}{sha256(f'{model._meta.label_lower} {kept}'.encode()).hexdigest()}"


def sheet_taken_before(token: str) -> TakenForm | None:
    """By whomever."""
    return TakenForm.objects.filter(token=token).select_related("author").first()


def answer_again(request: HttpRequest, taken: TakenForm) -> HttpResponse:
    messages.info(request, "That form was saved already. It is not saved twice.")
    return HttpResponseRedirect(taken.answer or request.get_full_path())


def _token(request: HttpRequest) -> str:
    token = request.POST.get(ONCE, "")
    return token if len(token) <= LONGEST_TOKEN and "\0" not in token else ""

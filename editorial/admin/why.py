from typing import Any

from django import forms
from django.http import HttpRequest

from facts.correcting import Notice
from facts.models import Correction
from facts.models.history import REASON_LENGTH


def why_field() -> forms.CharField:
    return forms.CharField(
        label="Why",
        required=False,
        max_length=REASON_LENGTH,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="In words a reader understands; it stands on the edition’s page and in the history of each row.",
    )


SAY_WHICH = "A published figure changes: say whether it was wrong here, or its source says something else now."


def kind_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="If a figure changes",
        required=False,
        choices=[("", "Choose one"), *((kind.value, kind.label) for kind in Correction.NOTICES)],
        help_text="Needed when a published figure changes: readers get a notice, which stays.",
    )


def cause_field() -> forms.CharField:
    return forms.CharField(
        label="How the mistake came about",
        required=False,
        max_length=REASON_LENGTH,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="For a correction: it stands in the notice that readers see.",
    )


class ReasonForm(forms.Form):
    def clean(self) -> Any:
        cleaned = super().clean()
        is_correction = self.cleaned_data.get("correction_kind") == Correction.Kind.CORRECTION
        if is_correction and not self.cleaned_data.get("cause"):
            self.add_error("cause", "Say how the mistake came about: readers see it in the notice.")
        return cleaned


class WhyForm(ReasonForm):
    why = why_field()
    correction_kind = kind_field()
    cause = cause_field()

    def __init__(self, data: Any = None, *, restates: bool = True) -> None:
        super().__init__(data)
        if not restates:
            del self.fields["correction_kind"], self.fields["cause"]

    def refuse_without_kind(self) -> bool:
        if self.is_valid() and not self.cleaned_data["correction_kind"]:
            self.add_error("correction_kind", SAY_WHICH)
        return not self.is_valid()

    @property
    def wrong(self) -> str:
        return " ".join(word for words in self.errors.values() for word in words)

    @property
    def typed_words(self) -> str:
        texts = [self.data.get(name, "").strip() for name in ("why", "cause")]
        return "".join(f" You had written: “{text}”." for text in texts if text)


def says_which(data: Any) -> bool:
    return data.get("correction_kind") in Correction.NOTICES


def notice_given(request: HttpRequest) -> Notice | None:
    """What the form of `request` says of changed figures; None where it says nothing."""
    if not says_which(request.POST):
        return None
    is_correction = request.POST["correction_kind"] == Correction.Kind.CORRECTION
    cause = request.POST.get("cause", "").strip()[:REASON_LENGTH]
    return Notice(Correction.Kind.CORRECTION, cause) if is_correction and cause else Notice()


def reason_given(request: HttpRequest, *, otherwise: str) -> str:
    try:
        return why_field().clean(request.POST.get("why", "")) or otherwise
    except forms.ValidationError:
        return otherwise

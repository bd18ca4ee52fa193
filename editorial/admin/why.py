"""Why something is changed, in the editor's words."""

from django import forms
from django.http import HttpRequest

from facts.correcting import Notice
from facts.models import Correction
from facts.models.history import REASON_LENGTH


def why_field() -> forms.CharField:
    """The optional field in which an editor says why; it becomes the edition's reason."""
    return forms.CharField(
        label="Why",
        required=False,
        max_length=REASON_LENGTH,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="In words a reader understands; it stands on the edition’s page and in the history of each row.",
    )


def kind_field() -> forms.ChoiceField:
    """Whether a figure that is changed was wrong here, or has been revised by its source."""
    return forms.ChoiceField(
        label="If a figure changes",
        required=False,
        choices=Correction.Kind.choices,
        initial=Correction.Kind.REVISION,
        help_text="Each published figure that changes gets a notice, which stays.",
    )


def cause_field() -> forms.CharField:
    """How a mistake came about; a correction needs it."""
    return forms.CharField(
        label="How the mistake came about",
        required=False,
        max_length=REASON_LENGTH,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="For a correction: it stands in the notice that readers see.",
    )


class AskingWhy(forms.Form):
    """A form that asks whether what is changed was wrong; a correction says how the mistake came about."""

    def clean(self):
        """Refuse a correction without its cause."""
        cleaned = super().clean()
        is_correction = self.cleaned_data.get("correction_kind") == Correction.Kind.CORRECTION
        if is_correction and not self.cleaned_data.get("cause"):
            self.add_error("cause", "Say how the mistake came about: readers see it in the notice.")
        return cleaned


class WhyForm(AskingWhy):
    """Why something is done that has no form of its own."""

    why = why_field()
    correction_kind = kind_field()
    cause = cause_field()

    @property
    def wrong(self) -> str:
        """What is wrong with what was said, in one text; "" where nothing is, or nothing was asked."""
        return " ".join(word for words in self.errors.values() for word in words)

    @property
    def said(self) -> str:
        """The words typed, whatever is wrong with them, so that they can be given back."""
        typed = [self.data.get(name, "").strip() for name in ("why", "cause")]
        return "".join(f" You had written: “{words}”." for words in typed if words)


def notice_given(request: HttpRequest) -> Notice:
    """What the form of `request` says of changed figures; a revision where it says nothing."""
    cause = request.POST.get("cause", "").strip()[:REASON_LENGTH]
    is_correction = request.POST.get("correction_kind") == Correction.Kind.CORRECTION and cause
    return Notice(Correction.Kind.CORRECTION, cause) if is_correction else Notice()


def reason_given(request: HttpRequest, *, otherwise: str) -> str:
    """What the form of `request` says in its field `why`; `otherwise` where that is blank or no such words."""
    try:
        return why_field().clean(request.POST.get("why", "")) or otherwise
    except forms.ValidationError:
        return otherwise

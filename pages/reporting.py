from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve

from careers.schemes import SchemeSlugs
from editorial.models import Report
from editorial.reporting import Subject, plain
from explore import reported
from explore.filters.problems import is_plain
from pages.job.chapters import ANCHORS

LONGEST_ADDRESS = 300
NOTHING_THERE = "There is nothing at this address that can be reported."


def subject_at(about: str) -> Subject | None:
    """`about` is a public page's address: "/figures/x/#median"."""
    if not about.startswith("/") or len(about) > LONGEST_ADDRESS or not (is_plain(about) and about.isprintable()):
        return None
    try:
        parts = urlsplit(about)
        match = resolve(parts.path)
    except (ValueError, Resolver404):
        return None
    find = _FINDERS.get(match.url_name or "")
    asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    return find(match.kwargs, asked, parts.fragment) if find else None


def _statement(named: dict, asked: dict, place: str) -> Subject | None:
    return reported.reported_statement(named["key"], place)


def _wage(named: dict, asked: dict, place: str) -> Subject | None:
    return reported.reported_wage(**named, industry=asked.get("industry", ""), field=place)


def _guide(named: dict, asked: dict, place: str) -> Subject | None:
    return reported.reported_guide(named["slug"], place, chapters=ANCHORS)


def _occupation(named: dict, asked: dict, place: str) -> Subject | None:
    scheme = asked.get("scheme", "")
    return reported.reported_occupation(named["code"], scheme) if scheme in ("", *SchemeSlugs()) else None


def _source(named: dict, asked: dict, place: str) -> Subject | None:
    return reported.reported_source(named["slug"])


#: By the name of the page.
_FINDERS: Mapping[str, Callable[[dict, dict, str], Subject | None]] = {
    "statement": _statement,
    "wage": _wage,
    "career": _guide,
    "occupation": _occupation,
    "source": _source,
}


class PlainField(forms.CharField):
    """No longer than the report's field of this name."""

    def __init__(self, name: str, **options: Any) -> None:
        longest = Report._meta.get_field(name).max_length  # type: ignore[union-attr]
        super().__init__(max_length=longest, strip=True, widget=forms.Textarea, **options)
        self.error_messages["max_length"] = f"Write at most {longest:,} characters; this has %(show_value)d."

    def to_python(self, value: str | None) -> str:
        return plain(value) if value else ""


class ReportForm(forms.Form):
    """`subject` is set once the form is valid."""

    subject: Subject | None = None

    about = forms.CharField(required=True, error_messages={"required": "The form does not say what it is about."})
    wrong = PlainField("wrong", label="What is wrong?", error_messages={"required": "Say what is wrong."})
    should_be = PlainField("should_be", label="What should it be?", required=False)
    says_where = PlainField("says_where", label="Where does it say so?", required=False)
    #: Nobody sees it. What fills it in fills in everything, as machines do.
    website = forms.CharField(required=False, max_length=200, label="Leave this empty")

    def clean_about(self) -> str:
        self.subject = subject_at(self.cleaned_data["about"])
        if self.subject is None:
            raise ValidationError(NOTHING_THERE)
        return self.cleaned_data["about"]

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise ValidationError("Leave this field empty: it is there to tell people from machines.")
        return ""

    @property
    def problems(self) -> list[tuple[str, str]]:
        return [(str(name), str(words)) for name, errors in self.errors.items() for words in errors]

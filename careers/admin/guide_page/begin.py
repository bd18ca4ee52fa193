from typing import Any

from django import forms
from django.utils.text import slugify

from careers.models import Career, Field
from facts.models import Source

NEEDED = "Say this of a career that is not here yet."


class BeginGuideForm(forms.Form):
    """A career, new or not, and who tells of it."""

    title = forms.CharField(
        max_length=120,
        label="Title of the career",
        help_text="As people say it: “Acupuncturist”. A career of that title that is here already is used.",
    )
    slug = forms.SlugField(
        max_length=80, required=False, label="Its name in addresses", help_text="Left blank, it is made from the title."
    )
    summary = forms.CharField(
        max_length=400,
        required=False,
        label="What people do, in a sentence",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="In our own words. Needed for a new career.",
    )
    field = forms.ModelChoiceField(
        Field.objects.none(), required=False, label="Field of work", help_text="Needed for a new career, or name one:"
    )
    new_field = forms.CharField(max_length=80, required=False, label="Or a new field of work")
    source = forms.ModelChoiceField(
        Source.objects.none(),
        required=False,
        label="A source that is here",
        help_text="Who tells of it, or name a new one:",
    )
    publisher = forms.CharField(
        max_length=120, required=False, label="Publisher of a new source", help_text="Who says so: “Himalayas”."
    )
    source_title = forms.CharField(
        max_length=200, required=False, label="Its title", help_text="The document’s own title."
    )
    url = forms.URLField(max_length=500, required=False, label="Its address", assume_scheme="https")
    source_slug = forms.SlugField(
        max_length=80,
        required=False,
        label="The source’s name in addresses",
        help_text="Left blank, it is made from publisher and career.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields
        choices["field"].queryset = Field.objects.all()
        choices["source"].queryset = Source.objects.filter(kind=Source.Kind.GUIDE)
        for field in self.fields.values():
            if isinstance(field.widget, forms.TextInput | forms.Textarea):
                field.widget.attrs["class"] = "vTextField"

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields under the headings that they stand under."""
        names = list(self.fields)
        of_source = names.index("source")
        headed = (("The career", names[:of_source]), ("Who tells of it", names[of_source:]))
        return [(heading, [self[name] for name in named]) for heading, named in headed]

    def clean(self) -> Any:
        cleaned = super().clean() or {}
        self.career = Career.objects.filter(title__iexact=cleaned.get("title", "")).first()
        if self.career is None:
            self._need("summary")
            if not (cleaned.get("field") or cleaned.get("new_field")):
                self.add_error("field", NEEDED)
            self._free_slug(Career, "slug", slugify(cleaned.get("title", "")))
        if not cleaned.get("source"):
            for name in ("publisher", "source_title"):
                if not cleaned.get(name):
                    self.add_error(name, "Say who tells of it, or choose a source.")
            self._free_slug(Source, "source_slug", slugify(f"{cleaned.get('publisher')} {cleaned.get('title')}"))
        return cleaned

    def _need(self, name: str) -> None:
        if not self.cleaned_data.get(name):
            self.add_error(name, NEEDED)

    def _free_slug(self, model: Any, name: str, made: str) -> None:
        slug = self.cleaned_data.get(name) or made[:80]
        if not slug:
            self.add_error(name, "Give it a name of letters and digits.")
        elif model._base_manager.filter(slug=slug).exists():
            self.add_error(name, f"“{slug}” is taken: give it another.")
        self.cleaned_data[name] = slug

    def save(self, publication: Any) -> tuple[Career, Source]:
        """Raises ValidationError."""
        said = self.cleaned_data
        career = self.career or self._new(
            publication,
            Career(title=said["title"], slug=said["slug"], summary=said["summary"], field=self._field(publication)),
        )
        source = said["source"] or self._new(
            publication,
            Source(
                slug=said["source_slug"],
                publisher=said["publisher"],
                title=said["source_title"],
                url=said["url"],
                kind=Source.Kind.GUIDE,
            ),
        )
        return career, source

    def _field(self, publication: Any) -> Field:
        if self.cleaned_data["field"]:
            return self.cleaned_data["field"]
        name = self.cleaned_data["new_field"]
        known = Field.objects.filter(name__iexact=name).first()
        return known or self._new(publication, Field(name=name, slug=slugify(name)))

    def _new(self, publication: Any, row: Any) -> Any:
        row.full_clean()
        row.save()
        publication.created(row)
        return row

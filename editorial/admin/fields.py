"""Fields of forms for what is kept as JSON, written as plain lines."""

from django import forms
from django.core.exceptions import ValidationError

from facts.marks import Mark

MAX_LENGTH = 5_000


class LinesField(forms.CharField):
    """A list of texts, one a line."""

    def __init__(self, *, help_text=""):
        area = forms.Textarea(attrs={"rows": 3, "cols": 60})
        super().__init__(required=False, max_length=MAX_LENGTH, widget=area, help_text=help_text)

    def prepare_value(self, value):
        """What is kept, as lines."""
        return value if value is None or isinstance(value, str) else "\n".join(self.written(value))

    def clean(self, value):
        """What the lines say, as it is kept; ValidationError for a line that says nothing of the sort."""
        return self.read([line.strip() for line in super().clean(value).splitlines() if line.strip()])

    def has_changed(self, initial, data):
        """Whether the lines say something else than what is kept."""
        try:
            return self.clean(self.prepare_value(initial)) != self.clean(data)
        except ValidationError:
            return True

    def written(self, value) -> list[str]:
        """The lines for what is kept."""
        return value

    def read(self, lines: list[str]):
        """What is kept for the lines."""
        return lines


class MarksField(LinesField):
    """Marks by field, one field a line: “high: open_ended”."""

    def written(self, value) -> list[str]:
        """A line for each field that is marked."""
        return [f"{name}: {', '.join(marks)}" for name, marks in value.items()]

    def read(self, lines: list[str]) -> dict[str, dict[str, bool]]:
        """The marks as a statement keeps them."""
        return dict(map(_marked, lines))


def marks_help(fields) -> str:
    """What may be written in a MarksField for a statement with these figure fields."""
    marks = "; ".join(f"{mark.value} ({mark.label})" for mark in Mark)
    return (
        f"What is special about a figure, one field a line: “{fields[0]}: approximate”. "
        f"Fields: {', '.join(fields)}. Marks: {marks}."
    )


def _marked(line: str) -> tuple[str, dict[str, bool]]:
    name, colon, marks = line.partition(":")
    names = [mark.strip() for mark in marks.split(",") if mark.strip()]
    if not (colon and name.strip() and names):
        raise ValidationError(f"“{line}” is not a field, a colon and its marks, such as “high: open_ended”.")
    return name.strip(), dict.fromkeys(names, True)

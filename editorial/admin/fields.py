from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from facts.marks import Mark

MAX_LENGTH = 5_000


class LinesField(forms.CharField):
    def __init__(self, *, help_text: Any = "") -> None:
        area = forms.Textarea(attrs={"rows": 3, "cols": 60})
        super().__init__(required=False, max_length=MAX_LENGTH, widget=area, help_text=help_text)

    def prepare_value(self, value: Any) -> Any:
        return value if value is None or isinstance(value, str) else "\n".join(self.written(value))

    def clean(self, value: Any) -> Any:
        """Raises ValidationError for a line of another form."""
        return self.read([line.strip() for line in super().clean(value).splitlines() if line.strip()])

    def has_changed(self, initial: Any, data: Any) -> Any:
        try:
            return self.clean(self.prepare_value(initial)) != self.clean(data)
        except ValidationError:
            return True

    def written(self, value: Any) -> list[str]:
        return value

    def read(self, lines: list[str]) -> Any:
        return lines


class MarksField(LinesField):
    """Marks by field, one field a line: “high: open_ended”."""

    def written(self, value: Any) -> list[str]:
        return [f"{name}: {', '.join(marks)}" for name, marks in value.items()]

    def read(self, lines: list[str]) -> dict[str, dict[str, bool]]:
        return dict(map(_marked, lines))


def marks_help(fields: Any) -> str:
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

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import uuid4

from django.core.exceptions import BadRequest

from careers.admin.guide_page.part_form import PartForm
from careers.admin.guide_page.part_kind import SHARED, PartKind
from careers.admin.guide_page.positions import Placed, positions
from careers.chapters import GuideChapter

MOST_PARTS = 300
TOTAL = "TOTAL_FORMS"


class PartList:
    """The parts of one kind in one chapter, in their order."""

    def __init__(self, kind: PartKind, chapter: GuideChapter, form: type[PartForm], rows: Sequence[Any]) -> None:
        self.kind, self.chapter, self.form, self.rows = kind, chapter, form, rows
        self.prefix = f"{chapter.anchor}-{kind.model._meta.model_name}"
        self.forms: list[PartForm] = []
        self.total = 0

    # From the database, or from what was typed -----------------------------------------------------------------------

    def read(self, *, first: int = 0) -> None:
        self.forms = [self._form(number, row) for number, row in enumerate(self.rows, start=first)]
        self.total = first + len(self.rows)

    def bind(self, data: Any, made: dict[str, int]) -> None:
        """`made` has the number of each row that was saved already, by the word for it."""
        self.total = _total(data, f"{self.prefix}-{TOTAL}")
        if self.chapter is SHARED:
            self.rows = self._added_before(data, made)
        by_number = {row.pk: row for row in self.rows}
        indexes = {row.pk: index for index, row in enumerate(self.rows)}
        forms = []
        for number in range(self.total):
            prefix = f"{self.prefix}-{number}"
            if f"{prefix}-part_order" not in data:
                continue
            number_sent, made_before = (
                _number(data.get(f"{prefix}-part_row")),
                made.get(data.get(f"{prefix}-part_made", "")),
            )
            row = by_number.get(number_sent or made_before)
            if row and not number_sent:  # its author was not told that it was added
                data = _with_version(data, prefix, row)
            form = self._form(number, row, data)
            form.index = indexes[row.pk] if row else number
            forms.append(form)
        self.forms = sorted(forms, key=lambda form: form.order)

    def _added_before(self, data: Any, made: dict[str, int]) -> list[Any]:
        """Of rows that guides share, the page has those alone that were added on it."""
        words = (data.get(f"{self.prefix}-{number}-part_made", "") for number in range(self.total))
        return list(self.kind.model._base_manager.filter(pk__in=[made[word] for word in words if word in made]))

    def add_blank(self, count: int = 1) -> None:
        """New ones at the end, with what is carried over from the part above."""
        for _ in range(count):
            above = self.forms[-1] if self.forms else None
            self.forms.append(self._form(self.total, None, carried=_carried_from(above, self.kind)))
            self.total += 1

    @property
    def blank(self) -> PartForm:
        """What the browser makes new parts from."""
        return self._form("__prefix__", None)

    def _form(self, number: Any, row: Any, data: Any = None, carried: dict[str, Any] | None = None) -> PartForm:
        new = {**(carried or {}), "part_made": uuid4().hex} if row is None and number != "__prefix__" else {}
        options: dict[str, Any] = {"instance": row, "prefix": f"{self.prefix}-{number}", "initial": new}
        form = self.form(data, **options) if data is not None else self.form(**options)
        form.index = number if isinstance(number, int) else 0
        self._limit_choices(form)
        return form

    def _limit_choices(self, form: PartForm) -> None:
        if self.kind.is_prose:
            kind = form.fields["kind"]
            kind.choices = [(value, label) for value, label in kind.choices if value in self.chapter.prose]

    # What is asked of it ------------------------------------------------------------------------------------------

    @property
    def standing(self) -> list[PartForm]:
        return [form for form in self.forms if not form.is_gone and not form.is_blank]

    @property
    def going(self) -> Iterator[PartForm]:
        return (form for form in self.forms if form.is_gone and not form.is_new)

    @property
    def is_full(self) -> bool:
        return self.kind.is_single and bool(self.forms)

    @property
    def heading(self) -> str:
        return "Sections" if self.kind.is_prose else self.kind.heading

    def new_positions(self) -> list[int]:
        """Of those that stand, in the order in which they do."""
        return positions([self._placed(form) for form in self.standing])

    def _placed(self, form: PartForm) -> Placed:
        group = tuple(str(form[name].value()) for name in self.kind.counted_apart if name in form.fields)
        before = None if form.is_new else form.instance.position
        return Placed(group, before, form.index)


def _total(data: Any, name: str) -> int:
    text = data.get(name, "0")
    if not (text.isascii() and text.isdecimal()) or len(text) > 4 or int(text) > MOST_PARTS * 2:
        raise BadRequest(f"A list has at most {MOST_PARTS} parts.")
    return int(text)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 19 else None


def _with_version(data: Any, prefix: str, row: Any) -> Any:
    data = data.copy()
    data[f"{prefix}-version_read"] = str(row.version)
    return data


def _carried_from(form: PartForm | None, kind: PartKind) -> dict[str, Any]:
    return {name: form[name].value() for name in kind.carried if name in form.fields} if form else {}

"""Questions about numbers that may be slips."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django import forms

from editorial.drafting.drafted_rows import is_new_in_draft
from facts.correcting import is_restated
from facts.units import Unit
from facts.values import numbers_and_texts

#: A share of what stood there before, or of an end of the range, from which on it is asked.
JUMP = Decimal("0.3")
NO_UNIT = Unit("")
SCALES = {"k": Decimal(1_000), "m": Decimal(1_000_000)}
UNITS = (Decimal(1), Decimal(12), Decimal(1_000), Decimal(1_000_000))
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s?([kKmM]\b)?")


class DoubtingForm(forms.ModelForm):
    """Asks “sure?” of numbers that jump, are not printed, or lie far outside their range."""

    restates = False

    sure = forms.BooleanField(
        required=False,
        label="Numbers are right",
        widget=forms.CheckboxInput(attrs={"aria-label": "Numbers are right"}),
        help_text="Tick it to save a number that was asked about.",
    )

    #: What looks like a slip of the finger, as field and words; known once the form is validated.
    doubts: list[tuple[str | None, str]] = []

    def _post_clean(self) -> None:
        # Last: what is wrong for certain is said first.
        super()._post_clean()
        self.restates = self.has_changed() and not self.errors and _restates(self.instance)
        self.doubts = list(self._doubts()) if self.has_changed() and not self.errors else []
        if not self.cleaned_data.get("sure"):
            for name, words in self.doubts:
                self.add_error(name, f"{words} If it is right, tick “Numbers are right” and save again.")

    def _doubts(self) -> Iterator[tuple[str | None, str]]:
        for name in self._numbers():
            before: Any = self.initial.get(name)
            now: Any = self.cleaned_data.get(name)
            if is_jump(before, now):
                yield (
                    name,
                    f"It changes from {self._in_words(name, before)} to {self._in_words(name, now)}, by "
                    f"{100 * abs(now - before) / abs(before):.0f}%.",
                )
        if "mean" in self.changed_data:
            yield from self._far_outside()
        if "as_printed" in self.changed_data or self._numbers():
            yield from self._not_printed()

    def _not_printed(self) -> Iterator[tuple[str | None, str]]:
        printed = numbers_in(self._value("as_printed") or "")
        for name in getattr(self._meta.model, "figure_fields", ()) if printed else ():
            number = self._value(name)
            if number is not None and not is_printed(Decimal(number), printed):
                shown = name if name in self.fields else "as_printed" if "as_printed" in self.fields else None
                yield (
                    shown,
                    f"The source prints “{self._value('as_printed')}”, and this says {self._in_words(name, number)}.",
                )

    def _numbers(self) -> list[str]:
        wanted = set(self.changed_data) & set(getattr(self._meta.model, "figure_fields", ()))
        return [name for name in self.fields if name in wanted]

    def _far_outside(self) -> Iterator[tuple[str, str]]:
        low, mean, high = (self._value(name) for name in ("low", "mean", "high"))
        if mean is None:
            return
        if low is not None and mean < low * (1 - JUMP):
            yield "mean", f"It lies far below the range, which begins at {self._in_words('low', low)}."
        if high is not None and mean > high * (1 + JUMP):
            yield "mean", f"It lies far above the range, which ends at {self._in_words('high', high)}."

    def _value(self, name: str) -> Any:
        return self.cleaned_data.get(name) if name in self.fields else getattr(self.instance, name, None)

    def _in_words(self, name: str, number: Any) -> str:
        unit = self.instance.unit_of(name, numbers_and_texts(self.instance)) or NO_UNIT
        return unit.say(Decimal(number))


def _restates(row: Any) -> bool:
    if row._state.adding or is_new_in_draft(row):
        return False
    before = type(row)._base_manager.filter(pk=row.pk).first()
    return before is not None and is_restated(before, row)


def numbers_in(as_printed: str) -> set[Decimal]:
    """The numbers in digits, or in words up to twelve; "38k" is 38000."""
    digits = {
        Decimal(number.replace(",", "")) * SCALES.get(scale.lower(), 1) for number, scale in _NUMBER.findall(as_printed)
    }
    words = set(re.findall(r"[a-z]+", as_printed.lower()))
    return digits | {Decimal(place) for place, word in enumerate(WORDS, 1) if word in words}


def is_printed(number: Decimal, printed: set[Decimal]) -> bool:
    """Whether it is printed, if in thousands, millions, or years for months."""
    return any(abs(number) == one * unit for one in printed for unit in UNITS)


def is_jump(before: Any, now: Any) -> bool:
    """Whether it changes by more than JUMP; from or to nothing is no jump."""
    if not isinstance(before, int | Decimal) or not isinstance(now, int | Decimal) or not before:
        return False
    return abs(Decimal(now) - Decimal(before)) > abs(Decimal(before)) * JUMP

"""Numbers that may be right and look as if they were not: the desk asks once more before it takes them."""

from collections.abc import Iterator
from decimal import Decimal

from django import forms

from facts.units import Unit
from facts.values import numbers_and_texts

#: A share of what stood there before, or of an end of the range, from which on it is asked.
JUMP = Decimal("0.3")
NO_UNIT = Unit("")


class DoubtingForm(forms.ModelForm):
    """A form that asks “sure?” where a number jumps, or a mean lies far outside its range; ticked, it is saved."""

    sure = forms.BooleanField(
        required=False,
        label="Sure",
        widget=forms.CheckboxInput(attrs={"aria-label": "Sure"}),
        help_text="These numbers are right, however far they are from what stood here before.",
    )

    #: What looks like a slip of the finger, as field and words; known once the form is validated.
    doubts: list[tuple[str, str]] = []

    def _post_clean(self):
        # Last: what is wrong for certain is said first.
        super()._post_clean()
        self.doubts = list(self._doubts()) if self.has_changed() and not self.errors else []
        if not self.cleaned_data.get("sure"):
            for name, words in self.doubts:
                self.add_error(name, f"{words} If it is right, tick “Sure” and save again.")

    def _doubts(self) -> Iterator[tuple[str, str]]:
        for name in self._numbers():
            before, now = self.initial.get(name), self.cleaned_data.get(name)
            if is_jump(before, now):
                yield (
                    name,
                    f"It changes from {self._told(name, before)} to {self._told(name, now)}, by "
                    f"{100 * abs(now - before) / abs(before):.0f} %.",
                )
        if "mean" in self.changed_data:
            yield from self._far_outside()

    def _numbers(self):
        wanted = set(self.changed_data) & set(getattr(self._meta.model, "figure_fields", ()))
        return [name for name in self.fields if name in wanted]

    def _far_outside(self):
        low, mean, high = (self._said(name) for name in ("low", "mean", "high"))
        if mean is None:
            return
        if low is not None and mean < low * (1 - JUMP):
            yield "mean", f"It lies far below the range, which begins at {self._told('low', low)}."
        if high is not None and mean > high * (1 + JUMP):
            yield "mean", f"It lies far above the range, which ends at {self._told('high', high)}."

    def _said(self, name):
        return self.cleaned_data.get(name) if name in self.fields else getattr(self.instance, name, None)

    def _told(self, name, number) -> str:
        unit = self.instance.unit_of(name, numbers_and_texts(self.instance)) or NO_UNIT
        return unit.say(Decimal(number))


def is_jump(before, now) -> bool:
    """Whether a number is so far from what stood there before that it may be a slip; from or to nothing is none."""
    if not isinstance(before, int | Decimal) or not isinstance(now, int | Decimal) or not before:
        return False
    return abs(Decimal(now) - Decimal(before)) > abs(Decimal(before)) * JUMP

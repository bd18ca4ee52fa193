import re
from collections.abc import Collection
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from explore.filters.problems import shown

MOST_VALUES = 200


class CommaListField(forms.CharField):
    def __init__(self, *, each: forms.Field, most: int = MOST_VALUES, **kwargs: Any) -> None:
        self.each, self.most = each, most
        super().__init__(**kwargs)

    def clean(self, value: str) -> list:
        """ValidationError with a message for each bad value."""
        parts = [part.strip() for part in super().clean(value).split(",")]
        values = [part for part in parts if part]
        if len(values) > self.most:
            raise ValidationError(f"Give at most {self.most}; these are {len(values)}.", code="too_many")
        return self._cleaned(values)

    def _cleaned(self, parts: list[str]) -> list:
        values, errors = [], []
        for part in parts:
            try:
                values.append(self.each.clean(part))
            except ValidationError as error:
                errors.extend(error.error_list)
        if errors:
            raise ValidationError(errors)
        return values


class OneOfField(forms.CharField):
    def __init__(self, *, words: Collection[str], **kwargs: Any) -> None:
        self.words = words
        super().__init__(**kwargs)

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and value not in self.words:
            known = ", ".join(self.words)
            raise ValidationError(f"{shown(value)} is not known here. Known are: {known}.", code="unknown_value")


class YesNoField(OneOfField):
    """`true` or `false`; None if empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(words=("true", "false"), **kwargs)

    def clean(self, value: str) -> bool | None:
        return {"true": True, "false": False}.get(super().clean(value))


class Written:
    """Python would also accept "1_000", "٣" and "20240531"."""

    written_as: re.Pattern

    def to_python(self, value: str) -> Any:
        if value and not self.written_as.fullmatch(value):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)


class AmountField(Written, forms.DecimalField):
    written_as = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")
    default_error_messages = {"invalid": "Write a number in digits: 47190 or 22.35."}


class CountField(Written, forms.IntegerField):
    written_as = re.compile(r"[+-]?[0-9]{1,100}")
    default_error_messages = {"invalid": "Write a whole number in digits: 12."}


class CurrencyField(Written, forms.CharField):
    """Three capital letters."""

    written_as = re.compile(r"[A-Z]{3}")
    default_error_messages = {"invalid": "Write a currency as its three capital letters in ISO 4217: USD."}


class ISODateField(Written, forms.DateField):
    """Only YYYY-MM-DD."""

    written_as = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
    default_error_messages = {"invalid": "Write a day as year, month and day: 2024-05-31."}

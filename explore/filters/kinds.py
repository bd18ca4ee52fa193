from collections.abc import Collection, Iterator
from typing import Any

from django import forms
from django.db.models import F, OrderBy, QuerySet
from django_filters import Filter
from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from explore.filters.fields import (
    AmountField,
    CommaListField,
    CountField,
    CurrencyField,
    ISODateField,
    OneOfField,
    YesNoField,
)
from explore.filters.widgets import RowSelect, WordSelect

ALIKE = 75
"""How alike two spellings are at least, of 100, for one to have been meant by the other."""
MOST_LIKENED = 20_000
"""How many rows of a table are looked through for one that may have been meant."""
LARGEST_AMOUNT = 10**9
LARGEST_COUNT = 2**31 - 1


class Words(Filter):
    field_class = forms.CharField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, max_length=200, **kwargs)


class Currency(Filter):
    field_class = CurrencyField


class Amount(Filter):
    field_class = AmountField

    def __init__(self, *args: Any, lowest: int = 0, highest: int = LARGEST_AMOUNT, **kwargs: Any) -> None:
        super().__init__(*args, min_value=lowest, max_value=highest, **kwargs)


class Count(Filter):
    field_class = CountField

    def __init__(self, *args: Any, lowest: int = 0, highest: int = LARGEST_COUNT, **kwargs: Any) -> None:
        super().__init__(*args, min_value=lowest, max_value=highest, **kwargs)


class Day(Filter):
    field_class = ISODateField


class YesNo(Filter):
    field_class = YesNoField


def bounds(column: str, what: str, kind: type[Filter] = Amount, **kwargs: Any) -> tuple[Filter, Filter]:
    """Filters for the lowest and highest value of `column`; `what` describes it."""
    return (
        kind(column, lookup_expr="gte", help_text=f"{what}, from.", **kwargs),
        kind(column, lookup_expr="lte", help_text=f"{what}, up to.", **kwargs),
    )


class CommaList(Filter):
    """`many` means the join can repeat rows."""

    field_class = CommaListField

    def __init__(self, *args: Any, each: forms.Field, many: bool = False, **kwargs: Any) -> None:
        self.many = many
        kwargs.setdefault("lookup_expr", "in")
        super().__init__(*args, each=each, **kwargs)

    def filter(self, qs: QuerySet, value: list) -> QuerySet:
        if not self.many or not value:
            return super().filter(qs, value)
        return qs.filter(pk__in=super().filter(qs.model._default_manager.order_by(), value).values("pk"))


class FirstOfPairs(Collection[str]):
    """Read on each use, because pairs can be registered later."""

    def __init__(self, pairs: Collection[tuple[str, str]]) -> None:
        self._pairs = pairs

    def __contains__(self, word: object) -> bool:
        return any(word == known for known, _ in self._pairs)

    def __iter__(self) -> Iterator[str]:
        return (word for word, _ in self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)


class Choices(CommaList):
    """`words` are pairs as in `TextChoices.choices`."""

    def __init__(self, *args: Any, words: Collection[tuple[str, str]], **kwargs: Any) -> None:
        labels = dict(words)
        self.words = FirstOfPairs(words)
        super().__init__(*args, each=OneOfField(words=self.words), widget=WordSelect(labels), **kwargs)


class ChoiceFilter(Filter):
    field_class = OneOfField

    def __init__(self, *args: Any, words: Collection[tuple[str, str]], **kwargs: Any) -> None:
        labels = dict(words)
        self.words = FirstOfPairs(words)
        super().__init__(*args, words=self.words, widget=WordSelect(labels), **kwargs)


class Numbers(CommaList):
    def __init__(self, *args: Any, lowest: int = 0, highest: int = LARGEST_COUNT, **kwargs: Any) -> None:
        super().__init__(*args, each=CountField(min_value=lowest, max_value=highest), **kwargs)


class Reference(CommaList):
    """Rows of `rows` by their field `by`; an unknown code is a problem."""

    def __init__(self, *args: Any, rows: QuerySet, by: str = "slug", **kwargs: Any) -> None:
        self.rows, self.by = rows, by
        super().__init__(*args, each=forms.CharField(max_length=120), widget=RowSelect(rows, by), **kwargs)

    def found(self, codes: list[str]) -> QuerySet:
        return self.rows.filter(**{f"{self.by}__in": codes})

    def nearest(self, code: str) -> str:
        """ "" for codes that differ only in digits: many others are as close."""
        if not any(map(str.isalpha, code)):
            return ""
        columns = {field.name for field in self.rows.model._meta.get_fields()}
        named = [self.by, *(column for column in ("name", "title") if column in columns)]
        spelt = [(row[0], text) for row in self.rows.order_by("pk").values_list(*named)[:MOST_LIKENED] for text in row]
        texts = [text for _, text in spelt]
        found = process.extractOne(code, texts, scorer=fuzz.ratio, processor=default_process, score_cutoff=ALIKE)
        return spelt[found[2]][0] if found else ""

    @property
    def noun(self) -> str:
        return str(self.rows.model._meta.verbose_name)


class Ordering(CommaList):
    """ "-" sorts descending.

    Ties are sorted by primary key, so that no row is on two pages.
    """

    def __init__(self, *args: Any, fields: dict[str, str], **kwargs: Any) -> None:
        self.fields = fields
        self.words = tuple(word for name in fields for word in (name, f"-{name}"))
        kwargs.setdefault("help_text", "How the rows stand; “-” before a name puts the highest first.")
        super().__init__(*args, each=OneOfField(words=self.words), **kwargs)

    def filter(self, qs: QuerySet, value: list[str]) -> QuerySet:
        return qs.order_by(*map(self.expression, value), "pk") if value else qs

    def expression(self, word: str) -> OrderBy:
        column = F(self.fields[word.removeprefix("-")])
        return column.desc(nulls_last=True) if word.startswith("-") else column.asc(nulls_last=True)

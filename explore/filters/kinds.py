"""The kinds of filter that a list is narrowed with; each knows the form field that reads it."""

from collections.abc import Collection, Iterator

from django import forms
from django.db.models import F, QuerySet
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
    """Text that is looked for."""

    field_class = forms.CharField

    def __init__(self, *args, **kwargs):
        super().__init__(*args, max_length=200, **kwargs)


class Currency(Filter):
    """A currency as ISO 4217 writes it."""

    field_class = CurrencyField


class Amount(Filter):
    """A number that a column is held against: money, per cent."""

    field_class = AmountField

    def __init__(self, *args, lowest=0, highest=LARGEST_AMOUNT, **kwargs):
        super().__init__(*args, min_value=lowest, max_value=highest, **kwargs)


class Count(Filter):
    """A whole number."""

    field_class = CountField

    def __init__(self, *args, lowest=0, highest=LARGEST_COUNT, **kwargs):
        super().__init__(*args, min_value=lowest, max_value=highest, **kwargs)


class Day(Filter):
    """A day of the calendar, as 2024-05-31."""

    field_class = ISODateField


class YesNo(Filter):
    """`true` or `false`."""

    field_class = YesNoField


def bounds(column: str, what: str, kind: type[Filter] = Amount, **kwargs) -> tuple[Filter, Filter]:
    """The filters for the lowest and the highest value of `column`; `what` says in words what it holds."""
    return (
        kind(column, lookup_expr="gte", help_text=f"{what}, from.", **kwargs),
        kind(column, lookup_expr="lte", help_text=f"{what}, up to.", **kwargs),
    )


class CommaList(Filter):
    """Values between commas; a row passes that has any of them.

    `many` says that the column is reached through rows of which one row of the list may have several.
    """

    field_class = CommaListField

    def __init__(self, *args, each: forms.Field, many: bool = False, **kwargs):
        self.many = many
        kwargs.setdefault("lookup_expr", "in")
        super().__init__(*args, each=each, **kwargs)

    def filter(self, qs, value):
        """The rows that have any of the values, each once."""
        if not self.many or not value:
            return super().filter(qs, value)
        return qs.filter(pk__in=super().filter(qs.model._default_manager.order_by(), value).values("pk"))


class FirstOfPairs(Collection[str]):
    """The words of pairs of words and labels, as they stand whenever it is looked at."""

    def __init__(self, pairs: Collection[tuple[str, str]]):
        self._pairs = pairs

    def __contains__(self, word: object) -> bool:
        return any(word == known for known, _ in self._pairs)

    def __iter__(self) -> Iterator[str]:
        return (word for word, _ in self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)


class Choices(CommaList):
    """Words of a fixed set, between commas; `words` maps each to what people call it, as `TextChoices.choices` does."""

    def __init__(self, *args, words: Collection[tuple[str, str]], **kwargs):
        labels = dict(words)
        self.words = FirstOfPairs(words)
        super().__init__(*args, each=OneOfField(words=self.words), widget=WordSelect(labels), **kwargs)


class Choice(Filter):
    """One word of a fixed set; `words` as for `Choices`."""

    field_class = OneOfField

    def __init__(self, *args, words: Collection[tuple[str, str]], **kwargs):
        labels = dict(words)
        self.words = FirstOfPairs(words)
        super().__init__(*args, words=self.words, widget=WordSelect(labels), **kwargs)


class Numbers(CommaList):
    """Whole numbers between commas."""

    def __init__(self, *args, lowest=0, highest=LARGEST_COUNT, **kwargs):
        super().__init__(*args, each=CountField(min_value=lowest, max_value=highest), **kwargs)


class Reference(CommaList):
    """Rows of another table by what identifies them, between commas; one that is not there is a mistake.

    `rows` is a queryset of the rows that may be named and `by` their field with the code.
    """

    def __init__(self, *args, rows: QuerySet, by: str = "slug", **kwargs):
        self.rows, self.by = rows, by
        super().__init__(*args, each=forms.CharField(max_length=120), widget=RowSelect(rows, by), **kwargs)

    def found(self, codes: list[str]) -> QuerySet:
        """The rows among `codes` that there are."""
        return self.rows.filter(**{f"{self.by}__in": codes})

    def nearest(self, code: str) -> str:
        """The code of the row that may have been meant, whose code or name is spelt like `code`; "" where none is.

        Numbers that differ in a digit are not alike: many others would be as near.
        """
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
        """What one row of the table is called."""
        return str(self.rows.model._meta.verbose_name)


class Ordering(CommaList):
    """How the rows stand: names of `fields` between commas, each with a "-" before it for the highest first.

    `fields` maps a name to the column. Rows without a value come last either way, and rows that are equal
    stand in the order in which they were entered, so that a row is on one page only.
    """

    def __init__(self, *args, fields: dict[str, str], **kwargs):
        self.fields = fields
        self.words = tuple(word for name in fields for word in (name, f"-{name}"))
        kwargs.setdefault("help_text", "How the rows stand; “-” before a name puts the highest first.")
        super().__init__(*args, each=OneOfField(words=self.words), **kwargs)

    def filter(self, qs, value):
        """Put the rows in order."""
        return qs.order_by(*map(self.expression, value), "pk") if value else qs

    def expression(self, word: str):
        """The order that one word asks for."""
        column = F(self.fields[word.removeprefix("-")])
        return column.desc(nulls_last=True) if word.startswith("-") else column.asc(nulls_last=True)

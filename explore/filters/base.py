from collections.abc import Collection, Iterator
from functools import cached_property, lru_cache
from typing import Any

from django import forms
from django.db.models import CharField, F, QuerySet, Value
from django.http import QueryDict
from django_filters import Filter, FilterSet

from explore.filters.kinds import CommaList, Reference
from explore.filters.problems import Problem, problems_of_text, shown
from facts.models import Edition
from facts.unions import united

EMPTY: tuple = (None, "", [])
NOTHING = Edition.objects.none()
"""What a set of filters narrows that is only there to read parameters."""


class Filters(FilterSet):
    """Applies valid parameters and reports the others as `problems`; unknown parameters are ignored. One query checks
    all references.
    """

    base_filters: dict

    def __init__(self, data: QueryDict | None = None, queryset: QuerySet | None = None, **kwargs: Any) -> None:
        params = data if data is not None else QueryDict()
        # To make a filter and its form's field takes longer than to read a row: only those that are asked for are made.
        self.base_filters = {
            name: kind for name, kind in type(self).base_filters.items() if _is_read(name, kind, params)
        }
        self.refused = list(self._refused(params))
        bad = {problem.parameter for problem in self.refused}
        rows = NOTHING if queryset is None and self._meta.model is None else queryset
        super().__init__(self._readable(params, bad), rows, **kwargs)

    @classmethod
    def _refused(cls, data: QueryDict) -> Iterator[Problem]:
        for name, kind in cls.base_filters.items():
            if name in data:
                yield from problems_of_text(name, data.getlist(name), several=isinstance(kind, CommaList))

    @classmethod
    def _readable(cls, data: QueryDict, bad: Collection[str]) -> dict[str, str]:
        """A repeated list parameter is the same as a single list."""
        return {name: ",".join(data.getlist(name)) for name in cls.base_filters if name in data and name not in bad}

    @cached_property
    def asked(self) -> dict:
        values = {name: value for name, value in self._cleaned.items() if value not in EMPTY}
        return {name: self._known(name, value) for name, value in values.items()}

    @cached_property
    def problems(self) -> list[Problem]:
        found = [*self.refused, *self._invalid(), *self._unknown_codes]
        order = list(type(self).base_filters)
        return sorted(found, key=lambda problem: order.index(problem.parameter))

    @cached_property
    def strays(self) -> list[Problem]:
        """Unknown codes in a list with known ones."""
        return [problem for problem in self._unknown_codes if self.asked.get(problem.parameter)]

    @cached_property
    def crossed(self) -> list[Problem]:
        """Ranges whose minimum is above their maximum."""
        ends = ((name, name.removesuffix("_max") + "_min") for name in self.asked if name.endswith("_max"))
        crossed = [high for high, low in ends if low in self.asked and self.asked[low] > self.asked[high]]
        return [
            Problem(name, "below_lowest", "The highest is below the lowest: nothing can match.") for name in crossed
        ]

    def get_form_class(self) -> type[forms.Form]:
        return self._form_of(tuple(self.filters))

    @classmethod
    @lru_cache(maxsize=500)
    def _form_of(cls, names: tuple[str, ...]) -> type[forms.Form]:
        return FilterSet.get_form_class(cls(QueryDict("&".join(names))))

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        for name, value in self.asked.items():
            queryset = self.filters[name].filter(queryset, value)
        return queryset

    def _invalid(self) -> Iterator[Problem]:
        for name, error in self.form.errors.as_data().items():
            for one in error:
                yield from (Problem(name, one.code or "invalid", message) for message in one.messages)

    @cached_property
    def _unknown_codes(self) -> list[Problem]:
        return list(self._unknown())

    def _unknown(self) -> Iterator[Problem]:
        for name, kind in self._references():
            missing = [code for code in self._cleaned[name] if (name, code) not in self._found]
            for place, code in enumerate(missing):
                hint = _hint(kind, code) if place == 0 else ""  # one is help, and many would be a long search
                yield Problem(name, "unknown_value", f"There is no {kind.noun} {shown(code)}.{hint}")

    def _known(self, name: str, value: Any) -> Any:
        if isinstance(self.filters[name], Reference):
            return [code for code in value if (name, code) in self._found]
        return value

    @cached_property
    def _cleaned(self) -> dict:
        self.form.is_valid()  # cleans, unless that is done already
        return self.form.cleaned_data

    def _references(self) -> Iterator[tuple[str, Reference]]:
        for name, kind in self.filters.items():
            if isinstance(kind, Reference) and self._cleaned.get(name):
                yield name, kind

    @cached_property
    def _found(self) -> set[tuple[str, str]]:
        queries = [_tagged(name, kind, self._cleaned[name]) for name, kind in self._references()]
        if not queries:
            return set()
        return set(united(queries))


def _hint(kind: Reference, code: str) -> str:
    return f" Did you mean {shown(nearest)}?" if (nearest := kind.nearest(code)) else ""


def _is_read(name: str, kind: Filter, params: QueryDict) -> bool:
    return name in params or kind.extra.get("required", False)


def _tagged(name: str, kind: Reference, codes: list[str]) -> QuerySet:
    tags = {"_filter": Value(name, output_field=CharField()), "_code": F(kind.by)}
    return kind.found(codes).order_by().annotate(**tags).values_list("_filter", "_code")

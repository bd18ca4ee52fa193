"""The database refuses nonsense: how a table of allowed and refused rows is held against it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction

from facts.models import Sourced

Said = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A check constraint, a factory, and what may and may not be said of a row that the factory makes.

    A value that is a function is given the row: `{"related": lambda row: row.career}`.
    """

    constraint: str
    factory: Callable[..., models.Model]
    allowed: list[Said]
    refused: list[Said]
    made: Said = field(default_factory=dict)

    def row(self, said: Said) -> models.Model:
        """A row that says so, not saved yet."""
        row = self.factory(**self.made)
        for name, value in said.items():
            setattr(row, name, value(row) if callable(value) else value)
        return row


@dataclass(frozen=True)
class Twin:
    """A unique constraint, a factory, and what must differ for a second row to stand beside the first."""

    constraint: str
    factory: Callable[..., models.Model]
    differing: Said

    def second(self, said: Said) -> models.Model:
        """A copy of a row that the factory has made, with a key of its own where it is from a source, that says so."""
        row = self.factory()
        row.pk, row._state.adding = None, True
        if isinstance(row, Sourced):
            row.key = "the-second"
        for name, value in said.items():
            setattr(row, name, value() if callable(value) else value)
        return row


def allowed(cases: list[Case]) -> list:
    """The parameters of a test that takes `case` and `said`: what the cases allow."""
    return [_named(case, said) for case in cases for said in case.allowed]


def refused(cases: list[Case]) -> list:
    """The same of what they refuse."""
    return [_named(case, said) for case in cases for said in case.refused]


def _named(case: Case, said: Said):
    words = " ".join(f"{name}={'…' if callable(value) else value}" for name, value in said.items())
    return pytest.param(case, said, id=f"{case.constraint}: {words}")


def is_allowed(row: models.Model) -> None:
    """The models and the database both take the row."""
    row.full_clean()
    row.save()


def is_refused(row: models.Model, constraint: str) -> None:
    """The models refuse the row in words, and the database refuses it by the constraint."""
    with pytest.raises(ValidationError):
        row.validate_constraints()
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        row.save()
    assert _named_in(str(refusal.value), row, constraint)


def is_given_once(factory, name: str) -> None:
    """A second row cannot take the first one's `name`: the models say so in words, and the database does."""
    first = factory()
    second = factory(**_another(factory, name, first))
    setattr(second, name, getattr(first, name))
    with pytest.raises(ValidationError) as problem:
        second.validate_unique()
    assert name in problem.value.message_dict
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        type(second).objects.filter(pk=second.pk).update(**{name: getattr(first, name)})
    assert name in str(refusal.value)


def _another(factory, name: str, first: models.Model) -> Said:
    # A factory whose rows all have the same name makes a second one only when told another.
    return {name: "another"} if getattr(factory.build(), name) == getattr(first, name) else {}


def _named_in(message: str, row: models.Model, constraint: str) -> bool:
    unique = {each.name: each for each in row._meta.constraints if isinstance(each, models.UniqueConstraint)}
    if connection.vendor == "sqlite" and constraint in unique:
        # SQLite names a unique constraint by its columns.
        columns = [row._meta.get_field(name).column for name in unique[constraint].fields]
        return all(f"{row._meta.db_table}.{column}" in message for column in columns)
    return constraint in message


def constraints_of(labels: str | Iterable[str], kind: type[models.BaseConstraint]) -> set[str]:
    """The names of every constraint of that kind in the app, or in several."""
    labels = [labels] if isinstance(labels, str) else labels
    return {each.name for label in labels for each in _constraints(label) if isinstance(each, kind)}


def _constraints(app: str) -> Iterator[models.BaseConstraint]:
    for model in apps.get_app_config(app).get_models():
        yield from model._meta.constraints


def sourced(factory) -> list[Case]:
    """What holds for every row taken from a source."""
    elsewhere = {"key": "somewhere-else", "locator": "Table 2, row 3"}
    return [_case(factory, "has_key_and_locator", allowed=[elsewhere], refused=[{"key": ""}, {"locator": ""}])]


def counted(factory) -> Case:
    """What holds for every row with a place in a list."""
    return _case(factory, "counts_from_one", allowed=[{"position": 1}, {"position": 40}], refused=[{"position": 0}])


def statement(factory) -> list[Case]:
    """What holds for every statement."""
    may, june = date(2023, 5, 1), date(2023, 6, 1)
    return [
        *sourced(factory),
        _case(factory, "has_as_printed", allowed=[{"as_printed": "≈23,700"}], refused=[{"as_printed": ""}]),
        _case(
            factory,
            "period_in_order",
            allowed=[_period(None, None), _period(may, may), _period(may, june)],
            refused=[_period(june, may), _period(may, None), _period(None, may)],
        ),
        _case(
            factory,
            "rank_with_reason",
            allowed=[_rank("normal", ""), _rank("preferred", "The newest."), _rank("deprecated", "Withdrawn.")],
            refused=[_rank("preferred", ""), _rank("deprecated", "")],
        ),
    ]


def _case(factory, what: str, **said) -> Case:
    model = factory._meta.model._meta
    return Case(f"{model.app_label}_{model.model_name}_{what}", factory, **said)


def _period(start, end) -> Said:
    return {"reference_start": start, "reference_end": end}


def _rank(rank, reason) -> Said:
    return {"rank": rank, "rank_reason": reason}

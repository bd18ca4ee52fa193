"""Reads the database as an edition left it: table expressions made of history stand in for tables of their names.

docs/decisions/editions.md tells why.
"""

# ruff: noqa: S608 - names of tables and columns are the models'

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connections, models, router

from facts.freezing import is_unfrozen
from facts.models import Change, Correction, Curated, Edition, Release

NAMES = re.compile(r'"(\w+)"')
READS = re.compile(r"\s*[(\s]*SELECT\b", re.IGNORECASE)
WITH = re.compile(r"\s*WITH(\s+RECURSIVE)?\b", re.IGNORECASE)
WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|MERGE|COPY)\b", re.IGNORECASE)

Execute = Callable[[str, Any, bool, dict], Any]

_pinned: ContextVar[Edition | None] = ContextVar("pinned", default=None)


class EditionIsPast(RuntimeError):  # noqa: N818 - what stands in the way
    """Nothing is written then."""


class NotKept(LookupError):  # noqa: N818 - what happened, rather than a mistake
    """The message says why."""


@contextmanager
def as_of(edition: Edition) -> Iterator[None]:
    """Every read inside is of the edition."""
    connection = connections[router.db_for_read(Edition)]
    token = _pinned.set(edition)
    try:
        with connection.execute_wrapper(_Shadowing(connection, edition)):
            yield
    finally:
        _pinned.reset(token)


def edition_kept() -> Edition | None:
    """None where rows are not those of the newest."""
    return None if pinned() or is_unfrozen() else Edition.objects.newest_first().first()


def pinned() -> Edition | None:
    """The earlier edition that is read now."""
    return _pinned.get()


@contextmanager
def of_now() -> Iterator[None]:
    """Reads inside are of the newest edition again."""
    token = _pinned.set(None)
    try:
        yield
    finally:
        _pinned.reset(token)


def check_is_kept(edition: Edition, model: type[models.Model]) -> None:
    """Raises NotKept where a release of such rows was imported anew since."""
    if not any(field.name == "release" for field in model._meta.concrete_fields):
        return
    with of_now():
        _check_releases(edition, model)


def _check_releases(edition: Edition, model: type[models.Model]) -> None:
    since = Change.objects.filter(
        model=Release._meta.label_lower,
        kind=Change.Kind.CHANGED,
        edition__number__gt=edition.number,
        edition__act=Edition.Act.IMPORT,
    )
    for change in since.select_related("edition").order_by("pk"):
        if model._base_manager.filter(release=change.row).exists():
            raise NotKept(
                f"{change.title} was imported again with edition {change.edition.number}; "
                f"its rows of edition {edition.number} are in the files of that edition, if those are kept."
            )


class _Shadowing:
    def __init__(self, connection: Any, edition: Edition) -> None:
        self._shadows = _shadows(connection, edition)

    def __call__(self, execute: Execute, sql: str, params: Any, many: bool, context: dict) -> Any:
        if pinned() is None:
            return execute(sql, params, many, context)
        if WRITES.match(sql):
            raise EditionIsPast("An earlier edition is read, in which nothing is written.")
        return execute(self._shadowed(sql), params, many, context)

    def _shadowed(self, sql: str) -> str:
        named = [name for name in dict.fromkeys(NAMES.findall(sql)) if name in self._shadows]
        if not named or not (READS.match(sql) or WITH.match(sql)):
            return sql
        standing_in = ", ".join(f'"{name}" AS ({self._shadows[name]})' for name in named)
        if match := WITH.match(sql):
            return f"WITH{match[1] or ''} {standing_in}, {sql[match.end() :]}"
        return f"WITH {standing_in} {sql}"


def _shadows(connection: Any, edition: Edition) -> Mapping[str, str]:
    moment = connection.ops.adapt_datetimefield_value(edition.published_at)
    kind = "::timestamptz" if connection.vendor == "postgresql" else ""
    templates = _templates(connection.vendor)
    return {name: template.format(f"'{moment}'{kind}", edition.number) for name, template in templates.items()}


@cache
def _templates(vendor: str) -> Mapping[str, str]:
    """By table, with braces for an edition's moment and number."""
    schema = "public" if vendor == "postgresql" else "main"
    templates = {}
    for model in apps.get_models():
        if issubclass(model, Curated) and not model._meta.abstract:
            templates |= _of_curated(model)
    templates[Edition._meta.db_table] = f'SELECT * FROM {schema}."{Edition._meta.db_table}" WHERE number <= {{1}}'
    for model in (Change, Correction):
        table, editions = model._meta.db_table, Edition._meta.db_table
        numbers = f'SELECT id FROM {schema}."{editions}" WHERE number <= {{1}}'
        templates[table] = f'SELECT * FROM {schema}."{table}" WHERE edition_id IN ({numbers})'
    return templates


def _of_curated(model: type[Curated]) -> dict[str, str]:
    """Told row by row: groups would keep a join from looking rows up."""
    history = model.history.model
    table, key = history._meta.db_table, model._meta.pk.column  # type: ignore[union-attr]
    later = f'later."{key}" = h."{key}" AND later.history_date <= {{0}} AND later.history_id > h.history_id'
    standing = (
        f"FROM \"{table}\" AS h WHERE h.history_date <= {{0}} AND h.history_type <> '-' "
        f'AND NOT EXISTS (SELECT 1 FROM "{table}" AS later WHERE {later})'
    )
    columns = ", ".join(f'h."{field.column}"' for field in history.tracked_fields)
    found = {model._meta.db_table: f"SELECT {columns} {standing}"}
    for field in history._history_m2m_fields:
        through = field.remote_field.through
        kept = getattr(history(pk=0), field.name).model._meta.db_table
        names = ", ".join(f'"{each.column}"' for each in through._meta.concrete_fields)
        ties = f'SELECT {names} FROM "{kept}" WHERE history_id IN (SELECT h.history_id {standing})'
        found[through._meta.db_table] = ties
    return found

"""The rows of the database that a fixture speaks of, read in bulk."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import islice
from operator import or_

from django.db.models import Manager, Q, QuerySet

from facts.loading.name import Key, Name, name_of
from facts.loading.shape import shape_of
from facts.models.natural import NaturalKey

# As many keys in one query as both databases take without effort.
AT_ONCE = 100


def rows_named(names: Iterable[Name], *, hidden: bool = False) -> dict[Name, NaturalKey]:
    """The rows that have these names, each with what it refers to; names that no row has are left out.

    Rows that readers do not see yet, since the import that makes them goes on, are only there if `hidden` is asked for.
    """
    keys = defaultdict(list)
    for name in names:
        keys[name.model].append(name.key)
    return {name_of(row): row for model, wanted in keys.items() for row in _rows(model, wanted, hidden)}


def _rows(model: type[NaturalKey], keys: list[Key], hidden: bool) -> Iterator[NaturalKey]:
    rows = _with_what_it_refers_to(model, model._base_manager if hidden else model._default_manager)
    for some in _batches(keys):
        yield from rows.filter(_any_of(model, some))


def _with_what_it_refers_to(model: type[NaturalKey], manager: Manager) -> QuerySet:
    shape = shape_of(model)
    # The row at the end of each path of the key, and of the keys of what the row refers to.
    paths = {path.rpartition("__")[0] for path in model.natural_key_fields} - {""}
    for name, field in shape.one.items():
        paths |= {f"{name}__{path}".rpartition("__")[0] for path in field.related_model.natural_key_fields}
    rows = manager.prefetch_related(*shape.many)
    return rows.select_related(*paths) if paths else rows


def _any_of(model: type[NaturalKey], keys: list[Key]) -> Q:
    fields = model.natural_key_fields
    if len(fields) == 1:
        return Q(**{f"{fields[0]}__in": [key[0] for key in keys]})
    return reduce(or_, (Q(**dict(zip(fields, key, strict=True))) for key in keys))


def _batches(keys: list[Key]) -> Iterator[list[Key]]:
    remaining = iter(keys)
    while some := list(islice(remaining, AT_ONCE)):
        yield some

"""What a publication may make a difference to."""

from collections import defaultdict

from django.db import models

from careers.models import Occupation
from explore.citing import careers_citing
from facts.actions import Publication

Rows = dict[type[models.Model], set[int]]


def rows_touched(publication: Publication) -> Rows:
    """Primary keys by model."""
    found: Rows = defaultdict(set)
    for model, number in (*publication.touched, *publication.renamed):
        found[model].add(number)
    return found


def careers_touched(publication: Publication) -> set[str]:
    """Slugs of careers whose guides changed or name a changed row, or that are tied to what a row is about."""
    rows = rows_touched(publication)
    careers = {change.career_slug for change in publication.changes} - {""}
    return careers.union(
        *(careers_citing(model, numbers) for model, numbers in rows.items()),
        *(_careers_of_occupations(model, numbers) for model, numbers in rows.items()),
    )


def _careers_of_occupations(model: type[models.Model], numbers: set[int]) -> set[str]:
    """For figures of the record among the rows, and crosswalks to an occupation."""
    names = {field.name for field in model._meta.concrete_fields}
    column = "to_occupation" if "to_occupation" in names else "occupation"
    if not {column, "release"} <= names:
        return set()
    occupations = model._base_manager.filter(pk__in=numbers, **{f"{column}__isnull": False})
    return careers_citing(Occupation, set(occupations.values_list(column, flat=True)))

from django.db import models

from facts.models import Released


def explained(model: type[Released], field: str, **codes: str) -> models.Subquery:
    """What `field` says in the row of `model` that explains a code of a release, or None where none does.

    `codes` are the names of the model's fields, each with the name of the field that holds the code.
    """
    same = {ours: models.OuterRef(theirs) for ours, theirs in codes.items()}
    return models.Subquery(model.objects.filter(release=models.OuterRef("release"), **same).values(field)[:1])

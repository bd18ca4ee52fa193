from typing import Any

from django.db import models


def is_words(model: type[models.Model], name: str) -> bool:
    """Whether a field of a model holds words that a reviewer may put right: no figure, code, choice or address."""
    field: Any = model._meta.get_field(name)
    is_text = isinstance(field, models.CharField | models.TextField) and not isinstance(field, models.URLField)
    own = {"as_printed", "key", "slug", "code", *getattr(model, "figure_fields", ())}
    return is_text and not field.choices and not isinstance(field, models.SlugField) and name not in own

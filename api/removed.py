import json
from functools import cache
from typing import Any

from django.db import models
from rest_framework.renderers import JSONRenderer

from api.kept_addresses import MARK
from careers.models import Career


def write_row(row: models.Model) -> dict | None:
    """The row as the API gives it. A career’s is kept whole by `frozen`."""
    serializer = _serializers().get(type(row))
    if serializer is None:
        return None
    document = serializer(context={"fields": None, "include": (), "site": MARK}).to_representation(row)
    return json.loads(JSONRenderer().render(document))


@cache
def _serializers() -> dict[type[models.Model], Any]:
    from api.urls.v1 import rows  # addresses are known once Django has started

    lists = [view.of for pattern in rows if hasattr(view := pattern.callback.cls, "of")]
    found = {of.serializer.Meta.model: of.serializer for of in lists if hasattr(of.serializer, "Meta")}
    return {model: serializer for model, serializer in found.items() if model is not Career}

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from rest_framework.renderers import JSONRenderer

from api.guide import guide_document
from api.serializers.guides import GuideSerializer
from careers.models import Career
from explore.citing import careers_citing


def write_guides(careers: set[str], touched: Iterable[tuple[type, int]]) -> dict[str, bytes | None]:
    """Guides as JSON by slug; None for a removed career."""
    rows = defaultdict(set)
    for model, number in touched:
        rows[model].add(number)
    changed = careers.union(*(careers_citing(model, numbers) for model, numbers in rows.items()))
    there = set(Career.objects.filter(slug__in=changed).values_list("slug", flat=True))
    return {slug: _written(slug) if slug in there else None for slug in sorted(changed)}


def _written(slug: str) -> bytes:
    serializer = GuideSerializer(context={"fields": None, "include": GuideSerializer.optional})
    return JSONRenderer().render(serializer.to_representation(guide_document(slug)))


def chosen_from(document: dict[str, Any], fields: Iterable[str] | None, include: Iterable[str]) -> dict[str, Any]:
    """The stored guide, reduced by `fields` and `include`."""
    optional = GuideSerializer.optional
    plain = [name for name in document if name not in optional and (fields is None or name in fields)]
    return {name: value for name, value in document.items() if name in plain or name in include}

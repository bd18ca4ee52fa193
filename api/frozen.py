from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from rest_framework.renderers import JSONRenderer

from api.guide import guide_documents
from api.kept_addresses import MARK
from api.serializers.guides import GuideSerializer
from careers.models import Career, FormerSlug
from explore.citing import careers_citing

#: How many guides are read in one go; each has some 90 rows.
AT_ONCE = 50


def write_guides(careers: set[str], touched: Iterable[tuple[type, int]]) -> dict[str, bytes | None]:
    """Guides as JSON by slug; None for a removed career."""
    rows = defaultdict(set)
    for model, number in touched:
        rows[model].add(number)
    changed = careers.union(*(careers_citing(model, numbers) for model, numbers in rows.items()))
    left = FormerSlug.objects.filter(pk__in=rows[FormerSlug]).values_list("slug", flat=True)
    return dict.fromkeys(sorted(changed.union(left))) | dict(_written(changed))


def _written(slugs: Collection[str]) -> Iterator[tuple[str, bytes]]:
    context = {"fields": None, "include": GuideSerializer.optional, "site": MARK}
    serializer, renderer = GuideSerializer(context=context), JSONRenderer()
    careers = list(Career.objects.filter(slug__in=slugs).select_related("field").order_by("pk"))
    for first in range(0, len(careers), AT_ONCE):
        for document in guide_documents(careers[first : first + AT_ONCE]):
            yield document.career.slug, renderer.render(serializer.to_representation(document))


def chosen_from(document: dict[str, Any], fields: Iterable[str] | None, include: Iterable[str]) -> dict[str, Any]:
    """The stored guide, reduced by `fields` and `include`."""
    optional = GuideSerializer.optional
    plain = [name for name in document if name not in optional and (fields is None or name in fields)]
    return {name: value for name, value in document.items() if name in plain or name in include}

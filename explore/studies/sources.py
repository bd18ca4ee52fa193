from collections.abc import Iterable

from facts.models import Release


def loaded(sources: Iterable[str]) -> set[str]:
    """Slugs with a ready release: one query."""
    ready = Release.objects.ready().filter(source__slug__in=list(sources))
    return set(ready.order_by().values_list("source__slug", flat=True))

"""Which studies are on this site."""

from collections.abc import Iterable

from facts.models import Release


def loaded(sources: Iterable[str]) -> set[str]:
    """Those of `sources` (slugs) of which a release is ready: one query."""
    ready = Release.objects.ready().filter(source__slug__in=list(sources))
    return set(ready.order_by().values_list("source__slug", flat=True))

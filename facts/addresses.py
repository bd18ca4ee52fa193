from functools import lru_cache

from django.urls import reverse


@lru_cache(maxsize=20_000)
def address_of(name: str, *parts: str | int) -> str:
    """address_of("career", "archivist"), cached, since a page repeats the same few addresses."""
    return reverse(name, args=parts)

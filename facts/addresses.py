"""The addresses of pages."""

from functools import lru_cache

from django.urls import reverse


@lru_cache(maxsize=20_000)
def address_of(name: str, *parts: str | int) -> str:
    """The address of the page with this name, for these parts of it: address_of("career", "archivist").

    A page names the same few sources and occupations hundreds of times, and to work an address out takes longer than
    to read a row.
    """
    return reverse(name, args=parts)

"""Holds Python's garbage collector back where millions of values are read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

OBJECTS = 200_000


@contextmanager
def rarely_collected() -> Iterator[None]:
    usual = gc.get_threshold()
    gc.set_threshold(OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)

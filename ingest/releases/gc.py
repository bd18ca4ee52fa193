"""Python's garbage collector, held back while millions of values come and go that refer to nothing."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

OBJECTS = 200_000


@contextmanager
def rarely_collected() -> Iterator[None]:
    """Look for garbage in circles only after so many objects: what an import keeps would be gone through each time."""
    usual = gc.get_threshold()
    gc.set_threshold(OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)

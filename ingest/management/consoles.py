from typing import IO, cast

from django.core.management.base import OutputWrapper
from rich.console import Console


def console_on(stream: OutputWrapper, *, quiet: bool = False) -> Console:
    stream.ending = ""  # lines end where the console ends them
    stream.style_func = None
    return Console(file=cast(IO[str], stream), quiet=quiet)

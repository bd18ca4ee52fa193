"""Tools are asked by the SDK's event loop, and run in the thread that has the database's connection."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from functools import partial
from typing import Any, TypeVar

from asgiref.current_thread_executor import CurrentThreadExecutor
from asgiref.sync import sync_to_async

Result = TypeVar("Result")

_caller: ContextVar[CurrentThreadExecutor | None] = ContextVar("caller", default=None)


def finish(work: Coroutine[Any, Any, Result]) -> Result:
    """Run it in an event loop of its own, and what it asks of `in_caller` in this thread."""
    caller = CurrentThreadExecutor(None)

    async def told() -> Result:
        _caller.set(caller)
        return await work

    with ThreadPoolExecutor(1) as helper:
        future = helper.submit(asyncio.run, told())
        caller.run_until_future(future)
    return future.result()


async def in_caller(tool: Callable[..., Result], **arguments: Any) -> Result:
    """In the thread that waits in `finish`; in one kept for it over stdio, where none waits."""
    caller = _caller.get()
    if caller is None:
        return await sync_to_async(tool, thread_sensitive=True)(**arguments)
    return await asyncio.get_running_loop().run_in_executor(caller, partial(tool, **arguments))

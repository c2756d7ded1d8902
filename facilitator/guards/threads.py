"""The threads beside the loop: they remember nothing of what they did last.

Stock Textual tells a thread which worker it carries out, and the thread knows that until it carries out another one:
with the worker its closure, and with that a screen that was closed and the whole session that it wrote out.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import Context
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Threads(ThreadPoolExecutor):
    """Each piece of work has a context of its own, which goes with it."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        work: Callable[..., Any] = Context().run
        return super().submit(work, fn, *args, **kwargs)

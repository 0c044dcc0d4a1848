"""Work beside a screen, which may be left before the work is done."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from textual import work
from textual.css.query import NoMatches

if TYPE_CHECKING:
    from textual.worker import Worker

Method = Callable[..., Awaitable[None]]


def beside(group: str) -> Callable[[Method], Callable[..., Worker[None]]]:
    """A screen's method as a worker, one at a time in its group; what it would still show of a left screen is dropped.

    The widgets of a screen go before its workers are cancelled, so that the end of the work can find nothing.
    """

    def decorate(method: Method) -> Callable[..., Worker[None]]:
        @work(exclusive=True, group=group)
        @wraps(method)
        async def guarded(screen: Any, *given: Any) -> None:
            try:
                await method(screen, *given)
            except NoMatches:
                if screen in screen.app.screen_stack:
                    raise

        return guarded

    return decorate

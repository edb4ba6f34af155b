"""What is written down while a screen is used: where it cannot be, a sentence and another go."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from civicsquiz.errors import RecordError, ResponseError
from civicsquiz.source.visible import one_line


class Recording(Protocol):
    """A screen with a note. `failed` does once more what could not be written down; Enter calls it."""

    failed: Callable[[], None] | None

    def note(self, told: str) -> None: ...

    def refresh_bindings(self) -> None: ...


S = TypeVar("S", bound=Recording)
P = ParamSpec("P")


def recorded(act: Callable[Concatenate[S, P], None]) -> Callable[Concatenate[S, P], None]:
    """For whatever a screen does that a session writes down, or may refuse. A session that raises has
    done nothing, so that all is as before and the same can be tried again."""

    @wraps(act)
    def attempt(screen: S, /, *args: P.args, **kwargs: P.kwargs) -> None:
        if screen.failed is not None:
            screen.failed = None
            screen.note("")
        try:
            act(screen, *args, **kwargs)
        except ResponseError as error:
            screen.note(one_line(str(error)))
        except RecordError as error:
            screen.failed = partial(attempt, screen, *args, **kwargs)
            told = one_line(str(error))
            screen.note(f"{told}{'' if told.endswith('.') else '.'} Enter tries again.")
            screen.refresh_bindings()

    return attempt

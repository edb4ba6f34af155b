"""Work beside the screens: steps in a thread, told as they are done, so that no key waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from textual.app import App
from textual.signal import Signal
from textual.worker import get_current_worker

from civicsquiz.errors import CivicsquizError
from civicsquiz.source.visible import one_line

Steps = Callable[[], Iterator[tuple[int, int]]]


class Background:
    """Goes through `steps` once. Each step is how many are done, and how many there are.

    `moved` is published after each step and at the end; `problem` is the sentence of an error that
    ended it early.
    """

    def __init__(self, app: App[Any], name: str, steps: Steps) -> None:
        self._app = app
        self._name = name
        self._steps = steps
        self._started = False
        self.done = False
        self.progress: tuple[int, int] = (0, 0)
        self.problem = ""
        self.moved: Signal[Background] = Signal(app, name)

    def start(self) -> None:
        """Begin, unless it has begun."""
        if not self._started:
            self._started = True
            self._app.run_worker(self._run, name=self._name, group=self._name, thread=True)

    def _run(self) -> None:
        worker = get_current_worker()
        problem = ""
        try:
            for progress in self._steps():
                if worker.is_cancelled:  # the program ends, and would wait for this thread
                    return
                self._app.call_from_thread(self._move, progress)
        except CivicsquizError as error:
            problem = one_line(str(error))
        if not worker.is_cancelled:
            self._app.call_from_thread(self._end, problem)

    def _move(self, progress: tuple[int, int]) -> None:
        self.progress = progress
        self.moved.publish(self)

    def _end(self, problem: str) -> None:
        self.problem = problem
        self.done = True
        self.moved.publish(self)

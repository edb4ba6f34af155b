"""The line mode: the same sessions as lines of text, typed or through a pipe."""

from __future__ import annotations

from civicsquiz.plain.play import run

__all__ = ["run"]

"""The formats by the names that users type. None is loaded before it is needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, cast

from civicsquiz.errors import UsageError

if TYPE_CHECKING:
    from civicsquiz.formats.loss import Loss
    from civicsquiz.formats.portable import Collection


class Format(Protocol):
    """What the package of a format has."""

    def read(self, data: bytes, name: str, /) -> tuple[Collection, tuple[Loss, ...]]:
        """The questions of a file, which messages call `name`, and what of it was not read.

        Raises:
            FileError: it is no file of this format, or one that is not opened.
        """

    def write(self, collection: Collection, /) -> tuple[bytes, tuple[Loss, ...]]:
        """The bytes of a file, the same for the same questions, and what could not be carried."""

    def recognises(self, data: bytes, /) -> float:
        """How surely a content is of this format, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class About:
    """A format as it is explained: its `name`, what it is, the endings that its files have (what we
    write has the first), and what of a question it cannot carry
    (nothing that matters where it is empty). `module` is its package."""

    name: str
    told: str
    suffixes: tuple[str, ...]
    without: str
    module: str


_ALL = (
    About(
        "gift",
        "Moodle’s questions as text",
        (".gift", ".gift.txt", ".txt"),
        "hints; orders as matches",
        "gift",
    ),
    About(
        "aiken",
        "choices alone, as text",
        (".aiken", ".aiken.txt", ".txt"),
        "all that explains them",
        "aiken",
    ),
    About("moodle-xml", "Moodle’s questions with all they have", (".xml",), "", "moodle_xml"),
    About(
        "qti12",
        "QTI 1.2, a package as Canvas has it",
        (".zip", ".xml"),
        "typed wrong answers",
        "qti12",
    ),
    About("qti21", "QTI 2.1, a package of items", (".zip", ".xml"), "", "qti21"),
    About("anki", "a deck of cards for Anki", (".apkg", ".colpkg"), "", "anki"),
    About(
        "csv",
        "a table; lists of Anki and Quizlet are read too",
        (".csv", ".tsv", ".txt"),
        "",
        "csv",
    ),
)
FORMATS: Mapping[str, About] = MappingProxyType({about.name: about for about in _ALL})
"""Every format, by the name that a user types."""


def load(name: str) -> Format:
    """The package of a format.

    Raises:
        UsageError: there is no such format.
    """
    about = FORMATS.get(name)
    if about is None:
        raise UsageError(f"there is no format “{name}”: take one of {', '.join(FORMATS)}")
    return cast("Format", import_module(f"civicsquiz.formats.{about.module}"))

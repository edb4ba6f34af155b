"""Corrections of an article that banks and guides beside it keep, and that nobody asked for."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

from civicsquiz.errors import CivicsquizError
from civicsquiz.source import files
from civicsquiz.source.card import Card
from civicsquiz.source.document import Document
from civicsquiz.source.visible import one_line


def uncorrected(path: Path, document: Document) -> Iterator[str]:
    """A sentence for each bank and each guide in the folder of an article that has corrections of it.
    What cannot be read is passed over."""
    try:
        beside = sorted(path.absolute().parent.iterdir())
    except OSError:
        return
    for file in beside:
        if file.suffix.lower() not in (".yaml", ".yml", ".md") or not file.is_file():
            continue
        try:
            card = _card(file, document.sha256)
        except CivicsquizError:
            continue
        if card is None or not card.kinds:
            continue
        count = f"{len(card.kinds)} correction{'s' * (len(card.kinds) != 1)}"
        name = one_line(str(path.parent / file.name))
        if file.suffix.lower() == ".md":
            yield f"{name} has {count} of this article, which are not shown here."
        else:
            yield f"{name} has {count} of this article: --bank {shlex.quote(name)} shows them."


def _card(file: Path, sha256: str) -> Card | None:
    """The card of a document in a bank or a guide; None where it has none, or the file is neither."""
    data = files.read_bytes(file)
    if sha256.encode() not in data.lower() or b"kinds:" not in data:
        return None
    if file.suffix.lower() == ".md":
        from civicsquiz.source import guide

        return guide.parse(files.decode(data, file), str(file)).card
    from civicsquiz.bank.files import load

    cards = load(file).cards.values()
    return next((card for card in cards if (card.sha256 or "").lower() == sha256), None)

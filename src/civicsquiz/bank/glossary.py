"""The glossary: words to know that all banks share, out of one YAML file with entries of ours.

civicsquiz-glossary: 1
language: en
licence: CC-BY-4.0
entries:
  - {term: plurality, also: [pluralities], entry: One or two sentences for a ninth-grader.}
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NoReturn

from civicsquiz.bank.models import Term
from civicsquiz.errors import FileError
from civicsquiz.source import files
from civicsquiz.source.cache import Cache
from civicsquiz.source.visible import one_line

FORMAT = "1"
_MARKER = "civicsquiz-glossary"
_KEYS = {_MARKER, "language", "licence", "entries"}
_ENTRY_KEYS = {"term", "also", "entry"}

_Place = tuple[str | int, ...]


def load(path: Path, cache: Cache | None = None) -> tuple[Term, ...]:
    """The terms of a glossary file, in its order.

    Raises:
        FileError: the file cannot be read, or is not of the form above; the first fault, with line
            and column.
    """
    data = files.read_bytes(path)
    kept = _unpacked(cache.get("glossary", data)) if cache else None
    if kept is not None:
        return kept
    terms = parse(files.decode(data, path), path)
    if cache:
        cache.put("glossary", data, [[term.term, term.also, term.entry] for term in terms])
    return terms


def parse(text: str, path: Path) -> tuple[Term, ...]:
    """The terms in a text; errors as for `load`, with `path` as the name of the file."""
    from civicsquiz.source import safe_yaml

    data, problems = safe_yaml.load(text)
    for problem in problems:
        raise FileError(path, problem.problem, problem.mend, problem.line, problem.column)
    return _Reader(text, path).terms(data)


class _Reader:
    """Takes plain data for a glossary, and stops at the first thing that is none."""

    def __init__(self, text: str, path: Path) -> None:
        self._text = text
        self._path = path

    def terms(self, data: Any) -> tuple[Term, ...]:
        if not isinstance(data, dict) or data.get(_MARKER) != FORMAT:
            self._refuse((), "is no glossary", f"begin it with “{_MARKER}: {FORMAT}”")
        self._require_known(data, _KEYS, ())
        entries = data.get("entries")
        if not isinstance(entries, list) or not entries:
            self._refuse(("entries",), "has no list of “entries”", "give one entry for each term")
        found: dict[str, _Place] = {}
        terms = []
        for at, entry in enumerate(entries):
            term = self._term(entry, ("entries", at))
            for form in (term.term, *term.also):
                if form.casefold() in found:
                    told = f"“{form}” stands twice"
                    self._refuse(("entries", at), told, "keep one entry for each form of a term")
                found[form.casefold()] = ("entries", at)
            terms.append(term)
        return tuple(terms)

    def _term(self, entry: Any, place: _Place) -> Term:
        if not isinstance(entry, dict):
            self._refuse(place, "is no entry", "write “term”, “also” and “entry”")
        self._require_known(entry, _ENTRY_KEYS, place)
        also = entry.get("also") or []
        if not isinstance(also, list):
            self._refuse((*place, "also"), "“also” is no list", "put the forms in brackets")
        return Term(
            self._words(entry.get("term"), (*place, "term")),
            tuple(self._words(form, (*place, "also", at)) for at, form in enumerate(also)),
            self._words(entry.get("entry"), (*place, "entry")),
        )

    def _words(self, value: Any, place: _Place) -> str:
        if not isinstance(value, str) or not value.strip():
            name = next(name for name in reversed(place) if isinstance(name, str))
            self._refuse(place, f"“{name}” is no text", "write it out")
        return " ".join(one_line(value).split())

    def _require_known(self, found: dict[str, Any], known: set[str], place: _Place) -> None:
        for key in found:
            if key not in known:
                told = f"unknown key “{one_line(key)[:60]}”"
                self._refuse((*place, key), told, f"there are: {', '.join(sorted(known))}")

    def _refuse(self, place: _Place, problem: str, mend: str) -> NoReturn:
        from civicsquiz.source import safe_yaml

        places = safe_yaml.places(self._text)
        while place and place not in places:
            place = place[:-1]
        raise FileError(self._path, problem, mend, *places[place])


def _unpacked(values: Any) -> tuple[Term, ...] | None:
    """The terms as the cache kept them; None where it holds anything else."""
    try:
        terms = tuple(Term(term, tuple(also), entry) for term, also, entry in values)
    except (TypeError, ValueError):
        return None
    texts = [text for term in terms for text in (term.term, *term.also, term.entry)]
    return terms if terms and all(type(text) is str for text in texts) else None

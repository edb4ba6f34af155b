"""Selectors into generated texts."""

from __future__ import annotations

import unicodedata

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from tests.often import examples

from civicsquiz.source.folding import Folded
from civicsquiz.source.selector import (
    Ambiguous,
    Found,
    NoMatch,
    Selector,
    find,
    fold,
)

WORD = st.sampled_from(
    "the The council Council councils law laws 40 40,000 3.5 1958 U.S. Trop v. cafe café naïve"
    ' non-citizens mayor’s mayor\'s can’t “no” "no" ‘so’ said, said. end… so... (yes) [sic] — – --'
    " a a a b".split()
)
TOKENS = st.lists(WORD, min_size=1, max_size=25)
GAPS = st.sampled_from([" ", " ", " ", "\n\n"])


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    """A text, and where each of its words stands."""
    text, spans = "", []
    for word in draw(TOKENS):
        text += draw(GAPS) if text else ""
        spans.append((len(text), len(text) + len(word)))
        text += word
    return text, spans


@st.composite
def slices(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text with the start and end of some whole words of it."""
    text, spans = draw(texts())
    first = draw(st.integers(0, len(spans) - 1))
    last = draw(st.integers(first, min(len(spans) - 1, first + 6)))
    return text, spans[first][0], spans[last][1]


FORMS = {
    "“": '"«„‟', "”": '"»‟', '"': "“”", "’": "'‘`", "‘": "'’", "'": "’‘", "…": ["...", ". . ."],
}  # fmt: skip


@st.composite
def retyped(draw: st.DrawFn, exact: str) -> str:
    """The words with other signs and other white space."""
    shown = ""
    for at, char in enumerate(exact):
        dashed = char in "—–" and exact[max(0, at - 1) : at + 2].strip(" \n") == char
        if dashed and 0 < at < len(exact) - 1:
            shown += draw(st.sampled_from(["—", "--", "–", "-"]))
        elif char in FORMS:
            shown += draw(st.sampled_from([char, *FORMS[char]]))
        elif char in " \n":
            shown += draw(st.sampled_from([" ", "  ", "\n", "\u00a0", "\t", " \u200b "]))
        else:
            shown += draw(st.sampled_from([char, unicodedata.normalize("NFD", char)]))
    return draw(st.sampled_from(["", " "])) + shown + draw(st.sampled_from(["", "\n"]))


@given(chosen=slices())
@settings(max_examples=examples(150))
def test_words_of_a_text_resolve_to_their_place(chosen: tuple[str, int, int]) -> None:
    """To exactly one span, or to all the places where they stand, their own among them."""
    text, start, end = chosen
    found = find(text, Selector(text[start:end]))
    if isinstance(found, Found):
        assert (found.start, found.end) == (start, end)
    else:
        assert isinstance(found, Ambiguous)
        assert start in found.starts
        assert len(set(found.starts)) == len(found.starts) > 1


@given(chosen=slices())
@settings(max_examples=examples(150))
@example(chosen=("a a a", 2, 3))
def test_enough_context_makes_them_unique(chosen: tuple[str, int, int]) -> None:
    """With everything before and after them they resolve to their place, and to no other. Context
    that grows never brings a place back."""
    text, start, end = chosen
    before: set[int] | None = None
    for length in (0, 5, 20, len(text)):
        prefix, suffix = text[max(0, start - length) : start], text[end : end + length]
        found = find(text, Selector(text[start:end], prefix, suffix))
        assert not isinstance(found, NoMatch)
        starts = {found.start} if isinstance(found, Found) else set(found.starts)
        assert start in starts
        assert before is None or starts <= before
        before = starts
    whole = find(text, Selector(text[start:end], text[:start], text[end:]))
    if text[:start].strip() and text[end:].strip():
        assert whole == Found(start, end)


@given(data=st.data(), chosen=slices())
@settings(max_examples=examples(150))
def test_other_signs_find_the_same_span(data: st.DataObject, chosen: tuple[str, int, int]) -> None:
    """Quotation marks, dashes, ellipses, white space and accents as somebody else types them."""
    text, start, end = chosen
    exact = text[start:end]
    assert find(text, Selector(data.draw(retyped(exact)))) == find(text, Selector(exact))


@given(data=st.data(), chosen=slices())
@settings(max_examples=examples(150))
def test_other_words_do_not(data: st.DataObject, chosen: tuple[str, int, int]) -> None:
    """A word that is changed, added or dropped leaves nothing at the place where it was."""
    text, start, end = chosen
    words = text[start:end].split()
    at = data.draw(st.integers(0, len(words) - 1))
    how = data.draw(st.sampled_from(["changed", "added", "dropped"]))
    if how == "changed":
        words[at] = data.draw(st.sampled_from(["zebra", words[at] + "x", "x" + words[at]]))
    elif how == "added":
        words.insert(at + 1, "zebra")
    else:
        assume(any(map(str.isalnum, words[at])))
        del words[at]
    exact = " ".join(words)
    found = find(text, Selector(exact))
    if isinstance(found, Found):
        assert fold(text[found.start : found.end]) == fold(exact)
        assert how == "dropped"
    elif isinstance(found, Ambiguous):
        assert how == "dropped"


@given(chosen=slices(), at=st.integers(0, 200), until=st.integers(0, 200))
@settings(max_examples=examples(150))
def test_what_is_found_reads_as_what_was_looked_for(
    chosen: tuple[str, int, int], at: int, until: int
) -> None:
    """Any slice, whole words or not: a span found folds to it and cuts no word."""
    text = chosen[0]
    exact = text[at % (len(text) + 1) : until % (len(text) + 1)]
    found = find(text, Selector(exact))
    if isinstance(found, Found):
        quoted = text[found.start : found.end]
        assert fold(quoted) == fold(exact).strip()
        assert quoted.strip() == quoted != ""
        assert not (text[: found.start][-1:].isalnum() and quoted[0].isalnum())
        assert not (text[found.end :][:1].isalnum() and quoted[-1].isalnum())
    elif isinstance(found, NoMatch):
        assert text.startswith(found.nearest, found.start)
        assert 0 <= found.similarity <= 100


ANYTHING = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("—–-‐ '\"“”‘’….\u00a0\u00ad\u200b\u0301\u0323éÅ\u212b가각\n"),
    ),
    max_size=40,
)


@given(text=ANYTHING)
@settings(max_examples=examples(250))
def test_folding_is_stable_and_knows_its_way_back(text: str) -> None:
    """To fold twice changes nothing; places ascend from the first character to the end."""
    folded = Folded(text)
    assert fold(folded.text) == folded.text
    places = [folded.place(at) for at in range(len(folded.text) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


@given(text=ANYTHING)
@settings(max_examples=examples(150))
def test_composed_and_decomposed_are_alike(text: str) -> None:
    """Whichever of the two the source and the selector are written in."""
    composed, apart = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert fold(composed) == fold(apart)

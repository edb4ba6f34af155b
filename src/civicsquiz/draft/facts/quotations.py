"""Quotations with an explicit speaker.

“… ,” said Victor Marrero / Marrero told reporters: “…” / “…,” he said, where the sentence before names
nobody but the one who speaks in it. What is kept are whole sentences of what was said, at least eight
words: those that can be understood by themselves.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from civicsquiz.bank.models import Stance
from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.attribution import (
    SAID,
    TOLD,
    Attribution,
    announced,
    attribution_of,
    speaks,
)
from civicsquiz.draft.facts.fact import Fact, Frame, Slot, normalised
from civicsquiz.draft.facts.windows import LEAST, window_of
from civicsquiz.draft.language.clauses import clause_of
from civicsquiz.draft.language.names import Name, NameKind
from civicsquiz.draft.language.quoted import Span, inside

_LONGEST = 3_000
"""Characters of a sentence; no speech is longer."""
_SAME = 0.75
"""The share of words by which two quotations are one."""
_EVIDENCE = 75
"""Words that a passage may have in one piece."""

_VERB = f"(?:{SAID}|{TOLD})"
_PROGRAMME = re.compile(r"([’']s) [“\"][^“”\"]{2,40}[”\"]")
"""“… told CNN's “Morning Hour”.” ends in no second quotation."""
_AND_MORE = re.compile(r" and [“\"]\[?[A-Z]")
_PRONOUN_BEHIND = re.compile(
    rf"^ ?(?:(?:he|she) (?:also |later |then )?{_VERB}|{_VERB} (?:he|she))\b(?: (?:reporters|journalists|the press|lawmakers|[A-Z]+(?:[’']s “[^“”]{{3,40}}”)?))?"
    r"(?: on \w+day| \w+day| (?:in|at|during|before|after) (?:a|an|the|his|her) [\w ]{3,40})?\.$"
)
"""“… ,” she told reporters on Friday."""
_PRONOUN_AHEAD = re.compile(
    rf"^(?:He|She) (?:also |later |then )?{_VERB}(?: (?:reporters|journalists|the press|lawmakers))?(?: in (?:a|an) [a-z]+)?[,:]? ?$"
)
_ALONE = re.compile(rf"(?P<name>[^“”\"]+?) {_VERB}\.$")
"""A sentence that is nothing but “Pelosi said.”"""


@dataclass(frozen=True, slots=True)
class _Said:
    """A quotation's span in its sentence, whose it is, and where else that is written. `beside` are
    the words that the speaker's name stands beside, where those are others."""

    span: Span
    by: Attribution
    passage: Span
    also: tuple[Span, ...] = ()
    beside: str = ""


def extract(article: Article) -> Iterator[Fact]:
    """The quotations of an article whose speaker is certain: not where nearly the same words are
    given to two (rule Q4)."""
    found = list(_found(article))
    by_word: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in found:
        for word in _longest(fact):
            by_word[word].append(fact)
    for fact in found:
        near = (other for word in _longest(fact) for other in by_word[word])
        if not any(_given_to_another(fact, other) for other in near):
            yield fact


def _longest(fact: Fact) -> list[str]:
    """The longest words of a quotation, of which one that is nearly the same has one at least."""
    said = set(normalised(fact["words"]).split())
    return sorted(said, key=lambda word: (-len(word), word))[:3]


def heard(article: Article) -> frozenset[str]:
    """Everybody whom an article quotes by name, if only with a few words."""
    return frozenset(
        said.by.speaker.key
        for sentence in article.sentences
        if sentence.quoted and len(sentence.text) <= _LONGEST
        for said in _direct(article, sentence, sentence.quoted)
    )


def _given_to_another(fact: Fact, other: Fact) -> bool:
    if fact["speaker"] == other["speaker"]:
        return False
    one, two = (set(normalised(each["words"]).split()) for each in (fact, other))
    return len(one & two) >= _SAME * min(len(one), len(two))


def _found(article: Article) -> Iterator[Fact]:
    last: tuple[Sentence, Name] | None = None
    for sentence in article.sentences:
        if len(sentence.text) > _LONGEST or not sentence.quoted or len(sentence.quoted) > 4:
            continue
        direct = _direct(article, sentence, _long(sentence))
        found = direct or _by_pronoun(article, sentence) or _behind(article, sentence, last)
        if direct or (found and _entire(sentence)):
            last = (sentence, found[0].by.speaker)
        elif short := _direct(article, sentence, sentence.quoted):
            last = (sentence, short[0].by.speaker)
        for said in found:
            if fact := _fact(article, sentence, said):
                yield fact
                break


def _direct(article: Article, sentence: Sentence, spans: Sequence[Span]) -> list[_Said]:
    """The quotations of a sentence whose speaker it names."""
    names = article.named(sentence)
    found = []
    for span in spans:
        by = attribution_of(sentence, names, span)
        if by is not None:
            found.append(_Said(span, by, (sentence.start, sentence.end)))
    speakers = {said.by.speaker.key for said in found}
    return found if len(speakers) == 1 else []


def _long(sentence: Sentence) -> list[Span]:
    return [span for span in sentence.quoted if len(sentence.text[slice(*span)].split()) >= LEAST]


def _entire(sentence: Sentence) -> bool:
    """Whether a sentence is nothing but one quotation."""
    return len(sentence.quoted) == 1 and sentence.quoted[0] == (0, len(sentence.text))


def _before(article: Article, sentence: Sentence, *, same: bool) -> Sentence | None:
    """The sentence right before; with `same`, of the same paragraph."""
    if sentence.number == 0:
        return None
    before = article.sentences[sentence.number - 1]
    near = before.paragraph in (sentence.paragraph, sentence.paragraph - 1)
    return before if before.paragraph == sentence.paragraph or (near and not same) else None


def _by_pronoun(article: Article, sentence: Sentence) -> list[_Said]:
    """A quotation of “he” or “she”, where the sentence before has one person, who is speaking."""
    before = _before(article, sentence, same=False)
    if before is None or len(sentence.quoted) != 1:
        return []
    start, end = sentence.quoted[0]
    text = sentence.text
    behind = start == 0 and _PRONOUN_BEHIND.match(text[end:])
    ahead = end >= len(text) - 1 and _PRONOUN_AHEAD.match(text[:start])
    speaker = _only_speaker(article, before) if behind or ahead else None
    if speaker is None:
        return []
    wrote = bool(re.search(r"\b(?:wrote|tweeted)\b", text[:start] + text[end:]))
    whose = Attribution(speaker, wrote, False, bool(ahead))
    here = (sentence.start, sentence.end)
    return [
        _Said((start, end), whose, here, ((before.start, before.end),), _beside(before, speaker))
    ]


def _beside(sentence: Sentence, speaker: Name) -> str:
    """The words of a sentence that its speaker stands beside: what is quoted, or all behind the name."""
    if sentence.quoted:
        start, end = sentence.quoted[0]
        return sentence.text[start + 1 : end - 1]
    return sentence.text[speaker.end :].partition(" ")[2].partition(" ")[2]


def _only_speaker(article: Article, sentence: Sentence) -> Name | None:
    """The one person of a sentence, who says something in it, or is its subject."""
    people = [name for name in article.named(sentence) if name.kind is NameKind.PERSON]
    if len({name.key for name in people}) != 1 or _common_people(sentence):
        return None
    spans = _long(sentence) or list(sentence.quoted)
    for span in spans:
        by = attribution_of(sentence, article.named(sentence), span)
        if by is not None:
            return by.speaker
    clause = None if spans else clause_of(sentence.text, article.named(sentence))
    if clause and clause.subject.key == people[0].key:
        return clause.subject
    return people[0] if not spans and speaks(sentence.text, people[0]) else None


def _common_people(sentence: Sentence) -> bool:
    """Whether somebody without a name is in a sentence, whom a pronoun might mean as well."""
    outside = [t for t in sentence.tokens if not inside(sentence.quoted, t.start, t.end)]
    return any(
        token.lower
        in (
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "wife",
            "husband",
            "son",
            "daughter",
            "man",
            "woman",
        )
        for token in outside
    )


def _behind(
    article: Article, sentence: Sentence, last: tuple[Sentence, Name] | None
) -> list[_Said]:
    """A sentence that is all quotation, right behind one with its speaker, or before “X said.”"""
    if not _entire(sentence):
        return []
    after = article.sentences[sentence.number + 1 : sentence.number + 2]
    if after and after[0].paragraph == sentence.paragraph and _ALONE.match(after[0].text):
        names = [name for name in article.named(after[0]) if name.kind is NameKind.PERSON]
        if len(names) == 1 and names[0].begins == 0:
            by = Attribution(names[0], False, False, False)
            return [_Said((0, len(sentence.text)), by, *_together(sentence, after[0]))]
        return []
    before = _before(article, sentence, same=False)
    if before and (ahead := announced(before, article.named(before))):
        return [_Said((0, len(sentence.text)), ahead, *_together(before, sentence))]
    before = _before(article, sentence, same=True)
    if before and last and last[0].number == before.number and before.text[-1] not in '”"':
        by = Attribution(last[1], False, False, True)
        beside = _beside(before, last[1])
        return [_Said((0, len(sentence.text)), by, *_together(before, sentence), beside)]
    return []


def _together(first: Sentence, second: Sentence) -> tuple[Span, tuple[Span, ...]]:
    """The passage of two neighbouring sentences: in one piece, or where that is long, in two."""
    if len(first.text.split()) + len(second.text.split()) <= _EVIDENCE:
        return (first.start, second.end), ()
    return (first.start, first.end), ((second.start, second.end),)


def _fact(article: Article, sentence: Sentence, said: _Said) -> Fact | None:
    start, end = said.span
    text = sentence.text
    window = window_of(text[:end] + _rest(text[end:]), start, end, said.by)
    if window is None:
        return None
    base, speaker = sentence.start, said.by.speaker
    inner = text[slice(*window)]
    beside = said.beside or (text[start + 1 : end - 1] if window[0] > start + 1 else "")
    slots = (
        Slot("words", inner, base + window[0], base + window[1]),
        Slot("speaker", speaker.key),
        Slot("manner", "wrote" if said.by.wrote else "said"),
        *([Slot("beside", beside)] if beside else []),
    )
    also = list(said.also)
    if speaker.text != speaker.key and (whole := whole_name(article, speaker.key)):
        also.append(whole)
    return Fact(
        Frame.QUOTATION, article.card.id, slots, *said.passage, sentence.number,
        Stance.ATTRIBUTED, speaker.key, tuple(also),
    )  # fmt: skip


def _rest(behind: str) -> str:
    """What stands behind a quotation, without what is no more of it: the name of a programme, and
    another whole sentence that was said."""
    behind = _PROGRAMME.sub(r"\1", behind)
    return "" if _AND_MORE.match(behind) else behind


def whole_name(article: Article, key: str) -> Span | None:
    """Where the article has a person's whole name, with the title before it."""
    found = article.names.whole(key)
    if found is None:
        return None
    number, name = found
    start = article.sentences[number].start
    return start + name.begins, start + name.end

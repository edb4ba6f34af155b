"""What amendments, clauses, statutes and founding documents do, by the article.

“The Sixth Amendment guarantees the right to a speedy trial”: a provision, and what is said of it, in
the source's own words and without doubt or judgement. Of an amendment only what has words in it by
which the amendment can be told, and where those speak for another one nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts import signs
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.facts.predicates import cut
from civicsquiz.draft.facts.provision_shapes import more_of
from civicsquiz.draft.facts.subjects import Said, said_of, turned
from civicsquiz.draft.language import stance, verbs
from civicsquiz.draft.language.adjuncts import Adjunct, adjunct_of
from civicsquiz.draft.language.clauses import Clause, clause_of
from civicsquiz.draft.language.names import Name, NameKind
from civicsquiz.draft.table import Amendment, Entry, table

KINDS = {
    NameKind.AMENDMENT: "amendment",
    NameKind.CLAUSE: "clause",
    NameKind.STATUTE: "law",
    NameKind.DOCUMENT: "document",
}
_VERBS = frozenset(
    """protect guarantee prohibit forbid ban require give grant allow permit establish create provide abolish extend
    limit bar define outline list set make end prevent authorize empower reserve apply ensure secure restrict divide
    impose declare state repeal lower raise change replace deny recognize regulate reduce prevent outlaw couple
    overturn expand strengthen mandate direct enable address specify call enumerate contain govern deal couple
    desegregate say read assign cite reorganize transfer eliminate fund finance tax criminalize legalize
    nationalize deregulate relax incorporate promise assure confer bestow double lift
    introduce remove move affirm free oblige compel proclaim place offer propose include retain punish void increase
    stipulate entitle exempt organize levy order renounce distribute reinstate restore phase admit secure assert
    clarify reinforce hold provide divide appropriate open settle annex recognize deny add""".split()
)
_MADE = frozenset("pass enact adopt approve ratify sign".split())
"""What is done to a law: worth asking only with what it was done for."""
_HINTS = ("Amendment", "Act", "Clause", "clause", "Constitution", "Articles", "Declaration", "Bill of Rights", "Federalist",
          "Compact", "Carta", "Law", "Resolution", "Ordinance", "Plan", "Compromise", "Doctrine", "Proclamation")  # fmt: skip
_LETTERS = re.compile(r"\b(?:[A-Z]{3,6}|Obamacare|Mc[A-Z][a-z]+)\b")
_GENERAL = frozenset(
    {"Constitution", "U.S. Constitution", "United States Constitution", "Constitutional Convention"}
)
_ONLY = re.compile(
    r"(?:is|was) the (?:[a-z-]+ )?(?:first|only|last|\w+est)\b(?! (?:\w+ )?(?:thing|reason|example)\b)"
)
_MEANT = re.compile(
    r"(?:is|was|were) (?:designed|intended|meant|written|created|added|included|ratified|adopted|passed|enacted)"
    r"(?: (?:in|by) [^,;]{3,40}?)? to (?=[a-z])"
)
_BEING = re.compile(r"(?:is|are|was|were|has been|have been|had been) ")
_NO = re.compile(
    r"(?:makes|made|contains|contained|provides|provided|gives|gave|includes|included) no (?!more|less|longer)"
)
_PROPER = re.compile(r"(?:Medicare|Medicaid|Congress|Prohibition|Reconstruction|[A-Z]{2})\b")
"""What has a capital letter within a sentence too."""
_IN_YEAR = re.compile(r"was (?:passed|enacted|adopted) (?:by Congress )?in \d{4}")
_YEAR_BEFORE = re.compile(r"\b(1[0-9]\d\d|20\d\d) $")
_LIKE = re.compile(r"(?:Like|Unlike) ")
_UNLIKE = re.compile(r"(?:Unlike|In contrast to|Compared (?:to|with)) (?:[Tt]he )?(?:\d{4} )?$")
_SAME = re.compile(r"\b(?:Amendments?|Clause)\b")


def extract(article: Article) -> Iterator[Fact]:
    """The provisions of an article."""
    for sentence in article.sentences:
        if len(sentence.text) < 600 and (
            any(hint in sentence.text for hint in _HINTS) or _LETTERS.search(sentence.text)
        ):
            names = [name for name in article.named(sentence) if name.kind in KINDS]
            for name in names:
                if name.key not in _GENERAL and (entry := entry_of(name)) is not None:
                    yield from _of(sentence, article, name, entry)


def entry_of(name: Name) -> Entry | None:
    """A provision as the civics table knows it."""
    known = table()
    find = {
        NameKind.AMENDMENT: known.amendment,
        NameKind.CLAUSE: known.clause,
        NameKind.STATUTE: known.statute,
        NameKind.DOCUMENT: known.document,
    }[name.kind]
    return find(name.text) or find(name.key)


def _of(sentence: Sentence, article: Article, name: Name, entry: Entry) -> Iterator[Fact]:
    if _UNLIKE.match(sentence.text[: name.start]):
        return  # what is said of it in passing, for the contrast
    found: list[Fact] = []
    if main := _main(sentence, article, name):
        found += _fact(sentence, article, (name, entry), *main)
    said = said_of(sentence, name)
    sure = said and (said.shape == "which" or not stance.doubting(sentence.text[: name.start]))
    if said and sure and (not main or said.shape == "which"):
        found += _fact(sentence, article, (name, entry), said, "")
    others = () if found else more_of(sentence, name)
    for other in others:
        found = found or list(_fact(sentence, article, (name, entry), other, ""))
    yield from found


def _fact(
    sentence: Sentence, article: Article, named: tuple[Name, Entry], said: Said, when: str
) -> Iterator[Fact]:
    name, entry = named
    whole = sentence.text[said.start : said.end]
    if said.shape == "under":
        predicate = asked = _clause_under(whole)
    elif said.shape == "passive":
        predicate = (
            whole if 1 <= len(whole.split()) <= 9 and cut(f"abolish {whole}", "", law=True) else ""
        )
        form = said.verb.past if said.past else said.verb.third
        own = (
            said.start == 0
            and not _PROPER.match(predicate)
            and not any(
                one.begins == 0 and one.kind is not NameKind.OTHER
                for one in article.named(sentence)
            )
        )
        asked = f"{form} {predicate[:1].lower() + predicate[1:] if own else predicate}"
    elif said.shape in ("ing", "to", "by"):
        predicate, asked = _recast(whole, said)
    else:
        if not _worth(whole, said):
            return
        asked = predicate = _without_remark(cut(whole, "", law=True))
        if predicate and not _worth(predicate, said):
            return
    if not predicate or _SAME.search(predicate):
        return
    asking = said.verb.base in _VERBS | {"be"} | _MADE or said.shape == "under"
    if not asking and not _MEANT.match(whole):
        return
    if stance.attributed(sentence.text[said.start + len(predicate) :]) and said.shape != "which":
        return
    if isinstance(entry, Amendment) and not signs.holds(entry.number, asked):
        return
    base = sentence.start
    if _other_year(sentence.text[: name.begins], entry):
        return
    slots = [
        Slot("provision", _shown(name, entry), base + name.start, base + name.end),
        Slot("kind", name.kind.value),
        Slot("verb", said.verb.base),
        Slot("predicate", asked, base + said.start, base + said.start + len(predicate)),
        Slot("shape", said.shape),
    ]
    if when:
        slots.append(Slot("when", when))
    first = 0 if sentence.whole or when else min(name.begins, said.start)
    last = max(said.start + len(predicate), name.end)
    yield Fact(
        Frame.PROVISION, article.card.id, tuple(slots), base + first, base + last, sentence.number
    )


def _without_remark(predicate: str) -> str:
    """A predicate without the remark set beside its end: “…, a practice that supported federalism”."""
    found = _REMARK.search(predicate)
    if found is None or len(predicate[: found.start()].split()) < _BEFORE_A_REMARK:
        return predicate
    return predicate[: found.start()]


_REMARK = re.compile(
    r", an? (?:[a-z-]+ ){1,4}(?:that|which|on|of|in|for|to) (?:(?!, (?:and|or) )[^,])*$"
)
_BEFORE_A_REMARK = 4


def _other_year(before: str, entry: Entry) -> bool:
    """Whether a year stands right before the name that is not this provision's: “the 1689 Bill of Rights”."""
    found = _YEAR_BEFORE.search(before)
    if found is None or isinstance(entry, Amendment):
        return False
    return entry.dated != int(found[1])


def _recast(whole: str, said: Said) -> tuple[str, str]:
    """What is said as it stands, and as a question has it: “abolishing slavery”, “abolished slavery”."""
    if said.shape == "by":
        asked = f"{said.verb.past} {whole[:1].lower()}{whole[1:]}"
        return (whole, asked) if cut(asked, "", law=True) == asked else ("", "")
    first, _, rest = whole.partition(" ")
    sure = cut(f"{said.verb.past} {rest}", "", law=True)
    if not sure:
        return "", ""
    rest = sure[len(said.verb.past) + 1 :]
    asked = f"was passed to {first} {rest}" if said.shape == "to" else f"{said.verb.past} {rest}"
    return f"{first} {rest}", asked


def _clause_under(clause: str) -> str:
    """A clause that says what holds under a law, where it can be understood by itself."""
    words = clause.split()
    if not 6 <= len(words) <= 30 or not turned(clause):
        return ""
    modal = next(
        word for word in words if word in ("must", "may", "can", "is", "are", "was", "were")
    )
    subject, _, rest = clause.partition(f" {modal} ")
    sure = cut(f"{subject} {rest}", "", law=True)
    return clause[: len(sure) + len(modal) + 1] if sure and len(sure.split()) + 1 >= 6 else ""


def _worth(whole: str, said: Said) -> bool:
    """Whether a predicate is of a kind that is asked about."""
    if said.verb.base == "be":
        return bool(_ONLY.match(whole))
    if said.verb.base in _MADE:
        return " to " in whole or " and " in whole or bool(_IN_YEAR.fullmatch(whole))
    if said.verb.base == "make":
        return bool(_NO.match(whole))
    return bool(_MEANT.match(whole)) or not _BEING.match(whole)


def _main(sentence: Sentence, article: Article, name: Name) -> tuple[Said, str] | None:
    """What the sentence says of the provision where that is its subject, and the phrase before it."""
    if not sentence.whole:
        return None
    clause = clause_of(sentence.text, article.named(sentence))
    if clause is None or clause.subject != name or clause.hedged:
        return None
    whole = sentence.text[slice(*clause.predicate)]
    if clause.negative and not _NO.match(whole):
        return None
    leading = sentence.text[slice(*clause.adjunct)]
    if aim := _aimed(sentence, clause, leading):
        return aim
    adjunct = adjunct_of(leading)
    when = adjunct.text if adjunct.kind is Adjunct.KEPT else ""
    if adjunct.kind is Adjunct.UNSAFE and not _LIKE.match(leading):
        return None
    start, main = clause.predicate[0], clause.main
    if meant := _MEANT.match(whole):
        form = verbs.form(whole[meant.end() :].split()[0])
        main = form.verb if form and "base" in form.kinds else main
    said = Said(main, start, clause.predicate[1], "main")
    return said, when


def _aimed(sentence: Sentence, clause: Clause, leading: str) -> tuple[Said, str] | None:
    """“To make spending more open, the … Act was passed in 1995”."""
    whole = sentence.text[slice(*clause.predicate)]
    form = (
        verbs.form(leading.split()[1])
        if leading.startswith("To ") and len(leading.split()) > 3
        else None
    )
    if (
        clause.main.base not in _MADE
        or form is None
        or "base" not in form.kinds
        or not _IN_YEAR.fullmatch(whole)
    ):
        return None
    return Said(clause.main, *clause.predicate, "main"), leading


def _shown(name: Name, entry: Entry) -> str:
    """How the provision is shown: as it is written, in capitals as names of its kind are."""
    if entry.name.lower() == name.text.lower():
        return entry.name
    return name.text.title() if name.text.islower() else name.text

"""What a search does not show while a question is open: nothing that answers it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.often import examples

from civicsquiz.bank.items import FindEvidence, Match, Multiple, Number, Order, Short
from civicsquiz.bank.models import Bank, Item, Option, Role, Stance, option_id
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.question import Question
from civicsquiz.study.search import NOTHING, Hidden, Hit, Kind, hidden_for
from civicsquiz.study.search.gather import gather
from civicsquiz.study.search.search import _chosen
from civicsquiz.study.selection import question

if TYPE_CHECKING:
    from tests.study.conftest import Make

PASSAGE = "The council of Millbrook met on Monday and read the new charter out."


def hit(text: str, **more: Any) -> Hit:
    """A passage of another bank's that rests on nothing that is open."""
    values = {"citation": "“Paper”, February 2025", "source": "paper", "items": ("another",)}
    return Hit(
        **{"kind": Kind.PASSAGE, "bank": "bank", "path": Path("bank.yaml"), "title": "Bank",
           "text": text, **values, **more}
    )  # fmt: skip


def opened(make: Make, item: Item) -> Hidden:
    """What is hidden while an item of the bank `bank` is open."""
    return hidden_for([question(make.bank(item), item, "1")])  # type: ignore[arg-type]


def common(make: Make, quotation: str = "nothing of this stands anywhere") -> dict[str, Any]:
    """What an item of any type needs."""
    return {
        "id": "open", "topic": "topic", "stance": Stance.FACT, "stem": "What?", "rationale": "So.",
        "evidence": (make.evidence(quotation),),
    }  # fmt: skip


def option(text: str) -> Option:
    return Option(option_id(text), text)


# ---- the items and their passages ---------------------------------------------------------------


def test_nothing_is_hidden_while_nothing_is_open(make: Make) -> None:
    """Before a quiz and after it everything is found."""
    assert not NOTHING.hides(hit("right of item"))
    assert hidden_for([]) == NOTHING


def test_an_open_item_is_hidden(make: Make) -> None:
    """By its bank and id; the item of that id in another bank is not it."""
    hidden = opened(make, make.choice("open"))
    stem = hit("What?", kind=Kind.ITEM, items=("open",), source="", citation="")
    assert hidden.hides(stem)
    assert hidden.hides(hit(PASSAGE, items=("another", "open")))
    assert not hidden.hides(replace(stem, bank="other"))
    assert not hidden.hides(replace(stem, items=("another",)))


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize(
    "quotation",
    [
        "The council of Millbrook met", "on Monday and READ", "read the new “charter” out. And more",
        PASSAGE, f"Before it stood: {PASSAGE}", "Monday", "new charter",
    ],
)  # fmt: skip
def test_a_passage_that_overlaps_is_hidden(make: Make, role: Role, quotation: str) -> None:
    """In whatever role the open item quotes it, and however much of it: four words in a row, or a
    whole quotation that is shorter."""
    item = make.choice("open", evidence=(make.evidence(quotation, role),))
    assert opened(make, item).hides(hit(PASSAGE))


@pytest.mark.parametrize(
    "quotation", ["The council of Newtown met on", "Mondays", "charter out new"]
)
def test_another_passage_of_the_source_is_not(make: Make, quotation: str) -> None:
    """Some words in common do not make it the same."""
    item = make.choice("open", evidence=(make.evidence(quotation),))
    assert not opened(make, item).hides(hit(PASSAGE))


def test_the_same_passage_under_another_name_is_hidden(make: Make) -> None:
    """Where another bank has another id for the source, by eight words in a row or the whole of a
    shorter quotation; three words that two sources have in common are nothing."""
    for quotation, hides in (
        ("met on Monday and read the new charter", True), ("Millbrook met on Monday", True),
        ("met on Monday", False), ("Millbrook met on Monday and slept all day", False),
    ):  # fmt: skip
        hidden = opened(make, make.choice("open", evidence=(make.evidence(quotation),)))
        assert hidden.hides(hit(PASSAGE, source="article")) is hides


# ---- the keys -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("Earl Warren", "Chief Justice EARL WARREN wrote it"), ("The council", "a council may"),
        ("U.S. Senate", "the US Senate’s vote"), ("non-citizens", "all noncitizens there"),
        ("José Bukele", "(Jose Bukele)"), ("Nine", "9 members"), ("8th", "the Eighth Amendment"),
        ("More than 40,000", "there were more than forty thousand"), ("§", "see 18 U.S.C. § 3624"),
        ("thousand years", "two thousand years"),
        ("500", "in 1958 500 people"), ("a", "a b"), ("an apple", "Apple"),
    ],
)  # fmt: skip
def test_a_text_with_the_key_is_hidden(make: Make, key: str, text: str) -> None:
    """Without regard to case, accents, punctuation, and to how words and numbers are written."""
    hidden = opened(make, make.choice("open", key=key))
    assert hidden.hides(hit(text))
    assert hidden.shows_key(text)
    for shown in ({"citation": text}, {"title": text}, {"also": ("Bank", text)}):
        assert hidden.hides(hit("Nothing.", **shown))


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("Earl Warren", "Earl of Warren"), ("US", "because"), ("man", "many men"),
        ("17", "1787 and 170"), ("Nine", "ninety"), ("The", "Then"), ("U.S.", "bus stop"),
    ],
)  # fmt: skip
def test_a_text_without_it_is_not(make: Make, key: str, text: str) -> None:
    """Parts of words are no words."""
    assert not opened(make, make.choice("open", key=key)).hides(hit(text))


def test_true_and_false_are_no_keys(make: Make) -> None:
    """Or no other statement could be found."""
    item = make.judgement("open", evidence=(make.evidence("nothing of this"),))
    assert not opened(make, item).hides(hit("It is true. True or false?"))


def test_every_accepted_form_of_what_is_typed(make: Make) -> None:
    """The one that is shown as the answer, and the others."""
    hidden = opened(make, Short(**common(make), key="banishment", accept=("exile", "sent away")))
    for text in ("Banishment was", "in exile", "were Sent-away by"):
        assert hidden.hides(hit(text))
    assert not hidden.hides(hit("They were transported."))


@pytest.mark.parametrize(
    ("text", "hides"),
    [
        ("for 80 years", True), ("eighty", True), ("81", True), ("eighty-one of them", True),
        ("80.5 miles", True), ("the 80th", True), ("79", False), ("82", False), ("800", False),
        ("1980", False), ("eight", False), ("180,000", False),
    ],
)  # fmt: skip
def test_every_number_that_would_be_right(make: Make, text: str, hides: bool) -> None:
    """From the least to the most, in digits and in words."""
    item = Number(
        **common(make), value=Decimal(80), least=Decimal(80), most=Decimal(81), unit="years"
    )
    assert opened(make, item).hides(hit(text)) is hides


def test_every_part_of_a_key_of_several(make: Make) -> None:
    """One of them alone gives something away."""
    wrong = (option("The clerk"),)
    several = Multiple(**common(make), keys=(option("Bail"), option("Fines")), distractors=wrong)
    pairs = Match(
        **common(make), pairs=((option("Trop"), option("Dignity")), (option("Plata"), option("Crowding"))),
        distractors=wrong,
    )  # fmt: skip
    entries = Order(**common(make), entries=(option("Charter"), option("Bill of Rights")))
    for item, texts in (
        (several, ("no bail", "their fines")), (pairs, ("of dignity", "crowding")),
        (entries, ("the charter", "the Bill of Rights")),
    ):  # fmt: skip
        hidden = opened(make, item)
        assert all(hidden.hides(hit(text)) for text in texts)
        assert not hidden.hides(hit("The clerk in Trop"))


def test_the_sentence_that_is_to_be_found(make: Make) -> None:
    """And the others that are offered, wherever they stand."""
    key, wrong = option("The council met on Monday."), option("Nobody spoke at all that day.")
    evidence = (make.evidence(key.text), make.evidence(wrong.text, Role.CANDIDATE))
    hidden = opened(
        make,
        FindEvidence(**{**common(make), "evidence": evidence}, key=key, distractors=(wrong,)),
    )
    for text in (key.text, wrong.text, f"Before. {wrong.text} After."):
        assert hidden.hides(hit(text))


def test_of_several_open_questions(make: Make) -> None:
    """What answers any of them is hidden, as in a test before it is handed in."""
    bank = make.bank(make.choice("one", key="Earl Warren"), make.choice("two", key="Hugo Black"))
    hidden = hidden_for([question(bank, item, "1") for item in bank.items])
    assert hidden.items == {"bank/one", "bank/two"}
    assert hidden.hides(hit("Hugo Black"))
    assert hidden.hides(hit("Earl Warren"))
    assert not hidden.hides(hit("William Brennan"))


# ---- whatever the bank and whatever is typed ----------------------------------------------------

WORDS = st.sampled_from(
    "council Council senate Sénat U.S. US 9 nine ninth twenty seven 27 40,000 forty thousand the a of"
    " man many non-citizens noncitizens Trop v. § — “dignity” 1958 Monday charter".split()
)
TEXTS = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
KEYS = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


@st.composite
def banks(draw: st.DrawFn) -> Bank:
    """Banks of a few items of all types but true-false, whose texts have much in common."""
    from tests.study.conftest import Make

    make, items = Make(), []
    for at in range(draw(st.integers(1, 5))):
        quotations = draw(st.lists(TEXTS, min_size=1, max_size=2))
        values = {
            **common(make), "id": f"i{at}", "stem": draw(TEXTS),
            "evidence": tuple(make.evidence(text) for text in quotations),
        }  # fmt: skip
        texts = draw(st.lists(KEYS, min_size=3, max_size=3, unique_by=option_id))
        options = tuple(map(option, texts))
        number = Decimal(draw(st.sampled_from([9, 27, 1958, 40_000])))
        items.append(
            draw(
                st.sampled_from(
                    [
                        make.choice(
                            **{**values, "name": values["id"]}, key=texts[0], others=texts[1:]
                        ),
                        Short(**values, key=texts[0], accept=tuple(texts[1:])),
                        Number(**values, value=number, least=number, most=number, unit="years"),
                        Multiple(**values, keys=options[:2], distractors=options[2:]),
                        Order(**values, entries=options),
                        Match(
                            **values, pairs=((option("x"), options[0]), (option("y"), options[1]))
                        ),
                    ]
                )
            )
        )
    title = draw(st.sampled_from(["A bank", "The council", "Nine of them"]))
    return Bank(id="bank", title=title, cards=make.bank().cards, items=tuple(items))


def plain(text: str) -> str:
    """A text without case and accents, its words between single spaces: another way than the one
    that is tested."""
    text = unicodedata.normalize("NFD", text.casefold())
    text = re.sub(r"[\u0300-\u036f]", "", text)
    return f" {' '.join(re.findall(r'[a-z0-9]+', text))} "


def answers(item: Item) -> Iterator[str]:
    """Every text that must not stand in what is shown."""
    yield item.key_text
    if isinstance(item, Short):
        yield from item.accepted
    if isinstance(item, Number):
        digits, said = {
            9: ("9", "nine"), 27: ("27", "twenty seven"), 1958: ("1958", "nineteen"),
            40_000: ("40 000", "forty thousand"),
        }[int(item.value)]  # fmt: skip
        yield from (digits, said) if item.value != 1958 else (digits,)
    for one in item.options:
        if one.id in item.key_ids:
            yield one.text


def found_in(bank: Bank, hidden: Hidden) -> tuple[Hit, ...]:
    """What a search for words that all texts have would show, as the index hands it over."""
    whole = (
        Hit(
            one.kind, bank.id, Path("bank.yaml"), bank.title, one.items, one.text, (), one.source,
            one.citation, one.start, one.end,
        )
        for one in gather(bank, Shelf([]))
    )  # fmt: skip
    return _chosen(whole, 1000, hidden)


@settings(max_examples=examples(400))
@given(bank=banks(), data=st.data())
def test_no_key_is_shown(bank: Bank, data: st.DataObject) -> None:
    """For any bank, any open questions and any query: no text that is shown has a key, and none is a
    passage of an open item."""
    asked = [question(bank, item, "1") for item in bank.items]
    open_ = data.draw(st.lists(st.sampled_from(asked), min_size=1, unique_by=lambda one: one.ref))
    shown = found_in(bank, hidden_for(open_))
    texts = [
        plain(text) for one in shown for text in (one.text, one.citation, one.title, *one.also)
    ]
    for one in open_:
        for answer in answers(one.item):
            said = plain(answer)
            assert not said.strip() or not any(said in text for text in texts)
        assert not any(one.item.id in found.items for found in shown)
        for evidence in one.item.evidence:
            said = plain(evidence.selector.exact)
            assert not said.strip() or not any(
                said in plain(found.text) for found in shown if found.source
            )


@given(bank=banks())
def test_what_has_nothing_to_do_with_it_is_shown(bank: Bank) -> None:
    """Nothing is hidden that neither quotes the same nor has a word in common with a key."""
    shown = found_in(bank, NOTHING)
    one = question(bank, bank.items[0], "1")
    keys = {word for answer in answers(one.item) for word in plain(answer).split()}
    own = {
        word for evidence in one.item.evidence for word in plain(evidence.selector.exact).split()
    }
    left = found_in(bank, hidden_for([one]))
    for hit_ in shown:
        said = set(plain(f"{hit_.text} {hit_.citation} {hit_.title}").split())
        numeric = (
            any(word[:1].isdigit() for word in said | keys) or said & _NUMBERS or keys & _NUMBERS
        )
        if not said & (keys | own) and not numeric and one.item.id not in hit_.items and keys:
            assert hit_ in left


_NUMBERS = set("nine ninth twenty seven forty thousand".split())


def test_a_question_is_a_question_of_its_bank(make: Make) -> None:
    """Questions of several banks may be open at once."""
    one, other = make.bank(make.choice("x"), name="one"), make.bank(make.choice("x"), name="other")
    asked: list[Question] = [question(bank, bank.items[0], "1") for bank in (one, other)]
    assert hidden_for(asked).items == {"one/x", "other/x"}


def test_what_a_cut_leaves_of_a_number(make: Make) -> None:
    """“twenty-seven” is not 7; but “…seven” would be, where a text is cut in between."""
    hidden = opened(make, make.choice("open", key="7"))
    shown: list[Hit] = []
    for more in range(60):
        text = f"{'word ' * 40}twenty seven {'w' * more} needle {'word ' * 60}"
        at = text.index("needle")
        whole = hit(text, marks=((at, at + 6),))
        assert not hidden.hides(whole)
        shown += _chosen([whole], 9, hidden)
    assert 40 < len(shown) < 60
    assert not any(hidden.shows_key(one.text) for one in shown)

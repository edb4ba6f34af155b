"""Worksheets and their keys."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.paper.conftest import (
    TOWN,
    Answered,
    Asked,
    answered_on,
    asked_on,
    changed,
    glossary,
    load,
    only,
)

from civicsquiz.bank.items import (
    Choice,
    FindEvidence,
    Match,
    Multiple,
    Number,
    Order,
    Short,
    TrueFalse,
)
from civicsquiz.bank.models import Bank, Item, Role
from civicsquiz.errors import UsageError
from civicsquiz.paper import (
    FORMS,
    Extras,
    Sheet,
    answer_key,
    extras_of,
    is_printed,
    sheets,
    worksheet,
)
from civicsquiz.source.shelf import Shelf
from civicsquiz.source.visible import one_line
from civicsquiz.study.selection import question, select

HERE = Path(__file__).resolve().parent
EIGHT = load("eight-types.yaml")
SHELF = Shelf([TOWN])
NOTHING = Extras()
CSS = files("civicsquiz.paper").joinpath("paper.css").read_text(encoding="utf-8")


# ---- as a whole ---------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", ["worksheet", "key"])
def test_all_types_are_printed_as_somebody_has_read_them(
    eight: Bank, shelf: Shelf, all_extras: Extras, form: str, kind: str
) -> None:
    """Compared with a file in `golden/`. One that is missing is written, and the test fails until
    somebody has read it."""
    sheet = only(eight)
    text = (
        worksheet(sheet, form, all_extras)
        if kind == "worksheet"
        else answer_key(sheet, form, shelf)
    )
    path = HERE / "golden" / f"{kind}.{form}"
    text = text.replace(CSS, "")
    if not path.exists():
        path.write_text(text, encoding="utf-8")
        pytest.fail(f"{path} was missing: read what was written")
    assert text == path.read_text("utf-8")


class Elements(HTMLParser):
    """The elements of a page in their order, and everything it asks for from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag in ("script", "link", "img", "iframe", "object", "base", "form", "a"):
            self.outside.append(tag)
        for name, _ in attrs:
            if name not in ("class", "id", "lang", "charset", "name", "content", "aria-labelledby"):
                self.outside.append(name)

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        self.outside.append("comment")


def elements(page: str) -> Elements:
    found = Elements()
    found.feed(page)
    found.close()
    return found


def test_a_page_needs_nothing_and_runs_nothing(
    eight: Bank, shelf: Shelf, all_extras: Extras
) -> None:
    """One file: no script, no link, no address, no font of its own."""
    sheet = only(eight)
    for page in (worksheet(sheet, "html", all_extras), answer_key(sheet, "html", shelf)):
        assert elements(page).outside == []
        assert page.count("<style>") == 1
        assert not re.search(r"url\(|@import|@font-face|https?:|//", page.replace("<!DOCTYPE", ""))


def test_headings_lead_through_a_page(eight: Bank, shelf: Shelf, all_extras: Extras) -> None:
    """One of the first level, and none is passed over; each question has its own."""
    for page in (
        worksheet(only(eight), "html", all_extras),
        answer_key(only(eight), "html", shelf),
    ):
        levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert len(re.findall(r'aria-labelledby="(question-\d+)"', page)) == 8
        assert '<html lang="en">' in page
    assert re.sub("<.*?>", "", page).count("Question 3 ") == 1


def test_a_page_breaks_between_questions_only() -> None:
    """What chromium was seen to do with these words in the style."""
    for rule in ("section.question", ".head", ".row"):
        assert re.search(re.escape(rule) + r" \{[^}]*break-inside: avoid", CSS)
    assert "@page" in CSS
    assert "size:" not in CSS.replace("font-size:", "")


# ---- what is not on a worksheet -----------------------------------------------------------------


def otherwise(item: Item) -> Item:
    """The item with another key out of the same options."""
    more: dict[str, Any] = {}
    if isinstance(item, (Choice, FindEvidence)):
        first, *rest = item.distractors
        roles = {first.text: Role.PROVES, item.key.text: Role.CANDIDATE}
        more = {
            "key": replace(first, why=""),
            "distractors": (replace(item.key, why="No."), *rest),
            "evidence": tuple(
                replace(each, role=roles.get(each.selector.exact, each.role))
                for each in item.evidence
            ),
        }
    elif isinstance(item, TrueFalse):
        more = {"key": not item.key}
    elif isinstance(item, Multiple):
        more = {"keys": item.distractors, "distractors": item.keys}
    elif isinstance(item, Match):
        lefts, rights = zip(*item.pairs, strict=True)
        more = {"pairs": tuple(zip(lefts, (*rights[1:], rights[0]), strict=True))}
    elif isinstance(item, Short):
        more = {"key": "something else", "accept": (), "misses": ()}
    elif isinstance(item, Number):
        more = {
            "value": item.value + 1,
            "least": item.least - 9,
            "most": item.most + 9,
            "misses": (),
        }
    return replace(
        item, rationale="Otherwise.", because="Otherwise.", background="Otherwise.", **more
    )


@pytest.mark.parametrize("form", FORMS)
@given(seed=st.integers(0, 10**6))
@settings(max_examples=20)
def test_a_worksheet_does_not_know_the_key(form: str, seed: int) -> None:
    """With other keys among the same options it is the same, but for its code. (An order is shown
    as it stands in the key only where it would be the answer, and is left out here.)"""
    items = tuple(item for item in EIGHT.items if not isinstance(item, Order))

    def of(items: tuple[Item, ...]) -> str:
        bank = replace(EIGHT, items=items)
        asked = tuple(question(bank, item, str(seed)) for item in items)
        sheet = Sheet(bank, "A", str(seed), asked)
        return worksheet(sheet, form, NOTHING).replace(sheet.code, "CODE")

    assert of(items) == of(tuple(map(otherwise, items)))


@pytest.mark.parametrize("form", FORMS)
def test_a_worksheet_has_nothing_of_what_is_told_after_an_answer(eight: Bank, form: str) -> None:
    """No rationale, no reason, no passage, no background, no name of an item."""
    bank = replace(eight, items=tuple(replace(item, background="Backed.") for item in eight.items))
    page = worksheet(only(bank), form, NOTHING)
    for item in bank.items:
        told = [item.rationale, item.because, item.background, f"({item.id})", f">{item.id}<"]
        told += [option.why for option in item.options] + [miss.why for miss in item.misses]
        assert not [text for text in told if text and text in page]
    assert "proves" not in page
    assert "seed" not in page


def test_words_that_would_answer_a_question_are_withheld(eight: Bank) -> None:
    """On paper they are still there when it is asked."""
    sheet = only(eight)
    whole = extras_of(sheet, glossary(eight), read_first=True, discussion=True)
    assert [term for term, _ in whole.words] == ["charter", "hearing"]
    assert whole.read_first[0].startswith("Millbrook is a town that does not exist. Its voters")
    telling = replace(eight.vocabulary[0], entry="What the town clerk keeps.")
    bank = replace(eight, vocabulary=(telling, *eight.vocabulary[1:]))
    kept = extras_of(only(bank), glossary(bank), read_first=True, discussion=False)
    assert [term for term, _ in kept.words] == ["hearing"]
    assert kept.discussion is None
    assert extras_of(sheet, glossary(eight), read_first=False, discussion=False) == NOTHING


def test_extras_that_a_bank_does_not_have_are_refused(town: Bank) -> None:
    """Rather than left out in silence."""
    for wanted in ({"read_first": True}, {"discussion": True}):
        with pytest.raises(UsageError, match="leave out --"):
            extras_of(
                only(town), glossary(town), **{"read_first": False, "discussion": False, **wanted}
            )


# ---- versions -----------------------------------------------------------------------------------


def test_a_seed_gives_these_sheets_on_every_machine(eight: Bank) -> None:
    """The first version is the quiz of the seed; the codes are pinned."""
    three = sheets(eight, seed="7", versions=3)
    assert three[0].questions == select([eight], seed="7")
    assert three == sheets(eight, seed="7", versions=3)
    assert [(sheet.letter, sheet.code) for sheet in three] == [
        ("A", "6379be"), ("B", "d4ae0d"), ("C", "e5b9bb")
    ]  # fmt: skip
    assert sheets(eight, seed="7", versions=2) == three[:2]


@given(seed=st.text(max_size=5), versions=st.integers(1, 26), count=st.integers(1, 8))
@settings(max_examples=20)
def test_versions_ask_the_same_in_other_orders(seed: str, versions: int, count: int) -> None:
    """No two of a few have one order of eight; of less there may be too few that keep apart what
    must not stand together."""
    made = sheets(EIGHT, seed=seed, versions=versions, count=count)
    assert [sheet.letter for sheet in made] == [chr(ord("A") + at) for at in range(versions)]
    asked = [[each.ref for each in sheet.questions] for sheet in made]
    assert {tuple(sorted(refs)) for refs in asked} == {tuple(sorted(asked[0]))}
    assert len(asked[0]) == count
    if count == 8:
        assert len(set(map(tuple, asked[:4]))) == min(versions, 4)


def test_there_are_as_many_versions_as_letters(eight: Bank) -> None:
    with pytest.raises(UsageError, match="at most 26"):
        sheets(eight, seed="1", versions=27)
    with pytest.raises(UsageError, match="No item"):
        sheets(eight, seed="1", items=["nothing"])


# ---- telling a sheet from other files -----------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
@given(seed=st.text(max_size=4), title=st.text(min_size=1))
@settings(max_examples=25)
def test_what_was_printed_is_known_as_printed(form: str, seed: str, title: str) -> None:
    """Sheets and keys of any bank and seed, with the line ends of any system."""
    sheet = only(replace(EIGHT, title=one_line(title)), seed=seed)
    for text in (worksheet(sheet, form, NOTHING), answer_key(sheet, form, SHELF)):
        assert is_printed(text.encode())
        assert is_printed(text.replace("\n", "\r\n").encode())


def test_nothing_else_is_known_as_printed(eight: Bank, checkout: Path) -> None:
    """Guides, banks, documents, other pages; and a text that has a sheet somewhere within."""
    others = [
        path.read_bytes()
        for pattern in ("*.md", "docs/*.md", "seeds/*", "question_banks/*", "tests/banks/*/*")
        for path in checkout.glob(pattern)
        if path.is_file()
    ]
    assert len(others) > 20
    sheet = only(eight)
    others += [b"", b"# A title\n\nVersion A of it\n", b"<!DOCTYPE html>\n<body>\n<h1>A</h1>\n"]
    others += [b"My notes\n\n" + worksheet(sheet, form, NOTHING).encode() for form in FORMS]
    assert not any(map(is_printed, others))


# ---- the key ------------------------------------------------------------------------------------


def agree(asked: Asked, answered: Answered, item: Item) -> None:
    """What the key says, in the labels of the sheet, is the bank's answer."""
    by_label = {label: text for _, label, text in asked.rows}
    if isinstance(item, (Short, Number)):
        assert asked.line
        assert answered.answer == [("", item.key_text)]
    elif isinstance(item, TrueFalse):
        assert [text for _, _, text in asked.rows] == ["True", "False"]
        assert answered.answer == [("", str(item.key))]
    elif isinstance(item, Match):
        pairs = {left.text: right.text for left, right in item.pairs}
        for label, text in answered.answer:
            left, right = by_label[label[0]], by_label[label[1]]
            assert text == f"{left}: {right}"
            assert pairs.pop(left) == right
        assert not pairs
    elif isinstance(item, Order):
        wanted_order = [entry.text for entry in item.entries]
        assert answered.answer == [(str(at), text) for at, text in enumerate(wanted_order, 1)]
        (blanks,) = answered.blanks
        shown = [text for lead, _, text in asked.rows if lead == "blank"]
        places = [int(place) for place in blanks.split()]
        assert [wanted_order[place - 1] for place in places] == shown
    else:
        keys = {option.text for option in item.options if option.id in item.key_ids}
        assert {text for _, text in answered.answer} == keys
        assert all(by_label[label] == text for label, text in answered.answer)
        others = {option.text for option in item.options} - keys
        assert {by_label[label] for label in answered.wrong} == others


@given(seed=st.text(max_size=4), versions=st.integers(1, 3))
@settings(max_examples=25)
def test_the_key_of_a_version_fits_its_sheet(seed: str, versions: int) -> None:
    """Both are read as printed, and held against the bank: the letters lead to what is right."""
    for sheet in sheets(EIGHT, seed=seed, versions=versions):
        page, key = worksheet(sheet, "html", NOTHING), answer_key(sheet, "html", SHELF)
        asked, answered = asked_on(page), answered_on(key)
        assert len(asked) == len(answered) == len(EIGHT.items)
        for one, other in zip(asked, answered, strict=True):
            (item,) = (item for item in EIGHT.items if item.id == other.item)
            assert one.stem == item.stem
            agree(one, other, item)
        for text in (page, key):
            assert f"Version {sheet.letter} · 8 questions · sheet {sheet.code}" in text


@given(seed=st.text(max_size=4))
@settings(max_examples=10)
def test_markdown_says_what_html_says(seed: str) -> None:
    """The same questions, rows and answers, in the same order."""
    sheet = only(EIGHT, seed=seed)
    parser = MarkdownIt("commonmark").enable("table")
    for page, text in (
        (worksheet(sheet, "html", NOTHING), worksheet(sheet, "md", NOTHING)),
        (answer_key(sheet, "html", SHELF), answer_key(sheet, "md", SHELF)),
    ):
        body = page[page.index("<body") :]
        words = [_words(re.sub("<.*?>", " ", shown)) for shown in (body, parser.render(text))]
        assert sorted(words[0]) == sorted(words[1])


def _words(text: str) -> list[str]:
    """The words of a page, without what only one of the two forms has."""
    told = html.unescape(re.sub("<.*?>", " ", text))
    return [word for word in re.findall(r"\w+", told) if word not in ("Answer", "Question")]


def test_another_sheet_has_another_code(eight: Bank) -> None:
    """A key that was printed with other questions, another seed or a changed bank is noticed."""
    edited = replace(eight, items=(replace(eight.items[0], stem="Otherwise?"), *eight.items[1:]))
    made = [
        only(eight), only(eight, seed="2"), only(eight, count=7), only(edited),
        *sheets(eight, seed="1", versions=2)[1:],
    ]  # fmt: skip
    assert len({sheet.code for sheet in made}) == len(made)


@pytest.mark.parametrize("form", FORMS)
def test_a_key_has_passages_of_every_role_with_what_is_said_of_them(
    town: Bank, shelf: Shelf, form: str
) -> None:
    """Word for word, with citation, stance and accuracy; what is not at hand says so."""
    key = answer_key(only(town), form, shelf)
    for told in (
        "The passage that proves it", "For context", "Another passage says otherwise",
        "(not checked here)", "Not in the article", "stated as fact",
        "whether this is so is contested", "as of June 2019", "paragraph 2",
        "What one council has made, the next may unmake.", "seed 1",
    ):  # fmt: skip
        assert told in key, told
    assert "draft" not in key


def test_the_words_that_prove_are_set_off_where_there_are_others(eight: Bank, shelf: Shelf) -> None:
    """In Markdown bold, in HTML underlined; a passage that is quoted whole needs neither."""
    sheet = only(eight, items=["seats"])
    assert "2019, **raised that number to nine**." in answer_key(sheet, "md", shelf)
    assert "<mark>raised that number to nine</mark>." in answer_key(sheet, "html", shelf)
    whole = only(eight, items=["sentence-on-schools"])
    assert "\n> “The council may not" in answer_key(whole, "md", shelf)
    assert "<mark>" not in answer_key(whole, "html", shelf)


# ---- hostile banks ------------------------------------------------------------------------------

HOSTILE = [
    "<script>alert(1)</script>", "</style><script>", "-->", "<!--", "&lt;", "# heading", "- list",
    "1. list", "[link](x)", "![x](y)", "`code`", "```", "| a | b |", "---", "> quote", "**b**", "\\",
    "\"'", "$$", "{{x}}", "~~~", "<b", "https://example.org", "=====",
]  # fmt: skip


def structure(text: str, form: str) -> list[str]:
    page = text if form == "html" else MarkdownIt("commonmark").enable("table").render(text)
    return elements(page).tags


@pytest.mark.parametrize("form", FORMS)
@given(
    text=st.sampled_from(HOSTILE)
    | st.lists(st.sampled_from(HOSTILE), min_size=2, max_size=3).map("".join),
    place=st.sampled_from(["{0} {1}", "{1} {0}", "{0}{1}{0}", "{0}"]),
)
@settings(max_examples=40)
def test_a_hostile_bank_is_printed_as_a_harmless_one(form: str, text: str, place: str) -> None:
    """Whatever its texts look like, in every place that has text: the page has the same elements,
    and the texts come out as they are."""
    empty = Shelf([])
    hostile = changed(EIGHT, lambda told: place.format(text, told.replace("\n", " ")))
    harmless = changed(EIGHT, lambda told: place.format("word", told.replace("\n", " ")))
    for one, other in ((hostile, harmless),):
        asked = [
            Sheet(bank, "A", "1", tuple(question(bank, item, "1") for item in bank.items))
            for bank in (one, other)
        ]
        extras = [
            Extras(
                (bank.read_first or "",),
                tuple((term.term, term.entry) for term in bank.vocabulary),
                bank.discussion,
            )
            for bank in (one, other)
        ]
        pages = [worksheet(sheet, form, extra) for sheet, extra in zip(asked, extras, strict=True)]
        assert structure(pages[0], form) == structure(pages[1], form)
        keys = [answer_key(sheet, form, empty) for sheet in asked]
        assert structure(keys[0], form) == structure(keys[1], form)


def test_hostile_text_is_on_the_page_as_it_is(eight: Bank) -> None:
    """Escaped, and not taken away."""
    hostile = changed(eight, lambda told: f"<script># {told}")
    page = worksheet(only(hostile), "html", NOTHING)
    assert "<script" not in page
    assert "<h1>&lt;script&gt;# Millbrook: eight ways of asking</h1>" in page
    text = worksheet(only(hostile), "md", NOTHING)
    assert "# \\<script\\>\\# Millbrook: eight ways of asking\n" in text

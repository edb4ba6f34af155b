"""Questions whose proof is in another source than their article: in a bank, judged, covered, exported."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
from tests.draft import charter
from tests.draft.charter import TODAY
from tests.draft.some_acts import only_some

from civicsquiz import paths
from civicsquiz.bank.check.context import context_of
from civicsquiz.bank.check.run import judge
from civicsquiz.bank.editing import BankText
from civicsquiz.bank.files import parse, usable
from civicsquiz.bank.models import Bank, Content, Role, Status
from civicsquiz.draft import law, merging
from civicsquiz.draft.article import Article
from civicsquiz.draft.coverage import covered
from civicsquiz.draft.drafting import Drafts, draft
from civicsquiz.draft.opening import opened
from civicsquiz.draft.triage import Triage
from civicsquiz.formats.exporting import collection
from civicsquiz.formats.exporting.citing import by_shelf
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.passages import passages_of
from civicsquiz.study.selection import question

KIND = "law-at-work"
TEXT = """SOURCE: Example News, CC0. TITLE: President vetoes the farm bill and pardons farmers. DATE: 2019-02-21

On Friday, President Donald Trump vetoed the farm bill in Washington. It had gone through both chambers.

President Donald Trump issued seven pardons on Tuesday. One of them was for a farmer in Ohio.

""" + "\n\n".join(["The lawmakers met, and spoke of many other things, for some days more."] * 12)


@pytest.fixture(autouse=True)
def _some_acts(monkeypatch: pytest.MonkeyPatch) -> None:
    only_some(monkeypatch)


def put(folder: Path, text: str = TEXT) -> Article:
    path = folder / "news.txt"
    path.write_text(text, "utf-8")
    return opened(path)


def made(article: Article) -> Drafts:
    """Only the drafts and the tray that the law proves, as drafts."""
    found = draft([article], TODAY)
    of_law = tuple(one for one in (*found.items, *found.tray) if one.kind == KIND)
    return Drafts(found.facts, of_law, (), ())


@pytest.fixture
def article(tmp_path: Path) -> Article:
    return put(tmp_path)


@pytest.fixture
def path(tmp_path: Path, article: Article) -> Path:
    text, merged = merging.new_bank("news", "News", made(article), [article])
    assert len(merged.added) == 2
    target = tmp_path / "bank.yaml"
    target.write_text(text, "utf-8")
    return target


def another(folder: Path) -> Article:
    """Another article on the same."""
    path = folder / "other.txt"
    title = "President vetoes the farm bill and pardons farmers"
    path.write_text(TEXT.replace(title, "Veto and pardons"), "utf-8")
    return opened(path)


def load(path: Path) -> Bank:
    return usable(parse(path.read_bytes(), path))


def shelf(folder: Path) -> Shelf:
    return Shelf([folder, paths.shipped_seeds()])


def sitting(path: Path) -> Triage:
    return Triage(BankText.open(path), shelf(path.parent), TODAY)


def without_the_law() -> str:
    """A bank of drafts on another article, none of which quotes the law."""
    other = charter.article()
    return merging.new_bank("old", "Old", draft([other], TODAY), [other])[0]


def again(path: Path, article: Article) -> merging.Merged:
    text = BankText.open(path)
    merged = merging.merge(text, load(path), made(article), [article])
    text.save()
    return merged


def test_the_bank_has_the_card_of_the_shipped_constitution(path: Path) -> None:
    bank = load(path)
    assert bank.cards[law.CONSTITUTION] == law.whole(law.CONSTITUTION).card
    assert (
        bank.cards[law.CONSTITUTION] == Shelf([paths.shipped_seeds()]).guides[law.CONSTITUTION].card
    )


def test_nothing_is_found_against_the_items(path: Path) -> None:
    """Every quotation has its place, and warnings count."""
    bank = load(path)
    context = context_of(bank, shelf(path.parent), TODAY)
    for item in bank.items:
        assert list(judge(item, bank, context)) == []
        assert {one.source for one in item.evidence_in(Role.PROVES)} == {law.CONSTITUTION}


def test_drafting_again_adds_nothing(path: Path, article: Article) -> None:
    before = path.read_bytes()
    merged = again(path, article)
    assert (merged.added, merged.known, merged.stale) == ((), 2, ())
    assert path.read_bytes() == before


def test_what_two_articles_lead_to_is_asked_once(tmp_path: Path, article: Article) -> None:
    found = draft([article, another(tmp_path)], TODAY)
    of_law = [one for one in (*found.items, *found.tray) if one.kind == KIND]
    assert len(of_law) == len({law.asked(one.item) for one in of_law}) == 2
    repeated = [one for one in found.refused if one.candidate.kind == KIND and one.code == "B1"]
    assert len(repeated) == 2


def test_what_a_bank_asks_of_the_law_is_not_added_for_another_article(
    path: Path, tmp_path: Path
) -> None:
    """Nor when they have been accepted."""
    path.write_text(path.read_text("utf-8").replace("    status: draft\n", ""), "utf-8")
    merged = again(path, another(tmp_path))
    assert (merged.added, merged.tray, merged.known) == ((), (), 2)
    assert [item.status for item in load(path).items] == [Status.READY] * 2


def test_a_bank_without_the_law_gets_its_card_with_the_first_such_item(
    tmp_path: Path, article: Article
) -> None:
    target = tmp_path / "old.yaml"
    target.write_text(without_the_law(), "utf-8")
    assert law.CONSTITUTION not in load(target).cards
    again(target, article)
    assert load(target).cards[law.CONSTITUTION] == law.whole(law.CONSTITUTION).card
    assert again(target, article).added == ()


def test_a_bank_with_something_else_under_that_id_gets_none(path: Path, article: Article) -> None:
    text = without_the_law().replace(
        "sources:\n", f"sources:\n  {law.CONSTITUTION}: {{label: Our club}}\n"
    )
    path.write_text(text, "utf-8")
    assert again(path, article).added == ()


def test_an_article_by_that_name_is_another_source(tmp_path: Path) -> None:
    named = tmp_path / "constitution.txt"
    named.write_text(TEXT.replace("President vetoes the farm bill", "constitution"), "utf-8")
    assert opened(named).card.id != law.CONSTITUTION


def test_an_article_that_quotes_the_law_does_not_take_its_card(path: Path, tmp_path: Path) -> None:
    quoting = tmp_path / "quoting.txt"
    bank = load(path)
    known = [
        (card, [one.selector for item in bank.items for one in item.evidence if one.source == name])
        for name, card in bank.cards.items()
    ]
    quoted = [one.exact for one in known[1][1]]
    quoting.write_text("\n\n".join(["Much is said of the Constitution here.", *quoted]), "utf-8")
    assert known[1][0].id == law.CONSTITUTION
    assert opened(quoting, known).card.id == "quoting"


def test_the_topic_of_a_new_item_is_that_of_its_own_article(path: Path, tmp_path: Path) -> None:
    """And not of another that quotes the law too."""
    text = path.read_text("utf-8").replace(
        "  president-vetoes-the-farm-bill-and-pardons:", "  farms:"
    )
    path.write_text(text.replace("topic: president-vetoes-the-farm-bill", "topic: farms"), "utf-8")
    bank = BankText.open(path)
    bank.remove_item(load(path).items[0].id)
    bank.save()
    added = again(path, another(tmp_path)).added
    assert len(added) == 1
    topics = {item.id: item.topic for item in load(path).items}
    assert {topics[name] for name in added} == {"veto-and-pardons"}


def test_only_what_quotes_the_changed_passage_is_stale(path: Path) -> None:
    """Neither is stale for the law, which never changes."""
    later = TEXT.replace("On Friday, President", "On Thursday, President")
    article = put(path.parent, later)
    (stale,) = merging.stale(load(path), [article])
    assert "veto" in stale


def test_both_passages_are_shown_with_what_each_is(path: Path) -> None:
    triage = sitting(path)
    item = triage.current
    assert item is not None
    first, beside = passages_of(question(triage.bank, item, "seed"), triage.shelf)
    assert (first.role, first.citation) == (Role.PROVES, "U.S. Constitution, Article I, section 7")
    assert first.plain.startswith("If two-thirds of the first chamber")
    assert (beside.role, beside.source, beside.proof) == (Role.CONTEXT, "news", "")
    assert "vetoed the farm bill" in beside.text


def test_the_gate_looks_at_an_edit_again(path: Path) -> None:
    triage = sitting(path)
    triage.look_up()
    assert triage.ungated == ""
    values = triage.values()
    assert triage.flaws(values) == []
    new = copy.deepcopy(values)
    new["key"] = "Pass it again by three-fourths of each chamber"
    assert "K1" in {flaw.code for flaw in triage.flaws(new)}
    new = copy.deepcopy(values)
    new["evidence"] = new["evidence"][:1]
    assert "E3" in {flaw.code for flaw in triage.flaws(new)}


def test_with_the_law_alone_at_hand_the_article_is_missed(path: Path) -> None:
    (path.parent / "news.txt").unlink()
    triage = sitting(path)
    triage.look_up()
    assert triage.ungated.startswith("The article is not at hand")
    assert not triage.stale


def test_an_accepted_item_is_edited_and_kept_with_both_passages(path: Path) -> None:
    triage = sitting(path)
    triage.edit({**triage.values(), "rationale": "So few vetoes fail."})
    triage.accept()
    assert [len(item.evidence) for item in load(path).asked] == [2, 2]


def test_the_law_need_not_be_covered(path: Path) -> None:
    (found,) = covered(load(path), shelf(path.parent))
    assert found.card.id == "news"
    assert found.tested == 0, "what stands there for context alone is not asked about"
    assert found.beside == 2
    assert found.quoted > 0


def test_an_exported_item_takes_the_law_with_it(path: Path) -> None:
    text = "\n".join(
        line for line in path.read_text("utf-8").splitlines() if not line.startswith("    status:")
    )
    path.write_text(f"{text}\n", "utf-8")
    bank = load(path)
    taken = repr(collection(bank, by_shelf(bank, shelf(path.parent))))
    assert "U.S. Constitution, Article I, section 7" in taken
    assert "two thirds of that House shall agree" in taken


def test_one_sentence_may_stand_beside_several_laws(tmp_path: Path) -> None:
    """It proves none of them."""
    title = "President vetoes the farm bill and pardons farmers as Senate passes an act"
    told = (
        "President Donald Trump vetoed the farm bill, President Donald Trump issued seven pardons, "
        "and the Senate passed the Flood Act by 95 to 3."
    )
    text = f"SOURCE: Example News, CC0. TITLE: {title}. DATE: 2019-02-21\n\n{told}\n\n"
    drafts = made(put(tmp_path, text + TEXT.partition("Ohio.")[2] * 2))
    beside = [one.item.evidence[-1].selector.exact for one in drafts.items]
    assert beside == [told] * 3


@pytest.mark.parametrize(
    ("told", "beside", "content"),
    [
        pytest.param(
            "President Donald Trump issued two pardons on Monday, and spoke of the dead of a storm.\n\n"
            "President Donald Trump issued seven pardons on Tuesday.",
            "President Donald Trump issued seven pardons on Tuesday.",
            (),
            id="another",
        ),
        pytest.param(
            "President Donald Trump issued two pardons on Monday, and spoke of the dead of a storm.",
            "President Donald Trump issued two pardons on Monday, and spoke of the dead of a storm.",
            (Content.DEATHS,),
            id="noted",
        ),
    ],
)
def test_a_sentence_that_speaks_of_deaths_stands_there_only_alone_and_is_noted(
    tmp_path: Path, told: str, beside: str, content: tuple[Content, ...]
) -> None:
    title = "President pardons farmers"
    head = f"SOURCE: Example News, CC0. TITLE: {title}. DATE: 2019-02-21"
    text = f"{head}\n\n{told}\n\n" + TEXT.partition("Ohio.")[2]
    (drafted,) = made(put(tmp_path, text)).items
    assert drafted.item.evidence[-1].selector.exact == beside
    assert drafted.item.content == content

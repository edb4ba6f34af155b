"""`civicsquiz draft ARTICLE… -o BANK.yaml`: questions out of articles, for a teacher to judge."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from civicsquiz.app import App
from civicsquiz.cli import absent, explaining, output, writing
from civicsquiz.errors import UsageError
from civicsquiz.source.visible import one_line

if TYPE_CHECKING:
    from civicsquiz.bank.models import Bank
    from civicsquiz.draft.article import Article
    from civicsquiz.draft.drafting import Drafts
    from civicsquiz.draft.merging import Merged
    from civicsquiz.source.card import Card

_DESCRIPTION = """\
Draft questions out of articles, each with the passage that proves its key. Drafts
are never asked before somebody has judged them: “civicsquiz triage BANK” shows
them one by one.

Where BANK.yaml is there already, only what is new is added. What was judged or
edited stays as it is, and what was rejected does not come back."""

_EXAMPLES = """\
examples:
  civicsquiz draft article.txt -o my-bank.yaml
  civicsquiz draft one.txt two.html -o both.yaml --title "Two cases"
  civicsquiz draft article.txt --explain

exit status
  0  done        2  could not run
"""
_THE_ARTICLE = re.compile(r"\b[Tt]he article\b(?! “)")


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "draft",
        help="draft questions out of articles",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
    )
    parser.add_argument(
        "articles", metavar="ARTICLE", nargs="+", type=Path, help="an article or a guide"
    )
    parser.add_argument(
        "-o", "--output", metavar="BANK", type=Path, help="the bank file to write or add to"
    )
    parser.add_argument(
        "--title",
        help="what a new bank is called; without it, as its articles are",
    )
    parser.add_argument(
        "--explain",
        action="store_true",
        help="say of each candidate that was left out which rule, and why",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace, app: App) -> int:
    if arguments.output is None and not arguments.explain and arguments.format == "text":
        raise UsageError(
            "say with -o which bank file the drafts go into, or --explain to look only"
        )
    from civicsquiz.draft import drafting
    from civicsquiz.draft.opening import in_capitals, opened

    target: Path | None = arguments.output
    bank = _there(target)
    title = _title(arguments.title, bank)
    known = _known(bank)
    articles: list[Article] = []
    for path in sorted(set(arguments.articles), key=lambda path: (path.name, str(path))):
        article = opened(path, known)
        if article.card.id not in {each.card.id for each in articles}:
            articles.append(article)
            known = [*known, (article.card, ())]
    drafts = drafting.draft(articles, app.today, _articles_of(bank))
    merged = _write(target, bank, drafts, articles, title)
    if arguments.format == "json":
        output.say_json(app, _values(drafts, merged))
        return 0
    _say(app, target, drafts, merged)
    for article in filter(in_capitals, articles):
        said = f"{one_line(article.card.label)} is written in capitals, in which names cannot be told from other words"
        output.say(app, output.wrapped(f"{said}: little or nothing is drafted from it.", ""))
    if bank is not None and (vague := _vague(bank, articles)):
        output.say(app, output.wrapped(vague, ""))
    if target and merged and (told := absent.told(target, app, arguments.articles)):
        output.say(app, told)
    if arguments.explain:
        explaining.explain(app, drafts, articles)
    return 0


def _there(target: Path | None) -> Bank | None:
    """The bank that is added to, where there is one.

    Raises:
        UsageError: the name is that of an article, which would be lost.
    """
    from civicsquiz.source.document import SUFFIXES

    if target is not None and target.suffix.lower() in SUFFIXES:
        raise UsageError(
            f"{one_line(str(target))} has the name of an article: name a bank with -o, which ends in "
            ".yaml"
        )
    if target is None or not target.exists():
        return None
    from civicsquiz.bank import files

    return files.load(target)


def _title(said: str | None, bank: Bank | None) -> str | None:
    """What a new bank is to be called, if that is said.

    Raises:
        UsageError: it has no words, or the bank is there and has a title.
    """
    if said is None:
        return None
    if bank is not None:
        raise UsageError(
            "--title names a new bank, and this one has a title: change it in the line “title:” of the file"
        )
    if not (title := one_line(said).strip()):
        raise UsageError("--title has no words: say what the bank is called, or leave it out")
    return title


def _known(bank: Bank | None) -> list[Any]:
    if bank is None:
        return []
    return [
        (
            card,
            [
                evidence.selector
                for item in bank.items
                for evidence in item.evidence
                if evidence.source == card.id
            ],
        )
        for card in bank.cards.values()
    ]


def _articles_of(bank: Bank | None) -> list[Card]:
    """The cards of the articles that a bank has; the law is none."""
    from civicsquiz.draft import law

    return [card for card in bank.cards.values() if not law.is_shipped(card)] if bank else []


def _vague(bank: Bank, articles: list[Article]) -> str:
    """Which questions said “the article” when the bank had one, and has more now; empty where none."""
    there = {card.id for card in _articles_of(bank)}
    if not there or there.issuperset(article.card.id for article in articles):
        return ""
    named = [item.id for item in bank.items if _THE_ARTICLE.search(item.stem)]
    if not named:
        return ""
    rest = f" and {len(named) - 1} more" if len(named) > 1 else ""
    return (
        f"{named[0]}{rest}: the question says “the article”, and the bank has several now. Say which one, "
        "in triage or in the file."
    )


def _write(
    target: Path | None,
    bank: Bank | None,
    drafts: Drafts,
    articles: list[Article],
    title: str | None,
) -> Merged | None:
    """Into the file; None where there is nothing to write or nowhere to."""
    from civicsquiz.bank import files
    from civicsquiz.draft import merging
    from civicsquiz.draft.items import building

    if target is None:
        return None
    if bank is not None:
        from civicsquiz.bank.editing import BankText

        text = BankText.open(target)
        merged = merging.merge(text, bank, drafts, articles)
        text.save()
        return merged
    if not drafts.items and not drafts.tray:
        return None
    name = building.slug(target.stem) or "drafts"
    made, merged = merging.new_bank(name, title or _called(articles), drafts, articles)
    files.usable(files.parse(made.encode(), target))
    writing.write(target, made.encode())
    return merged


def _called(articles: list[Article]) -> str:
    """A bank by its articles, whatever their order: by both of two, by the first of more."""
    titles = sorted({article.card.title or article.card.label for article in articles})
    if len(titles) < 3:
        return " · ".join(titles)
    return f"{titles[0]}, and {len(titles) - 1} more articles"


def _say(app: App, target: Path | None, drafts: Drafts, merged: Merged | None) -> None:
    output.say(
        app,
        f"{_found(explaining.held(drafts.facts))} found, {len(explaining.silent(drafts))} of them without a question; "
        f"{_number(len(drafts.refused), 'candidate')} left out.",
    )
    if not drafts.facts:
        output.say(
            app, "Nothing in it is certain enough. “civicsquiz source show” tells how it is read."
        )
    if merged is None:
        said = _number(len(drafts.items), "draft")
        needing = f", and {len(drafts.tray)} less sure in the tray" if drafts.tray else ""
        output.say(app, f"{said}{needing}; nothing was written.")
        return
    output.say(app, f"{one_line(str(target))}: {_number(len(merged.added), 'draft')} added"
        + (f", {len(merged.tray)} less sure in the tray" if merged.tray else "")
        + (f", {merged.known} there already" if merged.known else "")
        + (f", {merged.rejected} rejected before" if merged.rejected else "") + ".")  # fmt: skip
    for name in merged.stale:
        output.say(app, f"{name}: its article no longer says what it quotes. Look at it again.")
    if merged.added or merged.tray:
        output.say(app, f"Judge them with: civicsquiz triage {one_line(str(target))}")


def _found(held: explaining.Held) -> str:
    facts = _number(len(held.facts), "fact")
    return f"{facts} and {_number(len(held.topics), 'topic')} of law" if held.topics else facts


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _values(drafts: Drafts, merged: Merged | None) -> dict[str, Any]:
    from civicsquiz.bank.editing import forms

    return {
        "facts": len(explaining.held(drafts.facts)),
        "drafts": [forms.values_of(each.item) for each in drafts.items],
        "tray": [forms.values_of(each.item) for each in drafts.tray],
        "refused": [
            {
                "code": each.code,
                "why": each.said,
                "rule": each.candidate.rule,
                "fact": each.candidate.hash,
                "stem": each.candidate.item.stem,
                "key": each.candidate.item.key_text,
            }
            for each in drafts.refused
        ],
        "added": list(merged.added) if merged else [],
        "stale": list(merged.stale) if merged else [],
    }

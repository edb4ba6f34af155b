"""`civicsquiz facts ARTICLE`: what an article says, as typed facts with their passages."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from civicsquiz.app import App
from civicsquiz.cli import explaining, output
from civicsquiz.source.visible import one_line

if TYPE_CHECKING:
    from civicsquiz.draft.article import Article
    from civicsquiz.draft.facts.fact import Fact

_DESCRIPTION = """\
List what the drafter finds in an article: who said or did what, what was decided,
what a word means. Each fact stands with the passage that says it; below them stand
the topics with a law behind them, with their paragraphs."""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "facts", help="list the facts that articles hold", description=_DESCRIPTION
    )
    parser.add_argument(
        "articles", metavar="ARTICLE", nargs="+", type=Path, help="an article or a guide"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace, app: App) -> int:
    from civicsquiz.draft import drafting
    from civicsquiz.draft.opening import opened

    articles = [opened(path) for path in dict.fromkeys(arguments.articles)]
    found = [(article, drafting.facts_of(article)) for article in articles]
    if arguments.format == "json":
        output.say_json(app, [_values(fact, article) for article, facts in found for fact in facts])
        return 0
    count = topics = 0
    for article, facts in found:
        if len(found) > 1:
            output.say(app, one_line(article.card.title or article.card.label) + "\n")
        held = explaining.held(facts)
        for fact in held.facts:
            _say(app, fact, article)
        if held.topics:
            output.say(app, "Spoken of, with a law behind it:\n")
            for topic, rules in held.topics.items():
                output.say(app, output.wrapped(f"{topic}: {_paragraphs(rules, article)}"))
            output.say(app, "")
        count, topics = count + len(held.facts), topics + len(held.topics)
    behind = f" and {topics} topic{'' if topics == 1 else 's'} of law" if topics else ""
    output.say(app, f"{count} fact{'' if count == 1 else 's'}{behind}")
    return 0


def _paragraphs(rules: Iterable[str], article: Article) -> str:
    numbers = sorted(
        {article.sentences[number].paragraph for number in explaining.spoken(rules, article)}
    )
    return f"paragraph{'' if len(numbers) == 1 else 's'} {', '.join(map(str, numbers))}"


def _say(app: App, fact: Fact, article: Article) -> None:
    place = article.document.block_at(fact.start).paragraph
    slots = "; ".join(f"{slot.name}: {one_line(slot.text)}" for slot in fact.slots)
    held = f", {fact.stance}, {one_line(fact.holder)}" if fact.holder else ""
    output.say(app, f"{fact.frame}  paragraph {place}{held}")
    output.say(app, output.wrapped(slots))
    output.say(app, output.wrapped(explaining.marked(one_line(_text(fact, article)))) + "\n")


def _text(fact: Fact, article: Article) -> str:
    return article.document.text[fact.start : fact.end]


def _values(fact: Fact, article: Article) -> dict[str, Any]:
    return {
        "source": fact.source,
        "frame": fact.frame.value,
        "fact": fact.hash,
        "stance": fact.stance.value,
        "holder": fact.holder or None,
        "slots": {
            slot.name: {
                "text": slot.text,
                "start": slot.start if slot.start >= 0 else None,
                "end": slot.end if slot.end >= 0 else None,
            }
            for slot in fact.slots
        },
        "passage": {
            "start": fact.start,
            "end": fact.end,
            "text": _text(fact, article),
            "paragraph": article.document.block_at(fact.start).paragraph or None,
        },
        "also": [{"start": start, "end": end} for start, end in fact.also],
    }

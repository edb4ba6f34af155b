"""`civicsquiz source show`, `list`, `add` and `guide`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from tests.source.making import docx, paragraph

from civicsquiz import paths
from civicsquiz.bank import files
from civicsquiz.errors import CivicsquizError
from civicsquiz.source import guide, reading

Command = Callable[..., CompletedProcess[str]]


def edited(path: Path, *pairs: tuple[str, str]) -> None:
    """Replace texts in a file; each must be there."""
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


# ---- show ---------------------------------------------------------------------------------------


def test_show_prints_blocks_with_kind_paragraph_and_offsets(
    command: Command, article: Path
) -> None:
    """The text is set in a column of 76; the offsets are those of the canonical text."""
    ran = command("source", "show", article)
    assert (ran.returncode, ran.stderr) == (0, "")
    document = reading.read_file(article)
    for block in document.blocks:
        name = f"{block.kind}, paragraph {block.paragraph}" if block.paragraph else block.kind
        assert f"{name}  {block.start}-{block.end}\n" in ran.stdout
    assert "title  0-21\n    The Trial of the Lamp\n" in ran.stdout
    assert max(map(len, ran.stdout.splitlines()[:-1])) <= 76
    assert f"{document.body_words} words in 3 paragraphs" in ran.stdout


def test_show_as_json_holds_the_canonical_text(command: Command, article: Path) -> None:
    """Each block with its slice, so that other tools need no reader of their own."""
    values = json.loads(command("source", "show", article, "--format", "json").stdout)
    document = reading.read_file(article)
    assert values["sha256"] == hashlib.sha256(article.read_bytes()).hexdigest()
    assert values["body_words"] == document.body_words
    for block in values["blocks"]:
        assert document.text[block["start"] : block["end"]] == block["text"]
    assert [block["paragraph"] for block in values["blocks"]] == [None, 1, 2, 3]


def test_show_obeys_nothing_in_the_article(command: Command, article: Path) -> None:
    """Escape sequences and bidirectional controls come out as signs."""
    article.write_text("A \x1b]52;c;aGk=\x07 b \u202e c and a sentence of it.\n", encoding="utf-8")
    for form in ("text", "json"):
        shown = command("source", "show", article, "--format", form).stdout
        assert not {"\x1b", "\x07", "\u202e"} & set(shown)
    assert "␛]52" in command("source", "show", article).stdout


def test_the_five_articles_can_be_shown(command: Command, seeds: Path) -> None:
    """Every one has running text, and its own offsets."""
    for path in sorted(seeds.glob("*.txt")):
        ran = command("source", "show", path, "--format", "json")
        assert ran.returncode == 0
        assert json.loads(ran.stdout)["body_words"] > 300


def test_show_marks_running_text_and_sums_up_the_rest(command: Command, tmp_path: Path) -> None:
    """A bar beside what may be asked about, notes in brackets, words of each kind."""
    path = tmp_path / "a.txt"
    said = "The court said in 1907 that nobody may be tried without a hearing of the case."
    path.write_text(
        f"SOURCE: The Mill, CC BY 4.0. TITLE: A case\n\nA case\n\n{said}Abara v. Okoro, 1 U.S. 2 (1900)."
        " It is the law.\n\nNobody has tried to change it.\n\nFigure 1. The court\n",
        encoding="utf-8",
    )
    shown = command("source", "show", path).stdout
    assert "┃ body, paragraph 1" in shown
    flat = " ".join(shown.replace("┃", "").split())
    assert "of the case.[[Abara v. Okoro, 1 U.S. 2 (1900).]] It is the law." in flat
    assert "7 of them in notes" in shown
    assert "words of other kinds: metadata 9, caption 4, title 2" in flat
    assert "It states of itself: “A case”, The Mill, date not stated" in flat
    assert "Where it is read wrong: civicsquiz source correct BANK SOURCE" in flat
    values = json.loads(command("source", "show", path, "--format", "json").stdout)
    assert values["words"] == {"body": 32, "metadata": 9, "caption": 4, "title": 2}
    assert values["stated"]["rights"] == "CC BY 4.0"
    assert values["language"] == "en"
    (note,) = values["notes"]
    assert note["end"] - note["start"] == len("Abara v. Okoro, 1 U.S. 2 (1900).")


def test_show_says_when_the_text_is_not_english(command: Command, article: Path) -> None:
    """In one line."""
    article.write_text(
        "Der Rat der Stadt hat am Dienstag beschlossen, dass die alte Brücke nicht abgerissen wird, und"
        " das ist für die Leute eine gute Nachricht.\n", encoding="utf-8",
    )  # fmt: skip
    assert "The text is in “de”." in command("source", "show", article).stdout


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.html", "a.txt", "a.rtf", "none.txt"])
def test_show_of_what_is_no_article_is_one_line(
    command: Command, tmp_path: Path, name: str
) -> None:
    """Whatever the file's name says."""
    for data in (b"", b"\x89PNG\r\n\x1a\n\0\0\0"):
        if name != "none.txt":
            (tmp_path / name).write_bytes(data)
        ran = command("source", "show", tmp_path / name)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert ran.stderr.count("\n") == 1
        assert name in ran.stderr


def test_other_kinds_of_files_are_added_listed_and_matched(
    command: Command, tmp_path: Path, bank: Path
) -> None:
    """A Word document is the article of the bank that has its hash."""
    pytest.importorskip("defusedxml", reason="needs the extra docx")
    path = tmp_path / "lamp.docx"
    path.write_bytes(
        docx(
            paragraph(
                "“Nobody may be sentenced without a hearing,” said Judge Ada Park, who wrote for all nine."
            )
            + paragraph(
                "The lamp has burned since 1888. It was lit by the first mayor of the town."
            )
        )
    )
    env = {"CIVICSQUIZ_BANKS": str(bank), "CIVICSQUIZ_HOME": str(tmp_path / "home")}
    ran = command("source", "add", path, **env)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "It is the article of lamp-report, matched by passages." in ran.stdout
    edited(bank, ("genre: newspaper", f"sha256: {hashlib.sha256(path.read_bytes()).hexdigest()}"))
    listed = json.loads(
        command("source", "list", "--format", "json", CIVICSQUIZ_SOURCES=str(path), **env).stdout
    )
    (found,) = [source for source in listed["sources"] if source["id"] == "lamp-report"]
    assert (found["proved_against"], found["matched_by"]) == ("article", "sha256")


# ---- correct ------------------------------------------------------------------------------------


WORDS = "It was lit by the first mayor"


def test_correct_keeps_the_kind_on_the_card(command: Command, article: Path, bank: Path) -> None:
    """By words of the block; nothing else of the file changes, and the bank stays as good."""
    before = bank.read_text("utf-8")
    env = {"CIVICSQUIZ_SOURCES": str(article.parent)}
    ran = command("source", "correct", bank, "lamp-report", WORDS, "caption", **env)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (
        "“The lamp has burned since 1888. …” is caption, and was read as body; 1 correction"
        in ran.stdout
    )
    after = bank.read_text("utf-8")
    assert "The lamp has burned" in after[: after.index("items:")]
    assert after[after.index("items:") :] == before[before.index("items:") :]
    shown = command("source", "show", article, "--bank", bank).stdout
    assert "corrected from body" in shown
    values = json.loads(
        command("source", "show", article, "--bank", bank, "--format", "json").stdout
    )
    assert [block["kind"] for block in values["blocks"]][-1] == "caption"
    assert [block["read_as"] for block in values["blocks"]][-1] == "body"
    assert values["corrections"] == [{"exact": "The lamp has burned", "kind": "caption"}]
    checked = command("check", bank, "--format", "json", **env).stdout
    assert "caption" in checked  # a quotation of a caption is remarked upon


def test_correct_to_a_title_gives_the_card_one(command: Command, article: Path, bank: Path) -> None:
    """Where it has none; and takes it away again with the correction."""
    before = bank.read_bytes()
    told = ["source", "correct", bank, "lamp-report", WORDS]
    assert command(*told, "title", "--article", article).returncode == 0
    title = files.load(bank).cards["lamp-report"].title
    assert title is not None
    assert title.startswith("The lamp has burned since 1888.")
    assert command(*told, "body", "--article", article).returncode == 0
    assert bank.read_bytes() == before


def test_correct_again_takes_the_first_ones_place(
    command: Command, article: Path, bank: Path
) -> None:
    """And what is said back to how it is read leaves the file as it was."""
    before = bank.read_bytes()
    told = ["source", "correct", bank, "lamp-report", WORDS]
    for kind in ("caption", "table"):
        assert command(*told, kind, "--article", article).returncode == 0
    again = command(*told, "table", "--article", article)
    assert again.stdout == "It is read as table already.\n"
    assert bank.read_text("utf-8").count("The lamp has burned") == 3
    assert command(*told, "body", "--article", article).returncode == 0
    assert bank.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nobody", WORDS, "caption"], "has no source “nobody”: there are: lamp-report"),
        (["lamp-report", "Nobody ever lit it", "caption"], "do not stand in the article"),
        (["lamp-report", "the", "caption"], "blocks of the article: give more words"),
        (["lamp-report", "the", "caption", "--prefix", "to keep a"], "do not stand in the article"),
        (["lamp-report", WORDS, "picture"], "invalid choice"),
    ],
)
def test_correct_refuses_what_it_cannot_mean(
    command: Command, article: Path, bank: Path, arguments: list[str], told: str
) -> None:
    """The bank stays as it is."""
    before = bank.read_bytes()
    ran = command("source", "correct", bank, *arguments, CIVICSQUIZ_SOURCES=str(article))
    assert ran.returncode == 2
    assert told in ran.stderr
    assert bank.read_bytes() == before


def test_correct_takes_what_stands_beside_words_that_are_not_enough(
    command: Command, article: Path, bank: Path
) -> None:
    """“The lamp” and “old lamp” both have a lamp; what is before it says which is meant."""
    told = ["source", "correct", bank, "lamp-report", "lamp", "caption", "--article", article]
    ran = command(*told)
    assert ran.returncode == 2
    assert "“lamp” stands in" in ran.stderr
    assert "--prefix or --suffix" in ran.stderr
    for side in (["--prefix", "The"], ["--suffix", "has burned"]):
        ran = command(*told, *side)
        assert (ran.returncode, ran.stderr) == (0, "")
        assert "The lamp has burned" in ran.stdout or "already" in ran.stdout


def test_show_says_where_a_bank_beside_has_corrections(
    command: Command, article: Path, bank: Path
) -> None:
    """One line for a bank with corrections of this very article; none for any other."""
    sha256 = hashlib.sha256(article.read_bytes()).hexdigest()
    beside = article.parent / "lamp.yaml"
    beside.write_text(
        bank.read_text("utf-8").replace("newspaper}", f"newspaper, sha256: {sha256}}}"), "utf-8"
    )
    (article.parent / "broken.yaml").write_text(f"kinds: [ {sha256}", "utf-8")
    plain = command("source", "show", article).stdout
    assert "--bank" not in plain
    told = ["source", "correct", beside, "lamp-report", WORDS, "caption", "--article", article]
    assert command(*told).returncode == 0
    shown = " ".join(command("source", "show", article).stdout.split())
    assert "lamp.yaml has 1 correction of this article: --bank" in shown
    assert shown.startswith(" ".join(plain.split()))  # which are not applied by themselves
    assert "has 1 correction" not in command("source", "show", article, "--bank", beside).stdout
    article.write_text(article.read_text("utf-8") + "\nAnd more of it.\n", "utf-8")
    assert "--bank" not in command("source", "show", article).stdout


def test_correct_needs_the_article(command: Command, bank: Path) -> None:
    """Only there do the words stand."""
    ran = command("source", "correct", bank, "lamp-report", WORDS, "caption")
    assert ran.returncode == 2
    assert "the article of “lamp-report” is not at hand: name it with --article" in ran.stderr


def test_show_with_a_bank_of_something_else(command: Command, tmp_path: Path, bank: Path) -> None:
    """There is nothing to correct."""
    other = tmp_path / "other.txt"
    other.write_text("Nothing of this is quoted anywhere.\n", encoding="utf-8")
    ran = command("source", "show", other, "--bank", bank)
    assert ran.returncode == 2
    assert "is the article of no source" in ran.stderr


# ---- list ---------------------------------------------------------------------------------------


def test_list_names_guides_articles_and_what_matched_them(
    command: Command, bank: Path, article: Path
) -> None:
    """A source that only a bank knows is recognised by the passages quoted from it."""
    env = {"CIVICSQUIZ_BANKS": str(bank), "CIVICSQUIZ_SOURCES": str(article.parent)}
    listed = json.loads(command("source", "list", "--format", "json", **env).stdout)
    sources = {source["id"]: source for source in listed["sources"]}
    assert sources["lamp-report"] | {"title": None} == {
        "id": "lamp-report",
        "label": "Report on the lamp",
        "title": None,
        "genre": "newspaper",
        "proved_against": "article",
        "matched_by": "passages",
        "path": str(article),
        "passages": None,
        "banks": ["lamp"],
    }
    assert sources["npr"]["proved_against"] == "guide"
    assert sources["npr"]["passages"] > 0
    assert listed["unmatched"] == []
    text = " ".join(command("source", "list", **env).stdout.split())
    assert "[Report on the lamp], date not stated" in text
    assert f"{article}, matched by passages" in text


def test_list_takes_a_file_as_well_as_a_folder(command: Command, bank: Path, article: Path) -> None:
    """CIVICSQUIZ_SOURCES may name an article itself."""
    env = {"CIVICSQUIZ_BANKS": str(bank), "CIVICSQUIZ_SOURCES": str(article)}
    listed = json.loads(command("source", "list", "--format", "json", **env).stdout)
    paths = {source["id"]: source["path"] for source in listed["sources"]}
    assert paths["lamp-report"] == str(article)


def test_list_names_articles_that_belong_to_nothing(command: Command, article: Path) -> None:
    """A file on the source path that no source claims is a question, so it is answered."""
    ran = command("source", "list", CIVICSQUIZ_SOURCES=str(article.parent))
    assert f"{article}: belongs to none of these sources" in ran.stdout


def test_list_recognises_the_five_articles_by_their_hash(command: Command, seeds: Path) -> None:
    """All five guides, each proved against its article; those of the law have none and are
    guides."""
    ran = command("source", "list", "--format", "json", CIVICSQUIZ_SOURCES=str(seeds))
    sources = {source.pop("id"): source for source in json.loads(ran.stdout)["sources"]}
    for name in ("law", "constitution", "statutes", "opinions"):
        law = sources.pop(name)
        assert (law["proved_against"], law["matched_by"], law["path"]) == ("guide", None, None)
        assert law["passages"] > (30 if name != "opinions" else 3)
    assert len(sources) == 5
    assert {source["matched_by"] for source in sources.values()} == {"sha256"}
    text = " ".join(command("source", "list", CIVICSQUIZ_SOURCES=str(seeds)).stdout.split())
    assert "[The law itself]" in text


def test_list_says_which_files_could_not_be_used(command: Command, article: Path) -> None:
    """One line each, on standard error; the list goes on."""
    (article.parent / "wide.txt").write_bytes("wide".encode("utf-16"))
    (article.parent / "broken.md").write_text("---\nkind: guide\n---\n", encoding="utf-8")
    ran = command("source", "list", CIVICSQUIZ_SOURCES=str(article.parent))
    assert ran.returncode == 0
    lines = ran.stderr.splitlines()
    assert any("broken.md" in line for line in lines)
    assert all(line.startswith("civicsquiz: ") for line in lines)
    assert "npr" in ran.stdout


# ---- add ----------------------------------------------------------------------------------------


def test_add_copies_an_article_and_says_what_it_is(
    command: Command, bank: Path, article: Path
) -> None:
    """By the passages where no card knows its hash; a second time it is there already."""
    first = command("source", "add", article, CIVICSQUIZ_BANKS=str(bank))
    target = paths.user_sources() / "lamp.txt"
    assert (first.returncode, first.stderr) == (0, "")
    assert target.read_bytes() == article.read_bytes()
    assert [path.name for path in target.parent.iterdir()] == ["lamp.txt"]
    assert "the article of lamp-report, matched by passages" in first.stdout
    again = command("source", "add", article, CIVICSQUIZ_BANKS=str(bank))
    assert again.returncode == 0
    assert "is there already" in again.stdout


def test_add_recognises_by_hash_and_by_nothing(command: Command, bank: Path, article: Path) -> None:
    """A card's sha256 counts before its passages; a stranger is kept, and called one."""
    sha256 = hashlib.sha256(article.read_bytes()).hexdigest()
    edited(bank, ("genre: newspaper", f"sha256: {sha256}"))
    ran = command("source", "add", article, CIVICSQUIZ_BANKS=str(bank))
    assert "lamp-report, matched by sha256" in ran.stdout
    stranger = article.with_name("stranger.txt")
    stranger.write_text("Something else entirely was said here.\n", encoding="utf-8")
    assert "No guide and no bank" in command("source", "add", stranger).stdout


def test_add_tells_of_this_file_whatever_else_is_there(
    command: Command, bank: Path, article: Path
) -> None:
    """Another copy of the article that matches by hash does not answer for this one."""
    sha256 = hashlib.sha256(article.read_bytes()).hexdigest()
    edited(bank, ("genre: newspaper", f"sha256: {sha256}"))
    command("source", "add", article)
    other = article.with_name("other.txt")
    other.write_bytes(article.read_bytes() + b"\n")
    ran = command("source", "add", other, CIVICSQUIZ_BANKS=str(bank))
    assert "lamp-report, matched by passages" in ran.stdout


def test_add_never_overwrites_another_file(command: Command, article: Path) -> None:
    """The name is taken: status 2, and what was there stays."""
    command("source", "add", article)
    target = paths.user_sources() / "lamp.txt"
    before = target.read_bytes()
    article.write_text("Quite another article under the same name.\n", encoding="utf-8")
    ran = command("source", "add", article)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "something else in it" in ran.stderr
    assert target.read_bytes() == before


def test_add_into_a_place_that_cannot_be_is_one_line(command: Command, article: Path) -> None:
    """The folder of sources cannot be made where its parent is a file."""
    ran = command("source", "add", article, CIVICSQUIZ_HOME=str(article))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "lamp.txt" in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_add_refuses_a_guide(command: Command, tmp_path: Path) -> None:
    """A guide holds every passage, so it would pass for the article."""
    path = tmp_path / "npr.md"
    path.write_bytes((paths.shipped_seeds() / "npr.md").read_bytes())
    ran = command("source", "add", path)
    assert ran.returncode == 2
    assert "is a guide" in ran.stderr
    assert not paths.user_sources().exists()


# ---- guide --------------------------------------------------------------------------------------


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where the guide goes."""
    return tmp_path / "lamp-report.md"


@pytest.fixture
def make(command: Command, article: Path, bank: Path, out: Path) -> Callable[..., str]:
    """Writes the guide of the article and returns it; fails where the command does."""

    def write(*more: str) -> str:
        arguments = ["--bank", bank, "-o", out, "--source", "lamp-report", *more]
        ran = command("source", "guide", article, *arguments)
        assert (ran.returncode, ran.stderr) == (0, "")
        return out.read_text("utf-8")

    return write


def test_guide_holds_the_card_and_every_quoted_span(
    make: Callable[..., str], article: Path, out: Path
) -> None:
    """Offsets and paragraphs of the canonical text, whose hash is stated."""
    parsed = guide.parse(make(), str(out))
    document = reading.read_file(article)
    assert (parsed.card.label, parsed.card.genre) == ("Report on the lamp", "newspaper")
    assert parsed.card.sha256 == document.sha256
    assert parsed.canonical_sha256 == hashlib.sha256(document.text.encode()).hexdigest()
    assert parsed.body_words == document.body_words
    assert [(passage.paragraph, passage.text) for passage in parsed.passages] == [
        (2, "said Judge Ada Park, who wrote for all nine."),
        (3, "The lamp has burned since 1888."),
    ]
    for passage in parsed.passages:
        assert document.text[passage.start : passage.end] == passage.text


def test_guide_is_found_and_proves_the_bank(
    make: Callable[..., str], command: Command, bank: Path, out: Path
) -> None:
    """The line mode shows the passage out of it, though the article is elsewhere."""
    make()
    ran = command(
        "play", bank, "--plain", "--item", "since-when", stdin="1\n",
        CIVICSQUIZ_SOURCES=str(out.parent),
    )  # fmt: skip
    assert "not checked here" not in ran.stdout
    assert "paragraph 3" in ran.stdout


def test_spans_that_overlap_or_touch_become_one_passage(
    make: Callable[..., str], bank: Path, out: Path
) -> None:
    """With white space between them too; but never over two paragraphs."""
    more = """
      - {source: lamp-report, role: context, exact: Ada Park, prefix: Judge}
      - {source: lamp-report, role: context, exact: It was lit by the first mayor}
      - {source: lamp-report, role: context, exact: and voted six to three to keep the old lamp.}
      - {source: lamp-report, role: context, exact: “Nobody may be sentenced}
"""
    bank.write_text(bank.read_text("utf-8").rstrip("\n") + more, encoding="utf-8")
    parsed = guide.parse(make(), str(out))
    assert [(passage.paragraph, passage.text) for passage in parsed.passages] == [
        (1, "and voted six to three to keep the old lamp."),
        (2, "“Nobody may be sentenced"),
        (2, "said Judge Ada Park, who wrote for all nine."),
        (3, "The lamp has burned since 1888. It was lit by the first mayor"),
    ]


def test_summaries_and_card_are_kept_in_their_places(
    make: Callable[..., str], bank: Path, out: Path
) -> None:
    """A summary stays in front of the passage it stood in front of, however that one changes."""
    text = make()
    for before, summary in (
        ("said Judge", "Of the council."), ("The lamp has", "Of the lamp."),
    ):  # fmt: skip
        heading = next(
            part for part in text.split("\n\n") if part.startswith("## Passage")
            and f"{part}\n\n> {before}" in text
        )  # fmt: skip
        text = text.replace(heading, f"## Summary\n\n{summary}\n\n{heading}")
    text = text.replace("Report on the lamp", "What the town says of its lamp")
    out.write_text(text + "\n## Summary\n\nOf the rest.\n", encoding="utf-8")
    edited(
        bank,
        ("exact: The lamp has burned since 1888.", "exact: lamp has burned since 1888. It was lit"),
        ("exact: \"said Judge Ada Park, who wrote for all nine.\"", "exact: who wrote for all nine."),
    )  # fmt: skip
    parsed = guide.parse(make(), str(out))
    assert parsed.card.label == "What the town says of its lamp"
    assert [block.text for block in parsed.blocks] == [
        "Of the council.",
        "who wrote for all nine.",
        "Of the lamp.",
        "lamp has burned since 1888. It was lit",
        "Of the rest.",
    ]


def test_a_summary_whose_passage_is_gone_stands_before_the_next(
    make: Callable[..., str], bank: Path, out: Path
) -> None:
    """Nothing that somebody wrote is ever dropped."""
    text = make()
    first = text.index("## Passage")
    out.write_text(text[:first] + "## Summary\n\nOf the council.\n\n" + text[first:], "utf-8")
    edited(bank, ('"said Judge Ada Park, who wrote for all nine."', "It was lit by"))
    parsed = guide.parse(make(), str(out))
    assert [block.text for block in parsed.blocks] == [
        "Of the council.",
        "The lamp has burned since 1888. It was lit by",
    ]


def test_writing_it_again_changes_nothing(make: Callable[..., str]) -> None:
    """The command can run in every commit."""
    assert make() == make()


def test_the_shipped_guides_are_what_the_command_writes(
    command: Command, seeds: Path, checkout: Path, tmp_path: Path
) -> None:
    """A bank that was changed without its guide is noticed here."""
    articles = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in seeds.glob("*.txt")}
    banks = sorted((checkout / "question_banks").glob("*.yaml"))
    for shipped in sorted((checkout / "seeds").glob("*.md")):
        copy = tmp_path / shipped.name
        copy.write_bytes(shipped.read_bytes())
        card = guide.parse(shipped.read_text("utf-8"), shipped.name).card
        if card.public_domain:
            continue
        assert card.sha256 is not None
        ran = command("source", "guide", articles[card.sha256], "--bank", *banks, "-o", copy)
        assert ran.returncode == 0
        assert copy.read_bytes() == shipped.read_bytes(), f"seeds/{shipped.name} is out of date"


def test_a_quotation_that_does_not_stand_there_is_refused(
    command: Command, article: Path, bank: Path, out: Path
) -> None:
    """Every one is told, with the nearest words; nothing is written; status 1."""
    edited(
        bank, ("Judge Ada Park, who", "Judge Ada Parker, who"), ("burned since 1888.}", "burnt.}")
    )
    ran = command("source", "guide", article, "--bank", bank, "-o", out, "--source", "lamp-report")
    assert (ran.returncode, ran.stdout) == (1, "")
    wrote, burnt = ran.stderr.splitlines()
    assert "lamp/who-wrote" in wrote
    assert "said Judge Ada Park, who wrote" in wrote
    assert "lamp/since-when" in burnt
    assert not out.exists()


OF_NO_ONE_PLACE = {
    "since 1888. The": "does not stand",
    "lamp": "stands at",
    "the old lamp. “Nobody may be sentenced": "two paragraphs",
}


@pytest.mark.parametrize("exact", OF_NO_ONE_PLACE)
def test_a_quotation_of_no_one_place_is_refused(
    command: Command, article: Path, bank: Path, out: Path, exact: str
) -> None:
    """Ambiguous quotations, and those over two paragraphs, cannot stand in a guide."""
    edited(bank, ("exact: The lamp has burned since 1888.", f'exact: "{exact}"'))
    ran = command("source", "guide", article, "--bank", bank, "-o", out, "--source", "lamp-report")
    assert ran.returncode == 1
    assert OF_NO_ONE_PLACE[exact] in ran.stderr


def test_the_source_is_found_by_its_quotations(
    command: Command, article: Path, bank: Path, out: Path
) -> None:
    """Where no card has the hash: the one of which all stands in the article; the guide has its
    hash then. A card that nothing is quoted from is none."""
    edited(bank, ("sources:\n", "sources:\n  other: {label: Another report}\n"))
    ran = command("source", "guide", article, "--bank", bank, "-o", out)
    assert (ran.returncode, ran.stderr) == (0, "")
    card = guide.parse(out.read_text("utf-8"), str(out)).card
    assert card.id == "lamp-report"
    assert card.sha256 == hashlib.sha256(article.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    "pair",
    [
        ("burned since 1888.}", "burnt since 1888.}"),
        ("genre: newspaper", f"sha256: {'0' * 64}"),
        ("{source: lamp-report, exact: The lamp", "{source: other, exact: The lamp"),
    ],
    ids=["one does not stand", "another hash", "two that fit"],
)
def test_a_source_that_quotations_do_not_tell_must_be_named(
    command: Command, article: Path, bank: Path, out: Path, pair: tuple[str, str]
) -> None:
    """Nothing is guessed."""
    edited(bank, ("sources:\n", "sources:\n  other: {label: Another report}\n"), pair)
    ran = command("source", "guide", article, "--bank", bank, "-o", out)
    assert ran.returncode == 2
    assert "has the sha256 of no source: say --source" in ran.stderr
    assert not out.exists()


def test_guide_says_how_much_may_be_quoted(
    command: Command, article: Path, bank: Path, out: Path
) -> None:
    """A third of the running text; of what nobody owns there is no such bound."""
    arguments = ["source", "guide", article, "--bank", bank, "-o", out]
    allowed = reading.read_file(article).body_words // 3
    told = f"{out}: 2 passages of lamp-report, 15 words"
    assert command(*arguments).stdout == f"{told} of the {allowed} that may be quoted\n"
    out.unlink()
    edited(bank, ("genre: newspaper", "rights: public domain"))
    assert command(*arguments).stdout == f"{told}, public domain\n"


def test_a_source_with_a_hash_has_the_document_of_it(
    command: Command, article: Path, bank: Path, out: Path
) -> None:
    """It is found by it; a wrong one is refused."""
    sha256 = hashlib.sha256(article.read_bytes()).hexdigest()
    edited(bank, ("genre: newspaper", f"sha256: {sha256}"))
    assert command("source", "guide", article, "--bank", bank, "-o", out).returncode == 0
    article.write_text(article.read_text("utf-8") + "More.\n", encoding="utf-8")
    ran = command("source", "guide", article, "--bank", bank, "-o", out)
    assert ran.returncode == 2
    assert "is not the document of “lamp-report”" in ran.stderr


def test_what_is_no_guide_is_not_overwritten(command: Command, article: Path, bank: Path) -> None:
    """-o that names something else, the article for one, is refused and left alone."""
    before = article.read_bytes()
    arguments = ["--bank", bank, "--source", "lamp-report", "-o"]
    for place in (article, article.parent):
        ran = command("source", "guide", article, *arguments, place)
        assert ran.returncode == 2
        assert ran.stderr.count("\n") == 1
    assert article.read_bytes() == before
    ran = command("source", "guide", article, *arguments, article.parent / "no" / "where.md")
    assert ran.returncode == 2
    assert "cannot be written" in ran.stderr


def test_a_guide_of_primary_sources_is_not_overwritten(
    command: Command, article: Path, bank: Path, tmp_path: Path, checkout: Path
) -> None:
    """Its passages were set by hand, each with a citation that no article gives."""
    law = tmp_path / "law.md"
    law.write_bytes((checkout / "seeds" / "law.md").read_bytes())
    ran = command("source", "guide", str(article), "--bank", str(bank), "-o", str(law))
    assert ran.returncode == 2
    assert "is a guide of primary sources, which is written by hand" in ran.stderr
    assert law.read_bytes() == (checkout / "seeds" / "law.md").read_bytes()


# ---- renumber -----------------------------------------------------------------------------------


def test_renumber_counts_a_guide_of_the_law_anew(
    command: Command, checkout: Path, tmp_path: Path
) -> None:
    """After a passage was put in by hand, and another taken out."""
    path = tmp_path / "statutes.md"
    shipped = (checkout / "seeds/statutes.md").read_text("utf-8")
    first = guide.parse(shipped, "statutes.md").passages[0]
    whole = f"## Passage 0-{first.end}, {first.citation}\n\n> {first.text}\n"
    other = "## Passage 0-0, 1 U.S.C. § 999(a)\n\n> Nobody shall be a lamplighter for life.\n"
    assert whole in shipped
    path.write_text(shipped.replace(whole, other), "utf-8")
    with pytest.raises(CivicsquizError):
        guide.parse(path.read_text("utf-8"), "statutes.md")
    ran = command("source", "renumber", path)
    assert (ran.returncode, ran.stderr) == (0, "")
    found = guide.parse(path.read_text("utf-8"), "statutes.md")
    assert found.passages[0].text == "Nobody shall be a lamplighter for life."
    assert [one.text for one in found.passages[1:]] == [
        one.text for one in guide.parse(shipped, "statutes.md").passages[1:]
    ]
    before = path.read_bytes()
    assert "nothing was to be changed" in command("source", "renumber", path).stdout
    assert path.read_bytes() == before


def test_renumber_gives_a_shipped_guide_back_as_it_is(command: Command, checkout: Path) -> None:
    for name in ("law", "constitution", "statutes", "opinions"):
        ran = command("source", "renumber", checkout / f"seeds/{name}.md")
        assert "nothing was to be changed" in ran.stdout


def test_renumber_leaves_the_guide_of_an_article_alone(
    command: Command, checkout: Path, tmp_path: Path
) -> None:
    path = tmp_path / "npr.md"
    path.write_bytes((checkout / "seeds/npr.md").read_bytes())
    ran = command("source", "renumber", path)
    assert ran.returncode == 2
    assert len(ran.stderr.splitlines()) == 1
    assert path.read_bytes() == (checkout / "seeds/npr.md").read_bytes()

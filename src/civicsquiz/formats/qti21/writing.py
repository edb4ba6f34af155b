"""Questions -> a package of QTI 2.1: a manifest, a test, and an item for each."""

from __future__ import annotations

import hashlib
from itertools import groupby

from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Collection, Portable
from civicsquiz.formats.qti12.manifest import MANIFEST
from civicsquiz.formats.qti21.items import SPACE, WRITTEN, item
from civicsquiz.formats.qti21.package import ITEM_TYPE, POINTS, TEST_TYPE
from civicsquiz.formats.qti21.spelling import identifier, identifiers, plainly
from civicsquiz.formats.safe.archive import pack
from civicsquiz.formats.safe.numbers import shown
from civicsquiz.formats.safe.xml_out import HEAD, Keeping, element, words

_CP = "http://www.imsglobal.org/xsd/imscp_v1p1"
_TEST = "test.xml"


def write(collection: Collection) -> tuple[bytes, tuple[Loss, ...]]:
    """A package with one test, the same bytes every time. Categories are its sections, tags the
    categories of its references to items, points their weights."""
    keeping = Keeping()
    language = keeping.held("", "language", collection.language)
    questions: list[Portable] = []
    for question in collection.questions:
        if question.kind in WRITTEN:
            questions.append(question)
        else:
            keeping.lost(question.id, "", f"a question of kind {question.kind} is not written")
    names = identifiers([keeping.held(each.id, "id", each.id) for each in questions])
    files = [f"items/item{place:05}.xml" for place in range(1, len(questions) + 1)]
    written: list[tuple[str, bytes]] = []
    seen: set[str] = set()
    for question, file, ident in zip(questions, files, names, strict=True):
        if question.id and question.id in seen:
            keeping.lost(question.id, "id", "the id was given up, as another item has it")
        seen.add(question.id)
        written.append((file, item(question, ident, language, keeping)))
    test = _test(collection, list(zip(questions, files, strict=True)), keeping)
    if questions and not language and collection.language:
        keeping.lost("", "language", "it was left out")
    digest = hashlib.sha256(b"".join((test, *(content for _, content in written)))).hexdigest()
    manifest = _manifest(f"q{digest[:32]}", files)
    return pack(((MANIFEST, manifest), (_TEST, test), *written)), keeping.losses


def _manifest(ident: str, files: list[str]) -> bytes:
    resources = [
        _resource(f"item{place:05}", ITEM_TYPE, file) for place, file in enumerate(files, 1)
    ]
    depends = [
        element("dependency", {"identifierref": f"item{place:05}"})
        for place in range(1, len(files) + 1)
    ]
    document = element(
        "manifest",
        {"identifier": ident, "xmlns": _CP},
        element(
            "metadata", None, words("schema", "QTIv2.1 Package"), words("schemaversion", "1.0.0")
        ),
        element("organizations"),
        element("resources", None, "\n", _resource("test", TEST_TYPE, _TEST, *depends), *resources),
    )
    return f"{HEAD}{document}\n".encode()


def _resource(ident: str, kind: str, file: str, *depends: str) -> str:
    stated = {"identifier": ident, "type": kind, "href": file}
    return element("resource", stated, element("file", {"href": file}), *depends) + "\n"


def _test(collection: Collection, questions: list[tuple[Portable, str]], keeping: Keeping) -> bytes:
    title = keeping.held("", "title", collection.title)
    description = keeping.held("", "description", collection.description)
    parts = []
    if description:
        parts.append(element("rubricBlock", {"view": "candidate"}, plainly(description)))
    place = 0
    for run, (category, members) in enumerate(groupby(questions, lambda each: each[0].category), 1):
        refs = []
        for question, file in members:
            place += 1
            refs.append(_ref(question, file, place, keeping))
        if any(not name for name in category):
            keeping.lost(next(iter(questions))[0].id, "category", "a category has no name")
        parts.append(_sections(category, refs, run, keeping))
    part = {"identifier": "part1", "navigationMode": "nonlinear", "submissionMode": "individual"}
    root = {"identifier": "root", "title": "", "visible": "false"}
    stated = {"identifier": "test", "title": title, "xmlns": SPACE}
    document = element(
        "assessmentTest",
        stated,
        element("testPart", part, element("assessmentSection", root, "\n", *parts)),
    )
    return f"{HEAD}{document}\n".encode()


def _sections(category: tuple[str, ...], refs: list[str], run: int, keeping: Keeping) -> str:
    inner = "".join(refs)
    for depth in range(len(category), 0, -1):
        name = keeping.held("", "category", category[depth - 1])
        stated = {"identifier": f"s{run}.{depth}", "title": name, "visible": "true"}
        inner = element("assessmentSection", stated, "\n", inner) + "\n"
    return inner


def _ref(question: Portable, file: str, place: int, keeping: Keeping) -> str:
    stated = {"identifier": f"item{place:05}", "href": file}
    if question.tags:
        if not all(question.tags):
            keeping.lost(question.id, "tags", "a tag has no text")
        tags = [keeping.held(question.id, "tags", tag) for tag in question.tags]
        stated["category"] = " ".join(map(identifier, tags))
    weight = ""
    if question.points is not None:
        weight = element("weight", {"identifier": POINTS, "value": shown(question.points)})
    return element("assessmentItemRef", stated, weight) + "\n"

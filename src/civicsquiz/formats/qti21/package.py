"""The items of a file of QTI 2.1, in the order of its tests, and the package around items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from civicsquiz.errors import FileError
from civicsquiz.formats.qti12.manifest import MANIFEST, Resource, joined, resources
from civicsquiz.formats.qti21.body import text_of
from civicsquiz.formats.qti21.spelling import name_of
from civicsquiz.formats.safe.archive import Archive, is_archive
from civicsquiz.formats.safe.limits import QUESTIONS
from civicsquiz.formats.safe.numbers import number
from civicsquiz.formats.safe.xml import parse, root_name, without_namespaces

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ITEM, TEST = "assessmentItem", "assessmentTest"
ITEM_TYPE, TEST_TYPE = "imsqti_item_xmlv2p1", "imsqti_test_xmlv2p1"
POINTS = "POINTS"


@dataclass(frozen=True, slots=True)
class Placed:
    """An item’s place: `file` in the archive, empty where the file is the item."""

    file: str
    content: bytes
    category: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    points: Decimal | None = None


@dataclass(slots=True)
class Package:
    """The items of a file. `missing` are files that a test names and that are not there."""

    items: list[Placed] = field(default_factory=list)
    title: str = ""
    description: str = ""
    missing: list[str] = field(default_factory=list)


def package(data: bytes, name: str) -> Package:
    """What is in a file. FileError where there is no item of QTI 2.1 in it."""
    if not is_archive(data):
        return Package([Placed("", data)])
    archive = Archive(data, name)
    listed = resources(archive, name)
    tests = _files(listed, "imsqti_test_xmlv2") or _by_root(archive, TEST, skip=bool(listed))
    items = _files(listed, "imsqti_item_xmlv2") or _files(listed, "imsqti_apipitem")
    items = items or _by_root(archive, ITEM, skip=bool(listed and tests))
    found = Package()
    placed: set[str] = set()
    for test in tests:
        root = without_namespaces(parse(archive.read(test), f"{name}/{test}"))
        found.title = found.title or root.get("title", "")
        for section in root.iterfind("testPart/assessmentSection/rubricBlock"):
            found.description = found.description or text_of(section).value
        for ref, category in _refs(root, ()):
            file = joined(test.rpartition("/")[0] + "/", ref.get("href", ""))
            if file not in archive:
                found.missing.append(file)
            elif file not in placed and len(placed) < QUESTIONS:
                placed.add(file)
                weight = ref.find(f"weight[@identifier='{POINTS}']")
                tags = tuple(name_of(each) for each in ref.get("category", "").split())
                found.items.append(
                    Placed(
                        file,
                        archive.read(file),
                        category,
                        tags,
                        number("" if weight is None else weight.get("value", "")),
                    )
                )
    found.items += [Placed(file, archive.read(file)) for file in items if file not in placed]
    if not found.items:
        raise FileError(
            name, "there is no QTI 2.1 in this archive", "export the items as a QTI 2.1 package"
        )
    return found


def _refs(element: Element, category: tuple[str, ...]) -> Iterator[tuple[Element, tuple[str, ...]]]:
    """The references to items in the order of a test, with the titles of the sections around them."""
    for child in element:
        if child.tag == "assessmentItemRef":
            yield child, category
        elif child.tag in ("testPart", "assessmentSection"):
            title = child.get("title", "") if child.tag == "assessmentSection" else ""
            yield from _refs(child, (*category, title) if title else category)


def _files(listed: tuple[Resource, ...], start: str) -> list[str]:
    return [
        resource.files[0]
        for resource in listed
        if resource.type.lower().startswith(start) and resource.files
    ]


def _by_root(archive: Archive, root: str, *, skip: bool) -> list[str]:
    """Files of a kind where no manifest names them."""
    if skip:
        return []
    return [
        file
        for file in archive.names
        if file.endswith(".xml")
        and not file.endswith(MANIFEST)
        and root_name(archive.read(file)) == root
    ]

"""The QTI 1.2 documents in a file, and the package around one."""

from __future__ import annotations

from dataclasses import dataclass

from civicsquiz.errors import FileError
from civicsquiz.formats.qti12.manifest import MANIFEST, resources
from civicsquiz.formats.safe.archive import Archive, is_archive, pack
from civicsquiz.formats.safe.xml import local, parse, root_name
from civicsquiz.formats.safe.xml_out import HEAD, element, words

ROOT = "questestinterop"
TYPE = "imsqti_xmlv1p2"
_TYPES = ("imsqti_xmlv1p", "imsqti_asi", "imsqti_item_xmlv1p", "imsqti_assessment_xmlv1p")
_CANVAS_OWN = "non_cc_assessments/{}.xml.qti"
_META = "assessment_meta.xml"
_CP = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_META_TYPE = "associatedcontent/imscc_xmlv1p1/learning-application-resource"
_CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"


@dataclass(frozen=True, slots=True)
class Document:
    """`place` is its name in the archive, empty where the file is the document; `description` is
    what Canvas keeps beside it."""

    place: str
    content: bytes
    description: str = ""


def documents(data: bytes, name: str) -> tuple[Document, ...]:
    """The documents of a package, or the one that the file is. FileError where it has none."""
    if not is_archive(data):
        return (Document("", data),)
    archive = Archive(data, name)
    found: dict[str, Document] = {}
    for resource in resources(archive, name):
        if not resource.type.lower().startswith(_TYPES):
            continue
        own = _CANVAS_OWN.format(resource.identifier)
        files = (own,) if own in archive else resource.files
        for file in files:
            if file.endswith((".xml", ".qti")) and file not in found:
                content = archive.read(file)
                if root_name(content) == ROOT:
                    found[file] = Document(file, content, _described(archive, file, name))
    if not found:
        for file in archive.names:
            if file.endswith((".xml", ".qti")):
                content = archive.read(file)
                if root_name(content) == ROOT:
                    found[file] = Document(file, content)
    if not found:
        raise FileError(
            name, "there is no QTI 1.2 in this archive", "export the quiz as a QTI package"
        )
    return tuple(found.values())


def packed(document: bytes, identifier: str, title: str, description: str) -> bytes:
    """The smallest package that Canvas imports, with its title and description."""
    meta = f"{identifier}/{_META}"
    place = f"{identifier}/{identifier}.xml"
    manifest = element(
        "manifest",
        {"identifier": f"{identifier}-package", "xmlns": _CP},
        element("metadata", None, words("schema", "IMS Content"), words("schemaversion", "1.1.3")),
        element("organizations"),
        element(
            "resources",
            None,
            element(
                "resource",
                {"identifier": identifier, "type": TYPE},
                element("file", {"href": place}),
                element("dependency", {"identifierref": f"{identifier}-meta"}),
            ),
            element(
                "resource",
                {"identifier": f"{identifier}-meta", "type": _META_TYPE, "href": meta},
                element("file", {"href": meta}),
            ),
        ),
    )
    about = element(
        "quiz",
        {"identifier": identifier, "xmlns": _CANVAS},
        words("title", title),
        words("description", description),
        words("shuffle_answers", "true"),
        words("quiz_type", "assignment"),
    )
    return pack(
        (
            (MANIFEST, f"{HEAD}{manifest}\n".encode()),
            (place, document),
            (meta, f"{HEAD}{about}\n".encode()),
        )
    )


def _described(archive: Archive, file: str, name: str) -> str:
    meta = f"{file.rpartition('/')[0]}/{_META}"
    if meta not in archive:
        return ""
    root = parse(archive.read(meta), f"{name}/{meta}")
    return next((child.text or "" for child in root if local(child) == "description"), "")

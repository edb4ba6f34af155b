"""The list of resources that a content package begins with, `imsmanifest.xml`."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

from civicsquiz.formats.safe.archive import Archive
from civicsquiz.formats.safe.xml import local, parse

MANIFEST = "imsmanifest.xml"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"


@dataclass(frozen=True, slots=True)
class Resource:
    """A resource of a package. `files` are names in the archive, the one that its `href` names first."""

    identifier: str
    type: str
    files: tuple[str, ...]


def resources(archive: Archive, name: str) -> tuple[Resource, ...]:
    """The resources of a package, in the manifest’s order; none where there is no manifest. Files that
    the archive does not have are left out. FileError where the manifest cannot be read."""
    places = [entry for entry in archive.names if entry.rpartition("/")[2] == MANIFEST]
    if not places:
        return ()
    place = min(places, key=lambda entry: (entry.count("/"), entry))
    folder = place.removesuffix(MANIFEST)
    root = parse(archive.read(place), f"{name}/{place}")
    found = []
    for element in root.iter():
        if local(element) != "resource":
            continue
        base = folder + element.get(_BASE, "")
        stated = [element.get("href", "")]
        stated += [child.get("href", "") for child in element if local(child) == "file"]
        files = dict.fromkeys(joined(base, href) for href in stated if href)
        found.append(
            Resource(
                element.get("identifier", ""),
                element.get("type", ""),
                tuple(file for file in files if file in archive),
            )
        )
    return tuple(found)


def joined(base: str, href: str) -> str:
    """The name in an archive that a reference from a folder leads to."""
    parts: list[str] = []
    for part in f"{base}{unquote(href)}".replace("\\", "/").split("/"):
        if part == ".." and parts:
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)

"""What we write is valid by 1EdTech’s own schemas, checked without a network by xmllint."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.formats.qti12.questions import BANK, HOSTILE

from civicsquiz.formats.portable import Collection
from civicsquiz.formats.qti21 import write
from civicsquiz.formats.safe.archive import Archive

STUB = (
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{}">'
    '<xs:element name="{}"/></xs:schema>'
)
STUBS = {
    "w3/XInclude.xsd": ("http://www.w3.org/2001/XInclude", "include"),
    "w3/mathml2/mathml2.xsd": ("http://www.w3.org/1998/Math/MathML", "math"),
    "apipv1p0/apipv1p0_qtiextv2p1_v1p0.xsd": (
        "http://www.imsglobal.org/xsd/apip/apipv1p0/imsapip_qtiv1p0",
        "apipAccessibility",
    ),
}
"""What the schemas import and the fixtures lack; no document of ours has any of it."""


@pytest.fixture
def schemas(conformance: Path, tmp_path: Path) -> Path:
    if shutil.which("xmllint") is None:
        pytest.skip("xmllint is not installed")
    folder = tmp_path / "schemas"
    shutil.copytree(conformance / "xsd" / "qti-sdk", folder)
    folder.chmod(0o755)
    for name, stub in STUBS.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(STUB.format(*stub), "utf-8")
    shutil.copy(conformance / "xsd" / "moodle-cc10" / "xml.xsd", folder / "w3" / "xml.xsd")
    return folder


def validated(schema: Path, files: list[Path]) -> None:
    command = ["xmllint", "--nonet", "--noout", "--schema", str(schema), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]


@pytest.mark.parametrize(
    "collection", [BANK, HOSTILE, Collection(())], ids=["bank", "hostile", "empty"]
)
def test_a_package_is_valid(schemas: Path, tmp_path: Path, collection: Collection) -> None:
    archive = Archive(write(collection)[0], "bank.zip")
    files = []
    for place, name in enumerate(archive.names):
        files.append(tmp_path / f"{place}.xml")
        files[-1].write_bytes(archive.read(name))
    assert archive.names[:2] == ("imsmanifest.xml", "test.xml")
    validated(schemas / "imscp_v1p1.xsd", files[:1])
    validated(
        schemas / "qtiv2p1" / "imsqti_v2p1.xsd",
        files[1 : None if collection.questions else 1] or files[1:2],
    )

"""Small PDFs and Word documents, made byte by byte: no fixture has to be believed."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence

Line = tuple[float, float, str]
"""Where a line of a page begins (points from the left and from the bottom), and its words."""
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def pdf(pages: Sequence[Sequence[Line]], size: int = 10, trailer: str = "") -> bytes:
    """A PDF with these lines in Helvetica."""
    contents = []
    for page in pages:
        drawn = [
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj ET" for x, y, text in page
        ]
        contents.append("\n".join(drawn).encode("cp1252"))
    return pdf_of(contents, trailer)


def pdf_of(contents: Sequence[bytes], trailer: str = "") -> bytes:
    """A PDF whose pages draw these content streams."""
    font = 3
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, content in enumerate(contents):
        packed = zlib.compress(content, 9)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * at} 0 R "
            f"/Resources << /Font << /F1 {font} 0 R >> >> >>".encode()
        )
        objects.append(
            f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode()
            + packed
            + b"\nendstream"
        )
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def docx(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A Word document with this XML in its body, and other parts by their names."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>"
        )
        for name, text in (parts or {}).items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {_W}>{text}</w:{name}>")
    return packed.getvalue()


def paragraph(text: str, style: str = "") -> str:
    """A paragraph of a Word document, of a style by its id."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}<w:r><w:t>{text}</w:t></w:r></w:p>"

"""A zip of XML parts from a stranger: sizes are bounded, names are only looked up, XML declares no entities."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from polyglot_news.errors import InputError

AS_DOCX = "save it as .docx or as .txt"
_LARGEST_BYTES = 50_000_000  # of a part, unpacked
_MOST_ENTRIES = 2_000
_MOST_PACKED, _FROM_BYTES = 200, 1_000_000  # Word's XML packs some 10 to 1, deflate can do 1,000
_CHUNK_BYTES = 65_536
_ENTRY, _OLD_OFFICE = b"PK\x01\x02", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCUMENT = "word/document.xml"
_KINDS = {
    "xl/workbook.xml": "an Excel workbook", "xl/workbook.bin": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation", "META-INF/container.xml": "an EPUB book",
    "content.xml": "an OpenDocument file", "AndroidManifest.xml": "an Android program",
    "META-INF/MANIFEST.MF": "a Java program",
}  # fmt: skip


def check(raw: bytes, source: str) -> None:
    """Tell what is no zip, or too much of one, before it is opened.

    Raises:
        InputError: it is.
    """
    if raw.startswith(_OLD_OFFICE):
        if "EncryptedPackage".encode("utf-16-le") in raw:
            raise InputError(f"{source}: is encrypted", hint="open it in Word and save it without a password")
        raise InputError(f"{source}: is an old Office file (.doc, .xls, .ppt)", hint=AS_DOCX)
    if not raw.startswith(b"PK"):
        raise InputError(f"{source}: is not a DOCX file", hint=AS_DOCX)
    # Before zipfile makes an object of each.
    if (entries := raw.count(_ENTRY)) > _MOST_ENTRIES:
        raise InputError(f"{source}: is a zip of {entries} files, not an article", hint=AS_DOCX)


@dataclass(frozen=True, slots=True)
class Package:
    """The opened zip, and the name the user gave it."""

    archive: zipfile.ZipFile
    source: str

    def parts(self) -> tuple[str, str]:
        """Return the names of the document and of its properties.

        Raises:
            InputError: the zip holds something else; the message says what.
        """
        relations: dict[str, str] = {}

        def start(_name: str, attributes: Mapping[str, str]) -> None:
            kind = attributes.get("Type", "").rpartition("/")[2]
            relations.setdefault(kind, attributes.get("Target", "").lstrip("/"))

        self.parse("_rels/.rels", start)
        names = set(self.archive.namelist())
        document = relations.get("officeDocument", _DOCUMENT)
        document = document if document in names else _DOCUMENT
        kind = next((kind for name, kind in _KINDS.items() if name in names), "a zip file without a document in it")
        if document not in names or document in _KINDS:
            raise InputError(f"{self.source}: is {kind}, not a DOCX file", hint=AS_DOCX)
        return document, relations.get("core-properties", "docProps/core.xml")

    def parse(
        self,
        name: str,
        start: Callable[[str, Mapping[str, str]], None],
        text: Callable[[str], None] | None = None,
        end: Callable[[str], None] | None = None,
    ) -> None:
        """Walk through the XML of a part; nothing happens where there is no such part. Names come as "namespace tag".

        Raises:
            InputError: it is encrypted, too large, no XML or declares a document type, which Word never writes.
        """
        from xml.parsers.expat import ExpatError, ParserCreate  # noqa: PLC0415  # only for this format

        parser = ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
        parser.StartDoctypeDeclHandler = self._refuse_doctype  # before anything in it is read
        if name not in self.archive.namelist():
            return
        try:
            for chunk in self._chunks(name):
                parser.Parse(chunk, False)  # noqa: FBT003  # expat takes no keywords
            parser.Parse(b"", True)  # noqa: FBT003
        except ExpatError as reason:
            raise InputError(f"{self.source}: is broken: {name}: {reason}", hint="save it again in Word") from None

    def _refuse_doctype(self, *_: object) -> None:
        raise InputError(f"{self.source}: declares XML entities, as no DOCX file does", hint=AS_DOCX)

    def _chunks(self, name: str) -> Iterator[bytes]:
        """Unpack a part. What the zip says about sizes is checked first, and zipfile gives no more than that."""
        entry = self.archive.getinfo(name)
        if entry.flag_bits & 1:
            raise InputError(f"{self.source}: is encrypted", hint="save it without a password")
        if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:  # others unpack without a limit
            raise zipfile.BadZipFile
        packed = entry.file_size / max(entry.compress_size, 1)
        if entry.file_size > _LARGEST_BYTES or (packed > _MOST_PACKED and entry.file_size > _FROM_BYTES):
            wrong = f"{name} unpacks to {entry.file_size / 10**6:.0f} MB, {packed:.0f} times its size"
            raise InputError(f"{self.source}: {wrong}", hint="no article does that; save the text alone")
        with self.archive.open(entry) as file:
            while chunk := file.read(_CHUNK_BYTES):
                yield chunk

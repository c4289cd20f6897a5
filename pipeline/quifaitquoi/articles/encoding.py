"""Bytes of a file to text, or the reason why they are none."""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO, Final

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_DECLARED: Final = re.compile(
    rb"""charset\s*=\s*["']?([\w:.-]{1,40})|encoding\s*=\s*["']([\w:.-]+)"""
)
# How much of an HTML page may hold the declaration of its encoding.
_HEAD: Final = 4096
_CHUNK: Final = 1 << 20
# Share of control characters from which a file is no text.
CONTROL_MAX: Final = 0.01


class UnreadableError(ValueError):
    """Bytes that are no text, with the reason."""


def decode(data: bytes, *, markup: bool = False, charset: str = "") -> str:
    """Decode a file; a byte order mark is no part of the text, line ends are as they were.

    Tried in order: byte order mark, strict UTF-8, `charset` as a server named it, the one that
    markup declares, cp1252. Raises UnreadableError for what none of them reads and for binary data.
    """
    named = _browsers(charset) if charset else ()
    text = _decode(data, (*named, *(_declared(data) if markup else ())))
    controls = len(_CONTROL.findall(text))
    if "\0" in text or controls > CONTROL_MAX * len(text):
        msg = "binary data: NUL or control characters"
        raise UnreadableError(msg)
    return text


def encoding_of(stream: BinaryIO) -> str:
    """The encoding of a long text, found without holding it; the stream is at its beginning again.

    Tried as `decode` does; raises UnreadableError for what it cannot decode.
    """
    head = stream.read(_CHUNK)
    stream.seek(0)
    marked = next((encoding for mark, encoding in _BOMS if head.startswith(mark)), "")
    if not marked and b"\0" in head:
        msg = "binary data: NUL or control characters"
        raise UnreadableError(msg)
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            while chunk := stream.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeError:
            continue
        else:
            return encoding
        finally:
            stream.seek(0)
    msg = f"not valid as {marked}" if marked else "neither UTF-8 nor cp1252"
    raise UnreadableError(msg)


def _decode(data: bytes, declared: tuple[str, ...]) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = _attempt(data, encoding)
            if text is None:
                msg = f"byte order mark of {encoding}, but not valid as such"
                raise UnreadableError(msg)
            return text
    for encoding in ("utf-8", *declared, "cp1252"):
        text = _attempt(data, encoding)
        if text is not None:
            return text
    msg = "binary data or unknown encoding: neither UTF-8 nor cp1252"
    raise UnreadableError(msg)


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _declared(data: bytes) -> tuple[str, ...]:
    """The charset that the head of a page declares."""
    match = _DECLARED.search(data[:_HEAD].lower())
    if match is None:
        return ()
    return _browsers((match.group(1) or match.group(2)).decode("ascii", "ignore"))


def _browsers(name: str) -> tuple[str, ...]:
    """The encodings that a declared one stands for: Latin-1 means cp1252, as in every browser."""
    if name in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"):
        return ("cp1252", "latin-1")
    return (name,)

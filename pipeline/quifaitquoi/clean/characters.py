"""Raw characters to those that the model knows, with the way back."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import ftfy
import ftfy.bad_codecs  # registers sloppy-windows-1252

if TYPE_CHECKING:
    from collections.abc import Iterator


def _same_length() -> dict[int, str]:
    # Curly quotes cost the md model 4.2 % of its heads against the same sentence without quotes,
    # guillemets and straight quotes 3.2 to 3.5 % (227 press sentences): all become guillemets,
    # which also say which end of the quotation they are.
    table = {
        **dict.fromkeys("’ʼ‘‛′´`ˈ＇‹›‚", "'"),
        **dict.fromkeys("“„‟❝", "«"),
        **dict.fromkeys("”❞", "»"),
        **dict.fromkeys("″＂", '"'),
        **dict.fromkeys("\t\u00a0\u1680\u202f\u205f\u3000", " "),
        **{chr(code): " " for code in range(0x2000, 0x200B)},
        **dict.fromkeys("\r\v\f\x85\u2028\u2029", "\n"),
        **dict.fromkeys("‐‑−﹣－", "-"),
    }
    for code in (*range(0x80, 0x85), *range(0x86, 0xA0)):  # cp1252 that was read as Latin-1
        char = bytes([code]).decode("cp1252", "ignore")
        if char:
            table[chr(code)] = table.get(char, char)
    return {ord(char): replacement for char, replacement in table.items()}


SAME_LENGTH: Final = _same_length()
LIGATURES: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
SOFT_HYPHEN: Final = "\u00ad"
# Control and formatting characters without width; U+00AD has its own rule.
INVISIBLE: Final = (
    "\x00-\x08\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffc"
)
# What a line must hold for mojibake to be worth a look: lead bytes of UTF-8 read as cp1252.
_SUSPECT: Final = re.compile("[ÂÃÅâðÐ\xc4\xcb\xe2][^\x00-\x7f]|Ã ")
_EDITS: Final = re.compile(
    rf"(?P<spaces>(?<= )[ {INVISIBLE}]+)"
    rf"|(?P<invisible>[{INVISIBLE}]+|{SOFT_HYPHEN}(?![ ]*\n))"
    r"|(?P<composed>[^\W\d_][\u0300-\u036f]+)"
    r"|(?P<entity>&(?:[A-Za-z]{2,8}|#\d{2,5}|#x[0-9A-Fa-f]{2,5});)"
    r"|(?P<quote>(?<!')''(?!'))"
    r"|(?P<ligature>[ﬀ-ﬆ])"
)
# What each of these needs: few texts hold any of it, which is found in a tenth of the time.
_EDITED: Final = re.compile(rf"[{INVISIBLE}{SOFT_HYPHEN}\u0300-\u036f&ﬀ-ﬆ]|''|  ")
_QUOTES: Final = re.compile('[«»"]')
_BYTES: Final = {bytes([byte]).decode("sloppy-windows-1252"): byte for byte in range(0x100)}
# Bytes that follow each lead byte in UTF-8.
_FOLLOWERS: Final = {
    **dict.fromkeys(range(0xC2, 0xE0), 1),
    **dict.fromkeys(range(0xE0, 0xF0), 2),
    **dict.fromkeys(range(0xF0, 0xF5), 3),
}
# What French text may hold: Latin letters, punctuation, currencies, symbols. « à », a no-break
# space and a quote are also a letter of an Indian script.
_PLAUSIBLE: Final = re.compile("[\x80-\u017f\u1e00-\u27bf\ufb00-\ufb06\ufeff\U0001f300-\U0001faff]")
MOJIBAKE_ROUNDS: Final = 3


class Edit(NamedTuple):
    """Raw characters [start, end) and what stands for them."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mapped:
    """Text with the way back: `starts`, `raws` and `wide` as in records.CleanText."""

    text: str
    starts: list[int]
    raws: list[int]
    wide: dict[int, int]

    def raw_start(self, offset: int) -> int:
        """Give the raw offset of the character at an offset."""
        run = bisect_right(self.starts, offset) - 1
        return self.raws[run] + offset - self.starts[run]

    def raw_end(self, offset: int) -> int:
        """Give the raw offset after the character before an offset."""
        return self.raw_start(offset - 1) + self.wide.get(offset - 1, 1)


def normalise(raw: str) -> Mapped:
    """Give the text in characters that the model knows; every substitution is declared above.

    Quotes become guillemets, apostrophes and spaces plain ones, line ends a line feed, runs of
    spaces one space; invisible characters go; mojibake, HTML entities and decomposed letters are
    repaired.
    """
    plain = raw.replace("\r\n", " \n").translate(SAME_LENGTH)
    repairs = list(_mojibake(raw))
    edits = _edits(plain) if _EDITED.search(plain) else iter(())
    return _orient(_apply(plain, _merge(repairs, edits)))


def _edits(text: str) -> Iterator[Edit]:
    for match in _EDITS.finditer(text):
        start, end = match.span()
        found = match.group()
        if match.lastgroup in ("spaces", "invisible"):
            yield Edit(start, end, "")
        elif match.lastgroup == "quote":
            yield Edit(start, end, '"')
        elif match.lastgroup == "ligature":
            yield Edit(start, end, LIGATURES[found])
        elif match.lastgroup == "composed":
            composed = unicodedata.normalize("NFC", found)
            if len(composed) == 1:
                yield Edit(start, end, composed)
        else:
            char = html.unescape(found).translate(SAME_LENGTH)
            if len(char) == 1 and char not in "\n&<" + SOFT_HYPHEN:
                yield Edit(start, end, char)


def _merge(first: list[Edit], second: Iterator[Edit]) -> Iterator[Edit]:
    """Merge edits of both in order; where two overlap, that of `first`."""
    waiting = iter(first)
    ahead = next(waiting, None)
    for edit in second:
        while ahead is not None and ahead.start < edit.end:
            if ahead.end > edit.start:
                break
            yield ahead
            ahead = next(waiting, None)
        if ahead is None or ahead.start >= edit.end:
            yield edit
    if ahead is not None:
        yield ahead
        yield from waiting


def _apply(text: str, edits: Iterator[Edit]) -> Mapped:
    parts: list[str] = []
    starts, raws, wide = [0], [0], {}
    length = last = 0
    for edit in edits:
        parts.append(text[last : edit.start])
        length += edit.start - last
        if len(edit.text) == 1 and edit.end - edit.start > 1:
            wide[length] = edit.end - edit.start
        for _ in edit.text:
            _run(starts, raws, length, edit.start)
            length += 1
        parts.append(edit.text)
        _run(starts, raws, length, edit.end)
        last = edit.end
    parts.append(text[last:])
    return Mapped("".join(parts), starts, raws, wide)


def _run(starts: list[int], raws: list[int], start: int, raw: int) -> None:
    if starts[-1] == start:
        raws[-1] = raw
    else:
        starts.append(start)
        raws.append(raw)


def _mojibake(raw: str) -> Iterator[Edit]:
    """Find repairs of UTF-8 that was read as cp1252, in the lines where ftfy sees some."""
    start = 0
    for line in raw.splitlines(keepends=True):
        if _SUSPECT.search(line) and ftfy.fix_encoding(line) != line:
            yield from _decode(line, start)
        start += len(line)


def _decode(line: str, offset: int) -> Iterator[Edit]:
    chars, widths = list(line), [1] * len(line)
    for _ in range(MOJIBAKE_ROUNDS):
        chars, widths = _decode_once(chars, widths)
        text = "".join(chars)
        if not _SUSPECT.search(text) or ftfy.fix_encoding(text) == text:
            break
    for char, width, original in zip(chars, widths, _positions(widths), strict=True):
        if width > 1 or line[original] != char:
            text = char.translate(SAME_LENGTH)
            yield Edit(offset + original, offset + original + width, "" if text in _GONE else text)


def _positions(widths: list[int]) -> Iterator[int]:
    position = 0
    for width in widths:
        yield position
        position += width


_GONE: Final = (SOFT_HYPHEN, "\ufeff", "\u200b")


def _decode_once(chars: list[str], widths: list[int]) -> tuple[list[str], list[int]]:
    out: list[str] = []
    out_widths: list[int] = []
    index = 0
    while index < len(chars):
        char, size = _sequence(chars, index)
        out.append(char)
        out_widths.append(sum(widths[index : index + size]))
        index += size
    return out, out_widths


def _sequence(chars: list[str], index: int) -> tuple[str, int]:
    """Read the character for which the mojibake at an index stands, and its length."""
    lead = _BYTES.get(chars[index], 0)
    followers = _FOLLOWERS.get(lead, 0)
    if not followers:
        return chars[index], 1
    tail = [_BYTES.get(char, 0) for char in chars[index + 1 : index + 1 + followers]]
    if lead == 0xC3 and tail in ([0x20], [0xA0]):  # « à »: its second byte is a no-break space
        return "à", 2 if tail == [0xA0] and chars[index + 2 : index + 3] != [" "] else 1
    if len(tail) < followers or not all(0x80 <= byte < 0xC0 for byte in tail):
        return chars[index], 1
    char = bytes([lead, *tail]).decode("utf-8", "ignore")
    return (char, 1 + followers) if _PLAUSIBLE.fullmatch(char) else (chars[index], 1)


def _orient(mapped: Mapped) -> Mapped:
    """Give the text with each double quote as the guillemet that its place asks for."""
    text = mapped.text
    chars: list[str] = []
    last, opened, line_end = 0, False, -1
    for match in _QUOTES.finditer(text):
        at = match.start()
        if at > line_end:
            line_end = text.find("\n", at)
            line_end = len(text) if line_end < 0 else line_end
            opened = False
        char = _guillemet(text, at, opened=opened)
        opened = char == "«" if char != '"' else opened
        chars += text[last:at], char
        last = at + 1
    chars.append(text[last:])
    return Mapped("".join(chars), mapped.starts, mapped.raws, mapped.wide)


def _guillemet(text: str, at: int, *, opened: bool) -> str:
    before = text[at - 1 : at]
    after = text[at + 1 : at + 2]
    free_before = not before or before.isspace() or before in "(['-–—«"
    free_after = not after or after.isspace() or after in ".,;:!?)]»"
    char = text[at]
    if char == "«":
        return "»" if opened and not free_before and free_after else "«"
    if char == "»":
        return "«" if not opened and free_before and not free_after else "»"
    if free_before and free_after:
        return "»" if opened else "«"
    if free_before or free_after:
        return "«" if free_before else "»"
    return char

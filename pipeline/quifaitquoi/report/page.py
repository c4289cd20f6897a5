"""Content to HTML: the template with style, script and data inside, and nothing from elsewhere."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING, Final

from quifaitquoi.report.content import ASSETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quifaitquoi.records.actions import EventType

# In this order; each uses what stands before it.
SCRIPTS: Final = (
    "base", "language", "state", "judgements", "selection", "timeline", "map", "matrix", "table",
    "export", "reader", "links", "quality", "main",
)  # fmt: skip
LANGUAGES: Final = ("fr", "en")
# What would end the script element, start a comment in it, or end a line of older scripts.
UNSAFE: Final = re.compile("[<>&\u2028\u2029]")

_PLACE: Final = re.compile(r"\{\{(\w+)\}\}")
_WORDED: Final = re.compile(r'data-t="(\w+)">')


def render(data: Mapping[str, object], types: Iterable[EventType]) -> str:
    """The page as HTML; `types` say how each type of act is called.

    Texts of `data` reach it as JSON only, which the script shows as text. The security policy lets
    nothing load and only this style and this script run.
    """
    messages = read_messages() | {str(kind): [*kind.labels] for kind in types}
    style = asset("style.css")
    script = "\n".join(asset(f"{name}.js") for name in SCRIPTS)
    parts = {
        "policy": policy(style, script),
        "style": style,
        "script": script,
        "messages": safe_json(messages),
        "world": asset("world.json"),
        "data": safe_json(data),
    }
    worded = _WORDED.sub(lambda match: match[0] + escape(messages[match[1]][0]), asset("page.html"))
    return _PLACE.sub(lambda match: parts[match[1]], worded)


def read_messages() -> dict[str, list[str]]:
    """Every wording of the page but the types' by its name, in the order of LANGUAGES."""
    messages: dict[str, list[str]] = json.loads(asset("messages.json"))
    return messages


def asset(name: str) -> str:
    """Text of a file of the package."""
    return (ASSETS / name).read_text("utf-8")


def safe_json(value: object) -> str:
    """JSON that may stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def policy(style: str, script: str) -> str:
    """Content Security Policy: no network, no other script or style, no HTML made from text."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()

"""The page as a file: safe, self-contained, worded in both languages."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import string
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from report_tables import SCRIPT, write_tables

from quifaitquoi.records.actions import Factuality
from quifaitquoi.report import write_report
from quifaitquoi.report.page import LANGUAGES, SCRIPTS, asset, read_messages, safe_json

if TYPE_CHECKING:
    from pathlib import Path


class Reader(HTMLParser):
    """Start tags with their attributes, and the text of each script and style."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, str] = {}

    def handle_starttag(  # noqa: D102 - that of the parser
        self, tag: str, attrs: list[tuple[str, str | None]]
    ) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:  # noqa: D102 - that of the parser
        self.tags.append((f"/{tag}", {}))

    def handle_data(self, data: str) -> None:  # noqa: D102 - that of the parser
        tag, attributes = self.tags[-1] if self.tags else ("", {})
        if tag in {"script", "style"}:
            name = attributes.get("id") or tag
            self.inside[name] = self.inside.get(name, "") + data


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("report")
    tables, raw = write_tables(folder)
    return write_report(tables, folder / "report.html", raw=raw).read_text("utf-8")


@pytest.fixture(scope="module")
def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def test_text_of_an_article_is_never_markup(html: str, read: Reader) -> None:
    assert "<script>document" not in html
    assert [attributes for tag, attributes in read.tags if tag == "img"] == []
    assert [attributes.get("id") for tag, attributes in read.tags if tag == "script"] == [
        "messages", "world", "data", None,
    ]  # fmt: skip
    data: dict[str, Any] = json.loads(read.inside["data"])
    assert data["articles"][0]["text"].startswith(f"Titre 𝕏 0\n{SCRIPT} ]]> &amp; \u2028\n")


@pytest.mark.parametrize(
    "text",
    ["</script>", "<!--", "<script", "]]>", "\u2028", "\u2029", "&lt;", "\\u003c", "\0", "é"],
)
def test_json_that_is_safe_inside_a_script(text: str) -> None:
    written = safe_json({"text": text})
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written) == {"text": text}


def test_the_policy_lets_only_this_style_and_script_in(read: Reader) -> None:
    policies = [attributes["content"] for tag, attributes in read.tags
                if attributes.get("http-equiv") == "Content-Security-Policy"]  # fmt: skip
    rules = dict(rule.strip().split(" ", 1) for rule in str(policies[0]).split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for name in ("style", "script"):
        digest = hashlib.sha256(read.inside[name].encode()).digest()
        assert rules[f"{name}-src"] == f"'sha256-{base64.b64encode(digest).decode()}'"


def test_nothing_is_loaded_and_nothing_is_inline(read: Reader) -> None:
    for tag, attributes in read.tags:
        assert not attributes.keys() & {"src", "style", "srcset", "action"}, tag
        assert not [name for name in attributes if name.startswith("on")], tag
        assert (attributes.get("href") or "#").startswith("#"), tag
        assert tag != "link"
    assert not re.search(r"@import|url\((?!#)", read.inside["style"])
    addresses = re.findall(r"\w+://[\w./]+", read.inside["script"])
    assert set(addresses) == {"http://www.w3.org/2000/svg"}  # the name of a vocabulary
    assert not re.search(r"innerHTML|insertAdjacent|document\.write|eval\(|fetch\(|XMLHttp",
                         read.inside["script"])  # fmt: skip


def test_the_same_tables_give_the_same_bytes(tmp_path: Path, html: str) -> None:
    tables, raw = write_tables(tmp_path)
    again = write_report(tables, tmp_path / "again.html", raw=raw)
    assert again.read_bytes() == html.encode()


def test_what_is_no_file_is_written_to_and_a_link_stays_one(tmp_path: Path, html: str) -> None:
    tables, raw = write_tables(tmp_path)
    link, pipe = tmp_path / "link.html", tmp_path / "pipe"
    link.symlink_to(tmp_path / "page.html")
    write_report(tables, link, raw=raw)
    assert link.is_symlink()
    assert (tmp_path / "page.html").read_bytes() == html.encode()
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as pool:
        read = pool.submit(pipe.read_bytes)
        write_report(tables, pipe, raw=raw)
        assert read.result() == html.encode()
    assert pipe.is_fifo()


def test_landmarks_headings_and_labels(html: str, read: Reader) -> None:
    tags = [tag for tag, _ in read.tags]
    assert {tag: tags.count(tag) for tag in ("main", "header", "footer", "h1")} == dict.fromkeys(
        ("main", "header", "footer", "h1"), 1
    )
    identifiers = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
    assert len(identifiers) == len(set(identifiers))
    for tag, attributes in read.tags:
        if target := attributes.get("aria-labelledby"):
            assert target in {*identifiers, "headline"}, tag
        if tag in {"nav", "aside"}:
            assert attributes.get("data-t-label")
    controls = re.findall(r"<(?:input|select)\b", html.split("<script")[0])
    assert len(re.findall(r"<label\b", html)) == len(controls)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_wording_is_there_in_both_languages() -> None:
    for key, wordings in read_messages().items():
        assert len(wordings) == len(LANGUAGES), key
        assert fields(wordings[0]) == fields(wordings[1]), key
        assert all(wordings) or key == "basis_metadata", key


def used_keys() -> set[str]:
    """Names of wordings that the template and the scripts use."""
    scripts = "\n".join(asset(f"{name}.js") for name in SCRIPTS)
    keys = set(re.findall(r'data-t(?:-\w+)?="(\w+)"', asset("page.html")))
    keys |= set(re.findall(r'"(\w+)"', scripts))
    keys |= set(re.findall(r"[\s,{(]([a-z]+)(?=[,:)]\s)", scripts))
    return keys | {*Factuality} | {f"quad_{number}" for number in range(1, 5)}


def test_no_wording_is_missing_or_left_over() -> None:
    messages, used = read_messages().keys(), used_keys()
    called = set(re.findall(r'\bt\("(\w+)"', "".join(asset(f"{name}.js") for name in SCRIPTS)))
    called |= set(re.findall(r'data-t(?:-\w+)?="(\w+)"', asset("page.html")))
    assert not called - messages
    composed = (
        "unknown_",
        "basis_",
        "slot_",
        "mark_",
        "date_",
        "arguments_",
        "type_",
        "split_",
        "sector_",
        "choice_",
        "judged_",
        "judge_",
        "without_",
        "from_",
        "to_",
        "part_",
    )
    scores = {"participants_country", "event_date", "place_country", "full_tuple", "links"}
    assert {key for key in messages - used - scores if not key.startswith(composed)} == set()
    assert {*Factuality} <= messages


def test_alpha2_codes() -> None:
    codes: dict[str, str] = json.loads(asset("countries.json"))
    assert len(set(codes.values())) == len(codes)
    assert all(re.fullmatch("[A-Z]{3}", key) for key in codes)
    assert all(re.fullmatch("[A-Z]{2}", value) for value in codes.values())
    assert (codes["COD"], codes["COG"], codes["TCD"]) == ("CD", "CG", "TD")

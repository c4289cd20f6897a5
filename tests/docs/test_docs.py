"""What the documentation says is so: blocks run, outputs and figures agree, links lead on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from tests.docs import accuracy, blocks, refresh
from tests.docs.blocks import DOCUMENTS, ENGLISH, FRENCH, LANGUAGES, ROOT, RUN, blocks_of
from tests.docs.session import outputs, prepare

if TYPE_CHECKING:
    from pathlib import Path

REFRESH: Final = "run `python -m tests.docs.refresh`"
_LINK: Final = re.compile(r"\]\(([^)#\s]*)(#[^)\s]*)?\)")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_every_block_says_what_it_is(path: Path) -> None:
    content = path.read_text(encoding="utf-8")
    found = blocks_of(path)
    assert content.count("\n```") == 2 * len(found), "a fence without its other half"
    for number, block in enumerate(found):
        assert block.language in LANGUAGES, f"{block}: {block.language}"
        if block.language == "console":
            assert block.text.startswith("$ "), str(block)
        elif block.language == "text" and not (block.file or block.not_run):
            assert number, str(block)
            assert found[number - 1].language == "python", str(block)
        elif block.language != "python":
            assert block.not_run or block.file, f"{block} is neither run nor a file"


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_links_lead_somewhere(path: Path) -> None:
    content = path.read_text(encoding="utf-8")
    for target, anchor in _LINK.findall(content):
        if "://" in target:
            continue
        there = (path.parent / target) if target else path
        assert there.exists(), f"{name(path)}: {target}"
        if anchor and there.suffix == ".md":
            assert anchor[1:] in anchors(there), f"{name(path)}: {target}{anchor}"


def anchors(path: Path) -> set[str]:
    """Anchors of a document's headings, as GitHub makes them."""
    found = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in found}


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_paths_in_the_text_exist(path: Path) -> None:
    """Paths of the source tree in backticks, so that a renamed module is noticed here."""
    for found in re.findall(r"`((?:pipeline|gold|raw|tests|docs)/[\w./-]+)`", path.read_text()):
        made = found in {block.file for block in blocks_of(path)}
        assert made or (ROOT / found).exists(), f"{name(path)}: {found}"


def test_both_languages_have_the_same_blocks() -> None:
    def plain(path: Path) -> list[tuple[str, str]]:
        # Comments of Python are translated.
        return [
            (block.language, re.sub(r"(^|  )#.*", "", block.text, flags=re.MULTILINE))
            for block in blocks_of(path)
        ]

    assert plain(FRENCH) == plain(ENGLISH)


def test_both_languages_have_the_same_sections_and_figures() -> None:
    heads = [re.findall(r"^#+(?= )", path.read_text(), re.MULTILINE) for path in (ENGLISH, FRENCH)]
    assert heads[0] == heads[1]
    figures = [
        re.findall(r"\d+\.\d\d", accuracy.shown(path.read_text())) for path in (ENGLISH, FRENCH)
    ]
    assert figures[0] == figures[1]


def test_the_data_dictionary_is_that_of_the_columns() -> None:
    assert refresh.DICTIONARY.read_text(encoding="utf-8") == refresh.dictionary(), REFRESH


@pytest.mark.model
@pytest.mark.parametrize("path", RUN, ids=name)
def test_blocks_run_and_print_what_is_shown(path: Path, tmp_path: Path) -> None:
    prepare(tmp_path)
    for block, found in outputs(blocks_of(path), tmp_path):
        if block.language == "text":
            pairs = [(block.text, found)]
        else:
            commands = zip(blocks.commands_of(block.text), blocks.commands_of(found), strict=True)
            pairs = [(a.output, b.output) for a, b in commands]
        for shown, now in pairs:
            assert blocks.agree(shown, now), f"{block}: {REFRESH}\n{now}"


@pytest.mark.model
def test_accuracy_is_what_is_measured() -> None:
    measured = accuracy.measure(ROOT)
    for path, language in ((ENGLISH, "en"), (FRENCH, "fr")):
        shown = accuracy.shown(path.read_text(encoding="utf-8"))
        now = accuracy.tables(measured, language)
        assert re.sub(r"\d", "0", shown) == re.sub(r"\d", "0", now), REFRESH
        pairs = zip(re.findall(r"\d\.\d\d", shown), re.findall(r"\d\.\d\d", now), strict=True)
        far = [pair for pair in pairs if abs(float(pair[0]) - float(pair[1])) > 0.015]
        assert not far, f"{REFRESH}: {far}"


@pytest.mark.parametrize(
    ("shown", "found", "agreed"),
    [
        ("a 100 b\n", "a 103 b\n", True),
        ("a 3 b\n", "a 5 b\n", True),
        ("a 100 b\n", "a 120 b\n", False),
        ("a\n", "b\n", False),
        ("a\n...\n", "a\nb\nc\n", True),
        ("a\n...\nc\n", "a\nb\nc\n", True),
        ("a\n", "a\nb\n", False),
        ("", "", True),
    ],
)
def test_outputs_agree_up_to_small_counts(shown: str, found: str, *, agreed: bool) -> None:
    assert blocks.agree(shown, found) is agreed


def test_refreshed_outputs_stay_cut() -> None:
    assert blocks.refreshed("a\n...\n", "b\nc\nd\n") == "b\n...\n"
    assert blocks.refreshed("a\n", "b\nc\n") == "b\nc\n"

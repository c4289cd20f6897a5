"""Names and pages that want out of their folder, and code where data should be."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from quifaitquoi.articles import read
from quifaitquoi.config import Settings
from quifaitquoi.lexicon.tables import LexiconError, read_table
from quifaitquoi.records.articles import Article, Rejected
from quifaitquoi.run.runner import run
from tests.run.fakes import Fake

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parents[2]
OUTWARD: Final = (
    "../../outside", "/etc/passwd", "..\\..\\outside", "C:\\outside", "~/outside", "a/../../b",
    "con", ".", "..", "-rf", "$(touch outside)", "x" * 5000, "a\nb", "a\x00b", "a\u202eb", "=1+1",
    "'; drop table done; --", "%s%n",
)  # fmt: skip


def files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", OUTWARD)
def test_an_id_is_no_path(tmp_path: Path, name: str) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": name, "text": "Oui."}), encoding="utf-8")
    output = tmp_path / "deep" / "out"
    run(read(tmp_path / "in.jsonl"), output, Settings(), engine=Fake().engine())
    outside = files(tmp_path) - files(output)
    assert outside == {tmp_path / "in.jsonl"}
    assert len((output / "articles.csv").read_text(encoding="utf-8").splitlines()) == 2


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/hostname", "a/../../secret.txt"])
def test_metadata_read_no_file_of_their_own(tmp_path: Path, name: str) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (tmp_path / "secret.txt").write_text("Un secret.", encoding="utf-8")
    (raw / "a.txt").write_text("Oui.", encoding="utf-8")
    (raw / "metadata.csv").write_text(f"file,title\n{name},Titre\na.txt,Oui\n", encoding="utf-8")
    assert [entry.id for entry in read(raw)] == ["a"]


def test_links_out_of_the_folder_and_in_circles_end(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (tmp_path / "secret.txt").write_text("Un secret.", encoding="utf-8")
    (raw / "out.txt").symlink_to(tmp_path / "secret.txt")
    (raw / "up.txt").symlink_to("../secret.txt")
    (raw / "folder").symlink_to(tmp_path)
    (raw / "round.txt").symlink_to(raw / "round.txt")
    (raw / "nowhere.txt").symlink_to(raw / "nothing")
    found = list(read(raw))
    assert all(isinstance(entry, Rejected) for entry in found)
    assert {entry.id for entry in found} >= {"out", "up", "round", "nowhere"}


BOMB: Final = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "lol"}">' for i in range(10))


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 10_000 + "Le Kenya salue le Pérou." + "</div>" * 10_000,
        "<b><i>" * 10_000,
        f"<!DOCTYPE html [{BOMB}]><html><body><p>&l9;</p></body></html>",
        '<!DOCTYPE html [<!ENTITY f SYSTEM "file:///etc/passwd">]><body><p>&f;</p></body>',
        "<script>" * 1000 + "while(true){}",
        "<p " + "a=1 " * 100_000 + ">",
        "<!--" * 50_000,
        "&" * 200_000,
        "<table>" + "<tr><td>" * 5_000,
    ],
    ids=["deep", "inline", "bomb", "file", "script", "attributes", "comments", "entities", "table"],
)
def test_a_hostile_page_is_read_or_refused_in_seconds(tmp_path: Path, page: str) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    started = time.perf_counter()
    (entry,) = read(tmp_path)
    assert time.perf_counter() - started < 20
    if isinstance(entry, Article):
        assert "root:" not in entry.text
        assert len(entry.text) < 10 * len(page)


CODE: Final = "__import__('pathlib').Path('outside').write_text('x')"


def test_rules_of_a_user_are_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    rules = tmp_path / "rules"
    rules.mkdir()
    for name in ("__init__.py", "actions.py", "conftest.py"):
        (rules / name).write_text(CODE, encoding="utf-8")
    (rules / "names.csv").write_text(f"{CODE}\n{CODE}\n", encoding="utf-8")
    (rules / "actions.csv").write_text(f"word,pos\n{CODE},v\n", encoding="utf-8")
    with pytest.raises(LexiconError):
        read_table("actions", ("word", "type"), rules)
    assert not (tmp_path / "outside").exists()


def calls(path: Path) -> Iterator[tuple[str, int]]:
    """What a module calls by a bare name, and what it imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node.lineno
        elif isinstance(node, ast.Import):
            yield from ((alias.name.split(".")[0], node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0], node.lineno


@pytest.mark.parametrize("path", sorted((ROOT / "pipeline").rglob("*.py")), ids=lambda p: p.name)
def test_nothing_runs_or_unpickles_what_it_reads_or_asks_the_network(path: Path) -> None:
    code = {"eval", "exec", "compile", "__import__", "pickle", "marshal", "shelve", "yaml", "runpy"}
    network = {"socket", "urllib", "http", "requests", "httpx", "aiohttp", "ftplib", "smtplib"}
    found = [(name, line) for name, line in calls(path) if name in code | network]
    # Names of things in a page may be URLs without anybody opening them.
    assert [one for one in found if one[0] != "urllib"] == []


OFFLINE: Final = """
import socket, sys

def refuse(*_, **__):
    raise AssertionError("asked the network")

socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = refuse
socket.getaddrinfo = socket.create_connection = socket.gethostbyname = refuse
from quifaitquoi.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.model
def test_a_run_asks_no_network(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_text("Le Kenya a reçu lundi le Pérou.", encoding="utf-8")
    link = "<a href='https://exemple.invalid/x'>Le Kenya salue le Pérou.</a>"
    page = f"<html><head><link rel='x' href='https://exemple.invalid/'></head><p>{link}</p></html>"
    (raw / "b.html").write_text(page, encoding="utf-8")
    command = [sys.executable, "-c", OFFLINE, "run", str(raw), "-o", str(tmp_path / "out")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert "asked the network" not in done.stderr
    assert done.returncode in (0, 1), done.stderr
    assert "a,a.txt" in (tmp_path / "out" / "articles.csv").read_text(encoding="utf-8")

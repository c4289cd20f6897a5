"""Messages in French: every one has its translation, and the language is that of the user."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import pytest

from quifaitquoi.cli import common, language, main
from quifaitquoi.records.actions import Basis
from tests.messages import OTHERS, ROOMS, templates
from tests.test_imports import MODULES, PACKAGE, module_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LC = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def english_again(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in LC:
        monkeypatch.delenv(name, raising=False)
    yield
    language.choose([])


def french(message: str) -> str:
    language.choose(["--lang", "fr"])
    return language.translated(message)


SPEAKING = [
    path
    for path in MODULES
    if (name := path.relative_to(PACKAGE).with_suffix("").as_posix()).split("/")[0] in ROOMS
    and name not in OTHERS
]


@pytest.mark.parametrize("path", SPEAKING, ids=module_name)
def test_every_message_has_its_french(path: Path) -> None:
    same = [text for text in templates(path) if french(filled(text)) == filled(text)]
    assert same == [], "add a row to cli/messages.csv"


def rows() -> list[tuple[str, str]]:
    with (PACKAGE / "cli" / "messages.csv").open(encoding="utf-8") as file:
        return [(row["en"], row["fr"]) for row in csv.DictReader(file)]


def test_the_table_has_each_message_once_with_all_its_holes() -> None:
    table = rows()
    assert len({english for english, _ in table}) == len(table)
    for english, text in table:
        assert english.count("{}") == text.count("{}"), english
        assert not re.search(r"\s[;:!?]", english), english
        assert not re.search(r"\w[;!?](\s|$)", text), text


@pytest.mark.parametrize("english", [english for english, _ in rows()])
def test_a_message_is_found_by_its_own_row(english: str) -> None:
    assert french(filled(english)) == filled(dict(rows())[english])


def filled(template: str) -> str:
    """A template with a number in each hole, and the plural that it asks for."""
    numbers = iter(range(100, 200))
    return re.sub(r"\{\}", lambda _: str(next(numbers)), template).replace("{s}", "s")


@pytest.mark.parametrize(
    ("english", "text"),
    [
        (
            "rejected a.pdf: no PDF that can be read: EOF",
            "rejeté a.pdf : pas un PDF lisible : EOF",
        ),
        (
            "12 articles (3 processed now, 1 rejected, 2 empty): 4 events, 5 dates, 6 actors in x",
            (
                "12 articles (3 traités maintenant, 1 rejeté, 2 vides) : "
                "4 événements, 5 dates, 6 acteurs dans x"
            ),
        ),
        (
            "1 article (1 processed now, 0 rejected, 2 empty): 1 event, 0 dates, 3 actors in 2",
            (
                "1 article (1 traité maintenant, 0 rejeté, 2 vides) : "
                "1 événement, 0 date, 3 acteurs dans 2"
            ),
        ),
        ("raw: not read: a.doc, b.odt and 3 more", "raw: non lu : a.doc, b.odt et 3 autres"),
        (
            "gold/a.ann:3: T1 is « le » in the article, not « la »",
            "gold/a.ann:3: T1 est « le » dans l’article, pas « la »",
        ),
        (
            "quifaitquoi: x.json: task 1 is not as to_label_studio writes it: start is 2",
            "quifaitquoi: x.json: la tâche 1 n’est pas comme to_label_studio l’écrit : start est 2",
        ),
        (
            "  target  PER  from « Pérou », obj by its preposition  rule actor.country",
            "  cible  PER  d’après « Pérou », obj par sa préposition  règle actor.country",
        ),
        ("  place  Lima (country unknown)", "  lieu  Lima (pays inconnu)"),
        ("Unheard of: {braces} \\1", "Unheard of: {braces} \\1"),
    ],
)
def test_messages_within_messages(english: str, text: str) -> None:
    assert french(english) == text


@pytest.mark.parametrize("basis", Basis)
def test_what_says_that_an_actor_takes_part(basis: Basis) -> None:
    line = f"  target  PER  from « Pérou », obj by {basis}  rule actor.country"
    said = french(line).partition("obj par ")[2].partition("  règle")[0]
    assert said != basis or basis is Basis.INVERTED


@pytest.mark.parametrize(
    ("environment", "arguments", "wanted"),
    [
        ({}, [], "en"),
        ({"LANG": "C"}, [], "en"),
        ({"LANG": "fr_FR.UTF-8"}, [], "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, [], "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "fr_CH"}, [], "fr"),
        ({"LANG": "fr_FR.UTF-8"}, ["run", "x", "--lang", "en"], "en"),
        ({}, ["--lang=fr", "run"], "fr"),
    ],
)
def test_language_of_the_user(
    environment: dict[str, str],
    arguments: list[str],
    wanted: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    language.choose(arguments)
    assert (
        language.translated("nothing to read")
        == {"en": "nothing to read", "fr": "rien à lire"}[wanted]
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["run", "absent"], "quifaitquoi: ce fichier ou dossier n’existe pas : absent"),
        (["check", "absent"], "quifaitquoi: aucun fichier .ann dans absent"),
        (["evaluate", "--gold", "absent"], "quifaitquoi: aucun fichier .ann dans absent"),
        (["report", "absent"], "absent ne contient pas d’events.csv"),
    ],
)
def test_errors_of_commands(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--lang", "fr"]) == common.USAGE
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["run", "--workers"], "option --workers : un argument attendu"),
        (["draft"], "il manque les arguments : FILE, -o/--output"),
        (["run", "--published", "mars"], "option --published : "),
        (["report", "--lang", "de"], "choix inconnu : 'de'"),
    ],
)
def test_errors_of_the_command_line(
    arguments: list[str],
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    with pytest.raises(SystemExit):
        main(arguments)
    assert said in capsys.readouterr().err

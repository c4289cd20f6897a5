"""What a person reads, in their language.

All rooms speak English, and so do the tables whatever the language. Here, at the edge, a message is
found again among the templates of messages.csv and said in French; what fills its holes is kept, or
is a message itself. `{s}` in a template is the ending of a plural, as the hole before it asks.
"""

from __future__ import annotations

import argparse
import csv
import logging
import os
import re
import sys
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ENGLISH: Final = "en"
FRENCH: Final = "fr"
LANGUAGES: Final = (ENGLISH, FRENCH)
# Where a system says its language, the first that is set.
_LOCALE: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
_HOLE: Final = "{}"
_PLURAL: Final = "{s}"
# Only the last hole may hold what reads like the beginning of another message.
_INNER: Final = r"((?:(?!: ).)+?)"
_LAST: Final = r"(.+)"

_chosen = ENGLISH


class _Message(NamedTuple):
    """A template: its words, the pattern that finds it again, and what it is in French."""

    words: tuple[str, ...]
    pattern: re.Pattern[str]
    french: str


class Parser(argparse.ArgumentParser):
    """A parser of arguments that tells errors in the language of the user."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line and leave."""
        super().error(translated(message))


class Formatter(logging.Formatter):
    """A formatter of warnings in the language of the user."""

    def format(self, record: logging.LogRecord) -> str:
        """The message of a record."""
        return translated(super().format(record))


def choose(arguments: Sequence[str] | None) -> None:
    """Choose the language: that of --lang, else of the locale, else English."""
    global _chosen
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    option(parser)
    try:
        given = getattr(parser.parse_known_args(arguments)[0], "lang", None)
    except argparse.ArgumentError:
        given = None  # the parser of the whole command line will say it
    system = next((os.environ[name] for name in _LOCALE if os.environ.get(name)), "")
    _chosen = given or (FRENCH if system.startswith(FRENCH) else ENGLISH)


def option(parser: argparse.ArgumentParser) -> None:
    """The option --lang."""
    parser.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=argparse.SUPPRESS,
        help="language of messages [that of your system]",
    )


def say(message: object) -> None:
    """Say something on standard error, in the language that was chosen."""
    print(translated(str(message)), file=sys.stderr)


def plural(count: int) -> str:
    """The ending of an English noun behind this number."""
    return "" if count == 1 else "s"


def translated(message: str) -> str:
    """A message in the language that was chosen; as it is where it is not in the table."""
    if _chosen == ENGLISH:
        return message
    text = message.lstrip(" ")
    return message.removesuffix(text) + _french(text)


def _french(message: str) -> str:
    for known in _messages():
        if all(word in message for word in known.words):
            found = known.pattern.fullmatch(message)
            if found:
                return _filled(known.french, map(_french, found.groups()))
    head, colon, rest = message.partition(": ")
    return f"{head}: {_french(rest)}" if colon else message


def _filled(template: str, values: Iterable[str]) -> str:
    """A French template with its holes filled; nouns agree: « 0 article », « 2 articles »."""
    text, *parts = template.split(_HOLE)
    for value, part in zip(values, parts, strict=True):
        text += value + part.replace(_PLURAL, "" if value in ("0", "1") else "s")
    return text


@cache
def _messages() -> tuple[_Message, ...]:
    """The table, those with the most words of their own first."""
    text = files("quifaitquoi.cli").joinpath("messages.csv").read_text(encoding="utf-8")
    rows = [(row["en"], row["fr"]) for row in csv.DictReader(text.splitlines())]
    rows.sort(key=lambda row: len(row[0].replace(_HOLE, "")), reverse=True)
    return tuple(_message(english, french) for english, french in rows)


def _message(english: str, french: str) -> _Message:
    words = english.split(_HOLE)
    pattern = _literal(words[0])
    for number, word in enumerate(words[1:], start=2):
        pattern += (_LAST if number == len(words) else _INNER) + _literal(word)
    parts = english.replace(_PLURAL, _HOLE).split(_HOLE)
    return _Message(tuple(filter(str.strip, parts)), re.compile(pattern, re.DOTALL), french)


def _literal(words: str) -> str:
    return re.escape(words).replace(re.escape(_PLURAL), "s?")

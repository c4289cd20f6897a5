"""What the commands share: options, settings, reading of articles, errors that a user can mend."""

from __future__ import annotations

import argparse
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from quifaitquoi.cli.language import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quifaitquoi.config import Settings
    from quifaitquoi.records.articles import Article

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse names the type only so

#: Exit statuses.
DONE: Final = 0
REJECTED: Final = 1
USAGE: Final = 2
INTERRUPTED: Final = 130


class UsageError(Exception):
    """What the user asked for cannot be done; the message says why and what to do."""


@contextmanager
def explained() -> Iterator[None]:
    """Turn the errors that a user can mend into UsageError."""
    from sqlite3 import DatabaseError

    from quifaitquoi.articles import MetadataError
    from quifaitquoi.config import ConfigError
    from quifaitquoi.labels import StandoffError
    from quifaitquoi.lexicon.tables import LexiconError
    from quifaitquoi.run.errors import RunError
    from quifaitquoi.table.opening import TableError

    told = MetadataError, StandoffError, ConfigError, LexiconError, RunError, TableError
    try:
        yield
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except (*told, ImportError) as error:
        raise UsageError(error) from error
    except MemoryError as error:
        msg = "not enough memory: a process needs some 0.6 GB"
        raise UsageError(msg) from error
    except DatabaseError as error:
        msg = f"the journal cannot be written: {error}"
        raise UsageError(msg) from error
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        raise UsageError(f"{place}{error.strerror or error}") from error


def settings_options(parser: argparse.ArgumentParser) -> None:
    """Options of every command that runs the pipeline."""
    parser.add_argument("--rules", type=Path, metavar="DIR", help="your tables, laid over ours")
    parser.add_argument("--model", metavar="NAME", help="spaCy model [fr_core_news_md]")
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings in a TOML file")
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="where an article could not be processed"
    )


def input_options(parser: argparse.ArgumentParser) -> None:
    """Options of every command that reads articles."""
    parser.add_argument("--metadata", type=Path, metavar="FILE", help="[RAW/metadata.csv]")
    parser.add_argument(
        "--published",
        type=_date,
        metavar="DATE",
        help="for articles without a date of their own",
    )
    parser.add_argument(
        "--field",
        type=_field,
        action="append",
        default=[],
        metavar="OURS=THEIRS",
        dest="fields",
        help="what records call a field, as text=body; id, title, published, source, url, genre",
    )


def settings_of(arguments: argparse.Namespace) -> Settings:
    """Settings of a command; raises UsageError for a folder of rules that holds no rules."""
    from quifaitquoi.articles.metadata import iso_date
    from quifaitquoi.config import load

    settings = load(
        arguments.config,
        model=arguments.model,
        rules=arguments.rules,
        published=getattr(arguments, "published", None),
        min_confidence=getattr(arguments, "min_confidence", None),
        max_seconds=getattr(arguments, "max_seconds", None),
    )
    if settings.rules is not None:
        _check_rules(settings.rules)
    if settings.published:
        try:
            iso_date(settings.published)
        except ValueError as error:
            msg = f"{arguments.config}: published: {error}"
            raise UsageError(msg) from error
    return settings


def articles_of(
    source: str, arguments: argparse.Namespace, settings: Settings, rejected: list[str]
) -> Iterator[Article]:
    """Articles of a file or folder; what cannot be read is printed and added to `rejected`."""
    from quifaitquoi.articles import read
    from quifaitquoi.records.articles import Rejected

    found = read(
        source,
        metadata=arguments.metadata,
        published=settings.published,
        fields=dict(arguments.fields),
    )
    for entry in found:
        if isinstance(entry, Rejected):
            say(f"rejected {entry.file or entry.id}: {entry.reason}")
            rejected.append(entry.id)
        else:
            yield entry


def is_inside(root: Path, name: str) -> bool:
    """Whether a name is one of a file of the folder."""
    return "\0" not in name and (root / name).resolve().is_relative_to(root)


def _check_rules(folder: Path) -> None:
    """A misspelt name must not pass for a table without effect."""
    from quifaitquoi.lexicon.tables import DATA, table_files

    if not folder.is_dir():
        msg = f"--rules {folder}: no such folder"
        raise UsageError(msg)
    single = {path.name for path in DATA.glob("*.csv")}
    several = {path.name for path in DATA.iterdir() if path.is_dir()}
    tables = table_files(folder)
    for path in tables:
        name = path.relative_to(folder).as_posix()
        group, _, file = name.rpartition("/")
        if name not in single and not (group in several and file.endswith(".csv")):
            names = ", ".join(sorted(single | {f"{one}/*.csv" for one in several}))
            msg = f"{path}: no table of ours has this name; there are {names}"
            raise UsageError(msg)
    if not tables:
        msg = f"--rules {folder}: no .csv file in it"
        raise UsageError(msg)


def _date(text: str) -> str:
    from quifaitquoi.articles.metadata import iso_date

    try:
        return iso_date(text)
    except ValueError as error:
        msg = f"{text!r}: {error}"
        raise argparse.ArgumentTypeError(msg) from error


def _field(text: str) -> tuple[str, str]:
    from quifaitquoi.articles import FIELDS

    ours, _, theirs = text.partition("=")
    if ours not in FIELDS or not theirs:
        msg = f"{text!r}: write FIELD=NAME, FIELD one of {', '.join(FIELDS)}"
        raise argparse.ArgumentTypeError(msg)
    return ours, theirs

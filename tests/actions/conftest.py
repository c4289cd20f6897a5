"""How to write the list of known misses anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-known-misses",
        action="store_true",
        help="write tests/actions/known_misses.txt anew instead of comparing with it",
    )

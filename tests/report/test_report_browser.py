"""The page in a browser: filters, links between table and text, languages, text that stays text."""

from __future__ import annotations

import csv
import json
import time
from typing import TYPE_CHECKING

import pytest
from report_driver import MISSING, Browser, browser
from report_tables import SCRIPT, write_tables

from quifaitquoi.report import write_report
from quifaitquoi.table import EVENTS, ActorTally, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]
# Seconds that the page may take with 5,000 events on a slow machine; .4 on two idle cores.
PATIENCE = 5


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("profile")) as opened:
        opened.size(1280, 900)
        yield opened


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    tables, raw = write_tables(folder, articles=12, events=10)
    return write_report(tables, folder / "report.html", raw=raw)


@pytest.fixture
def opened(window: Browser, page: Path) -> Iterator[Browser]:
    window.open(page)
    yield window
    assert window.errors() == []


def text(window: Browser, selector: str) -> str:
    return str(window.run("return document.querySelector(arguments[0]).textContent", selector))


def texts(window: Browser, selector: str) -> list[str]:
    script = "return [...document.querySelectorAll(arguments[0])].map((one) => one.textContent)"
    return list(window.run(script, selector))


def settle(window: Browser) -> None:
    """Wait until the page has drawn what was typed or clicked."""
    window.protocol(
        "Runtime.evaluate",
        expression="new Promise((done) => "
        "requestAnimationFrame(() => requestAnimationFrame(done)))",
        awaitPromise=True,
    )


def test_a_script_in_an_article_stays_text(opened: Browser) -> None:
    opened.run("location.hash = '#a-article0000'")
    settle(opened)
    assert SCRIPT in text(opened, "#article .text")
    assert SCRIPT in text(opened, "#article h3")
    assert opened.run("return document.querySelectorAll('main script, img').length") == 0
    assert opened.run("return document.title") in {"Qui fait quoi", "Who does what"}


def test_filters_choose_rows_chart_and_matrix(opened: Browser) -> None:
    everything = opened.run("return [chosen.length, document.querySelectorAll('#rows tr').length]")
    assert everything == [120, 40]
    opened.type("#f-text", "ARMEE nigerienne")
    settle(opened)
    rows = texts(opened, "#rows tr")
    assert rows
    assert all("armée" in row for row in rows)
    assert "120" in text(opened, "#status")
    opened.run("choose({ text: '', type: 'AID', factuality: 'PLANNED', from: '2024-01-01' })")
    found = opened.run("return chosen.map((one) => [one.event_type, one.factuality, one.date_end])")
    assert found
    assert {tuple(row[:2]) for row in found} == {("AID", "PLANNED")}
    assert min(row[2] for row in found) >= "2024-01-01"
    opened.run("choose({ type: '', factuality: '', from: '', country: 'SEN' })")
    assert opened.run("return chosen.every((one) => one.countries.has('SEN'))")
    opened.click("#reset")
    settle(opened)
    assert opened.run("return chosen.length") == 120
    assert opened.run("return document.activeElement.id") == "f-text"


def test_an_actor_is_found_by_key_name_or_part(opened: Browser) -> None:
    script = "choose({ actor: arguments[0] }); return chosen.length"
    whole = opened.run(script, "Paul Mensah")
    assert 0 < whole < 120
    assert opened.run(script, "mensah") == whole
    assert opened.run(script, opened.run("return actorName('SEN')")) > 0
    assert opened.run(script, "personne") == 0
    assert len(texts(opened, "#rows tr")) == 1


def test_a_cell_of_the_matrix_filters_by_pair(opened: Browser) -> None:
    opened.click("#matrix td button")
    settle(opened)
    pair, pairs = opened.run("return [state.pair, chosen.map((one) => PAIRS[one.index])]")
    assert pairs
    assert all(pair.split("|") in of_one for of_one in pairs)
    assert opened.run("return document.activeElement.id") == "reset"
    assert len(texts(opened, "#matrix td button")) >= 1


def test_a_row_leads_to_its_words_and_back(opened: Browser) -> None:
    opened.run("choose({ type: 'AID' })")
    identity = opened.run("return ordered[3].id")
    opened.click(f"#r-{identity} .read")
    settle(opened)
    focus = "const one = document.activeElement; return [one.id, one.textContent]"
    assert opened.run(focus) == [f"e-{identity}", "aidé"]
    opened.click(f"#e-{identity}")
    settle(opened)
    assert opened.run(focus)[0] == f"c-{identity}"
    opened.click(f"#c-{identity} .card-foot a")
    settle(opened)
    assert opened.run(focus)[0] == f"r-{identity}"


def test_a_row_that_the_filters_hide_is_shown_again(opened: Browser) -> None:
    hidden = opened.run(
        "choose({ type: 'AID' }); return EVENTS.findLast((one) => one.event_type !== 'AID').id"
    )
    opened.run("location.hash = arguments[0]", f"#r-{hidden}")
    settle(opened)
    assert opened.run("return document.activeElement.id") == f"r-{hidden}"


def test_heads_sort_and_say_so(opened: Browser) -> None:
    for direction in ("ascending", "descending"):
        opened.click("#sort-when")
        settle(opened)
        heads = "return document.querySelector(`[aria-sort='${arguments[0]}']`).textContent"
        assert opened.run(heads, direction) == opened.run("return t('when')")
        dates = opened.run("return ordered.map((one) => one.date_start)")
        dated = [date for date in dates if date]
        assert dates[: len(dated)] == sorted(dated, reverse=direction == "descending")
        assert opened.run("return document.activeElement.id") == "sort-when"


def test_the_chart_is_walked_with_arrow_keys(opened: Browser) -> None:
    opened.run("document.querySelector('.period').focus()")
    key = (
        "const [key] = arguments;"
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))"
    )
    opened.run(key, "End")
    label = opened.run("return document.activeElement.getAttribute('aria-label')")
    assert "2024" in label
    assert opened.run("return document.querySelectorAll('.period[tabindex=\"0\"]').length") == 1
    opened.run(key, "Enter")
    assert opened.run("return [state.from, state.to]") == ["2024-12-01", "2024-12-31"]
    assert 0 < opened.run("return chosen.length") < 120


def test_both_languages_and_both_themes(opened: Browser) -> None:
    languages = set()
    for _ in range(2):
        languages.add((opened.run("return document.documentElement.lang"), text(opened, "h1")))
        opened.click("#language")
        settle(opened)
    assert languages == {("fr", "Qui fait quoi"), ("en", "Who does what")}
    paper = "return getComputedStyle(document.body).backgroundColor"
    light = opened.run(paper)
    opened.click("#theme")
    dark = opened.run(paper)
    assert dark != light


def test_the_theme_is_that_of_the_system_at_first(window: Browser, page: Path) -> None:
    shown = []
    for on in (False, True):
        window.dark(on=on)
        window.open(page)
        shown.append(
            window.run(
                "const paper = getComputedStyle(document.body).backgroundColor;"
                "return [paper, document.getElementById('theme').getAttribute('aria-pressed')]"
            )
        )
    window.dark(on=False)
    assert [pressed for _, pressed in shown] == ["false", "true"]
    assert shown[0][0] != shown[1][0]


def test_a_chosen_country_survives_the_change_of_language(opened: Browser) -> None:
    opened.run("if (language !== 'fr') document.getElementById('language').click()")
    opened.type("#f-actor", "sénégal")
    settle(opened)
    found = "return [state.actor, document.getElementById('f-actor').value, chosen.length]"
    key, name, before = opened.run(found)
    assert (key, name) == ("SEN", "Sénégal")
    assert before > 0
    opened.click("#language")
    settle(opened)
    assert opened.run(found) == ["SEN", "Senegal", before]


SHOWN = "return [chosen.length, DATA.articles[current].id, decodeURIComponent(location.hash)]"


def test_the_address_brings_the_view_up_again(window: Browser, page: Path) -> None:
    window.open(page)
    window.run("choose({ type: 'AID', sort: '-when' })")
    window.run("choose({ country: 'SEN' })")
    few, first, _ = window.run(SHOWN)
    window.run("location.hash = document.querySelector('#rows tr:last-child .read').hash")
    settle(window)
    shown = window.run(SHOWN)
    identity = window.run("return ordered.at(-1).id")
    assert shown[0] == few
    assert shown[1] != first
    assert shown[2] == (f"#type=AID&country=SEN&sort=-when&article={shown[1]}&at=e-{identity}")
    again = window.run("return location.href")
    window.run("location.reload()")
    settle(window)
    assert window.run(SHOWN) == shown
    window.run("history.back()")
    settle(window)
    assert window.run(SHOWN) == [few, first, "#type=AID&country=SEN&sort=-when"]
    window.run("history.back()")
    settle(window)
    assert window.run(SHOWN)[0] > few
    window.open(page)
    assert window.run(SHOWN)[0] == 120
    window.run("location.href = arguments[0]", again)
    settle(window)
    assert window.run(SHOWN) == shown
    assert window.run("return document.getElementById('f-type').value") == "AID"
    assert window.errors() == []


def test_letters_of_a_word_are_one_step_back(opened: Browser) -> None:
    opened.run("choose({ type: 'AID' })")
    before = opened.run("return history.length")
    for letter in "lomé":
        opened.type("#f-text", letter)
        settle(opened)
    assert opened.run("return [state.text, history.length]") == ["lomé", before + 1]


def test_the_table_is_the_rows_of_events_csv(opened: Browser, page: Path) -> None:
    table = (page.parent / "tables" / "events.csv").read_text("utf-8")
    assert opened.run("return csv(ordered)") == table
    opened.run("choose({ sector: 'MIL', outlet: 'Le Matin' })")
    kept = opened.run("return csv(ordered)").splitlines()
    assert 1 < len(kept) < 121
    assert kept == [line for line in table.splitlines() if line in kept]
    french = opened.run("return csv(ordered, true)")
    assert french.startswith("\ufeffevent_id;group_id;")
    assert french.count("\r\n") == len(kept)


def test_time_by_event_or_by_publication(opened: Browser) -> None:
    undated = sum(not one for one in opened.run("return EVENTS.map((one) => one.date_start)"))
    assert undated == 12
    assert "12" in text(opened, "#timeline-note")
    opened.click("#choice-published")
    settle(opened)
    assert opened.run("return document.querySelectorAll('.period').length") == 1
    assert "120" in text(opened, "#timeline-note")
    opened.run("choose({ from: '2024-03-06' })")
    assert opened.run("return chosen.length") == 0


def test_the_map_filters_by_place(opened: Browser) -> None:
    assert opened.run("return document.querySelectorAll('.disc').length") == 1
    opened.run("choose({ text: 'mensah' })")
    few = opened.run("return chosen.length")
    opened.run("document.querySelector('.disc').dispatchEvent(new Event('click'))")
    assert opened.run("return [state.place, chosen.length]") == ["TGO", few]


def test_keys_have_plain_names(opened: Browser) -> None:
    opened.run("if (language !== 'fr') document.getElementById('language').click()")
    names = opened.run("return ['TGO', 'NER armée', 'CEDEAO', 'ONG locale'].map(actorName)")
    assert names == ["Togo", "Niger, armée", "CEDEAO", "ONG locale"]
    assert "Niger, armée" in text(opened, "#rows")
    said = opened.run("return actorNames('Paul Mensah (TGO), NER armée (NER), MLI')")
    assert said == "Paul Mensah (Togo), Niger, armée (Niger), Mali"


def test_actors_are_counted_as_the_command_line_counts_them(opened: Browser, page: Path) -> None:
    tally = ActorTally()
    tally.add([], read_rows(page.parent / "tables", EVENTS))
    counted = [(str(row["key"]), row["events"]) for row in tally.rows()]
    named = [one for one in counted if not one[0][0].islower()]
    shown = opened.run("return byCount(count(chosen, (event) => [...event.keys].filter(isNamed)))")
    assert [tuple(one) for one in shown] == sorted(
        named, key=lambda one: (-int(str(one[1])), one[0])
    )
    assert texts(opened, "#ranking .value") == [str(count) for _, count in shown]


def test_judged_rows_are_kept_and_exported(opened: Browser, page: Path) -> None:
    opened.run("localStorage.clear()")
    opened.open(page)
    opened.click("#rows tr:nth-child(2) .verdict-right")
    opened.click("#rows tr:nth-child(5) .verdict-wrong")
    opened.click("#rows tr:nth-child(5) fieldset label:nth-of-type(4) input")
    opened.type("#rows tr:nth-child(5) .note-field input", "c’était mardi")
    opened.open(page)
    lines = [json.loads(line) for line in opened.run("return judgedLines()").splitlines()]
    assert [(one["verdict"], one["wrong"], one["note"]) for one in lines] == [
        ("right", [], ""),
        ("wrong", ["when"], "c’était mardi"),
    ]
    second = opened.run("return csv([EVENTS[1]])").splitlines()
    assert lines[0]["row"] == next(csv.DictReader(second))
    opened.run("choose({ judged: 'wrong' })")
    assert opened.run("return chosen.map((one) => one.id)") == [lines[1]["row"]["event_id"]]
    opened.run("location.hash = '#c-' + EVENTS[4].id")
    settle(opened)
    opened.click("#cards .now fieldset label:nth-of-type(6) input")
    ticked = "return [...document.querySelectorAll(arguments[0])].map((one) => one.checked)"
    assert opened.run(ticked, "#rows fieldset .toggle input") == [
        False, False, False, True, False, True,
    ]  # fmt: skip
    # Another window judges another row meanwhile.
    opened.run("localStorage.setItem(STORE, JSON.stringify({ ...stored(), elsewhere: {} }))")
    opened.click("#cards li:nth-child(1) .verdict-right")
    assert opened.run("return 'elsewhere' in stored() && EVENTS[0].id in stored()")
    opened.click("#cards li:nth-child(1) .verdict-right")
    assert opened.run("return EVENTS[0].id in stored()") is False
    opened.run("CELLS.place[1] = 'Accra'")
    assert len(opened.run("return judgedLines()").splitlines()) == 1


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_wider_than_the_window(window: Browser, page: Path, width: int) -> None:
    window.size(width, 800)
    window.open(page)
    assert window.run("return document.documentElement.scrollWidth") <= width
    window.size(1280, 900)


def test_a_difference_leads_to_its_words(window: Browser, tmp_path: Path) -> None:
    tables, raw = write_tables(tmp_path)
    gold = tmp_path / "gold"
    gold.mkdir()
    at = (raw / "article0002.txt").read_text("utf-8").index("Lomé")
    labels = f"T1\tAID {at} {at + 4}\tLomé\nE1\tAID:T1\nA1\tFactuality E1 ASSERTED\n"
    (gold / "article0002.ann").write_text(labels, "utf-8")
    (gold / "actors.csv").write_text("key,kind,country,sector\n", "utf-8")
    window.open(write_report(tables, tmp_path / "report.html", raw=raw, gold=gold))
    assert len(texts(window, "#scores tbody tr")) > 10
    window.run("$('q-part').value = 'split/train'; $('q-part').dispatchEvent(new Event('change'))")
    assert len(texts(window, "#scores tbody tr")) > 10
    assert text(window, ".missed mark") == "Lomé"
    window.click(".missed .card-head a")
    settle(window)
    assert window.run("return String(getSelection())") == "Lomé"
    assert window.errors() == []


def test_without_texts_the_sentences_are_shown(window: Browser, tmp_path: Path) -> None:
    tables, _ = write_tables(tmp_path)
    window.open(write_report(tables, tmp_path / "report.html"))
    identity = window.run("return EVENTS[7].id")
    window.run("location.hash = arguments[0]", f"#e-{identity}")
    settle(window)
    assert window.run("return document.activeElement.id") == f"e-{identity}"


def test_an_empty_run_still_gives_a_page(window: Browser, tmp_path: Path) -> None:
    tables, _ = write_tables(tmp_path, articles=0)
    window.open(write_report(tables, tmp_path / "report.html"))
    assert len(texts(window, "#rows tr")) == 1
    assert window.errors() == []


def test_five_thousand_events_stay_fluid(window: Browser, tmp_path: Path) -> None:
    tables, raw = write_tables(tmp_path, articles=500, events=10)
    page = write_report(tables, tmp_path / "report.html", raw=raw)
    assert page.stat().st_size < 5_000_000
    start = time.monotonic()
    window.open(page)
    assert time.monotonic() - start < PATIENCE
    spent = window.run(
        "const start = performance.now();"
        "choose({ text: 'mensah' });"
        "return performance.now() - start"
    )
    assert spent < 1000 * PATIENCE / 5

"""Cleaning: the map to the raw text, characters, lines, blocks, and what goes by which rule."""

from __future__ import annotations

import csv
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quifaitquoi.clean import SENTENCE_MAX, clean
from quifaitquoi.clean.characters import INVISIBLE, LIGATURES, SAME_LENGTH, SOFT_HYPHEN, normalise
from quifaitquoi.lexicon.clean import COLUMNS, fold, load
from quifaitquoi.lexicon.tables import LexiconError, read_table
from quifaitquoi.records.articles import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quifaitquoi.records.clean import CleanText

ROOT = Path(__file__).resolve().parent.parent
RAW = sorted((ROOT / "raw").glob("*.txt"))
PROSE = "Le président kenyan a reçu mardi à Nairobi son homologue tanzanien, selon un communiqué."
MORE = "Les deux chefs d'État ont signé un accord sur les transports. Il sera ratifié en mars."


def run(text: str, title: str = "") -> CleanText:
    return clean(Article("a", text, title=title))


def blocks(text: str, title: str = "") -> list[str]:
    result = run(text, title)
    return [result.text[block.start : block.end] for block in result.blocks]


def kinds(text: str, title: str = "") -> str:
    return "".join(block.kind.value[0] for block in run(text, title).blocks)


def left_out(text: str) -> list[tuple[str, str]]:
    return [(d.rule_id, text[d.start : d.end]) for d in run(text).dropped]


# --- the map -----------------------------------------------------------------------------------


def plain(raw: str, char: str) -> bool:
    """Whether a clean character is what the declared substitutions make of the raw ones."""
    if raw == char or raw.translate(SAME_LENGTH) == char:
        return True
    if char in '«»"' and normalise(raw).text in ("«", "»", '"'):
        return True
    if char == " " and raw.translate(SAME_LENGTH) == "\n":
        return True
    if (raw, char) == ("Ã", "à"):  # its second byte is a space that stays
        return True
    return char in LIGATURES.get(raw, "") or normalise(raw).text == char or char in undone(raw)


def undone(raw: str) -> list[str]:
    """What a sequence means as UTF-8 that was read as cp1252, once to three times."""
    readings = []
    for _ in range(3):
        try:
            raw = raw.encode("sloppy-windows-1252").decode("utf-8")
        except UnicodeError:
            break
        readings.append(raw.translate(SAME_LENGTH))
    return readings


def check_map(raw: str, result: CleanText) -> None:
    kept: set[int] = set()
    last = 0
    for offset, char in enumerate(result.text):
        start, end = result.raw_span(offset, offset + 1)
        assert last <= start < end <= len(raw)
        assert plain(raw[start:end], char), (raw[start:end], char)
        kept.update(range(start, end))
        last = start
    for stretch in result.dropped:
        assert 0 <= stretch.start < stretch.end <= len(raw)
        assert stretch.rule_id.startswith("clean.")
        kept.update(range(stretch.start, stretch.end))
    for start, end, char in pieces(raw):
        assert kept.issuperset(range(start, end)) or not char.strip() or char == SOFT_HYPHEN


def pieces(raw: str) -> Iterator[tuple[int, int, str]]:
    """The raw stretch of every normalised character; what is between them must be invisible."""
    normal = normalise(raw)
    last = 0
    for offset, char in enumerate(normal.text):
        start, end = normal.raw_start(offset), normal.raw_end(offset + 1)
        assert HIDDEN.fullmatch(raw[last:start]), raw[last:start]
        yield start, end, char
        last = end
    assert HIDDEN.fullmatch(raw[last:])


def check_blocks(result: CleanText) -> None:
    assert "\n".join(result.text[b.start : b.end] for b in result.blocks) == result.text
    for block in result.blocks:
        text = result.text[block.start : block.end]
        assert text == text.strip()
        assert text


# Runs of spaces become one; mojibake may stand for characters without width.
HIDDEN = re.compile(rf"(?:[\s{INVISIBLE}{SOFT_HYPHEN}]|Â+\xad|â€‹|ï»¿)*")
PIECES = st.sampled_from(
    [
        PROSE,
        MORE,
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "\xa0",
        "’",
        "“",
        "”",
        '"',
        "« ",
        " »",
        "é",
        "é",
        "Ã©",
        "â€™",
        "Ã ",
        "ﬁ",
        "\u200b",
        "\xad",
        "\xad\n",
        "-\n",
        "– ",
        "(ph)",
        "AK/TL",
        "''",
        "Lire aussi : un titre",
        "Photo : DR",
        "&eacute;",
        "&amp;",
        "Côte d'Ivoire\n",
        "\x92",
        "\x85",
        "de la\nDéfense",
        "a.b@c.org",
        "\t",
        "\ufeff",
        "Accueil\n",
        "12/03/2024",
        "gouverne-\nment",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
@example("a\u00ad\nb")
@example("Ã©")
@example("ÃƒÂ© et lâ€™Ã‰tat")
@example("« a “b” c »\r\n")
@settings(max_examples=300, deadline=None)
def test_map_and_blocks_hold_for_any_text(raw: str) -> None:
    result = run(raw)
    check_map(raw, result)
    check_blocks(result)


@given(st.lists(PIECES).map("".join))
@settings(max_examples=100, deadline=None)
def test_same_text_same_result(raw: str) -> None:
    assert run(raw) == run(raw)


@pytest.mark.parametrize("path", RAW, ids=lambda path: path.stem)
def test_round_trip_over_raw(path: Path) -> None:
    raw = path.read_bytes().decode("utf-8")
    result = run(raw)
    check_map(raw, result)
    check_blocks(result)


@pytest.mark.parametrize("path", RAW, ids=lambda path: path.stem)
def test_every_gold_label_survives(path: Path) -> None:
    raw = path.read_bytes().decode("utf-8")
    result = run(raw)
    kept: set[int] = set()
    for offset in range(len(result.text)):
        kept.update(range(*result.raw_span(offset, offset + 1)))
    labels = (ROOT / "gold" / f"{path.stem}.ann").read_text(encoding="utf-8").splitlines()
    lost = []
    for label in labels:
        if label.startswith("T"):
            start, end = map(int, label.split("\t")[1].split()[1:])
            if not all(at in kept or raw[at].isspace() for at in range(start, end)):
                lost.append(label.split("\t")[0])
    assert lost == []


def test_raw_span_covers_a_repaired_sequence_whole() -> None:
    raw = "Ã€ LomÃ©\n"
    result = run(raw)
    assert result.text == "À Lomé"
    assert result.raw_span(2, 6) == (3, 8)
    assert result.raw_span(0, 1) == (0, 2)
    assert [raw[slice(*result.raw_span(i, i + 1))] for i in (3, 5)] == ["o", "Ã©"]


def test_offsets_count_both_characters_of_a_windows_line_end() -> None:
    raw = f"{PROSE}\r\n\r\n{MORE}"
    result = run(raw)
    assert result.raw_offset(result.blocks[1].start) == len(PROSE) + 4


# --- characters --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("l’État ʼ", "l'État '"),
        ("3\u202f000\u00a0tonnes\tici", "3 000 tonnes ici"),
        ("a  b \u00a0 c", "a b c"),
        ("mi\u00adnis\u200btre\ufeff", "ministre"),
        ("dit “oui” et „non“", "dit «oui» et «non»"),
        ('dit "oui", puis "non".', "dit «oui», puis «non»."),
        ('dit " oui "', "dit « oui »"),
        ("« une ambassade à Lomé« .", "« une ambassade à Lomé» ."),
        ("« Oui », puis «non»", "« Oui », puis «non»"),
        ("dit ''oui'' hier", "dit «oui» hier"),
        ("e\u0301te\u0301", "été"),
        ("ﬁn, ﬂot, eﬀet", "fin, flot, effet"),
        ("d&#8217;&eacute;t&eacute;&nbsp;&laquo;&nbsp;A&nbsp;&raquo;", "d'été « A »"),
        ("R&D, AT&T; a &lt; b", "R&D, AT&T; a &lt; b"),
        ("l\x92\x80 \x93oui\x94", "l'€ «oui»"),
        ("LomÃ©, lâ€™Ã©tÃ© Ã  Paris", "Lomé, l'été à Paris"),
        ("ÃƒÂ©tÃƒÂ©", "été"),
        ("À Lomé, l’été : « Â »", "À Lomé, l'été : « Â »"),
        ("coût 5 ‑ 6 −3", "coût 5 - 6 -3"),
        ("L’œuvre où ŒUVRE", "L'œuvre où ŒUVRE"),
    ],
)
def test_characters(raw: str, text: str) -> None:
    assert normalise(raw).text == text


# --- lines -------------------------------------------------------------------------------------

WRAPPED = """Le président kenyan a reçu mardi à Nairobi son homologue
tanzanien, venu avec cinq ministres. Les deux hommes ont signé
un accord sur les transports et promis d'ouvrir avant la fin de
l'année un poste frontière commun.
Le lendemain, les ministres de la Défense des deux pays ont
conclu un accord de sécurité."""


def test_hard_wraps_are_undone() -> None:
    found = blocks(WRAPPED)
    assert len(found) == 2
    assert " ".join(found) == WRAPPED.replace("\n", " ")


def test_a_wrapped_link_goes_whole() -> None:
    text = f"{WRAPPED}\n\nLire aussi : Kenya et Tanzanie, une longue histoire de postes\nfermés"
    assert left_out(text)[-1][1].endswith("fermés")


def test_a_line_that_goes_on_in_lower_case_is_joined() -> None:
    long = "Le renforcement des liens avec le Qatar a été marqué par l'ouverture"
    assert blocks(f"{PROSE}\n{long}\nd'une ambassade à Doha.\n{MORE}")[1] == (
        f"{long} d'une ambassade à Doha."
    )


def test_a_line_that_cannot_end_is_joined() -> None:
    assert len(blocks(f"Le Kenya a envoyé mercredi son ministre de la\nDéfense. {PROSE}")) == 1


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("gouverne-", "ment", "gouvernement"),
        ("gouverne\u00ad", "ment", "gouvernement"),
        ("porte-", "parole", "porte-parole"),
        ("ouest-", "africain", "ouest-africain"),
        ("ivoiro-", "malien", "ivoiro-malien"),
        ("a-t-", "il", "a-t-il"),
        ("Addis-", "Abeba", "Addis-Abeba"),
    ],
)
def test_words_divided_at_a_line_end(first: str, second: str, joined: str) -> None:
    raw = f"{PROSE}\nCette affaire occupe désormais le {first}\n{second} du pays."
    assert joined in blocks(raw)[1]


def test_lines_of_their_own_stay_apart() -> None:
    text = f"20 h 05. L'Union africaine convoque ses membres\n{PROSE}\n\nRAPPEL\n{MORE}"
    assert len(blocks(text)) == 4


@pytest.mark.parametrize("mark", ["- ", "– ", "— ", "• ", "* ", "—", "▪ "])
def test_bullets_and_dialogue_dashes_go(mark: str) -> None:
    text = f"{PROSE}\n{mark}{MORE}"
    assert blocks(text) == [PROSE, MORE]
    assert left_out(text)[0][0] == "clean.bullet"


def test_a_negative_number_keeps_its_sign() -> None:
    assert blocks(f"{PROSE}\n-3 degrés ont été relevés mardi à Nairobi.")[1].startswith("-3")


# --- blocks ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (f"Kenya : un accord\n\n{PROSE}", "", "tp"),
        (f"Kenya : un accord\n{PROSE}\nLes suites\n{MORE}", "", "tphp"),
        (f"Et maintenant ?\n\n{PROSE}\n\nEnfin !\n\n{MORE}", "", "tphp"),
        (PROSE, "", "p"),
        ("Kenya : un accord", "", "p"),
        (f"AU JOUR LE JOUR\nKenya : un accord !\n{PROSE}", "Kenya : un accord !", "htp"),
        (f"Le Kenya signe.\n{PROSE}", "Le Kenya signe", "tp"),
        (f"{PROSE}\n{MORE}", "Un autre titre", "pp"),
        ("", "", ""),
        (" \r\n\t\n", "", ""),
    ],
)
def test_kinds(text: str, title: str, expected: str) -> None:
    assert kinds(text, title) == expected


def test_a_title_that_the_metadata_give_always_stays() -> None:
    assert blocks(f"Politique\n\n{PROSE}", "Politique") == ["Politique", PROSE]


# --- what is left out --------------------------------------------------------------------------

BETWEEN = [
    ("Lire aussi : Sahel : un mois meurtrier", "related"),
    ("LIRE AUSSI — Sahel : un mois meurtrier", "related"),
    ("À lire également : les prix du riz", "related"),
    ("Sur le même sujet", "related"),
    ("Abonnez-vous à notre lettre d’information", "follow"),
    ("Suivez-nous sur WhatsApp", "follow"),
    ("👉 Rejoignez notre chaîne WhatsApp", "follow"),
    ("Partager :", "share"),
    ("Partager cet article :", "share"),
    ("Facebook Twitter WhatsApp", "share"),
    ("Facebook | Twitter | LinkedIn", "share"),
    ("Twitter ,", "share"),
    ("12 commentaires", "share"),
    ("Mots-clés : Togo, Cedeao", "tags"),
    ("#Togo #Cedeao", "tags"),
    ("Nous utilisons des cookies pour mesurer notre audience.", "cookies"),
    ("- Publicité -", "advert"),
    ("La suite après cette publicité", "advert"),
    ("© Tous droits réservés – Reproduction interdite sans autorisation", "copyright"),
    ("Copyright 2024 Le Journal", "copyright"),
    ("Propos recueillis par A. M.", "signature"),
    ("ko/ag/dls", "signature"),
    ("AK/TL", "signature"),
    ("(ab/cd)", "signature"),
    ("Par Jean Dupont", "signature"),
    ("Par Awa Sow et Jean Dupont (avec AFP)", "signature"),
    ("Mis à jour à 20 h 15", "stamp"),
    ("Publié le 3 mars 2024 à 10:15", "stamp"),
    ("Publié le mardi 3 mars 2024 à 10h15 par Jean Dupont", "stamp"),
    ("Temps de lecture : 3 min", "stamp"),
    ("Photo : Présidence / DR", "credit"),
    ("Crédit photo : Présidence", "credit"),
    ("Les présidents à Nairobi (ph)", "caption"),
    ("Une barricade à Bè, mercredi matin (Ph. DR)", "caption"),
    ("Le ministre Robert Dussey © Présidence", "caption"),
    ("date 2022-12 Robert Dussey, ministre (Photo archives/DR)", "caption"),
    ("Contact rédaction : redaction@exemple.tg", "contact"),
    ("Direction de la communication - BP 000 Lomé - Tél. (+228) 22 00 00 00", "contact"),
    ("https://exemple.org/article", "contact"),
    ("Accueil > Politique > Togo", "navigation"),
    ("Accueil | Politique | Économie | Sport", "navigation"),
    ("Travail - Liberté - Patrie", "letterhead"),
    ("-------------", "symbols"),
    ("* * *", "symbols"),
    ("Page 2 sur 3", "page"),
    ("Avec notre correspondant à Bamako, Serge Daniel", "signature"),
    ("str-sd/bdi/clr/dth", "signature"),
    ("MT/KM (AMAP)", "signature"),
    ("FacebookTwitterWhatsApp", "share"),
    ("À lire aussiAlgérie : le président à Tunis", "related"),
    ("— Awa Sow (@awasow) 4 avril 2025", "embed"),
    ("Publié le vendredi 4 avril 2025 | L'Inter", "stamp"),
]


@pytest.mark.parametrize(("text", "rule"), BETWEEN)
def test_boilerplate_lines(text: str, rule: str) -> None:
    raw = f"Kenya : un accord\n\n{PROSE}\n\n{text}\n\n{MORE}"
    assert blocks(raw) == ["Kenya : un accord", PROSE, MORE]
    assert left_out(raw) == [(f"clean.{rule}", text)]


NEWS = [
    "Sur le même sujet, le ministre a promis une réponse.",
    "Suivez mon regard, a lancé l'opposant.",
    "« Abonnez-vous à la paix », a lancé le président.",
    "Partager le pouvoir, voilà ce que réclame l'opposition.",
    "Publié mardi, le rapport de l'ONU accuse le Rwanda.",
    "Publié le 3 mars, le rapport accuse l'armée.",
    "Mis à jour chaque année, le classement irrite Kigali.",
    "Photo : le président a reçu mardi la ministre allemande à Nairobi.",
    "Par cette décision, le Kenya reconnaît le nouveau gouvernement.",
    "Par Toutatis, a dit le ministre.",
    "Par 54 voix contre 3, l'Assemblée a destitué le président",
    "Le président a reçu son homologue (photo) à Nairobi.",
    "Le ministre (à droite) salue l'ambassadeur du Japon.",
    "Fait à Lomé, le 12 mai 2022",
    "Le Sénégal et le Japon accréditent de nouveaux ambassadeurs",
    "Nairobi (AFP) - Le président a reçu le ministre.",
    "Le HCR appelle à l'aide : « Rejoignez-nous », dit son chef.",
    "Joint au téléphone, le maire dément.",
    "Le gouvernement a mis en place le (+228) 90 00 00 00 pour les victimes.",
    "Annonces et promesses se suivent.",
    "Dossier nucléaire : Téhéran rejette l'offre de Paris",
    "Justice : trois ministres arrêtés",
    "Politique, économie, sécurité : ce que veut Nairobi",
    "Source de tensions, le barrage divise l'Égypte et l'Éthiopie.",
    "Voir Nairobi et mourir",
    "VIDÉO : l'opposant Ousmane Sonko arrêté à Dakar",
    "Publié par l'ONU mardi, le rapport accuse l'armée.",
    "Rédigé par une commission, le texte prévoit une transition de deux ans.",
    "PUTSCH EN GUINÉE",
    "Relire Senghor",
    "Vidéo ou pas, le procureur a ouvert une enquête.",
]


@pytest.mark.parametrize("text", NEWS)
def test_news_stays(text: str) -> None:
    raw = f"Kenya : un accord\n\n{PROSE}\n\n{text}\n\n{MORE}"
    assert left_out(raw) == []


TAILS = [
    ("Lire aussi : Sahel : un mois meurtrier", "related"),
    ("À lire : Sahel, un mois meurtrier", "related"),
    ("Abonnez-vous à notre lettre", "follow"),
    ("AK/TL", "signature"),
    ("(AFP)", "credit"),
    ("(Photo : Présidence)", "credit"),
    ("© Présidence", "credit"),
]


@pytest.mark.parametrize(("text", "rule"), TAILS)
def test_tails(text: str, rule: str) -> None:
    assert blocks(f"{PROSE} {text}") == [PROSE]
    assert left_out(f"{PROSE} {text}") == [(f"clean.{rule}", text)]


@pytest.mark.parametrize(
    "text",
    [
        f"« {PROSE} Rejoignez notre armée ! », a-t-il lancé.",
        f"{PROSE} À lire les journaux, rien n'a changé.",
        f"{PROSE} Le ministre (AFP) dément.",
        f"{PROSE} Le président n'a rien dit (AFP).",
    ],
)
def test_tails_that_are_news(text: str) -> None:
    assert left_out(text) == []


@pytest.mark.parametrize(
    ("link", "before", "after"),
    [
        ("Lire aussi : Sahel : un mois meurtrier.", PROSE, MORE),
        ("À lire également : qui gouverne à Bamako ?", PROSE, MORE),
        ("Lire aussi : Mali : trois morts à La Haye", PROSE, "Le ministre a nié jeudi."),
        ("Lire aussi : « Nous partons. Et vous ? »", PROSE, MORE),
        ("(lire aussi page 4)", "Le président kenyan", "a reçu mardi son homologue."),
        ("[Lire : le budget voté]", "Le président kenyan", "a reçu mardi son homologue."),
    ],
)
def test_links_within_running_text(link: str, before: str, after: str) -> None:
    raw = f"{before} {link} {after}"
    assert blocks(raw) == [f"{before} {after}"]
    assert left_out(raw) == [("clean.related", link)]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Le président (lire page 4), reçu mardi, a signé.", "Le président, reçu mardi, a signé."),
        ("Le président(lire page 4) a signé mardi.", "Le président a signé mardi."),
    ],
)
def test_white_space_around_links(raw: str, text: str) -> None:
    assert blocks(raw) == [text]


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE} Le ministre (voir sa photo) a nié jeudi.",
        f"{PROSE} Il faut lire aussi : c'est ce que dit la ministre. {MORE}",
    ],
)
def test_reading_and_seeing_are_no_links(text: str) -> None:
    assert left_out(text) == []


def test_what_stands_under_an_article() -> None:
    after = ["Mensah,", "Correspondant permanent à Lomé", "Infos à la une", "Togo", "Togo"]
    raw = "\n".join((PROSE, MORE, *after))
    assert blocks(raw) == [PROSE, MORE]
    assert [rule for rule, _ in left_out(raw)] == ["clean.signature"] * 2 + ["clean.navigation"] * 3


def test_what_stands_over_an_article() -> None:
    raw = f"Politique\nKenya : un accord\nAwa Sow\n{PROSE}\n{MORE}"
    assert blocks(raw) == ["Kenya : un accord", PROSE, MORE]


def test_the_date_of_a_byline_stays() -> None:
    assert "Par Awa Sow, le 3 mars 2024" in blocks(
        f"Un accord\nPar Awa Sow, le 3 mars 2024\n{PROSE}"
    )


def test_a_byline_is_not_joined_to_the_title() -> None:
    raw = f"Kenya et Tanzanie renouent le dialogue\npar La Rédaction 4 avril 2025\n{PROSE}"
    assert blocks(raw)[0] == "Kenya et Tanzanie renouent le dialogue"


def test_links_under_their_label_go() -> None:
    raw = f"{PROSE}\nLire aussi :\nKenya : un budget voté\n\nLes suites\n\n{MORE}\n\nArticles liés"
    assert blocks(raw + "\n\nKenya : une loi\n\nMali : une autre") == [PROSE, "Les suites", MORE]


def test_the_title_is_more_than_a_place() -> None:
    assert kinds(f"International\nMali\n\nBamako et Alger renouent\n\n{PROSE}") == "htp"


def test_names_that_the_article_lists_stay() -> None:
    names = ["Awa Sow", "Ali Ba", "Jean Dupont", "Fatou Diop"]
    assert blocks("\n".join((PROSE, *names))) == [PROSE, *names]


def test_headings_between_paragraphs_stay() -> None:
    raw = f"Kenya : un accord\n\n{PROSE}\n\nCôte d'Ivoire\n\n{MORE}\n\nSécurité\n\n{PROSE}"
    assert blocks(raw)[2::2] == ["Côte d'Ivoire", "Sécurité"]


# --- speed and size ----------------------------------------------------------------------------


def test_a_line_that_never_ends_a_sentence_is_cut_at_white_space() -> None:
    text = "Le Togo a reçu " + "le ministre de " * 400
    blocks = clean(Article("a", text)).blocks
    assert len(blocks) == 6
    assert all(block.end - block.start <= SENTENCE_MAX for block in blocks)
    assert [text[block.start : block.end] for block in blocks] == [
        text[block.start : block.end].strip() for block in blocks
    ]


@pytest.mark.parametrize("unit", ["l'", "l'!"])
def test_what_holds_no_space_is_cut_all_the_same(unit: str) -> None:
    """No word is as long; the tokenizer would compare all of it at every step."""
    text = f"Le Togo. {unit * SENTENCE_MAX} Le Mali."
    found = clean(Article("a", text))
    pieces = [found.text[block.start : block.end] for block in found.blocks]
    assert max(map(len, pieces)) <= 2 * SENTENCE_MAX
    assert "".join(pieces).replace(" ", "") == found.text.replace(" ", "")


def test_a_long_paragraph_of_sentences_is_one_block() -> None:
    assert len(clean(Article("a", "Le Togo a reçu le ministre. " * 400)).blocks) == 1


@pytest.mark.parametrize("unit", [*'a.-"Ãﬁ(\u00ad', "Ã©", "A/", "Publié le "])
def test_a_long_line_takes_linear_time(unit: str) -> None:
    raw = unit * (300_000 // len(unit.encode()))
    start = time.process_time()
    run(raw)
    assert time.process_time() - start < 4  # a second at most on an idle machine


# --- the table ---------------------------------------------------------------------------------


def test_examples_of_the_table_are_boilerplate() -> None:
    for row in read_table("boilerplate", COLUMNS):
        if row["example"]:
            assert left_out(f"{PROSE}\n{row['example']}\n{MORE}"), row.where


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("x,start,,,", "no words"),
        ("x,middle,mot,,", "unknown place 'middle'"),
        ("words,colour,bleu,,", "unknown class 'colour'"),
        ("x,start", "2 cells"),
    ],
)
def test_wrong_rows_name_file_and_line(tmp_path: Path, row: str, message: str) -> None:
    table = tmp_path / "boilerplate.csv"
    table.write_text(",".join(COLUMNS) + "\n" + row + "\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=rf"boilerplate\.csv:2: .*{message}"):
        load(tmp_path)


def test_own_rules_are_added(tmp_path: Path) -> None:
    with (tmp_path / "boilerplate.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, ("radio", "start", "Écoutez notre radio", "", "")])
    result = clean(Article("a", f"{PROSE}\nÉcoutez notre radio !\n{MORE}"), load(tmp_path))
    assert [stretch.rule_id for stretch in result.dropped] == ["clean.radio"]


def test_fold_keeps_length() -> None:
    text = "".join(map(chr, range(0x20, 0x250)))
    assert len(fold(text)) == len(text)
    assert fold("À L’ÉTÉ, Œuvre İ") == "a l'ete, œuvre i"

// Scores and differences against gold labels.

const DIFFERENCES_PER_PAGE = 25;
const VERDICT_MARK = { missed: "−", spurious: "+", differs: "≠" };
const QUALITY = DATA.quality;
let differencePage = 0;

const ratio = (value) =>
  value === null ? "–" : value.toFixed(2).replace(".", language === "fr" ? "," : ".");

function scoreName(name) {
  const found = name.replace(/_aligned$/, "");
  const key = { type: "score_type", factuality: "slot_factuality" }[found] || found;
  return t(key);
}

function scoreTable(rows, nameOf) {
  const heads = [t("measure"), "P", "R", "F1", t("interval"), t("right"), t("found"), t("gold")];
  return el(
    "table",
    { class: "plain scores" },
    el(
      "thead",
      {},
      el(
        "tr",
        {},
        heads.map((head) => el("th", { scope: "col" }, head)),
      ),
    ),
    el(
      "tbody",
      {},
      rows.map(([name, precision, recall, f1, low, high, ...counts]) =>
        el(
          "tr",
          {},
          el("th", { scope: "row" }, nameOf(name)),
          el("td", {}, ratio(precision)),
          el("td", {}, ratio(recall)),
          el("td", { class: "f1" }, meter(f1), ratio(f1)),
          el("td", {}, low === null ? "–" : `${ratio(low)}–${ratio(high)}`),
          counts.map((value) => el("td", {}, value === null ? "–" : number(value))),
        ),
      ),
    ),
  );
}
function meter(value) {
  const line = el("span", { class: "line", "aria-hidden": "true" });
  line.style.setProperty("--share", value || 0);
  return line;
}

function drawQuality() {
  $("to-quality").hidden = $("quality").hidden = !QUALITY;
  if (!QUALITY) return;
  const option = (value, text) => el("option", { value }, text);
  const kept = ["q-part", "d-article", "d-verdict", "d-what"].map((id) => [$(id), $(id).value]);
  $("q-part").replaceChildren(
    option("", t("all")),
    ...Object.entries(QUALITY.parts)
      .filter(([, parts]) => Object.keys(parts).length)
      .map(([kind, parts]) =>
        el(
          "optgroup",
          { label: t(`part_${kind}`) },
          Object.keys(parts).map((one) =>
            option(`${kind}/${one}`, kind === "split" ? t(`split_${one}`) : one),
          ),
        ),
      ),
  );
  const labelled = [...new Set(QUALITY.differences.map((one) => one.article))];
  $("d-article").replaceChildren(
    option("", t("all")),
    ...labelled.map((one) => option(one, titleOf(one))),
  );
  $("d-verdict").replaceChildren(
    option("", t("all")),
    ...Object.keys(VERDICT_MARK).map((one) => option(one, t(one))),
  );
  $("d-what").replaceChildren(
    option("", t("all_f")),
    ...["event", "date"].map((one) => option(one, t(one))),
  );
  for (const [select, value] of kept) select.value = value;
  drawScores();
  drawDifferences();
}

function drawScores() {
  const [kind, ...name] = $("q-part").value.split("/");
  const measured = QUALITY.parts[kind]?.[name.join("/")] || QUALITY.whole;
  $("quality-note").textContent = t(
    "quality_note",
    Object.fromEntries(
      Object.entries(measured.counts).map(([name, value]) => [name, number(value)]),
    ),
  );
  const [aligned, whole] = [true, false].map((one) =>
    measured.scores.filter(([name]) => name.endsWith("_aligned") === one),
  );
  $("scores").replaceChildren(
    scoreTable(whole, scoreName),
    el(
      "ul",
      { class: "note" },
      measured.notGiven
        .filter((name) => !name.endsWith("_aligned"))
        .map((name) => el("li", {}, t("not_given", scoreName(name)))),
    ),
    el("details", {}, el("summary", {}, t("aligned")), scoreTable(aligned, scoreName)),
  );
  $("type-scores").replaceChildren(scoreTable(measured.types, typeName));
}

function drawDifferences() {
  const [article, verdict, what] = ["d-article", "d-verdict", "d-what"].map((id) => $(id).value);
  const found = QUALITY.differences.filter(
    (one) =>
      (article === "" || one.article === Number(article)) &&
      (!verdict || one.verdict === verdict) &&
      (!what || one.what === what),
  );
  const size = DIFFERENCES_PER_PAGE;
  const shown = found.slice(differencePage * size, (differencePage + 1) * size);
  $("differences").setAttribute("start", differencePage * size + 1);
  $("differences").replaceChildren(
    ...(shown.length ? shown.map(difference) : [el("li", { class: "note" }, t("no_differences"))]),
  );
  drawPages($("d-pages"), found.length, differencePage, size, (to) => {
    differencePage = to;
    drawDifferences();
    $("h-quality").scrollIntoView();
  });
}

// « Robert Dussey (TGO), MLI »: keys, with the country of who is not a country.
const actorNames = (keys) =>
  keys
    .split(", ")
    .map((one) => /^(.+) \(([A-Z]{3})\)$/.exec(one) || ["", one])
    .map(([, key, code]) => actorName(key) + (code ? ` (${country(code)})` : ""))
    .join(", ");
// How what a slot holds reads.
const SLOT_NAMES = {
  type: typeName,
  factuality: (one) => t(one),
  sources: actorNames,
  targets: actorNames,
  date: edtf,
  value: edtf,
  place: country,
};

function difference(one) {
  const types =
    [...new Set([one.type, one.found].filter(Boolean))].map(typeName).join(" → ") || t(one.what);
  const slots =
    one.verdict === "differs" ? one.slots : one.slots.filter((slot) => slot[0] !== "type");
  const value = (slot, text) => (text === "" ? "–" : (SLOT_NAMES[slot] || String)(text));
  const says = ([slot, gold, found]) =>
    one.verdict === "differs"
      ? t("expected_found", value(slot, gold), value(slot, found))
      : value(slot, gold || found);
  return el(
    "li",
    { class: `difference ${one.verdict}` },
    el(
      "p",
      { class: "card-head" },
      el("span", { class: "verdict" }, `${VERDICT_MARK[one.verdict]} ${t(one.verdict)}`),
      " ",
      el("strong", { lang: "fr" }, one.words),
      " ",
      el("span", { class: "type" }, types),
      " ",
      el("a", { href: `#w-${one.article}-${one.start}-${one.end}` }, titleOf(one.article)),
    ),
    one.sentence ? el("p", { class: "said", lang: "fr" }, marked(one.sentence, one.words)) : "",
    el(
      "dl",
      {},
      slots.map((slot) => [el("dt", {}, t(`slot_${slot[0]}`)), el("dd", {}, says(slot))]),
    ),
    one.rule ? el("p", { class: "card-foot" }, el("code", { title: t("rule") }, one.rule)) : "",
  );
}
// The words of the label stand in brackets in its sentence.
function marked(sentence, words) {
  const at = sentence.indexOf(`[${words}]`);
  if (at < 0) return sentence;
  return [sentence.slice(0, at), el("mark", {}, words), sentence.slice(at + words.length + 2)];
}

function listenToQuality() {
  $("q-part").addEventListener("change", drawScores);
  for (const id of ["d-article", "d-verdict", "d-what"])
    $(id).addEventListener("change", () => {
      differencePage = 0;
      drawDifferences();
    });
}

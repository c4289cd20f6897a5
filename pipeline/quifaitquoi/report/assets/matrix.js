// Who takes part most, and who acts towards whom.

const MOST = 12; // sides of the matrix

// Descriptions start small; « personnes » of two articles are not the same.
const isNamed = (key) => key[0] === key[0].toUpperCase();

function drawRanking() {
  const ranked = byCount(count(chosen, (event) => [...event.keys].filter(isNamed))).slice(0, 10);
  const most = ranked.length ? ranked[0][1] : 1;
  $("ranking").replaceChildren(
    ...ranked.map(([key, value]) => {
      const line = el("span", { class: "line" });
      line.style.setProperty("--share", value / most);
      return el(
        "li",
        {},
        button(
          { onclick: () => choose({ actor: key }) },
          el("span", { class: "name" }, actorName(key)),
          el("span", { class: "value" }, number(value)),
          line,
        ),
      );
    }),
  );
}

function drawMatrix() {
  const cells = new Map(),
    sides = new Map();
  for (const event of chosen) {
    if (event.factuality === "NEGATED") continue;
    const touched = new Set();
    for (const [source, target] of PAIRS[event.index]) {
      const place = JSON.stringify([source, target]);
      if (!cells.has(place)) cells.set(place, [0, 0]);
      cells.get(place)[event.quad_class > 2 ? 1 : 0] += 1;
      touched.add(source).add(target);
    }
    for (const side of touched) sides.set(side, (sides.get(side) || 0) + 1);
  }
  const names = byCount(sides)
    .slice(0, MOST)
    .map((pair) => pair[0]);
  if (!names.length) {
    $("matrix").replaceChildren(el("p", { class: "note" }, t("matrix_empty")));
    return;
  }
  const most = Math.max(...[...cells.values()].flat());
  const cell = (source, target) => cells.get(JSON.stringify([source, target]));
  const sources = names.filter((one) => names.some((other) => cell(one, other)));
  const targets = names.filter((one) => names.some((other) => cell(other, one)));
  $("matrix").replaceChildren(
    el(
      "table",
      { class: "matrix" },
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          el("td", { class: "corner" }, t("matrix_corner")),
          targets.map((name) =>
            el("th", { scope: "col" }, el("abbr", { title: actorName(name) }, shortName(actorName(name)))),
          ),
        ),
      ),
      el(
        "tbody",
        {},
        sources.map((source) =>
          el(
            "tr",
            {},
            el("th", { scope: "row" }, actorName(source)),
            targets.map((target) => matrixCell(source, target, cell(source, target), most)),
          ),
        ),
      ),
    ),
  );
}
const shortName = (name) => (name.length > 12 ? `${name.slice(0, 11)}…` : name);

function matrixCell(source, target, counts, most) {
  if (!counts) return el("td", {});
  const part = (value, mark, kind) => {
    if (!value) return "";
    const half = el("span", { class: kind }, `${mark}${number(value)}`);
    half.style.setProperty("--share", 0.25 + (0.75 * value) / most);
    return half;
  };
  const label = t(
    "matrix_cell",
    actorName(source),
    actorName(target),
    number(counts[0]),
    number(counts[1]),
  );
  return el(
    "td",
    {},
    button(
      { title: label, onclick: () => choose({ pair: `${source}|${target}` }) },
      el("span", { class: "hidden" }, t("between", actorName(source), actorName(target)), " "),
      part(counts[0], "+", "cooperation"),
      part(counts[1], "−", "conflict"),
    ),
  );
}

// Which events are chosen: every view shows the same ones.

const NONE = { text: "", type: "", actor: "", country: "", factuality: "", from: "", to: "", pair: null };
const PAIR_MARK = { 1: "○", 2: "●", 3: "△", 4: "▲" };
let filters = { ...NONE };
let chosen = EVENTS;
const views = [];

const known = new Map(EVENTS.flatMap((event) => [...event.keys].map((key) => [fold(key), key])));

function matcher() {
  const words = fold(filters.text).split(/\s+/).filter(Boolean);
  const actor = fold(filters.actor.trim());
  // A whole key means this actor; anything else is part of a name, or of a country's.
  const exact = known.get(actor) ?? countryKey(actor);
  const wanted = new Set(exact ? [exact] : [...known].filter(([name]) => name.includes(actor)).map((pair) => pair[1]));
  const quad = /^\d$/.test(filters.type) ? Number(filters.type) : 0;
  return (event) =>
    (!filters.type || (quad ? event.quad_class === quad : event.event_type === filters.type)) &&
    (!filters.factuality || event.factuality === filters.factuality) &&
    (!filters.country || event.countries.has(filters.country)) &&
    (!actor || [...event.keys].some((key) => wanted.has(key))) &&
    ((!filters.from && !filters.to) ||
      (event.date_start && (!filters.to || event.date_start <= filters.to) &&
        (!filters.from || event.date_end >= filters.from))) &&
    (!filters.pair || PAIRS[event.index].some(
      ([source, target]) => source === filters.pair[0] && target === filters.pair[1])) &&
    words.every((word) => event.folded.includes(word));
}
const countryKey = (name) => name && [...known.values()].find((key) => fold(actorName(key)) === name);

function choose(changes) {
  filters = { ...filters, ...changes };
  for (const name of Object.keys(NONE))
    if (name !== "pair" && $(`f-${name}`).value !== filters[name]) $(`f-${name}`).value = filters[name];
  chosen = EVENTS.filter(matcher());
  const all = chosen.length === EVENTS.length;
  const pair = filters.pair ? ` · ${t("between", ...filters.pair.map(actorName))}` : "";
  $("status").textContent =
    (all ? t("shown_all", number(EVENTS.length)) : t("shown", number(chosen.length), number(EVENTS.length))) + pair;
  $("reset").hidden = Object.keys(NONE).every((name) => filters[name] === NONE[name]);
  for (const view of views) view();
}

const typeName = (type) => (MESSAGES[type] ? t(type) : type);
const quadMark = (quad) => el("span", { class: `quad q${quad}`, "aria-hidden": "true" }, PAIR_MARK[quad] || "");

function drawFilters() {
  const option = (value, text) => el("option", { value }, text);
  const quads = new Map(EVENTS.map((event) => [event.event_type, event.quad_class]));
  $("f-type").replaceChildren(option("", t("all")), ...[1, 2, 3, 4].map((quad) => {
    const types = TYPES.filter((type) => quads.get(type) === quad);
    return types.length === 0 ? "" : el("optgroup", { label: t(`quad_${quad}`) },
      option(String(quad), `${PAIR_MARK[quad]} ${t(`quad_${quad}`)}`),
      types.map((type) => option(type, `${typeName(type)} (${type})`)));
  }).filter(Boolean));
  const countries = new Set(EVENTS.flatMap((event) => [...event.countries]));
  $("f-country").replaceChildren(option("", t("all")), ...[...countries]
    .map((code) => [country(code), code]).sort((a, b) => a[0].localeCompare(b[0], language))
    .map(([name, code]) => option(code, name)));
  $("f-factuality").replaceChildren(option("", t("all_f")),
    ...FACTUALITIES.map((one) => option(one, t(one))));
  const actors = byCount(count(EVENTS, (event) => event.keys)).slice(0, 2000);
  $("actors").replaceChildren(...actors.map(([key]) => option(actorName(key), "")));
}

function listenToFilters() {
  for (const name of Object.keys(NONE)) {
    if (name === "pair") continue;
    let waiting = 0;
    $(`f-${name}`).addEventListener("input", (change) => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => choose({ [name]: change.target.value }));
    });
  }
  $("filters").addEventListener("submit", (submission) => submission.preventDefault());
  $("reset").addEventListener("click", () => {
    choose(NONE);
    $("f-text").focus();
  });
}

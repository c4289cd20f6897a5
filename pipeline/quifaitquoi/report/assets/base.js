"use strict";
// Small tools. Text reaches the page as text nodes and attribute values only, never as HTML.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
// Without prototype: a key named « constructor » must find nothing.
const bare = (rows) => Object.assign(Object.create(null), rows);
const MESSAGES = bare(read("messages"));
const DATA = read("data");
DATA.countries = bare(DATA.countries);
const SVG = "http://www.w3.org/2000/svg";
const $ = (id) => document.getElementById(id);

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === false || value === null || value === undefined) continue;
    if (name === "onclick") node.addEventListener("click", value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== "" && child != null));
  return node;
}
const el = (tag, attributes, ...children) =>
  fill(document.createElement(tag), attributes, children);
const svg = (tag, attributes, ...children) =>
  fill(document.createElementNS(SVG, tag), attributes, children);
const button = (attributes, ...children) =>
  el("button", { type: "button", ...attributes }, ...children);

// As a reader types it: without case, accents, typographic marks and spaces.
const fold = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, " ")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae");

const count = (items, keys) => {
  const counts = new Map();
  for (const item of items)
    for (const key of keys(item)) counts.set(key, (counts.get(key) || 0) + 1);
  return counts;
};
const byCount = (counts) => [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

// A column of events.csv: its cells, or each value once and which of them a row has.
const column = (cells) =>
  Array.isArray(cells) ? cells : cells.rows.map((place) => cells.values[place]);
const CELLS = Object.fromEntries(
  Object.entries(DATA.events).map(([name, cells]) => [name, column(cells)]),
);
const places = (cell) => cell.split("|");
// Parallel lists of a role as [key, country, sector]; no key, no participant.
function participants(role, index) {
  if (!CELLS[`${role}_keys`][index]) return [];
  const [keys, countries, sectors] = ["keys", "countries", "sectors"].map((part) =>
    places(CELLS[`${role}_${part}`][index]),
  );
  return keys.map((key, place) => [key, countries[place] || "", sectors[place] || ""]);
}

// Rows of the tables as objects.
const NUMBERS = new Map(DATA.articles.map((article, index) => [article.id, index]));
const EVENTS = CELLS.event_id.map((id, index) => {
  const sources = participants("source", index),
    targets = participants("target", index),
    parties = [...sources, ...targets];
  return {
    id,
    index,
    group: CELLS.group_id[index],
    article: NUMBERS.get(CELLS.article_id[index]),
    sentence: CELLS.sentence[index],
    at: CELLS.at[index],
    trigger: CELLS.trigger[index],
    start: CELLS.start[index],
    end: CELLS.end[index],
    event_type: CELLS.event_type[index],
    quad_class: Number(CELLS.quad_class[index]),
    factuality: CELLS.factuality[index],
    attribution: CELLS.attribution[index],
    sources,
    targets,
    parties,
    keys: new Set(parties.map((party) => party[0]).filter(Boolean)),
    countries: new Set(
      [CELLS.place_country[index], ...parties.map((party) => party[1])].filter(Boolean),
    ),
    event_date: CELLS.event_date[index],
    date_start: CELLS.date_start[index],
    date_end: CELLS.date_end[index],
    date_text: CELLS.date_text[index],
    date_basis: CELLS.date_basis[index],
    place: CELLS.place[index],
    place_country: CELLS.place_country[index],
    rule_id: CELLS.rule_id[index],
    folded: undefined, // what can be searched, once it is
  };
});
const BY_ID = new Map(EVENTS.map((event) => [event.id, event]));
const BY_ARTICLE = DATA.articles.map(() => []);
for (const event of EVENTS) BY_ARTICLE[event.article].push(event);
const PAIRS = EVENTS.map(() => []);
for (const [event, source, target] of DATA.pairs) PAIRS[event].push([source, target]);
const GROUPS = count(EVENTS, (event) => [event.group]);
const KEYS = new Set(EVENTS.flatMap((event) => [...event.keys]));

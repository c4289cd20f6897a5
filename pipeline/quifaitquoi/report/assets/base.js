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

// As a reader types it: without case, accents or typographic marks.
const fold = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’‘]/g, "'")
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

// Rows of the tables as objects.
const EVENTS = DATA.events.map((row, index) => {
  const event = Object.fromEntries(DATA.fields.map((name, place) => [name, row[place]]));
  event.index = index;
  event.sentence = DATA.sentences[event.sentence];
  event.parties = [...event.sources, ...event.targets];
  event.keys = new Set(event.parties.map((party) => party[0]));
  event.countries = new Set(
    [event.place_country, ...event.parties.map((party) => party[1])].filter(Boolean),
  );
  return event;
});
const BY_ID = new Map(EVENTS.map((event) => [event.id, event]));
const BY_ARTICLE = DATA.articles.map(() => []);
for (const event of EVENTS) BY_ARTICLE[event.article].push(event);
const PAIRS = EVENTS.map(() => []);
for (const [event, source, target] of DATA.pairs) PAIRS[event].push([source, target]);
const GROUPS = count(EVENTS, (event) => [event.group]);
const KEYS = new Set(EVENTS.flatMap((event) => [...event.keys]));

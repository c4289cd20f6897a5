// Wordings, names of countries and dates in the language of the page.

const LANGUAGES = ["fr", "en"];
const LOCALES = { fr: "fr", en: "en-GB" };
let language = (navigator.language || "fr").startsWith("fr") ? "fr" : "en";
let regions, numbers;

function t(key, ...values) {
  const named = typeof values[0] === "object" ? values[0] : values;
  return (MESSAGES[key]?.[LANGUAGES.indexOf(language)] ?? key).replace(
    /\{(\w+)\}/g,
    (place, name) => (name in named ? named[name] : place),
  );
}

function setLanguage(to) {
  language = to;
  document.documentElement.lang = to;
  regions = new Intl.DisplayNames([LOCALES[to]], { type: "region" });
  numbers = new Intl.NumberFormat(LOCALES[to]);
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]"))
    node.setAttribute("aria-label", t(node.dataset.tLabel));
  for (const node of document.querySelectorAll("[data-t-placeholder]"))
    node.placeholder = t(node.dataset.tPlaceholder);
  const other = LANGUAGES.find((one) => one !== to);
  $("language").lang = other;
  $("language").textContent = other === "fr" ? "Français" : "English";
}

const number = (value) => numbers.format(value);
const country = (code) => (DATA.countries[code] ? regions.of(DATA.countries[code]) : code);
// A key that is a country code reads as the country, « TCD armée » as a part of one; other keys are
// names already.
function actorName(key) {
  const part = /^([A-Z]{3}) (.+)$/.exec(key);
  return part && DATA.countries[part[1]] ? `${country(part[1])}, ${part[2]}` : country(key);
}

const FORMATS = [
  { year: "numeric" },
  { year: "numeric", month: "short" },
  { year: "numeric", month: "short", day: "numeric" },
];
const formats = new Map();
// One point of an EDTF date: a year, month or day, as precisely as it is given; else as it stands.
function point(text, format = FORMATS[text.split("-").length - 1]) {
  const [year, month = 1, day = 1] = text.split("-").map(Number);
  const key = language + JSON.stringify(format);
  if (!formats.has(key))
    formats.set(key, new Intl.DateTimeFormat(LOCALES[language], { ...format, timeZone: "UTC" }));
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Number.isNaN(date.getTime()) ? text : formats.get(key).format(date);
}
const edtf = (value) =>
  value
    .split("/")
    .map((part) => point(part))
    .join(" – ");

// First and last day of a year, month or day; empty where there is none.
const firstDay = (period) => period && `${period}-01-01`.slice(0, 10);
const lastDay = (period) => {
  const [year, month, day] = period.split("-").map(Number);
  return !period || day
    ? period
    : new Date(Date.UTC(year, month || 12, 0)).toISOString().slice(0, 10);
};

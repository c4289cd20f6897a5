// Start: everything in the language of the reader, then what the address points to.

function drawStandfirst() {
  const dates = EVENTS.filter((event) => event.date_start);
  const first = dates.reduce(
    (least, event) => (event.date_start < least ? event.date_start : least),
    "9999",
  );
  const last = dates.reduce((most, event) => (event.date_end > most ? event.date_end : most), "");
  $("standfirst").textContent = t("standfirst", {
    articles: number(DATA.articles.length),
    events: number(EVENTS.length),
    dates: number(DATA.counts.dates),
    actors: number(DATA.counts.actors || KEYS.size),
    period: !dates.length
      ? t("no_period")
      : first.slice(0, 4) === last.slice(0, 4)
        ? point(first.slice(0, 4))
        : t("period", point(first.slice(0, 4)), point(last.slice(0, 4))),
  });
}

function drawAll() {
  indexWords();
  drawStandfirst();
  drawFilters();
  draw();
  drawContents();
  showArticle();
  drawQuality();
}

function dark() {
  const set = document.documentElement.dataset.theme;
  return set ? set === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

views.push(drawTimeline, drawRanking, drawMap, drawMatrix, drawTable, drawExports);
listenToFilters();
listenToQuality();
$("language").addEventListener("click", () => {
  setLanguage(LANGUAGES.find((one) => one !== language));
  drawAll();
});
$("theme").setAttribute("aria-pressed", String(dark()));
$("theme").addEventListener("click", () => {
  document.documentElement.dataset.theme = dark() ? "light" : "dark";
  $("theme").setAttribute("aria-pressed", String(dark()));
});
$("picker").addEventListener("change", (change) => {
  location.hash = linkTo(change.target.value);
});
addEventListener("hashchange", follow);
let drawn = innerWidth;
addEventListener("resize", () => {
  if (innerWidth === drawn) return;
  drawn = innerWidth;
  drawTimeline();
  drawMap();
});
setLanguage(language);
Object.assign(state, addressed()[0]);
drawAll();
follow();
document.documentElement.classList.add("drawn"); // from now on scrolling may be seen

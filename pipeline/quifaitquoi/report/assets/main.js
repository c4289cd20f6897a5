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
    actors: number(KEYS.size),
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
  choose({});
  const first = DATA.articles.findIndex((article) => article.status === "ok");
  if (current < 0 && first < 0) drawContents();
  else showArticle(current < 0 ? first : current);
  drawQuality();
}

function dark() {
  const set = document.documentElement.dataset.theme;
  return set ? set === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

views.push(drawTimeline, drawRanking, drawMatrix, drawTable);
listenToFilters();
listenToQuality();
$("language").addEventListener("click", () => {
  const [actor, ...others] = actorsNamed(filters.actor);
  setLanguage(LANGUAGES.find((one) => one !== language));
  if (actor && !others.length) filters.actor = actorName(actor);
  drawAll();
});
$("theme").setAttribute("aria-pressed", String(dark()));
$("theme").addEventListener("click", () => {
  document.documentElement.dataset.theme = dark() ? "light" : "dark";
  $("theme").setAttribute("aria-pressed", String(dark()));
});
$("picker").addEventListener("change", (change) => {
  location.hash = `#a-${change.target.value}`;
});
addEventListener("hashchange", follow);
// A link followed twice changes no address, but must lead there again.
document.addEventListener("click", (click) => {
  const link = click.target.closest?.("a[href^='#']");
  if (link && link.hash === location.hash) follow();
});
let drawn = innerWidth;
addEventListener("resize", () => {
  if (innerWidth === drawn) return;
  drawn = innerWidth;
  drawTimeline();
});
setLanguage(language);
drawAll();
follow();

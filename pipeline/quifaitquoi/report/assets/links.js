// Links inside the page, and what they bring into view.

// Select the words at offsets [start, end) of the text shown, and bring them into view.
function selectWords(start, end) {
  const lines = [...$("article").querySelectorAll("[data-from]")];
  const line = lines.findLast((one) => Number(one.dataset.from) <= start);
  if (!line) return;
  const range = document.createRange();
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let from = Number(line.dataset.from);
  for (let node = walker.nextNode(); node; from += node.length, node = walker.nextNode()) {
    if (start >= from && start < from + node.length) range.setStart(node, start - from);
    if (end > from && end <= from + node.length) range.setEnd(node, end - from);
  }
  line.scrollIntoView({ block: "center" });
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}

// Bring up what the address says: the state, then what is to be in view.
function follow() {
  const [wanted, at] = addressed();
  const changed = Object.keys(DEFAULTS).some((name) => state[name] !== wanted[name]);
  Object.assign(state, wanted);
  if (changed) {
    draw();
    showArticle();
  }
  bringUp(at);
  history.replaceState(null, "", address(at.startsWith("a-") ? "articles" : at));
}

// A section; an event in its article, its card or its row; words of an article; an article.
function bringUp(at) {
  const words = /^w-(\d+)-(\d+)-(\d+)$/.exec(at);
  const [, kind, name] = /^([aerc])-(.+)$/s.exec(at) || [];
  if (words && DATA.articles[words[1]]) {
    openArticle(Number(words[1]));
    $("article").focus({ preventScroll: true });
    selectWords(Number(words[2]), Number(words[3]));
  } else if (kind === "a" && NUMBERS.has(name)) {
    openArticle(NUMBERS.get(name));
    $("articles").scrollIntoView();
    $("article").focus({ preventScroll: true });
  } else if (kind === "r" && BY_ID.has(name)) showRow(BY_ID.get(name));
  else if (BY_ID.has(name)) showEvent(BY_ID.get(name), kind);
  else if ($(at)) $(at).scrollIntoView();
}

// An event in the text of its article (e), or among its cards (c).
function showEvent(event, kind) {
  if (current !== event.article) openArticle(event.article);
  for (const node of document.querySelectorAll(".now")) node.classList.remove("now");
  const [to, beside] = (kind === "e" ? "ec" : "ce").split("").map((one) => $(`${one}-${event.id}`));
  for (const node of [to, beside]) node?.classList.add("now");
  beside?.scrollIntoView({ block: "nearest" });
  to?.scrollIntoView({ block: kind === "e" ? "center" : "nearest" });
  to?.focus({ preventScroll: true });
}

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

// Go where a link inside the page points: an event in its article, its card, its row; words of an
// article; an article.
function follow() {
  const words = /^#w-(\d+)-(\d+)-(\d+)$/.exec(location.hash);
  if (words && DATA.articles[words[1]]) {
    showArticle(Number(words[1]));
    $("article").focus({ preventScroll: true });
    selectWords(Number(words[2]), Number(words[3]));
    return;
  }
  const [, kind, name] = /^#([aerc])-(.+)$/.exec(location.hash) || [];
  if (kind === "a" && DATA.articles[name]) {
    showArticle(Number(name));
    $("articles").scrollIntoView();
    $("article").focus({ preventScroll: true });
    return;
  }
  const event = BY_ID.get(name);
  if (!event) return;
  if (kind === "r") {
    showRow(event);
    return;
  }
  if (current !== event.article) showArticle(event.article);
  for (const node of document.querySelectorAll(".now")) node.classList.remove("now");
  for (const id of [`e-${name}`, `c-${name}`]) $(id)?.classList.add("now");
  const [to, beside] =
    kind === "e" ? [$(`e-${name}`), $(`c-${name}`)] : [$(`c-${name}`), $(`e-${name}`)];
  beside?.scrollIntoView({ block: "nearest" });
  to?.scrollIntoView({ block: kind === "e" ? "center" : "nearest" });
  to?.focus({ preventScroll: true });
}

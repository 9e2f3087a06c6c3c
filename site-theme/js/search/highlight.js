// Marks on the page that a result led to.

/** Shows where the words stand that a reader searched for, without touching the page's elements. */
export function highlight() {
  const [path, words] = JSON.parse(visit.get("found") ?? "[]");
  visit.set("found", null);
  const article = document.getElementById("__content");
  if (path !== location.pathname || !words?.length || !article || !("highlights" in CSS)) return;
  const wanted = new Set(words), ranges = [];
  const walk = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  while (walk.nextNode() && ranges.length < 500) {
    const { data } = walk.currentNode;
    eachToken(data, (_, kind, start, end) => {
      if (kind === 2 || !wanted.has(data.slice(start, end).toLowerCase())) return;
      const range = new Range();
      range.setStart(walk.currentNode, start);
      range.setEnd(walk.currentNode, end);
      ranges.push(range);
    });
  }
  CSS.highlights.set("td-found", new Highlight(...ranges));
  addEventListener("keydown", (event) => { if (event.key === "Escape") CSS.highlights.delete("td-found"); });
}

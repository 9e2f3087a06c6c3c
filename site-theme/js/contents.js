// Marks the heading that is being read in the table of contents.
ready(() => {
  /** @type {Map<Element, HTMLAnchorElement[]>} */
  const links = new Map();
  const selector = ".md-nav--secondary a[href^='#'], .td-tocbar a[href^='#']";
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(selector))) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, [...(links.get(heading) ?? []), link]);
  }
  if (links.size === 0) return;
  const headings = [...links.keys()];

  const bar = document.querySelector(".td-tocbar");
  const shown = document.createElement("output");
  shown.setAttribute("aria-hidden", "true");
  bar?.querySelector("summary")?.append(shown);

  /** @type {Element | undefined} */
  let marked;
  /** @param {Element | undefined} heading */
  const mark = (heading) => {
    if (heading === marked) return;
    for (const link of (marked && links.get(marked)) ?? []) link.removeAttribute("aria-current");
    marked = heading;
    const own = (heading && links.get(heading)) ?? [];
    for (const link of own) link.setAttribute("aria-current", "true");
    shown.textContent = own[0]?.textContent ?? "";
    own[0]?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  };

  /** The last heading above the reading line. */
  const update = () => {
    const line = innerHeight * 0.25;
    mark(headings.findLast((heading) => heading.getBoundingClientRect().top <= line));
  };
  const watcher = new IntersectionObserver(update, { rootMargin: "0px 0px -75% 0px", threshold: [0, 1] });
  for (const heading of headings) watcher.observe(heading);
  addEventListener("hashchange", () => requestAnimationFrame(update));

  bar?.addEventListener("click", (event) => {
    if (/** @type {Element} */ (event.target).closest("a")) bar.removeAttribute("open");
  });
});

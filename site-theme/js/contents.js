// Marks the heading that is being read in the table of contents, and names it in the bar of narrow screens.
{
  const list = document.querySelector(".md-sidebar--secondary");
  const bar = document.querySelector(".td-tocbar");
  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__toc"));
  /** @type {Map<Element, HTMLAnchorElement>} */
  const links = new Map();
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".md-nav--secondary li a[href^='#']"))) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  if (list && links.size > 0) {
    const headings = [...links.keys()];
    const shown = document.createElement("output");
    shown.setAttribute("aria-hidden", "true");
    bar?.append(shown);

    /** @type {Element | undefined} */
    let marked;
    /** @param {Element | undefined} heading */
    const mark = (heading) => {
      if (heading === marked) return;
      if (marked) links.get(marked)?.removeAttribute("aria-current");
      marked = heading;
      const link = heading && links.get(heading);
      link?.setAttribute("aria-current", "true");
      shown.textContent = link?.textContent ?? "";
      if (!link || list.scrollHeight <= list.clientHeight) return;
      // Only the list scrolls: `scrollIntoView` would move the page, too.
      const view = list.getBoundingClientRect(), own = link.getBoundingClientRect();
      if (own.top < view.top + 48 || own.bottom > view.bottom - 48) list.scrollTop += own.top - view.top - view.height / 2;
    };

    /** The last heading above the reading line; at the end of the page, the last of all that the address names. */
    const update = () => {
      const line = innerHeight * 0.25;
      const isEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2 && scrollY > 0;
      const named = isEnd ? headings.find((heading) => heading === target()) : undefined;
      mark(named ?? headings.findLast((heading) => heading.getBoundingClientRect().top <= line));
    };
    const watcher = new IntersectionObserver(update, { rootMargin: "0px 0px -75% 0px", threshold: [0, 1] });
    for (const heading of headings) watcher.observe(heading);
    addEventListener("hashchange", () => requestAnimationFrame(update));

    list.addEventListener("click", (event) => {
      if (toggle && /** @type {Element} */ (event.target).closest("a")) toggle.checked = false;
    });
  }
}

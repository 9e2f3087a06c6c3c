// Marks the heading that is being read in the table of contents, and names it in the bar of narrow screens.
{
  const list = document.querySelector(".md-sidebar--secondary");
  const bar = document.querySelector(".td-tocbar");
  const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__toc"));
  /** @type {Map<Element, HTMLElement>} */
  const links = new Map();
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".md-nav--secondary li a[href^='#']"))) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }

  // A long list leaves out lower levels, and what is too much of one level: the button shows it.
  const button = /** @type {HTMLButtonElement | null} */ (list?.querySelector(".td-all"));
  const cut = button && document.getElementById(button.dataset.from ?? "");

  /** @param {Element} heading @returns {string} without the link to itself */
  const title = (heading) => [...heading.childNodes]
    .filter((part) => !(/** @type {Element} */ (part).matches?.(".headerlink"))).map((part) => part.textContent).join("").trim();

  /** @param {Element} heading @returns {HTMLLIElement} */
  const entry = (heading) => {
    const item = document.createElement("li"), link = document.createElement("a");
    link.className = "md-nav__link";
    link.href = `#${encodeURIComponent(heading.id)}`;
    link.textContent = title(heading);
    item.append(link);
    links.set(heading, link);
    return item;
  };

  /** Puts what was left out into the list. @returns {Element[]} all headings, in their order */
  const unfold = () => {
    if (cut) links.delete(cut);
    const all = [...document.querySelectorAll(".md-typeset :is(h1, h2, h3, h4, h5, h6)[id]")]
      .filter((heading, index) => title(heading) && (heading.tagName !== "H1" || index > 0));
    /** @type {[number, Element][]} The levels and entries above the one at hand; at first, what holds the list. */
    const open = [[0, /** @type {Element} */ (list?.querySelector(".md-nav--secondary"))]];
    /** @type {Map<Element, Element>} */
    const last = new Map();
    for (const heading of all) {
      const level = Number(heading.tagName[1]);
      while (open[open.length - 1][0] >= level) open.pop();
      const above = open[open.length - 1][1];
      let inner = above.querySelector(":scope > ul");
      if (!inner) {
        inner = above.appendChild(document.createElement("ul"));
        inner.className = "md-nav md-nav__list";
      }
      const place = last.has(inner) ? last.get(inner)?.nextSibling : inner.firstChild;
      const item = links.get(heading)?.closest("li") ?? inner.insertBefore(entry(heading), place ?? null);
      last.set(item.parentElement ?? inner, item);
      open.push([level, item]);
    }
    return all;
  };

  if (list && links.size > 0) {
    if (cut && button) links.set(cut, button);
    let headings = [...links.keys()];
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
      shown.textContent = link === button ? "" : link?.textContent ?? "";
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

    button?.addEventListener("click", () => {
      mark(undefined);
      headings = unfold();
      for (const heading of headings) watcher.observe(heading);
      links.get(headings[0])?.focus({ preventScroll: true });
      button.hidden = true;
      update();
    });
    list.addEventListener("click", (event) => {
      if (toggle && /** @type {Element} */ (event.target).closest("a")) toggle.checked = false;
    });
  }
}

// Search: what finds things comes when it is first wanted; until then a page has only the link to the search page.
{
  /** @type {HTMLAnchorElement | null} */
  const link = document.querySelector("a[data-search]");
  const load = () => import(new URL(link?.dataset.search ?? "", document.baseURI).href);
  const show = () => load().then((search) => search.show(link)).catch(() => { if (link) location.href = link.href; });
  const place = document.querySelector("[data-search-page]");

  link?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || place) return;
    event.preventDefault();
    show();
  });
  for (const sign of ["pointerenter", "focus"]) link?.addEventListener(sign, () => { load().catch(() => {}); }, { once: true });
  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const isTyping = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping;
    if (!link || event.isComposing || event.defaultPrevented || !isCommand && !isSlash) return;
    event.preventDefault();
    if (place) place.querySelector("input")?.focus(); else show();
  });
  if (place && link) load().then((search) => search.page(place, link)).catch(() => {});
  if (link && visit.get("found")) load().then((search) => search.highlight()).catch(() => {});
}

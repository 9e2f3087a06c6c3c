// From page to page: the navigation stays where it was scrolled to, and the next page is fetched early.
{
  const panel = document.querySelector(".md-sidebar--primary");
  const current = panel?.querySelector("[aria-current]");
  if (panel && panel.scrollHeight > panel.clientHeight) {
    panel.scrollTop = Number(visit.get("nav") ?? 0);
    const view = panel.getBoundingClientRect();
    const own = current?.getBoundingClientRect();
    if (own && (own.top < view.top || own.bottom > view.bottom)) {
      panel.scrollTop += own.top - view.top - view.height / 2;
    }
    addEventListener("pagehide", () => visit.set("nav", String(Math.round(panel.scrollTop))));
  }

  /** @type {Set<string>} */
  const fetched = new Set();
  const isSaving = /** @type {any} */ (navigator).connection?.saveData === true;
  /** @param {Event} event */
  const prefetch = (event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest?.("a[href]") ?? null);
    if (!link || link.origin !== location.origin || link.pathname === location.pathname) return;
    if (!/(\/|\.html)$/.test(link.pathname) || fetched.has(link.pathname)) return;
    fetched.add(link.pathname);
    const hint = document.createElement("link");
    hint.rel = "prefetch";
    hint.href = link.href.split("#")[0];
    document.head.append(hint);
  };
  if (!isSaving && location.protocol.startsWith("http")) {
    for (const kind of ["pointerover", "touchstart", "focusin"]) document.addEventListener(kind, prefetch, { passive: true });
  }
}

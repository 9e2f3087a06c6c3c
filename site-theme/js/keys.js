// Keyboard: p or , goes to the page before; n or . to the page after.
ready(() => {
  /** @type {Record<string, string>} */
  const ways = { p: "prev", ",": "prev", n: "next", ".": "next" };
  document.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
    const way = ways[event.key];
    if (!way) return;
    /** @type {HTMLAnchorElement | null} */ (document.querySelector(`.md-footer__link--${way}`))?.click();
  });
});

// Keyboard: p and n go to the page before and after, ? tells which keys there are. Not while somebody types.
{
  /** @type {Record<string, string>} */
  const ways = { p: "prev", ",": "prev", n: "next", ".": "next" };
  /** @type {HTMLTemplateElement | null} */
  const help = document.querySelector(".td-help-source");

  const showHelp = () => {
    if (!help || document.querySelector(".td-help")) return;
    const dialog = document.createElement("dialog");
    dialog.className = "td-help";
    dialog.append(help.content.cloneNode(true));
    dialog.setAttribute("aria-labelledby", "__help");
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  };

  document.addEventListener("keydown", (event) => {
    const place = /** @type {HTMLElement} */ (event.target);
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    if (place.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(place.tagName) && !place.classList.contains("md-toggle")) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "?") return showHelp();
    const way = ways[event.key];
    if (way) /** @type {HTMLAnchorElement | null} */ (document.querySelector(`.md-footer__link--${way}`))?.click();
  });
}

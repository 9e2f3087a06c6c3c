// Annotations of code: `(1)` in a comment becomes a number that shows the item of the list below the block.
{
  const isAsked = document.documentElement.classList.contains("td-annotate");
  let count = 0;

  /** @param {Element} item what the number shows @returns {HTMLElement} */
  const popover = (item) => {
    const box = document.createElement("div");
    box.className = "td-annotation-box md-typeset";
    box.popover = "auto";
    box.append(...[...item.childNodes].map((node) => node.cloneNode(true)));
    for (const part of box.querySelectorAll("[id]")) part.removeAttribute("id");
    document.body.append(box);
    return box;
  };

  /** @param {string} number @param {Element} item @returns {HTMLButtonElement} */
  const marker = (number, item) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "td-annotation";
    button.textContent = number;
    button.setAttribute("aria-label", `${words.note} ${number}`);
    button.addEventListener("click", () => {
      const box = popover(item);
      box.showPopover();
      const own = button.getBoundingClientRect();
      Object.assign(box.style, {
        position: "absolute", top: `${own.bottom + scrollY + 6}px`,
        left: `${Math.max(8, Math.min(own.left, innerWidth - box.offsetWidth - 8)) + scrollX}px`,
      });
      box.addEventListener("toggle", (event) => {
        if (/** @type {ToggleEvent} */ (event).newState === "closed") box.remove();
      });
    });
    return button;
  };

  for (const block of document.querySelectorAll(".md-typeset .highlight")) {
    const list = block.nextElementSibling;
    if (list?.tagName !== "OL") continue;
    const isOn = isAsked || block.closest(".annotate");
    for (const comment of block.querySelectorAll(".c, .c1, .cm, .ch, .cs")) {
      const found = /^(.*?)\((\d{1,2})\)(!?)\s*(?:\*\/|-->)?\s*$/s.exec(comment.textContent ?? "");
      const item = found && list.children[Number(found[2]) - 1];
      // Nobody writes `(1)!` for anything else.
      if (!found || !item || !(isOn || found[3])) continue;
      item.id ||= `__note_${(count += 1)}`;
      comment.textContent = found[3] || !/[\p{L}\p{N}]/u.test(found[1]) ? "" : found[1];
      comment.append(marker(found[2], item));
      list.classList.add("td-notes");
    }
  }
}

// Content tabs with the same label change together, and the choice is remembered.
{
  /** @type {NodeListOf<HTMLElement>} */
  const sets = document.querySelectorAll(".tabbed-set");

  /** @param {HTMLElement} set @returns {[HTMLInputElement, string][]} */
  const choices = (set) => {
    const labels = [...set.querySelectorAll(":scope > .tabbed-labels > label")];
    const inputs = /** @type {HTMLInputElement[]} */ ([...set.querySelectorAll(":scope > input")]);
    return inputs.map((input, index) => [input, labels[index]?.textContent?.trim() ?? ""]);
  };
  /** @param {string} label @param {HTMLElement} [except] */
  const select = (label, except) => {
    for (const set of sets) {
      if (set === except) continue;
      const found = choices(set).find(([, other]) => other === label);
      if (found) found[0].checked = true;
    }
  };
  const remembered = () => (kept.get("tabs") ?? "").split("\n").filter(Boolean);

  if (sets.length > 0) for (const label of remembered().reverse()) select(label);
  for (const set of sets) {
    const blocks = set.querySelectorAll(":scope > .tabbed-content > .tabbed-block");
    choices(set).forEach(([input, label], index) => {
      // The name of a hidden label is not read out; and a print shows all blocks, each under its title.
      input.setAttribute("aria-label", label);
      blocks[index]?.setAttribute("data-title", label);
      input.addEventListener("change", () => {
        const before = set.getBoundingClientRect().top;
        select(label, set);
        // Sets above may have changed their height: the one in hand stays where it was.
        scrollBy({ top: set.getBoundingClientRect().top - before, behavior: "instant" });
        kept.set("tabs", [label, ...remembered().filter((other) => other !== label)].slice(0, 10).join("\n"));
      });
    });
  }

  // A link to something in a hidden tab or closed details shows it.
  const reveal = () => {
    const aim = target();
    let place = aim, isHidden = false;
    while (place) {
      const holder = /** @type {HTMLElement | null} */ (place.parentElement?.closest(".tabbed-block, .md-typeset details:not([open])") ?? null);
      if (!holder) break;
      isHidden = true;
      if (holder instanceof HTMLDetailsElement) holder.open = true;
      else {
        const set = /** @type {HTMLElement | null} */ (holder.closest(".tabbed-set"));
        const index = [...(holder.parentElement?.children ?? [])].indexOf(holder);
        const choice = set && choices(set)[index];
        if (choice) choice[0].checked = true;
      }
      place = holder;
    }
    if (isHidden) aim?.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();
}

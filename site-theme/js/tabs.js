// Content tabs with the same label change together, and the choice is remembered.
ready(() => {
  /** @type {NodeListOf<HTMLElement>} */
  const sets = document.querySelectorAll(".tabbed-set");
  if (sets.length === 0) return;

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

  for (const label of (kept.get("tabs") ?? "").split("\n").reverse()) if (label) select(label);
  for (const set of sets) {
    for (const [input, label] of choices(set)) {
      input.addEventListener("change", () => {
        const before = set.getBoundingClientRect().top;
        select(label, set);
        // Sets above may have changed their height: the one in hand stays where it was.
        scrollBy({ top: set.getBoundingClientRect().top - before, behavior: "instant" });
        const others = (kept.get("tabs") ?? "").split("\n").filter((other) => other && other !== label);
        kept.set("tabs", [label, ...others].slice(0, 10).join("\n"));
      });
    }
  }

  // A link to something in a hidden tab shows that tab.
  const reveal = () => {
    let place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const target = place;
    while (place) {
      const block = /** @type {HTMLElement | null} */ (place.closest(".tabbed-block"));
      const set = /** @type {HTMLElement | null} */ (block?.closest(".tabbed-set") ?? null);
      if (!block || !set) break;
      const index = [...(block.parentElement?.children ?? [])].indexOf(block);
      const choice = choices(set)[index];
      if (choice) choice[0].checked = true;
      place = set.parentElement;
    }
    if (place !== target) target?.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();
});

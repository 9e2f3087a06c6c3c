// The dialog: one box over every service.

const PAUSE = { typing: 60, idle: 260 };

/** A box, filters, results and what is said about them; the dialog's and the search page's. */
class Panel {
  /** @param {HTMLInputElement} input @param {HTMLElement} place @param {string} base @param {number} first how many results are shown at first */
  constructor(input, place, base, first) {
    this.input = input;
    this.base = base;
    this.first = this.limit = first;
    this.finder = new Finder(base);
    /** @type {Record<string, string>} */
    this.filters = {};
    this.round = 0;
    this.chips = element("div", { class: "td-chips", role: "group", "aria-label": worded("searchFilters") });
    this.note = element("p", { class: "td-found__status", role: "status" });
    this.corrections = element("div");
    this.list = element("ul", { class: "td-hits" });
    this.more = button("td-more", [worded("searchMore")], () => this.extend());
    this.more.hidden = true;
    place.append(this.chips, this.note, this.corrections, this.list, this.more);
    input.addEventListener("input", () => this.typed());
    input.addEventListener("keydown", (event) => this.onKey(event));
    this.list.addEventListener("keydown", (event) => this.onKey(event));
    this.list.addEventListener("click", (event) => {
      if (!event.target.closest("a")) return;
      this.remember();
      this.onLeave?.();
    });
  }

  typed() {
    clearTimeout(this.timer);
    this.limit = this.first;
    const text = this.input.value.trim();
    if (text.length < 2) return this.clear();
    this.timer = setTimeout(() => {
      this.run(true);
      this.timer = setTimeout(() => this.run(false), PAUSE.idle - PAUSE.typing);
    }, PAUSE.typing);
  }

  clear() {
    this.round++;
    this.empty("");
    this.onClear?.();
  }

  /** Takes the results away. @param {string} note what is said instead */
  empty(note) {
    this.note.textContent = note;
    this.more.hidden = true;
    for (const place of [this.list, this.chips, this.corrections]) place.replaceChildren();
  }

  /** @param {boolean} quick while typing goes on: addresses and titles only */
  async run(quick) {
    const round = ++this.round, text = this.input.value.trim();
    if (!text) return this.clear();
    if (!this.list.children.length) this.note.textContent = worded("searchBusy");
    try {
      const found = await this.finder.find(text, { quick, filters: this.filters, limit: this.limit });
      if (round === this.round) this.show(found, quick);
    } catch (fault) {
      if (round === this.round) this.empty(explained(fault));
    }
  }

  show({ hits, total, counts, corrected, unknown, isOneSite }, quick) {
    this.list.replaceChildren(...hits.map((hit) => hitElement(hit, this.base, isOneSite)));
    const at = [...this.chips.children].indexOf(document.activeElement);
    this.chips.replaceChildren(...chipElements(counts, this.filters, (facet, value) => {
      if (value === null) delete this.filters[facet]; else this.filters[facet] = value;
      this.run(false);
    }));
    if (at >= 0) (this.chips.children[at] ?? this.input).focus();
    this.corrections.replaceChildren(...noteElements(corrected, unknown));
    this.more.hidden = quick || total <= hits.length;
    if (!quick) this.note.textContent = total ? worded(total === 1 ? "searchOne" : "searchMany", total) : worded("searchNone", this.input.value.trim());
    this.onShow?.();
  }

  /** Shows more results below those that are there, and moves on to the first of them. */
  async extend() {
    const count = this.list.children.length;
    this.limit += 10;
    await this.run(false);
    this.list.children[count]?.querySelector("a")?.focus();
  }

  /** Arrows walk from the box through the results and back; Enter in the box opens the first. @param {KeyboardEvent} event */
  onKey(event) {
    if (event.isComposing) return;
    const links = [...this.list.querySelectorAll("a")], at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const next = at + (event.key === "ArrowDown" ? 1 : -1);
      if (next < 0) this.input.focus(); else if (next === links.length && !this.more.hidden) this.extend(); else links[Math.min(next, links.length - 1)]?.focus();
    } else if (event.key === "Enter" && at < 0) {
      event.preventDefault();
      links[0]?.click();
    }
  }

  /** Keeps the query among the last five. */
  remember() {
    const text = this.input.value.trim();
    if (text) memory.set("searches", JSON.stringify([text, ...recent().filter((other) => other !== text)].slice(0, 5)));
  }
}

/** @type {{ dialog: HTMLDialogElement, panel: Panel } | undefined} */
let shown;

/** Opens the dialog. @param {HTMLAnchorElement} link the frame's link to the search page */
export async function show(link) {
  shown ??= make(link);
  if (link.dataset.searchStyle) await styled(link.dataset.searchStyle);
  if (!shown.dialog.open) shown.dialog.showModal();
  shown.panel.input.select();
  if (!shown.panel.input.value) offerRecent(shown.panel);
}

function make(link) {
  const input = searchBox(), place = element("div", { class: "td-found" }), close = button("td-search__close", [worded("searchClose")], () => dialog.close());
  const dialog = element("dialog", { class: "td-dialog", "aria-label": worded("search") }, element("div", { class: "td-dialog__box" }, input, close), place);
  document.body.append(dialog);
  const panel = new Panel(input, place, new URL("../", link.href).href, WAVE);
  panel.onClear = () => offerRecent(panel);
  panel.onLeave = () => dialog.close();
  // In a box with text Escape would only empty it.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return { dialog, panel };
}

// Results as elements, the same in the dialog and on the search page.

/** @param {string} name @param {Record<string, string>} attributes @param {(Node | string)[]} children */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  made.append(...children);
  return made;
}

/** @param {string} name the class @param {(Node | string)[]} children @param {() => void} click */
function button(name, children, click) {
  const made = element("button", { type: "button", class: name }, ...children);
  made.addEventListener("click", click);
  return made;
}

/** The box that a query is typed into. */
const searchBox = () => element("input", { type: "search", class: "td-search__input", "aria-label": worded("search"), placeholder: worded("searchHint"), autocomplete: "off", spellcheck: "false", enterkeyhint: "search" });

/** Text with `{0}`, `{1}` filled in. @param {string} key of `WORDS` */
const worded = (key, ...values) => (WORDS[key] ?? key).replace(/\{(\d)\}/g, (_, i) => values[i]);

/** What a reader is told when there is no answer. @param {any} fault */
function explained(fault) {
  const reason = location.protocol === "file:" ? "File" : { offline: "Offline", missing: "Stale", version: "Stale" }[fault.reason] ?? "Damaged";
  return worded("search" + reason);
}

/** Opens an index, and once more when a publish has replaced it since. */
class Finder {
  /** @param {string} base */
  constructor(base) {
    this.base = base;
    // Nothing waits for it until there is a query.
    this.open();
  }

  /** @param {string} text @param {Parameters<Search["search"]>[1]} options */
  async find(text, options) {
    for (let isAgain = false; ; isAgain = true) {
      const index = await (!isAgain && this.index || this.open());
      try { return { ...await index.search(text, options), isOneSite: index.root.sources.length < 2 }; } catch (fault) {
        if (isAgain || !/missing|damaged/.test(fault.reason)) throw fault;
      }
    }
  }

  open() {
    this.index = open(this.base);
    this.index.catch(() => { this.index = null; });
    return this.index;
  }
}

/** @param {Hit} hit @param {string} base @param {boolean} isOneSite whether all hits are of one site, so that its name says nothing */
function hitElement(hit, base, isOneSite) {
  const way = [isOneSite ? "" : hit.service, ...hit.breadcrumbs, hit.section ? hit.title : ""].filter((step, i, all) => step && step !== all[i - 1]);
  // What is nearest to the hit tells the most, and stands last, where a narrow screen would cut it.
  if (way.length > 3) way.splice(1, way.length - 3, "…");
  const link = element("a", { class: "td-hit", href: new URL(hit.url, base).href },
    element("span", { class: "td-hit__way" }, way.join(" / ")),
    element("span", { class: "td-hit__title" }, hit.section || hit.title));
  if (hit.excerpt.length) {
    link.append(element("span", { class: "td-hit__text" }, ...hit.excerpt.map(([text, isMarked]) => isMarked ? element("mark", {}, text) : text)));
  }
  link.addEventListener("click", () => {
    const words = hit.excerpt.filter(([, isMarked]) => isMarked).map(([text]) => text.toLowerCase());
    visit.set("found", JSON.stringify([new URL(link.href).pathname, [...new Set(words)]]));
  });
  return element("li", {}, link);
}

/** What is said beside results: words that were corrected, filters that name nothing. */
function noteElements(corrected, unknown) {
  const listed = (at) => corrected.map((pair) => pair[at]).join(", ");
  const notes = unknown.map(([typed, meant]) => worded(meant ? "searchMeant" : "searchUnknown", typed, meant));
  if (corrected.length) notes.unshift(worded("searchCorrected", listed(1), listed(0)));
  return notes.map((note) => element("p", { class: "td-found__note" }, note));
}

/**
 * Buttons that narrow results, for facets that would: by values of all matches, the commonest first.
 * @param {Record<string, Record<string, number>>} counts @param {Record<string, string>} chosen @param {(facet: string, value: string | null) => void} choose
 */
function chipElements(counts, chosen, choose) {
  const chips = [];
  for (const facet of FACETS) {
    // What was chosen can be taken back even where nothing is left of it.
    const values = Object.entries({ ...chosen[facet] && { [chosen[facet]]: 0 }, ...counts[facet] }).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    if (values.length < 2 && !chosen[facet]) continue;
    for (const [value, count] of values.slice(0, facet === "service" ? 5 : 3)) {
      const isOn = chosen[facet] === value;
      const chip = button("td-chip", [value.split("/").at(-1), element("span", { class: "td-chip__count" }, String(count))], () => choose(facet, isOn ? null : value));
      chip.ariaPressed = String(isOn);
      chip.title = worded(`searchFacet_${facet}`);
      chips.push(chip);
    }
  }
  return chips;
}

// The search of an index, for pages and for portals that embed it.

/**
 * @typedef {{ url: string, title: string, section: string, breadcrumbs: string[], service: string, score: number, excerpt: [string, boolean][] }} Hit
 * `excerpt` is text in pieces; those with true are what was searched for.
 */

const FIRST = 10, QUICK = 4;

/**
 * Opens the index below a site's root.
 * @param {string} base the address of the site's root, or of `search/` itself with a slash at its end
 */
export async function open(base) {
  const files = new Files(new URL("search/", new URL(base, location.href)).href);
  return new Search(files, await files.get("root.bin", readRoot, "no-cache"));
}

class Search {
  constructor(files, root) {
    this.files = files;
    this.root = root;
    this.shards = new Shards(files, root);
    this.tags = null;
  }

  /** What results can be narrowed by: facet → its values. */
  get facets() {
    const values = (name) => [...new Set(this.root.sources.map((source) => name === "service" ? source.name : source[name]))].filter((value) => value).sort();
    return Object.fromEntries(FACETS.filter((facet) => facet !== "tag").map((facet) => [facet, values(facet)]));
  }

  /**
   * @param {string} text
   * @param {{ limit?: number, filters?: Record<string, string>, quick?: boolean }} [options] `quick` answers from addresses and titles alone, as for each letter that is typed
   * @returns {Promise<{ hits: Hit[], total: number, counts: Record<string, Record<string, number>>, corrected: [string, string][] }>}
   */
  async search(text, { limit = 10, filters = {}, quick = false } = {}) {
    const query = readQuery(text, (facet, value) => facet === "tag" ? this.root.tags !== "" : this.root.sources.some((source) => fits(source, facet, value)));
    const isAllowed = await this.filter([...query.filters, ...Object.entries(filters)]);
    if (!query.content.length || quick && query.words.length === 1 && query.last.length < 3) return { hits: [], total: 0, counts: {}, corrected: [] };
    if (quick && query.last.length < 3) query.content = query.content.filter((word) => word !== query.last);
    const { words, wholes } = await expand(this.shards, query, quick);
    // What many queries have unpacked is let go; the browser's cache still has the files.
    if (this.shards.unpacked.size > 300) this.shards.unpacked.clear();
    await this.shards.postings([...words.flatMap((word) => word.forms.map((form) => form.entry)), ...wholes]);
    const pages = this.rank(words, wholes, isAllowed);
    const corrected = words.filter((word) => word.forms.length && word.forms.every((form) => form.form === "correction")).map((word) => [word.word, word.forms[0].entry.term]);
    const hits = quick ? await this.cards(pages.slice(0, Math.min(limit, QUICK))) : await this.judged(pages, query, words, limit);
    return { hits, total: pages.length, counts: this.counts(pages), corrected };
  }

  rank(words, wholes, isAllowed) {
    const matches = new Matches(words.length);
    const add = (isIn, factor) => words.forEach((word, i) => {
      for (const form of word.forms) {
        if (isIn(form)) matches.add(i, this.shards.unpacked.get(form.entry.term), factor(form), form.form === "stem" ? FORM.stemFit : factor(form), isAllowed);
      }
    });
    // Kindred forms count little beside what was asked for, and nearly as much where that is not to be had.
    add((form) => form.form !== "stem", (form) => form.factor);
    const stem = matches.isComplete ? FORM.stem : FORM.stemOnly;
    add((form) => form.form === "stem", () => stem);
    const rarities = matches.frequencies().map((count) => count ? rarity(count, this.root.sections) : 2);
    for (const entry of wholes) matches.addWhole(this.shards.unpacked.get(entry.term), RANK.whole * rarity(entry.sections, this.root.sections), isAllowed);
    words.forEach((word, i) => { word.rarity = rarities[i]; });
    return rank(matches, rarities, (page) => this.source(page).boosts.get(page - this.source(page).base) ?? 1);
  }

  source(page) {
    const { sources } = this.root;
    let low = 0, high = sources.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (sources[middle].base <= page) low = middle + 1; else high = middle;
    }
    return sources[low - 1];
  }
}

Search.prototype.cards = function (pages) {
  return Promise.all(pages.map(async ({ page, score }) => {
    const source = this.source(page), place = page - source.base;
    const card = await this.files.get(`c/${source.cards[place >> 6]}.bin`, readCard);
    return { ...card[place & 63], section: "", breadcrumbs: [], service: source.title, score, excerpt: [] };
  }));
};

/** The best pages again, now with their texts. */
Search.prototype.judged = async function (pages, query, words, limit) {
  const forms = new Map(words.flatMap(({ forms }, i) => forms.map((form) => [form.entry.term, i])));
  const best = pages.slice(0, Math.max(limit, FIRST)).filter(({ score }) => limit > FIRST || score >= CUT * pages[0].score);
  const judged = await Promise.all(best.map((page) => this.judge(page, query, forms, words.length)));
  judged.sort((a, b) => b.score - a.score || a.page - b.page);
  const rarities = words.map((word) => word.rarity);
  return judged.slice(0, limit).map(({ text, ...hit }) => ({ ...hit, excerpt: excerptOf(text, forms, rarities) }));
};

/** Pages that score less than this share of the best are shown only when a reader asks for more. */
const CUT = 0.2;

Search.prototype.judge = async function ({ page, score, sections }, query, forms, count) {
  const source = this.source(page), top = sections[0];
  const text = await textOf(this.files, source, page, top.ordinal);
  let best = null;
  for (const section of sections.slice(0, 4)) {
    const found = text.sections[section.ordinal - text.first];
    if (!found || section.score < 0.5 * top.score) continue;
    const value = section.score * closeness(section.ordinal ? found.heading : text.title, found, query.words, forms, count);
    if (!best || value > best.value) best = { value, found, section };
  }
  const { found, value } = best;
  const url = text.url + (found.anchor ? "#" + found.anchor : "");
  return {
    page, url, title: text.title, section: found.heading, breadcrumbs: text.crumbs, service: source.title,
    score: score - top.score + value, text: found,
  };
};

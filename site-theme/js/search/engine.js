// The search of an index, for pages and for portals that embed it.

/**
 * @typedef {{ url: string, title: string, section: string, breadcrumbs: string[], service: string, score: number, excerpt: [string, boolean][] }} Hit
 * `excerpt` is text in pieces; those with true are what was searched for.
 */

/** Results are read so many at a time, and keep their place when more are asked for. */
const WAVE = 5;
/** So many results have to be good; a reader asks for the others. */
const FIRST = 10;
/** Pages that score less than this share of the best are shown only when a reader asks for more. */
const CUT = 0.2;
/** So many are shown while a reader types. */
const QUICK = 4;

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
    this.matches = new Matches(root.pages);
    /** By page number: the place of its source. */
    this.sourceOf = new Uint32Array(root.pages);
    this.ready.catch(() => {});
  }

  /** Sources that are not in the root arrive while shards do; what failed is asked for again. */
  get ready() { return this.arrival ??= this.readSources().catch((fault) => { this.arrival = null; throw fault; }); }

  async readSources() {
    const { root } = this;
    for (const table of await Promise.all(root.tables.map((name) => this.files.get(`s/${name}.bin`, readTable)))) root.sources.push(...table);
    root.sources.forEach((source, i) => {
      this.sourceOf.fill(i, source.base, source.base + source.pages);
      source.words = contentOf(tokens(valueOf(source, "service")));
    });
  }

  /** What results can be narrowed by: facet → its values. */
  get facets() {
    const values = (facet) => [...new Set(this.root.sources.map((source) => valueOf(source, facet)))].filter((value) => value).sort();
    return this.ready.then(() => Object.fromEntries(FACETS.map((facet) => [facet, values(facet)])));
  }

  /**
   * @param {string} text
   * @param {{ limit?: number, filters?: Record<string, string>, quick?: boolean }} [options] `quick` answers from addresses and titles alone, as for each letter that is typed
   * @returns {Promise<{ hits: Hit[], total: number, counts: Record<string, Record<string, number>>, corrected: [string, string][], unknown: [string, string][] }>}
   * `unknown`: filters that name nothing, and what each may have meant
   */
  async search(text, { limit = 10, filters = {}, quick = false } = {}) {
    const asked = Object.entries(filters).map(([facet, value]) => [facet, value.toLowerCase()]);
    if (asked.length || text.includes(":")) await this.ready;
    const tags = filters.tag || /tag:/i.test(text) ? await this.tags() : [], things = (facet) => facet === "tag" ? tags : this.root.sources;
    const isKnown = ([facet, value]) => named(things(facet), facet, value).length > 0;
    const query = readQuery(text, isKnown), all = [...query.filters, ...asked], isAllowed = this.filter(all, things);
    const unknown = [...query.unknown, ...asked.filter((one) => !isKnown(one))].map(([facet, value]) => [`${facet}:${value}`, meant(things(facet), facet, value)]);
    if (quick && query.last.length < 3) query.content = query.content.filter((word) => word !== query.last);
    if (!query.content.length) return { unknown, ...await this.listed(all.length ? isAllowed : () => false, query, limit) };
    return { unknown, ...await this.answer(query, isAllowed, limit, quick) };
  }

  /** What filters leave where no word is asked for, in the order of the index. */
  async listed(isAllowed, query, limit) {
    const pages = [...this.sourceOf.keys()].filter((page) => page < this.source(page).base + this.source(page).pages && isAllowed(page));
    const top = { ordinal: 0, score: 0 };
    const hits = await this.judged(pages.slice(0, limit).map((page) => ({ page, score: 0, sections: [top] })), query, [], limit);
    return { hits, total: pages.length, counts: {}, corrected: [] };
  }

  async answer(query, isAllowed, limit, quick) {
    const shards = new Shards(this.files, this.root), { words, wholes } = await expand(shards, query, quick);
    if (!quick) readWhole(words), readWhole(wholes);
    await Promise.all([...words, ...wholes].flatMap(({ forms }) => forms).map(async (form) => { form.runs = await shards.postings(form.entry, form.isWhole); }));
    await this.ready;
    const { pages, total, counts } = this.rank(words, wholes, isAllowed, Math.max(limit, WAVE));
    const corrected = words.filter(({ forms }) => forms[0] && forms.every(({ form }) => form === "correction")).map(({ word, forms }) => [word, forms[0].entry.term]);
    const hits = quick ? await this.cards(pages.slice(0, Math.min(limit, QUICK))) : await this.judged(pages, query, words, limit);
    return { hits, total, counts, corrected };
  }

  /** Nothing is waited for between the first word and the best pages, so that one query at a time uses the arrays. */
  rank(words, wholes, isAllowed, limit) {
    const { matches, root: { sections } } = this;
    matches.start(words.length);
    const add = (isStem, factor) => words.forEach(({ forms }, i) => {
      for (const form of forms) if ((form.form === "stem") === isStem) matches.add(i, form.runs, factor ?? form.factor, isStem ? FORM.stemFit : form.factor, isAllowed);
    });
    add(false);
    // Kindred forms count little beside what was asked for, and nearly as much where that is not to be had.
    add(true, matches.isComplete ? FORM.stem : FORM.stemOnly);
    const rarities = words.map((word) => word.rarity = commonest(word) ? rarity(commonest(word), sections) : 2);
    for (const { forms: [{ entry, runs }] } of wholes) matches.add(-1, runs, RANK.whole * rarity(entry.sections, sections), 0, isAllowed);
    const boost = (page) => this.source(page).boosts.get(page - this.source(page).base) ?? 1, names = this.root.sources.map((source) => namesIn(source, words));
    const pages = rank(matches, rarities, boost, (page) => names[this.sourceOf[page]], limit);
    return { pages, total: matches.pageCount, counts: this.counts(matches) };
  }

  source(page) { return this.root.sources[this.sourceOf[page]]; }
}

Object.assign(Search.prototype, {
  cards(pages) {
    return Promise.all(pages.map(async ({ page, score }) => {
      const source = this.source(page), place = page - source.base;
      const card = await this.files.get(`f/${source.folder}/c${place >> 6}.bin`, (r) => r.terms(Infinity, () => r.string()));
      return { url: card.at(place & 63), title: card.values[place & 63], section: "", breadcrumbs: [], service: source.title, score, excerpt: [] };
    }));
  },

  /** The best pages again, now with their texts. */
  async judged(pages, query, words, limit) {
    const forms = new Map(words.flatMap(({ forms }, i) => forms.map((form) => [form.entry.term, i])));
    const best = pages.filter(({ score }) => limit > FIRST || score >= CUT * pages[0].score);
    const judged = await Promise.all(best.map(async (page, i) => ({ wave: Math.floor(i / WAVE), ...await this.judge(page, query, forms) })));
    judged.sort((a, b) => a.wave - b.wave || b.score - a.score || a.page - b.page);
    const rarities = words.map((word) => word.rarity);
    return judged.slice(0, limit).map(({ text, wave, ...hit }) => ({ ...hit, excerpt: excerptOf(text, forms, rarities) }));
  },

  async judge({ page, score, sections }, query, forms) {
    const source = this.source(page), top = sections[0];
    const text = await textOf(this.files, source, page, sections);
    let best = null;
    for (const section of sections) {
      const found = text.sections[section.ordinal - text.first];
      if (!found || section.score < 0.5 * top.score) continue;
      const value = section.score * closeness(section.ordinal ? found.heading : text.title, found.text, query, forms);
      if (!best || value > best.value) best = { value, found };
    }
    const { found, value } = best;
    return {
      page, url: text.url + (found.anchor && "#" + found.anchor), title: text.title, section: found.heading, breadcrumbs: text.crumbs, service: source.title,
      score: score - top.score + value, text: found,
    };
  },
});

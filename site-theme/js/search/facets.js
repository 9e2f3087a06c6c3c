// Filters: what pages they leave, and how many pages each value would.

/** Those that are properties of a source; tags are of pages. */
const FACETS = ["service", "type", "kind", "owner", "lifecycle"];

/** Generated pages of a kind are a source, but no service that a reader would look for. */
const valueOf = (source, facet) => facet !== "service" ? source[facet] : source.type === "docs" ? source.name : "";

/** What a source or a tag may be called by, the shortest last. @returns {string[]} */
function namesOf(thing, facet) {
  const name = thing[facet === "service" ? "name" : facet];
  return [name, facet === "service" ? thing.title : "", name.split("/").at(-1)].filter((one) => one).map((one) => one.toLowerCase());
}

/** The sources or tags that a filter names, by a whole name or, where there is none, by its beginning. */
function named(things, facet, value) {
  const those = (fits) => things.filter((thing) => namesOf(thing, facet).some(fits)), found = those((name) => name === value);
  return found.length ? found : those((name) => name.startsWith(value));
}

/** What a filter that names nothing may have meant: the name with the fewest edits, else one that holds the value; "" for none. */
function meant(things, facet, value) {
  let best = "", least = value.length > 2 ? 4 : 0;
  for (const thing of things) {
    const name = namesOf(thing, facet).at(-1) ?? "", edits = distance(value, name);
    const worth = edits <= (value.length < 5 ? 1 : 2) ? edits : name.includes(value) ? 3 : 4;
    if (worth < least) best = `${facet}:${name}`, least = worth;
  }
  return best;
}

Object.assign(Search.prototype, {
  /** The tags, and the pages of each. */
  tags() {
    return !this.root.tags ? [] : this.files.get(`g/${this.root.tags}.bin`, (r) => r.list(r.varint(), () => {
      const tag = r.string();
      let page = 0;
      return { tag, pages: r.list(r.varint(), () => page += r.varint()) };
    }));
  },

  /** Which pages filters leave; the values of one facet are alternatives. @param {(facet: string) => any[]} things */
  filter(filters, things) {
    const tests = [...new Set(filters.map(([facet]) => facet))].map((facet) => {
      const found = new Set(filters.filter(([name]) => name === facet).flatMap(([, value]) => named(things(facet), facet, value)));
      if (facet !== "tag") return (page) => found.has(this.source(page));
      const pages = new Set([...found].flatMap((tag) => tag.pages));
      return (page) => pages.has(page);
    });
    return (page) => tests.every((test) => test(page));
  },

  /** How many pages of all matches each facet's values have. @param {Matches} matches */
  counts(matches) {
    const { sources } = this.root, found = new Uint32Array(sources.length);
    for (let place = 0; place < matches.pageCount; place++) found[this.sourceOf[matches.pages[place]]]++;
    const counts = Object.fromEntries(FACETS.map((facet) => [facet, {}]));
    sources.forEach((source, i) => {
      for (const facet in counts) {
        const value = valueOf(source, facet);
        if (value && found[i]) counts[facet][value] = (counts[facet][value] ?? 0) + found[i];
      }
    });
    return counts;
  },
});

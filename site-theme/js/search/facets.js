// Filters: what pages they leave, and how many pages each value would.

/** Those that are properties of a source; tags are of pages. */
const FACETS = ["service", "type", "kind", "owner", "lifecycle"];

/** Generated pages of a kind are a source, but no service that a reader would look for. */
const valueOf = (source, facet) => facet !== "service" ? source[facet] : source.type === "docs" ? source.name : "";

/** The sources that a filter names, by a facet's whole value or, where there is none, by its beginning. */
function sourcesOf({ sources }, facet, value) {
  const named = (fits) => sources.filter((source) => {
    const name = source[facet === "service" ? "name" : facet];
    return [name, facet === "service" ? source.title : "", name.split("/").at(-1)].some((one) => one && fits(one.toLowerCase()));
  });
  const found = named((name) => name === value);
  return found.length ? found : named((name) => name.startsWith(value));
}

/** Which pages filters leave; the values of one facet are alternatives. */
Search.prototype.filter = async function (filters) {
  if (!filters.length) return () => true;
  const facets = [...new Set(filters.map(([facet]) => facet))];
  const tests = await Promise.all(facets.map(async (facet) => {
    const values = filters.filter(([name]) => name === facet).map(([, value]) => value.toLowerCase());
    if (facet === "tag") return this.tagged(values);
    const sources = new Set(values.flatMap((value) => sourcesOf(this.root, facet, value)));
    return (page) => sources.has(this.source(page));
  }));
  return (page) => tests.every((test) => test(page));
};

Search.prototype.tagged = async function (values) {
  const tags = !this.root.tags ? [] : await this.files.get(`g/${this.root.tags}.bin`, (r) => r.list(r.varint(), () => {
    const name = r.string();
    let page = 0;
    return [name, r.list(r.varint(), () => page += r.varint())];
  }));
  const pages = new Set(tags.filter(([name]) => values.includes(name.toLowerCase())).flatMap(([, list]) => list));
  return (page) => pages.has(page);
};

/** How many pages of all matches each facet's values have. @param {Matches} matches */
Search.prototype.counts = function (matches) {
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
};

// Filters: what pages they leave, and how many pages each value would.

const FACETS = ["service", "owner", "kind", "lifecycle", "type", "tag"];

/** Generated pages of a kind are a source, but no service that a reader would look for. */
const serviceOf = (source) => source.type === "docs" ? source.name : "";

const fits = (source, facet, value) => facet === "service"
  ? [source.name, source.title, source.name.split("/").at(-1)].some((name) => name.toLowerCase() === value)
  : [source[facet], source[facet].split("/").at(-1)].some((name) => name && name.toLowerCase() === value);

/** Which pages filters leave; the values of one facet are alternatives. */
Search.prototype.filter = async function (filters) {
  if (!filters.length) return () => true;
  const facets = [...new Set(filters.map(([facet]) => facet))];
  const tests = await Promise.all(facets.map(async (facet) => {
    const values = filters.filter(([name]) => name === facet).map(([, value]) => value.toLowerCase());
    if (facet === "tag") return this.tagged(values);
    const sources = new Set(this.root.sources.filter((source) => values.some((value) => fits(source, facet, value))));
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
  const counts = Object.fromEntries(FACETS.filter((facet) => facet !== "tag").map((facet) => [facet, {}]));
  sources.forEach((source, i) => {
    for (const facet in counts) {
      const value = facet === "service" ? serviceOf(source) : source[facet];
      if (value && found[i]) counts[facet][value] = (counts[facet][value] ?? 0) + found[i];
    }
  });
  return counts;
};

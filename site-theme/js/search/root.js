// What the files of an index hold: its root, and shards of terms and of words.

/** The root: where each shard begins, and the sources or what the files of them are called. @param {Reader} r */
function readRoot(r) {
  if (decoder.decode(r.take(3)) !== "TDS") throw new Error();
  if (r.byte() !== 2) throw trouble("version");
  const root = { sections: r.varint(), pages: r.varint(), tables: r.list(r.varint(), () => r.name()), sources: [], families: {} };
  if (!root.tables.length) root.sources = readTable(r);
  for (const letter of "twr") {
    const count = r.varint();
    root.families[letter] = { separators: r.terms(count), names: r.list(count, () => r.name()) };
  }
  root.synonyms = r.list(r.varint(), () => r.list(r.varint(), () => r.string()));
  if (r.byte()) root.tags = r.name();
  return root;
}

/** Sources, column by column. @param {Reader} r */
function readTable(r) {
  const sources = r.list(r.varint(), () => ({}));
  const column = (key, one) => { for (const source of sources) source[key] = one(r); };
  for (const key of ["name", "title", "type", "owner", "kind", "lifecycle"]) column(key, () => r.string());
  column("base", () => r.varint()), column("pages", () => r.varint()), column("folder", () => r.name()), column("blocks", readBlocks);
  column("boosts", () => new Map(r.list(r.varint(), () => [r.varint(), r.byte() / 16])));
  let end = 0;
  for (const source of sources) end = (source.base += end) + source.pages;
  return sources;
}

/** Where each block of a source's texts begins. @param {Reader} r */
function readBlocks(r) {
  let page = 0;
  return r.list(r.varint(), () => {
    const head = r.varint();
    page += head >> 1;
    return { page, section: head & 1 ? r.varint() : 0 };
  });
}

/** Terms with their postings, still packed. */
class TermShard {
  /** @param {Reader} r */
  constructor(r) {
    const count = r.varint();
    /** For each term in how many sections it stands, where its postings begin, and 1 if they lie in files of their own; at the end where all end. */
    const numbers = this.numbers = new Uint32Array(3 * count + 2);
    let at = 0;
    this.terms = r.terms(count, () => {
      numbers[at] = r.varint();
      const length = r.varint();
      numbers[at + 2] = length & 1;
      numbers[at + 4] = numbers[at + 1] + (length >> 1);
      at += 3;
    });
    this.bytes = r.bytes.subarray(r.at);
  }

  /** @param {number} at the place of a term */
  entry(at) { return { term: this.terms.at(at), sections: this.numbers[3 * at], isLong: this.numbers[3 * at + 2], shard: this, at: 3 * at + 1 }; }
}

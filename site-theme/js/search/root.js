// What the files of an index hold: its root, and shards of terms and of words.

/** The root: sources and their pages, and where each shard begins. @param {Reader} r */
function readRoot(r) {
  if (decoder.decode(r.take(3)) !== "TDS") throw new Error();
  if (r.byte() !== 1) throw trouble("version");
  const root = { sections: r.varint(), sources: [], families: {}, synonyms: [], tags: "" };
  root.sources = r.list(r.varint(), () => readSource(r));
  for (const letter of "twr") {
    const count = r.varint();
    root.families[letter] = { separators: r.terms(count), names: r.list(count, () => r.name()) };
  }
  root.synonyms = r.list(r.varint(), () => r.list(r.varint(), () => r.string()));
  if (r.byte()) root.tags = r.name();
  return root;
}

/** @param {Reader} r */
function readSource(r) {
  const [name, title, type, owner, kind, lifecycle] = r.list(6, () => r.string());
  const base = r.varint(), pages = r.varint(), folder = r.name();
  const cards = r.list(Math.ceil(pages / 64), () => r.name());
  let page = 0;
  const blocks = r.list(r.varint(), () => {
    const head = r.varint();
    page += head >> 1;
    return { page, section: head & 1 ? r.varint() : 0 };
  });
  const boosts = new Map(r.list(r.varint(), () => [r.varint(), r.byte() / 16]));
  return { name, title, type, owner, kind, lifecycle, base, pages, folder, cards, blocks, boosts };
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
  entry(at) { return { term: this.terms.at(at), sections: this.numbers[3 * at], shard: this, at: 3 * at + 1 }; }
}

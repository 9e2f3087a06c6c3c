// The files of an index: how they are fetched, checked and read. docs/reference/search-index.md describes them.

/** What keeps a search from an answer: `offline`, `missing`, `stale`, `damaged` or `version`. */
export class SearchFault extends Error {
  /** @param {string} reason @param {string} path */
  constructor(reason, path) {
    super(`search: ${reason}: ${path}`);
    this.reason = reason;
  }
}

const decoder = new TextDecoder();
/** How many files are kept as they were read; the browser's own cache has the others. */
const KEPT = 120;

/** Reads the little pieces of a file; a file that ends too early throws. */
class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  byte() {
    if (this.at >= this.bytes.length) throw new SearchFault("damaged", "");
    return this.bytes[this.at++];
  }
  varint() {
    let number = 0, scale = 1;
    for (;;) {
      const byte = this.byte();
      number += (byte & 127) * scale;
      if (byte < 128) return number;
      scale *= 128;
    }
  }
  take(count) {
    if (this.at + count > this.bytes.length) throw new SearchFault("damaged", "");
    return this.bytes.subarray(this.at, this.at += count);
  }
  string() { return decoder.decode(this.take(this.varint())); }
  /** Ten hexadecimal digits. */
  name() { return Array.from(this.take(5), (byte) => byte.toString(16).padStart(2, "0")).join(""); }
  /** @template T @param {number} count @param {() => T} one @returns {T[]} */
  list(count, one) {
    const all = [];
    for (let i = 0; i < count; i++) all.push(one());
    return all;
  }
  /** Terms with what they share with the one before left out. */
  terms() {
    let last = new Uint8Array(64), length = 0;
    return () => {
      const shared = this.varint(), rest = this.take(this.varint());
      if (shared > length) throw new SearchFault("damaged", "");
      length = shared + rest.length;
      if (length > last.length) last = Uint8Array.from({ length: 2 * length }, (_, i) => last[i] ?? 0);
      last.set(rest, shared);
      return decoder.decode(last.subarray(0, length));
    };
  }
}

/** Fetches each file once, and keeps what it was read as. */
class Files {
  /** @param {string} base the address of the index's folder, with a slash at its end */
  constructor(base) {
    this.base = base;
    /** @type {Map<string, Promise<any>>} */
    this.kept = new Map();
  }

  /** @template T @param {string} path @param {(reader: Reader) => T} read @returns {Promise<T>} */
  get(path, read, cache = "default") {
    const kept = this.kept.get(path);
    if (kept) {
      // What was used last stands last.
      this.kept.delete(path), this.kept.set(path, kept);
      return kept;
    }
    const file = this.read(path, read, cache);
    this.kept.set(path, file);
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value);
    file.catch(() => this.kept.delete(path));
    return file;
  }

  /** The same for what is kept elsewhere. */
  async read(path, read, cache = "default") {
    const bytes = await this.load(path, cache);
    try { return read(new Reader(bytes)); } catch (fault) {
      throw fault.reason === "version" ? fault : new SearchFault("damaged", path);
    }
  }

  async load(path, cache) {
    let response;
    try { response = await fetch(this.base + path, { cache }); } catch { throw new SearchFault("offline", path); }
    if (!response.ok) throw new SearchFault(response.status === 404 || response.status === 403 ? "missing" : "offline", path);
    try {
      return new Uint8Array(await new Response(response.body.pipeThrough(new DecompressionStream("deflate"))).arrayBuffer());
    } catch { throw new SearchFault("damaged", path); }
  }
}

/** The root: sources and their pages, and where each shard begins. @param {Reader} r */
function readRoot(r) {
  if (decoder.decode(r.take(3)) !== "TDS") throw new Error();
  if (r.byte() !== 1) throw new SearchFault("version", "root.bin");
  const root = { sections: r.varint(), sources: [], families: {}, synonyms: [], tags: "" };
  root.sources = r.list(r.varint(), () => readSource(r));
  for (const letter of "twr") {
    const count = r.varint(), term = r.terms();
    root.families[letter] = { separators: r.list(count, term), names: r.list(count, () => r.name()) };
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

/** Terms with their postings, still packed. @param {Reader} r */
class TermShard {
  constructor(r) {
    const count = r.varint(), term = r.terms();
    /** @type {string[]} */
    this.terms = [];
    /** For each term in how many sections it stands, and where its postings end, doubled, and 1 more if they lie in files of their own. */
    this.numbers = new Float64Array(2 * count);
    for (let i = 0, end = 0; i < count; i++) {
      this.terms.push(term());
      this.numbers[2 * i] = r.varint();
      const length = r.varint();
      end += length >> 1;
      this.numbers[2 * i + 1] = 2 * end + (length & 1);
    }
    this.postings = r.bytes.subarray(r.at);
  }

  /** @param {number} at */
  entry(at) {
    const end = this.numbers[2 * at + 1];
    return {
      term: this.terms[at], sections: this.numbers[2 * at], long: end % 2 === 1,
      bytes: this.postings.subarray(at ? Math.floor(this.numbers[2 * at - 1] / 2) : 0, Math.floor(end / 2)),
    };
  }
}

/** Words without postings. @param {Reader} r */
function readWords(r) {
  const term = r.terms();
  return r.list(r.varint(), () => [term(), r.byte()]);
}

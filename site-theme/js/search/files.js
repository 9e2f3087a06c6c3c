// The files of an index: how they are fetched, checked and read. docs/reference/search.md describes them.

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
  /** @param {number} count */
  terms(count) {
    const terms = new TermList();
    for (let i = 0; i < count; i++) terms.take(this);
    return terms.all(count);
  }
  /** Ten hexadecimal digits. */
  name() { return Array.from(this.take(5), (byte) => byte.toString(16).padStart(2, "0")).join(""); }
  /** @template T @param {number} count @param {() => T} one @returns {T[]} */
  list(count, one) {
    const all = [];
    for (let i = 0; i < count; i++) all.push(one());
    return all;
  }
}

/** Terms in a row, each without what it shares with the one before: put together as bytes, and made text all at once. */
class TermList {
  bytes = new Uint8Array(1 << 12);
  start = 0;
  end = 0;
  /** Reads the next. @param {Reader} r */
  take(r) {
    const shared = r.varint(), length = r.varint(), { start, end } = this;
    if (start + shared > end || r.at + length > r.bytes.length) throw new SearchFault("damaged", "");
    let to = end + shared;
    if (to + length >= this.bytes.length) this.grow(2 * (to + length + 1));
    const { bytes } = this;
    bytes.copyWithin(end, start, start + shared);
    // Most are a few letters, for which this is faster than `set`.
    for (let i = 0; i < length; i++) bytes[to++] = r.bytes[r.at++];
    bytes[to] = 10;
    this.start = end, this.end = to + 1;
  }
  grow(size) {
    const old = this.bytes;
    this.bytes = new Uint8Array(size);
    this.bytes.set(old);
  }
  /** @param {number} count how many have been read @returns {string[]} */
  all(count) {
    const all = count ? decoder.decode(this.bytes.subarray(0, this.end - 1)).split("\n") : [];
    if (all.length !== count) throw new SearchFault("damaged", "");
    return all;
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

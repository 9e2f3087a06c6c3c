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

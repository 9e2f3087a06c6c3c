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
const KEPT = 60;

/** A copy with more room. */
function wider(array, length) {
  const made = new array.constructor(length);
  made.set(array);
  return made;
}

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
  /**
   * Terms without what each shares with the one before, put together as bytes and made text all at once.
   * @param {number} count as many as there are, at most @param {() => void} then reads what follows each
   */
  terms(count, then) {
    let bytes = new Uint8Array(4096), start = 0, end = 0;
    for (; count > 0 && this.at < this.bytes.length; count--) {
      const shared = this.varint(), rest = this.take(this.varint()), to = end + shared + rest.length;
      if (start + shared > end) throw new SearchFault("damaged", "");
      if (to >= bytes.length) bytes = wider(bytes, 2 * to);
      bytes.copyWithin(end, start, start + shared);
      bytes.set(rest, end + shared);
      bytes[to] = 10;
      start = end, end = to + 1;
      then?.();
    }
    return end ? decoder.decode(bytes.subarray(0, end - 1)).split("\n") : [];
  }
  /** Ten hexadecimal digits. */
  name() { return this.list(5, () => (256 + this.byte()).toString(16).slice(1)).join(""); }
  /** @template T @param {number} count @param {() => T} one @returns {T[]} */
  list(count, one) {
    const all = [];
    for (let i = 0; i < count; i++) all.push(one());
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

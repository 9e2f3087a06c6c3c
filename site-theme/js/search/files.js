// The files of an index: how they are fetched, checked and read. docs/reference/search.md describes them.

/** What keeps a search from an answer: `offline`, `missing`, `damaged` or `version`. @param {string} reason @param {string} [path] */
const trouble = (reason, path) => Object.assign(new Error(`search: ${reason} ${path ?? ""}`), { reason });

const decoder = new TextDecoder();
/** How many files are kept as they were read. */
const KEPT = 80;
/** How many bytes of files are kept as they came, which costs little and spares asking even the browser's own cache. */
const PACKED = 8e6;

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
    if (this.at >= this.bytes.length) throw trouble("damaged");
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
    if (this.at + count > this.bytes.length) throw trouble("damaged");
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
      const last = start, shared = this.varint(), to = end + shared + this.varint();
      if (last + shared > end) throw trouble("damaged");
      if (to >= bytes.length) bytes = wider(bytes, 2 * to);
      bytes.copyWithin(start = end, last, last + shared);
      for (end += shared; end < to;) bytes[end++] = this.byte();
      bytes[end++] = 10;
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
    /** @type {Map<string, ArrayBuffer>} */
    this.packed = new Map();
    this.size = 0;
  }

  /** @template T @param {string} path @param {(reader: Reader) => T} read @returns {Promise<T>} */
  get(path, read, cache = "default") {
    const file = this.kept.get(path) ?? this.load(path, cache).then((bytes) => {
      try { return read(new Reader(bytes)); } catch (fault) {
        throw fault.reason === "version" ? fault : trouble("damaged", path);
      }
    });
    // What was used last stands last.
    this.kept.delete(path), this.kept.set(path, file);
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value);
    file.catch(() => this.kept.delete(path));
    return file;
  }

  async load(path, cache) {
    let packed = this.packed.get(path), bytes;
    const response = packed ? undefined : await fetch(this.base + path, { cache }).catch(() => undefined);
    if (!packed && !response?.ok) throw trouble(/40[34]/.test(response?.status) ? "missing" : "offline", path);
    try {
      packed ??= await response.arrayBuffer();
      bytes = await new Response(new Response(packed).body.pipeThrough(new DecompressionStream("deflate"))).arrayBuffer();
    } catch { throw trouble("damaged", path); }
    this.keep(path, packed);
    return new Uint8Array(bytes);
  }

  keep(path, packed) {
    if (!this.packed.delete(path)) this.size += packed.byteLength;
    this.packed.set(path, packed);
    for (const [last, { byteLength }] of this.packed) {
      if (this.size <= PACKED) break;
      this.packed.delete(last), this.size -= byteLength;
    }
  }
}

// The files of an index: how they are fetched, checked and read. docs/reference/search.md describes them.

/** What keeps a search from an answer: `offline`, `missing`, `damaged` or `version`. @param {string} reason @param {string} [path] */
const trouble = (reason, path) => Object.assign(new Error(`search: ${reason} ${path ?? ""}`), { reason });

const decoder = new TextDecoder();
/** How many files are kept, unpacked: to unpack one again leaves more behind than it holds. */
const KEPT = 3000;

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
  /** Goes past so many strings. @param {number} count */
  skip(count) {
    for (; count > 0; count--) this.at = this.varint() + this.at;
  }
  /**
   * Terms without what each shares with the one before, put together as bytes and made text all at once.
   * @param {number} most as many as there are, at most @param {() => any} [then] reads what follows each
   */
  terms(most, then) {
    const values = [];
    let bytes = new Uint8Array(4096), start = 0, end = 0;
    while (values.length < most && this.at < this.bytes.length) {
      const last = start, shared = this.varint(), to = end + shared + this.varint();
      if (to >= bytes.length) bytes = wider(bytes, 2 * to);
      bytes.copyWithin(start = end, last, last + shared);
      for (end += shared; end < to;) bytes[end++] = this.byte();
      bytes[end++] = 10;
      values.push(then?.());
    }
    return new Terms(decoder.decode(bytes.subarray(0, end)), values);
  }
  /** Ten hexadecimal digits. */
  name() { return this.list(5, () => (256 + this.byte()).toString(16).slice(1)).join(""); }
  /** @template T @param {number} count @param {(i: number) => T} one @returns {T[]} */
  list(count, one) {
    const all = [];
    for (let i = 0; i < count; i++) all.push(one(i));
    return all;
  }
}

/** Terms in order, as one text: so many strings would cost more than all that belongs to them. */
class Terms {
  /** @param {string} text each term on a line @param {any[]} values what was read behind each */
  constructor(text, values) {
    this.text = text;
    this.values = values;
    this.length = values.length;
    this.starts = new Uint32Array(this.length + 1);
    for (let i = 0; i < this.length; i++) this.starts[i + 1] = text.indexOf("\n", this.starts[i]) + 1;
  }
  /** @param {number} i */
  at(i) { return this.text.slice(this.starts[i], this.starts[i + 1] - 1); }
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
  get(path, read, cache) {
    const file = this.kept.get(path) ?? this.load(path, read, cache);
    // What was used last stands last.
    this.kept.delete(path), this.kept.set(path, file);
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value);
    file.catch(() => this.kept.delete(path));
    return file;
  }

  async load(path, read, cache) {
    const response = await fetch(this.base + path, { cache }).catch(() => {});
    if (!response?.ok) throw trouble(/40[34]/.test(response?.status) ? "missing" : "offline", path);
    try {
      // What `pipeThrough` would make of a stream leaves more behind than the file.
      const { writable, readable } = new DecompressionStream("deflate"), writer = writable.getWriter(), reader = readable.getReader();
      Promise.allSettled([writer.write(new Uint8Array(await response.arrayBuffer())), writer.close()]);
      for (let bytes; ;) {
        const { value, done } = await reader.read();
        if (done) return read(new Reader(bytes));
        const { length } = bytes ??= value;
        if (bytes !== value) (bytes = wider(bytes, length + value.length)).set(value, length);
      }
    } catch (fault) { throw fault.reason === "version" ? fault : trouble("damaged", path); }
  }
}

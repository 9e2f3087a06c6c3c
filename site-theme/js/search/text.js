// Text to folded tokens, and stems: the same rules as the index was made with (TechDocsSearch/Text).

/** Separators and unspaced scripts above ASCII, as in WordScalars.swift. */
const GAPS = "\\u0080-\\u00a9\\u00ab-\\u00b4\\u00b6-\\u00b9\\u00bb-\\u00bf\\u00d7\\u00f7\\u060c\\u061b-\\u061f\\u0964\\u0965\\u2000-\\u2bff\\u2e00-\\u2e7f\\u3000-\\u3004\\u3008-\\u3020\\u3030\\u303d-\\u303f\\u30fb\\ud800-\\uf8ff\\ufe00-\\ufe6f\\uff00-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65\\uffe0-\\uffff\\u{1f000}-\\u{1fbff}\\u{e0000}-\\u{10ffff}";
const DENSE = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30fa\\u30fc-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const W = `[^\\0-/:-@\\[-\`{-\\x7f${GAPS}${DENSE}]`;
const TOKEN = new RegExp(`([${DENSE}]+)|([A-Za-z](?:\\+\\+|#)(?!${W}))|${W}+(?:[_./:-]+${W}+)*`, "uy");
const SPELT = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i", ŋ: "n", ſ: "s" };

/** @param {string} text in lower case, without accents, full width made narrow */
const fold = (text) => /^[\0-\x7f]*$/.test(text) ? text.toLowerCase() : Array.from(text, foldOne).join("");

/** @param {string} c one scalar */
function foldOne(c) {
  const code = c.codePointAt(0);
  if (code < 0x80) return c.toLowerCase();
  if (code >= 0x300 && code < 0x370) return "";
  if (code >= 0xc0 && code < 0x530 || code >= 0x1e00 && code < 0x2000) {
    const low = c.toLowerCase();
    return SPELT[low] ?? low.normalize("NFD")[0];
  }
  return code >= 0xff10 && code <= 0xff5a ? String.fromCharCode(code - 0xfee0).toLowerCase() : c;
}

/** @param {string} text */
const size = (text) => Array.from(text).length;

/** By character of ASCII: 1 for small letters and digits, 2 for capitals, 4 for what joins words. */
const CHARACTER = Uint8Array.from({ length: 128 }, (_, code) => /[a-z0-9]/.test(String.fromCharCode(code)) ? 1 : /[A-Z]/.test(String.fromCharCode(code)) ? 2 : /[_./:-]/.test(String.fromCharCode(code)) ? 4 : 0);

/**
 * Hands over the tokens of a text in order: kind 0 for a word, 1 for a part worth half, 2 for a whole identifier; the places are
 * those of the run that the token comes from.
 * @param {string} text @param {(token: string, kind: number, start: number, end: number) => void} take
 */
function eachToken(text, take) {
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code < 128 && !(CHARACTER[code] & 3)) { at++; continue; }
    // Most words are plain, and need none of what identifiers do.
    let end = at;
    while (end < text.length && CHARACTER[text.charCodeAt(end)] === 1) end++;
    if (end > at && isPlain(text, at, end)) {
      take(text.slice(at, end), 0, at, end);
      at = end;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) { at += code >= 0xd800 && code < 0xdc00 ? 2 : 1; continue; }
    const run = match[0];
    end = at + run.length;
    if (match[1]) pairs(run, at, take);
    else if (match[2]) take(fold(run[0]), 0, at, end), take(fold(run), 2, at, end);
    else identifier(run, at, take, /(^|[^A-Za-z0-9-])--$/.test(text.slice(Math.max(0, at - 3), at)));
    at = end;
  }
}

/** Whether small letters and digits from `start` to `end` are a word to which nothing is joined. */
function isPlain(text, start, end) {
  if (end - start > 60 || text.startsWith("--", start - 2) && start > 1) return false;
  const code = text.charCodeAt(end);
  if (Number.isNaN(code)) return true;
  if (code > 127 || CHARACTER[code] & 3 || end - start === 1 && (code === 43 || code === 35)) return false;
  if (CHARACTER[code] !== 4) return true;
  const next = text.charCodeAt(end + 1);
  return Number.isNaN(next) || next < 128 && !CHARACTER[next];
}

/**
 * The tokens of a text: `[token, kind, start, end]`.
 * @param {string} text @returns {[string, number, number, number][]}
 */
export function tokens(text) {
  /** @type {[string, number, number, number][]} */
  const found = [];
  eachToken(text, (...token) => found.push(token));
  return found;
}

/** Neighbours two by two, and the last letter. */
function pairs(run, at, take) {
  const letters = Array.from(run);
  for (let i = 0; i + 1 < letters.length; i++) {
    take(letters[i] + letters[i + 1], 0, at, at + letters[i].length + letters[i + 1].length);
    at += letters[i].length;
  }
  take(letters.at(-1), letters.length > 1 ? 1 : 0, at, at + letters.at(-1).length);
}

/** Words joined by `_ . / : -`: each, its humps, and the whole with its larger parts; behind `--` the flag too. */
function identifier(run, at, take, isFlag) {
  for (const match of run.matchAll(/[^_./:-]+/g)) {
    const raw = match[0], word = fold(raw), start = at + match.index;
    if (!word || size(word) > 60) continue;
    take(word, 0, start, start + raw.length);
    if (/.[A-Z]/.test(raw) && /^[\0-\x7f]+$/.test(raw) && !/^[A-Z]+s$/.test(raw)) humps(raw, start, take);
  }
  const whole = (part, offset) => {
    const folded = fold(part);
    if (/[_./:-]/.test(part) && size(folded) <= 60) take(folded, 2, at + offset, at + offset + part.length);
  };
  const sections = split(run, /[_.-]*[/:][_./:-]*/g);
  for (const [part, offset] of sections) {
    const names = split(part, /[_-]*[.][_.-]*/g);
    if (names.length > 1) for (const [name, inner] of names) whole(name, offset + inner);
    if (sections.length > 1) whole(part, offset);
  }
  whole(run, 0);
  if (isFlag && size(run) <= 60) take("--" + fold(run), 2, at, at + run.length);
}

/** The parts of a text between separators, with their places. @returns {[string, number][]} */
function split(text, separator) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(separator)) {
    parts.push([text.slice(from, match.index), from]);
    from = match.index + match[0].length;
  }
  return [...parts, [text.slice(from), from]];
}

function humps(raw, at, take) {
  for (const match of raw.matchAll(/[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[0-9]+/g)) {
    const hump = match[0];
    if (hump.length > 1 && hump.length < raw.length) take(hump.toLowerCase(), 1, at + match.index, at + match.index + hump.length);
  }
}

/** What English words have in common, as Stemmer.swift finds it. @param {string} word */
export function stem(word) {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const one = singular(word);
  const cut = (text, ending, least) => text.endsWith(ending) && text.length - ending.length >= least ? text.slice(0, -ending.length) : null;
  const withoutAt = (text) => cut(text, "at", 4) ?? text;
  const withoutE = (text) => text.endsWith("e") && text.length > 3 ? text.slice(0, -1) : text;
  let rest = cut(one, "ation", 4) ?? cut(one, "ition", 4);
  if (rest) return rest;
  rest = cut(one, "ion", 3);
  if (rest?.endsWith("t")) return withoutAt(rest);
  rest = cut(one, "ing", 3) ?? (one.endsWith("eed") ? null : cut(one, "ed", 3));
  if (rest && /[aeiouy]/.test(rest)) return /([^lsz])\1$/.test(rest) ? rest.slice(0, -1) : withoutAt(withoutE(rest));
  const last = withoutE(one);
  return last.length < one.length ? withoutAt(last) : last;
}

function singular(word) {
  if (/..ies$/.test(word)) return word.slice(0, -3) + "y";
  if (/(ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2);
  return /([^sui]|[kp]i)s$/.test(word) ? word.slice(0, -1) : word;
}

/** What all words of a stem begin with. @param {string} stem */
const stemPrefix = (stem) => stem.length > 3 && stem.endsWith("y") ? stem.slice(0, -1) : stem;

/** Words that a query leaves out unless it has no others, as in StopWords.swift. */
const STOP = new Set(("a about an and any are as at be but by can could do does for from get has have how i if in into is it its me my no " +
  "not of on or our should so such that the their them then there these they this to us use used using want was we " +
  "were what when where which who why will with would you your find").split(" "));

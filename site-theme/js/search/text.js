// Text to folded tokens, and stems: the same rules as the index was made with (TechDocsSearch/Text).

/** Separators and unspaced scripts above ASCII, as in WordScalars.swift. */
const ranges = (text) => text.replace(/\w+/g, "\\u{$&}").replaceAll(" ", "");
const GAPS = ranges("80-a9 ab-b4 b6-b9 bb-bf d7 f7 60c 61b-61f 964 965 2000-2bff 2e00-2e7f 3000-3004 3008-3020 3030 303d-303f 30fb d800-f8ff fe00-fe6f ff00-ff0f ff1a-ff20 ff3b-ff40 ff5b-ff65 ffe0-ffff 1f000-1fbff e0000-10ffff");
const DENSE = ranges("e00-eff 1000-109f 1780-17ff 3040-30fa 30fc-30ff 3400-4dbf 4e00-9fff ac00-d7af f900-faff 20000-3ffff");
const W = `[^\\0-/:-@\\[-\`{-\\x7f${GAPS}${DENSE}]`;
/** Most words are small letters and digits behind at most one capital, or capitals alone, to which nothing is joined: they need none of what identifiers do. */
const PLAIN = "(?<!--)(?:[A-Z]{1,60}|[A-Za-z0-9][a-z0-9]{0,59})(?![_./:-]*[^\\0-/:-@\\[-`{-\\x7f])";
const TOKEN = new RegExp(`([A-Za-z](?:\\+\\+|#)(?!${W}))|(${PLAIN})|([${DENSE}]+)|${W}+(?:[_./:-]+${W}+)*`, "gu");
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

/**
 * Hands over the tokens of a text in order: kind 0 for a word, 1 for a part worth half, 2 for a whole identifier; the places are
 * those of the run that the token comes from.
 * @param {string} text @param {(token: string, kind: number, start: number, end: number) => void} take
 */
function eachToken(text, take) {
  for (const match of text.matchAll(TOKEN)) {
    const run = match[0], at = match.index, end = at + run.length;
    if (match[2]) take(run.toLowerCase(), 0, at, end);
    else if (match[3]) pairs(run, at, take);
    else if (match[1]) take(fold(run[0]), 0, at, end), take(fold(run), 2, at, end);
    else identifier(run, at, take, /(^|[^A-Za-z0-9-])--$/.test(text.slice(Math.max(0, at - 3), at)));
  }
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
  const sections = /[_./:-]/.test(run) ? split(run, /[_.-]*[/:][_./:-]*/g) : [];
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

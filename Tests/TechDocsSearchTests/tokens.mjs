// Runs the browser's tokenizer and stemmer on the spec: `node tokens.mjs THEME SPEC`. Prints what differs.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [theme, spec] = process.argv.slice(2);
const module = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "search-")), "text.mjs");
fs.copyFileSync(path.join(theme, "text.js"), module);
const { tokens, stem } = await import(pathToFileURL(module).href);
fs.rmSync(path.dirname(module), { recursive: true });
const lines = (name) => fs.readFileSync(path.join(spec, name), "utf8").trim().split("\n").map((line) => JSON.parse(line));
const kinds = ["word", "part", "whole"];

for (const { id, text, tokens: wanted } of lines("tokenizer.jsonl")) {
  const sorted = (list) => JSON.stringify(list.map(([token, kind]) => `${token} ${kind}`).sort());
  const found = tokens(text).map(([token, kind]) => [token, kinds[kind]]);
  if (sorted(found) !== sorted(wanted)) console.log(`${id}: ${JSON.stringify(found)}`);
}
for (const { word, stem: wanted } of lines("stems.jsonl")) {
  if (stem(word) !== wanted) console.log(`${word}: ${stem(word)}`);
}

// Runs the browser's search on an index: `node engine.mjs THEME INDEX QUERIES [FOLDER]`. Prints a JSON line for each query:
// addresses and scores, best first, and what was corrected or is unknown; or why there is no answer. Until the first query
// is over, no file of FOLDER can be fetched.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [theme, index, queries, lost] = process.argv.slice(2);
let isDown = lost !== undefined;
const parts = fs.readFileSync(path.join(theme, "order.txt"), "utf8").split("\n").filter((name) => name);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "search-"));
const module = path.join(folder, "engine.mjs");
const end = parts.indexOf("facets.js") + 1;
fs.writeFileSync(module, parts.slice(0, end).map((name) => fs.readFileSync(path.join(theme, name), "utf8")).join("\n"));
globalThis.location = { href: "http://site/" };
globalThis.fetch = async (address) => {
  const name = new URL(address).pathname.replace("/search/", ""), file = path.join(index, name);
  if (isDown && name.startsWith(lost)) throw new TypeError("offline");
  return fs.existsSync(file) ? new Response(fs.readFileSync(file)) : new Response("", { status: 404 });
};
const { open } = await import(pathToFileURL(module).href);
fs.rmSync(folder, { recursive: true });

const search = await open("http://site/");
for (const line of fs.readFileSync(queries, "utf8").trim().split("\n")) {
  try {
    const { hits, corrected, unknown } = await search.search(JSON.parse(line).q);
    console.log(JSON.stringify({ hits: hits.map(({ url, score }) => [url, String(score)]), corrected, unknown }));
  } catch (fault) {
    console.log(JSON.stringify({ fault: fault.reason ?? String(fault) }));
  }
  isDown = false;
}

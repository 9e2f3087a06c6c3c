// Keeps a previewed page up to date: swaps style sheets, reloads when more has changed, shows what is wrong.
// Only the preview server serves this file; no published page holds it.

const folder = new URL('.', import.meta.url);
const own = document.querySelector('script[data-entity-tag]');
const loadedTag = own?.dataset.entityTag;
const styles = /<link rel="stylesheet" href="([^"]*)">/g;
let loaded = null;

/** @returns {Promise<{tag: string, html: string}>} the page as the server has it now */
async function fetchPage() {
  const response = await fetch(location.pathname + location.search, { cache: 'no-cache' });
  return { tag: (response.headers.get('ETag') ?? '').replaceAll('"', ''), html: await response.text() };
}

/** A page's text without what differs when only a style sheet has changed. */
function withoutStyles(html) {
  return html.replace(styles, '').replace(/ data-entity-tag="[^"]*"/, '');
}

/** Puts the new style sheets beside the old ones, and removes those once the new ones are there. */
function swapStyles(html) {
  const addresses = [...html.matchAll(styles)].map((match) => match[1]);
  const old = [...document.querySelectorAll('link[rel="stylesheet"]')];
  addresses.forEach((address, index) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    link.addEventListener('load', () => old[index]?.remove(), { once: true });
    (old[index] ?? document.head.lastElementChild).after(link);
  });
}

/** Brings the page up to date after a build; never comes back when the page is loaded again. */
async function update() {
  const page = await fetchPage();
  const before = loaded;
  loaded = page;
  if (page.tag === (before?.tag ?? loadedTag)) return;
  if (before && withoutStyles(before.html) === withoutStyles(page.html)) swapStyles(page.html);
  else {
    location.reload();
    await new Promise(() => {});
  }
}

const overlay = document.createElement('div');
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  section { position: fixed; inset: auto 1rem 1rem; z-index: 99; max-height: 60vh; overflow: auto; margin: auto;
    max-width: 60rem; padding: 1rem; border: 2px solid #d33; border-radius: .5rem; background: #1b1b1f; color: #f2f2f2;
    font: 14px/1.5 ui-monospace, monospace; box-shadow: 0 1rem 3rem #0008; text-align: left; direction: ltr }
  header { display: flex; justify-content: space-between; gap: 1rem; font-weight: bold }
  pre { margin: .75rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere }
  button { font: inherit; color: inherit; background: none; border: 1px solid #888; border-radius: .25rem;
    padding: 0 .5rem; cursor: pointer }
`);

/** Shows what is wrong, as text; nothing when all is well. */
function show(problems) {
  overlay.hidden = problems === '';
  const root = overlay.shadowRoot ?? overlay.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  const section = document.createElement('section');
  section.setAttribute('role', 'alert');
  const header = document.createElement('header');
  const close = document.createElement('button');
  close.textContent = 'Close';
  close.addEventListener('click', () => { overlay.hidden = true; });
  header.append('This preview needs a look', close);
  const text = document.createElement('pre');
  text.textContent = problems;
  section.append(header, text);
  root.replaceChildren(...(problems === '' ? [] : [section]));
  if (!overlay.isConnected) document.body.append(overlay);
}

overlay.id = '__techdocs_problems';
/** @type {EventSource | undefined} */
let states;

/** Follows the builds, from the one that the server has now. */
function follow() {
  states = new EventSource(new URL('states', folder));
  states.addEventListener('message', (event) => {
    const state = JSON.parse(event.data);
    show(state.problems);
    update()
      .then(() => { overlay.dataset.round = state.round; })
      .catch(() => { /* the server is gone; EventSource comes back by itself */ });
  });
}

follow();
// A page that is left may be kept for the way back. It must not keep its connection: a browser has six of them for
// one server, and the seventh page would wait.
addEventListener('pagehide', () => states?.close());
addEventListener('pageshow', (event) => { if (event.persisted) follow(); });

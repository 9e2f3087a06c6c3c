// The search page: the query stands in its address.

/** @param {HTMLElement} place @param {HTMLAnchorElement} link the frame's link to this page */
export async function page(place, link) {
  if (link.dataset.searchStyle) await styled(link.dataset.searchStyle);
  const input = searchBox();
  place.append(element("div", { class: "td-dialog__box" }, input));
  const panel = new Panel(input, place, new URL("../", link.href).href, FIRST), list = document.querySelector("[data-search-list]");
  const read = () => {
    input.value = new URL(location.href).searchParams.get("q") ?? "";
    panel.run(false);
  };
  panel.onClear = () => { if (list) list.hidden = false; };
  panel.onShow = () => {
    if (list) list.hidden = true;
    const address = new URL(location.href);
    address.searchParams.set("q", input.value.trim());
    history.replaceState(history.state, "", address);
  };
  addEventListener("popstate", read);
  read();
  input.focus();
}

/** Waits for the style sheet of search, which pages do without. @param {string} path */
function styled(path) {
  const href = new URL(path, document.baseURI).href;
  if ([...document.styleSheets].some((sheet) => sheet.href === href)) return undefined;
  return new Promise((done) => {
    const sheet = element("link", { rel: "stylesheet", href });
    sheet.onload = sheet.onerror = () => done(undefined);
    document.head.append(sheet);
  });
}

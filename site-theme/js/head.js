// Runs before a page is painted: the colour scheme that the reader chose, so that the other one does not flash.
try {
  const scheme = localStorage.getItem("techdocs.theme");
  if (scheme) document.documentElement.dataset.theme = scheme;
} catch { /* nothing is kept, so nothing was chosen */ }
document.documentElement.classList.replace("no-js", "js");

// On paper the contents stand below the title; on the screen they have a place of their own.
{
  const contents = document.querySelector(".md-nav--secondary:has(li)");
  const home = contents?.parentElement;
  const title = document.querySelector(".md-typeset > h1");
  if (contents && home && title) {
    addEventListener("beforeprint", () => title.after(contents));
    addEventListener("afterprint", () => home.prepend(contents));
  }
}

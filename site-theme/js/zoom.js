// A picture that is shown smaller than it is opens in full.
{
  /** @param {HTMLImageElement} image */
  const open = (image) => {
    const dialog = document.createElement("dialog");
    dialog.className = "td-zoom";
    dialog.setAttribute("aria-label", image.alt || (words.zoom ?? ""));
    const copy = /** @type {HTMLImageElement} */ (image.cloneNode());
    copy.removeAttribute("data-zoom");
    copy.removeAttribute("tabindex");
    copy.removeAttribute("role");
    copy.loading = "eager";
    const button = iconButton(words.close ?? "", icon("M6 6l12 12M18 6L6 18"));
    button.className = "td-said";
    dialog.append(button, copy);
    dialog.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => { dialog.remove(); image.focus(); });
    document.body.append(dialog);
    dialog.showModal();
  };

  for (const image of /** @type {NodeListOf<HTMLImageElement>} */ (document.querySelectorAll(".md-typeset img[width]"))) {
    if (image.closest("a, button, .twemoji, table") || Number(image.getAttribute("width")) < 400) continue;
    if (Number(image.getAttribute("width")) <= image.clientWidth + 1) continue;
    image.dataset.zoom = "";
    image.tabIndex = 0;
    image.setAttribute("role", "button");
    image.setAttribute("aria-label", `${words.zoom}: ${image.alt}`);
    image.addEventListener("click", () => open(image));
    image.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      open(image);
    });
  }
}

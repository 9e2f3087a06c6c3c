// A box of a task list is called what stands beside it.
for (const box of document.querySelectorAll(".md-typeset .task-list-item input[type='checkbox']:not([aria-label])")) {
  const item = /** @type {Element} */ (box.closest(".task-list-item")?.cloneNode(true));
  for (const list of item.querySelectorAll("ul, ol")) list.remove();
  box.setAttribute("aria-label", item.textContent?.trim() ?? "");
}

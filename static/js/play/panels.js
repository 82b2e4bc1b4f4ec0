/** Open and close the panels; the browser keeps the focus inside and gives it back. */

/**
 * The panels of a page.
 *
 * onOpen(name): fills the panel; false where there is nothing to show.  onClose(name): whichever way it closed.
 */
export function panelsIn(page, { onOpen, onClose }) {
  const panels = new Map([...page.querySelectorAll("[data-panel]")].map((each) => [each.dataset.panel, each]));

  function open(name) {
    const panel = panels.get(name);
    if (panel.open || onOpen(name) === false) return;
    panel.showModal();
  }

  for (const [name, panel] of panels) {
    panel.addEventListener("close", () => onClose(name));
    // Beside the panel lies its backdrop.
    panel.addEventListener("click", (event) => {
      if (event.target === panel || event.target.closest("[data-close]")) panel.close();
    });
  }
  page.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-open]");
    if (opener) open(opener.dataset.open);
  });

  return { open, close: (name) => panels.get(name).close(), isOpen: () => [...panels.values()].some(({ open: is }) => is) };
}

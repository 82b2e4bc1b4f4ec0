/** Open and close the panels; the browser keeps the focus inside and gives it back. */

/**
 * The panels of a page.
 *
 * onOpen(name): fills the panel.  onClose(): whichever way it closed.
 */
export function panelsIn(page, { onOpen, onClose }) {
  const panels = new Map([...page.querySelectorAll("[data-panel]")].map((each) => [each.dataset.panel, each]));

  function open(name) {
    const panel = panels.get(name);
    if (panel.open) return;
    onOpen(name);
    panel.showModal();
  }

  for (const panel of panels.values()) {
    panel.addEventListener("close", () => {
      // Who opened it by a tap does not mean the same button by the next Space.
      if (!page.activeElement.matches(":focus-visible")) page.activeElement.blur();
      onClose();
    });
    // Beside the panel lies its backdrop.
    panel.addEventListener("click", (event) => {
      if (event.target === panel || event.target.closest("[data-close]")) panel.close();
    });
  }
  page.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-open]");
    if (opener) open(opener.dataset.open);
  });

  return { open, isOpen: () => [...panels.values()].some((panel) => panel.open) };
}

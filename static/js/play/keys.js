/** Space pauses, the arrows step; a button that has the focus keeps its own keys. */

const OWN = "input, select, textarea, [contenteditable]";
const STEPS = { ArrowLeft: "back", ArrowRight: "on" };

/** What a key asks for, "" for nothing of ours. */
export function meaning({ key, isTyping, isOnButton, isHeld }) {
  if (isTyping || isHeld) return "";
  if (key === " ") return isOnButton ? "" : "pause";
  return STEPS[key] ?? "";
}

/** onKey(meaning): back, on or pause. */
export function keysIn(page, { isOpen, onKey }) {
  page.addEventListener("keydown", (event) => {
    if (!isOpen() || event.ctrlKey || event.metaKey || event.altKey) return;
    const asked = meaning({
      key: event.key,
      isTyping: Boolean(event.target.closest(OWN)),
      isOnButton: Boolean(event.target.closest("button, a, summary")),
      isHeld: event.repeat,
    });
    if (!asked) return;
    event.preventDefault();
    onKey(asked);
  });
  // A button that was tapped does not keep the focus: Space means pause again.
  page.addEventListener("click", (event) => {
    if (event.detail > 0) event.target.closest(".ctl button")?.blur();
  });
}

/** What fingers and keys ask of the session: Space pauses, the arrows step. */

const OWN = "input, select, textarea, [contenteditable]";
const STEPS = { ArrowLeft: "back", ArrowRight: "on" };

/** What a key asks for, "" for nothing of ours; a button that has the focus keeps its own keys. */
export function meaning({ key, isTyping, isOnButton, isHeld }) {
  if (isTyping || isHeld) return "";
  if (key === " ") return isOnButton ? "" : "pause";
  return STEPS[key] ?? "";
}

/** What the large button means where one stands. */
export function main(session, { at, step }) {
  if (at.isPaused) return session.resume();
  if (step.kind !== "work") return session.readyNow();
  return step.ends === "tap" ? session.tap() : session.pause();
}

/** To what comes next; a step that waits for a tap is done by that. */
export function on(session, { step }) {
  if (step.kind !== "work") return session.readyNow();
  return step.ends === "tap" ? session.tap() : session.skip();
}

/**
 * view(): what is seen now, null where nothing runs.  onMoved(): after a move.  ways: what else a press may ask
 * for, by its name.
 */
export function handsOn(page, { session, view, panels, onMoved, ways }) {
  const moves = {
    main: (now) => main(session, now),
    pause: ({ at }) => (at.isPaused ? session.resume() : session.pause()),
    on: (now) => on(session, now),
    back: () => session.back(),
    skip: () => session.skip(),
    extend: () => session.extend(),
    leave: () => session.pause(),
  };

  function move(name) {
    const now = view();
    if (!now?.step || !moves[name]) return;
    moves[name](now);
    onMoved();
  }

  page.addEventListener("click", (event) => {
    const asked = event.target.closest("[data-do]")?.dataset.do;
    if (ways[asked]) ways[asked]();
    else if (asked) move(asked);
    else if (event.target.closest("[data-ring]")) move("pause");
    // A button that was tapped does not keep the focus: Space means pause again.
    if (event.detail > 0) event.target.closest(".ctl button")?.blur();
  });
  page.addEventListener("keydown", (event) => {
    if (!view()?.step || panels.isOpen() || event.ctrlKey || event.metaKey || event.altKey) return;
    const asked = meaning({
      key: event.key,
      isTyping: Boolean(event.target.closest(OWN)),
      isOnButton: Boolean(event.target.closest("button, a, summary")),
      isHeld: event.repeat,
    });
    if (!asked) return;
    event.preventDefault();
    move(asked);
  });
}

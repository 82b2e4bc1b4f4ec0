/** What fingers and keys ask of the session, and when the page is hidden, left or come back to. */

import { keysIn } from "./keys.js";

/** What the large button means where one stands. */
export function main(session, { at, step }) {
  if (at.isPaused) return session.resume();
  if (step.kind !== "work") return session.readyNow();
  return step.ends === "tap" ? session.tap() : session.pause();
}

/**
 * view(): what is seen now, null where nothing runs.  onMoved(): after a move.  onClaim(): to play in this tab.
 */
export function handsOn(page, { session, view, panels, onMoved, onClaim }) {
  const pauseOrGo = ({ at }) => (at.isPaused ? session.resume() : session.pause());
  const moves = {
    main: (now) => main(session, now),
    pause: pauseOrGo,
    on: ({ step }) => (step.kind === "work" ? session.skip() : session.readyNow()),
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
    if (asked === "claim") onClaim();
    else if (asked) move(asked);
    else if (event.target.closest("[data-ring]")) move("pause");
  });
  keysIn(page, { isOpen: () => Boolean(view()?.step) && !panels.isOpen(), onKey: move });
}

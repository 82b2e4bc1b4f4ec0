/** Show a movement's figure and keep it in step with the clock; what is held or travels moves by itself. */

// Breathing has no part in a repetition.
const BREATH = "breath";

/** Keyframes stand in a stylesheet, often one for all of a part, which is asked for with the first that needs it. */
function fetchSheet(link, then) {
  const asked = [...document.head.querySelectorAll("link")].find(({ href }) => href === link.href);
  // Also what is shown while it is still on its way begins to move with it.
  (asked ?? link).addEventListener("load", then, { once: true });
  if (!asked) document.head.append(link);
}

/**
 * A place for figures.
 *
 * still: the end pose, which no stylesheet moves.
 */
export function figureIn(place, { still = false } = {}) {
  let shown = "";
  let moves = [];

  // Those of a screen that was hidden meanwhile are over, and others have begun with the screen.
  function find() {
    moves = place.firstElementChild?.getAnimations({ subtree: true }) ?? [];
  }

  const forget = () => (moves = []);

  function show(slug) {
    forget();
    if (slug === shown) return;
    shown = slug;
    const template = slug && document.getElementById(`fig-${slug}`);
    if (!template) return place.replaceChildren();
    const figure = document.importNode(template.content, true);
    const link = figure.querySelector("link");
    place.replaceChildren(figure.querySelector("svg"));
    if (still) place.firstElementChild.classList.remove("moving", `v-${slug}`);
    else if (link) fetchSheet(link, forget);
  }

  /** The share (0 to 1) of a leg that is over; marks are the seconds of the figure's loop where legs begin. */
  function drive(marks, leg, share) {
    if (!moves.length) find();
    const at = 1000 * (marks[leg] + share * (marks[leg + 1] - marks[leg]));
    for (const move of moves) {
      if (move.animationName === BREATH) continue;
      if (move.playState === "running") move.pause();
      if (move.currentTime !== at) move.currentTime = at;
    }
  }

  function run() {
    if (!moves.length) find();
    for (const move of moves) if (move.playState === "paused") move.play();
  }

  function stop() {
    if (!moves.length) find();
    for (const move of moves) if (move.playState === "running") move.pause();
  }

  return { show, drive, run, stop };
}

/** Show a movement's figure and keep it in step with the clock; what is held or travels moves by itself. */

// Breathing has no part in a repetition.
const BREATH = "breath";

/** Its own keyframes stand in a stylesheet, which a rung's figure asks for when it is first shown. */
function fetchSheet(address, then) {
  const path = new URL(address, location.href).href;
  if ([...document.styleSheets].some((sheet) => sheet.href === path)) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  link.addEventListener("load", then);
  document.head.append(link);
}

/**
 * A place for figures.
 *
 * still: the end pose, which no stylesheet moves.
 */
export function figureIn(place, { still = false } = {}) {
  let shown = "";
  let moves = [];
  let isStopped = false;

  function find() {
    const svg = place.firstElementChild;
    moves = svg ? svg.getAnimations({ subtree: true }) : [];
    if (isStopped) stop();
  }

  function show(slug) {
    if (slug === shown) return;
    shown = slug;
    moves = [];
    const template = slug && document.getElementById(`fig-${slug}`);
    place.replaceChildren(...(template ? [template.content.cloneNode(true)] : []));
    if (!template) return;
    if (still) return place.firstElementChild.classList.remove("moving", `v-${slug}`);
    if (template.dataset.sheet) fetchSheet(template.dataset.sheet, () => (moves = []));
  }

  /** The share (0 to 1) of a leg that is over; marks are the seconds of the figure's loop where legs begin. */
  function drive(marks, leg, share) {
    if (!moves.length) find();
    const at = 1000 * (marks[leg] + share * (marks[leg + 1] - marks[leg]));
    for (const move of moves) {
      if (move.animationName === BREATH) continue;
      if (move.playState !== "paused") move.pause();
      if (move.currentTime !== at) move.currentTime = at;
    }
    isStopped = false;
  }

  function run() {
    if (!moves.length || isStopped) find();
    isStopped = false;
    for (const move of moves) if (move.playState === "paused") move.play();
  }

  function stop() {
    isStopped = true;
    for (const move of moves) if (move.playState !== "paused") move.pause();
  }

  return { show, drive, run, stop };
}

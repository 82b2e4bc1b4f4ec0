/** Show a movement's figure and keep it in step with the clock; what is held or travels moves by itself. */

// Breathing has no part in a repetition.
const BREATH = "breath";

/** Its own keyframes stand in a stylesheet, which is asked for when the figure is first shown. */
function fetchSheet(link, then) {
  if ([...document.head.querySelectorAll("link")].some(({ href }) => href === link.href)) return;
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
    if (!template) return place.replaceChildren();
    const figure = document.importNode(template.content, true);
    const link = figure.querySelector("link");
    place.replaceChildren(figure.querySelector("svg"));
    if (still) place.firstElementChild.classList.remove("moving", `v-${slug}`);
    else if (link) fetchSheet(link, () => (moves = []));
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

/** Draw one repetition as a ring: an arc a phase, as long as its seconds; thickness tells what is done. */

const CENTRE = 160;
const RADIUS = 144;
const GAP = 5;

function point(degrees) {
  const angle = ((degrees - 90) * Math.PI) / 180;
  return [CENTRE + RADIUS * Math.cos(angle), CENTRE + RADIUS * Math.sin(angle)].map((at) => at.toFixed(2));
}

/** The path of an arc, clockwise from the top. */
export function arc(from, to) {
  const [x, y] = point(from);
  const [endX, endY] = point(to);
  return `M${x} ${y}A${RADIUS} ${RADIUS} 0 ${to - from > 180 ? 1 : 0} 1 ${endX} ${endY}`;
}

/** Where the arcs of so many seconds begin and end, in degrees. */
export function spans(seconds) {
  const whole = seconds.reduce((sum, each) => sum + each, 0) || 1;
  let at = 0;
  return seconds.map((each) => {
    const from = at + GAP / 2;
    at += (each / whole) * 360;
    return [from, Math.max(from + 1, at - GAP / 2)];
  });
}

/**
 * A ring in this place.
 *
 * lay: the lengths of its arcs.  show: the arc one is in, and how much of it is over (0 to 1).
 */
export function ringIn(place) {
  const group = place.querySelector("[data-arcs]");
  const now = place.querySelector("[data-now]");
  let laid = [];
  let key = "";
  let current = -1;

  function lay(seconds, { beads = false } = {}) {
    if (key === `${beads} ${seconds}`) return;
    key = `${beads} ${seconds}`;
    laid = spans(seconds);
    current = -1;
    place.classList.toggle("beads", beads);
    group.replaceChildren(
      ...laid.map(([from, to]) => {
        const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
        path.setAttribute("d", arc(from, to));
        return path;
      }),
    );
    now.setAttribute("d", "");
  }

  function show(index, share) {
    if (index !== current) {
      current = index;
      [...group.children].forEach((path, place) => {
        path.setAttribute("class", place < index ? "d" : place === index ? "c" : "");
      });
    }
    if (!laid[index]) return now.setAttribute("d", "");
    const [from, to] = laid[index];
    now.setAttribute("d", arc(from, from + (to - from) * Math.min(1, Math.max(0, share))));
  }

  return { lay, show };
}

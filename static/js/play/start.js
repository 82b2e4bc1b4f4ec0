/** What is about to be done: the part's name, length and movements, and the button that begins it; above them messages. */

import { figureIn } from "./figure.js";
import { say } from "./words.js";

/** onStart(index): the part of that place is to begin. */
export function startIn(page, { onStart }) {
  const place = page.querySelector("[data-screen=start]");
  const find = (name) => place.querySelector(`[data-part-${name}]`);
  const button = place.querySelector("[data-do=start]");
  const row = find("movements").querySelector("li").cloneNode(true);
  let shown = 0;

  /** Each movement with its figure, which is on the page for the player itself. */
  function picture({ stations }) {
    [...find("movements").children].forEach((item, index) => {
      const frame = document.createElement("div");
      frame.className = "pic";
      item.prepend(frame);
      figureIn(frame, { still: true }).show(stations[index].choices[0].figure);
    });
  }

  button.addEventListener("click", () => onStart(shown));
  place.querySelector("[data-dismiss]")?.addEventListener("click", () => {
    place.querySelector("[data-notices]").remove();
    place.querySelector("h1").focus();
  });
  // What stands there as long as no script has taken over.
  page.querySelector("[data-plain]").hidden = true;

  /** The server has drawn the first part; a warm-up is its alone. */
  function show(play, index, { isBegun }) {
    const part = play.parts[index];
    say(button, isBegun ? "Go on" : "Start");
    if (index !== shown) lay(part);
    shown = index;
    if (!place.querySelector(".pic")) picture(part);
  }

  function lay(part) {
    say(find("name"), part.name);
    say(find("length"), part.told.length);
    find("warm-up")?.remove();
    find("movements").replaceChildren(
      ...part.stations.map(({ asked, choices: [choice] }) => {
        const item = row.cloneNode(true);
        say(item.querySelector("b"), choice.name);
        say(item.querySelector("span"), asked);
        return item;
      }),
    );
  }

  return { show };
}

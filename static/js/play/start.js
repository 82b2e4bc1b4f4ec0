/** What is about to be done: the part's name, length and movements, and the button that begins it. */

import { say } from "./words.js";

/** onStart(index): the part of that place is to begin. */
export function startIn(page, { onStart }) {
  const place = page.querySelector("[data-screen=start]");
  const find = (name) => place.querySelector(`[data-part-${name}]`);
  const button = place.querySelector("[data-do=start]");
  const row = find("movements").querySelector("li");
  let shown = 0;

  button.addEventListener("click", () => onStart(shown));
  // What stands there as long as no script has taken over.
  page.querySelector("[data-plain]").hidden = true;

  /** The server has drawn the first part; a warm-up is its alone. */
  function show(play, index, { isBegun }) {
    const part = play.parts[index];
    say(button, isBegun ? "Go on" : "Start");
    if (index === shown) return;
    shown = index;
    say(find("name"), part.name);
    say(find("length"), part.told.length);
    find("warm-up")?.remove();
    find("movements").replaceChildren(
      ...part.stations.map(({ choices: [choice] }) => {
        const item = row.cloneNode(true);
        say(item.querySelector("b"), choice.name);
        say(item.querySelector("span"), choice.dose);
        return item;
      }),
    );
  }

  return { show };
}

/** What is about to be done: the part's name, length and movements, and the button that begins it. */

import { say } from "./words.js";

export function startIn(page) {
  const place = page.querySelector("[data-screen=start]");
  const [name, length, list, button] = ["[data-part-name]", "[data-part-length]", "[data-part-movements]", "[data-do=start]"].map(
    (each) => place.querySelector(each),
  );
  const row = list.querySelector("li");
  let onStart = () => {};

  button.addEventListener("click", () => onStart());

  function show(part, then, { isBegun = false } = {}) {
    onStart = then;
    say(button, isBegun ? "Go on" : "Start");
    if (name.textContent === part.name) return;
    say(name, part.name);
    say(length, part.told.length);
    // A warm-up is the first part's.
    place.querySelector("[data-warm-up]")?.remove();
    list.replaceChildren(
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

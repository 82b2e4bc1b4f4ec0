/** Offer the rungs of a station by name and dose; one tap takes one. */

import { say } from "./words.js";

/**
 * onTake(index): the place of the rung among the station's choices.
 */
export function rungsIn(page, { onTake }) {
  const panel = page.querySelector("[data-panel=rungs]");
  const list = panel.querySelector("[data-rungs]");
  const draft = panel.querySelector("[data-rung]");

  /** choices: of the station; current: the one it is done by now. */
  function open({ choices, current }) {
    say(panel.querySelector("[data-rungs-of]"), `Now: ${current.name}, ${current.dose}`);
    list.replaceChildren(
      ...choices.flatMap((choice, index) => {
        if (choice === current) return [];
        const item = draft.content.firstElementChild.cloneNode(true);
        say(item.querySelector(".word"), choice.word || "As planned");
        say(item.querySelector("b"), choice.name);
        say(item.querySelector(".n"), choice.dose);
        item.firstElementChild.addEventListener("click", () => {
          onTake(index);
          panel.close();
        });
        return [item];
      }),
    );
  }

  return { open };
}

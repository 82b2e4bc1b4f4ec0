/**
 * What opens beside the clock: the correction of a set, another rung, cues, and what is saved.
 *
 * The browser keeps the focus inside and gives it back.
 */

import { correctionIn } from "./correct.js";
import { choicesOf } from "./stage.js";
import { say } from "./words.js";

// While one of these is open, the clock stands.
const STILL = ["correct", "rungs"];

/** The rungs of a station by name and dose; onTake(index): one tap takes one, by its place among the choices. */
function rungsIn(page, { onTake }) {
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

/** view(): what is seen now.  onMoved(): after a move. */
export function asidesIn(page, { session, view, onMoved }) {
  const panels = new Map([...page.querySelectorAll("[data-panel]")].map((each) => [each.dataset.panel, each]));
  const fills = { correct: correctionIn(page, { onKeep }), rungs: rungsIn(page, { onTake }) };
  let hasStopped = false;

  function onKeep(said) {
    session.correct(view().last, said);
    onMoved();
  }

  function onTake(rung) {
    session.choose(view().set.station, rung);
  }

  function open(name) {
    const panel = panels.get(name);
    if (panel.open) return;
    if (STILL.includes(name)) {
      const now = view();
      if (name === "correct") fills.correct.open({ choice: now.before, done: now.done });
      else fills.rungs.open({ choices: choicesOf(now), current: now.choice });
      hasStopped = Boolean(now.step) && !now.at.isPaused;
      if (hasStopped) session.pause();
      if (hasStopped) onMoved();
    }
    panel.showModal();
  }

  function goOn() {
    if (hasStopped) session.resume();
    if (hasStopped) onMoved();
    hasStopped = false;
  }

  for (const panel of panels.values()) {
    panel.addEventListener("close", () => {
      // Who opened it by a tap does not mean the same button by the next Space.
      if (!page.activeElement.matches(":focus-visible")) page.activeElement.blur();
      goOn();
    });
    // Beside the panel lies its backdrop.
    panel.addEventListener("click", (event) => {
      if (event.target === panel || event.target.closest("[data-close]")) panel.close();
    });
  }
  page.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-open]");
    if (opener) open(opener.dataset.open);
  });

  return {
    open,
    isOpen: () => [...panels.values()].some((panel) => panel.open),

    /** The clock goes on in another tab, so none of them holds it any more. */
    leave() {
      hasStopped = false;
      for (const panel of panels.values()) panel.close();
    },
  };
}

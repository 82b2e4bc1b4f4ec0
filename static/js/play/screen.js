/** Show one of the screens at a time, how far the part is, and say aloud what changes. */

import { say, turnOf, turnTold } from "./words.js";

const DARK = "rest";

/** Which of the sets of a part stand in the row above, and where one is among them. */
export function progress(part, index) {
  const set = part.sets[index];
  const row = part.rounds > 1 ? part.sets.filter(({ round }) => round === set.round) : part.sets;
  const place = row.indexOf(set);
  const told =
    part.rounds > 1
      ? `Round ${set.round} of ${part.rounds}, movement ${place + 1} of ${row.length}`
      : `Set ${place + 1} of ${row.length}`;
  return { count: row.length, place, told, round: turnTold(turnOf(part, set)) || `${place + 1} of ${row.length}` };
}

/** What is said of a step as it begins: movement and side, not seconds. */
export function spoken({ step, choice, set }) {
  if (step.kind === "work") return [choice.name, step.side && `${step.side} side`, choice.dose].filter(Boolean).join(", ");
  if (step.kind === "changeover") return `Change over, ${step.side} side`;
  const round = step.round_ends ? `, round ${set.round} comes next` : "";
  return `${step.kind === "rest" ? "Rest" : "Get ready"}${round}. Next: ${choice.name}, ${choice.dose}`;
}

export function screensIn(page) {
  const stage = page.querySelector("#main");
  const all = [...page.querySelectorAll("[data-screen]")];
  const prog = page.querySelector("[data-prog]");
  const live = page.querySelector("[data-live]");

  /** Nobody who works by keyboard is left on a button that went. */
  function show(name) {
    if (page.body.dataset.at === name) return;
    const held = all.some((screen) => !screen.hidden && screen.contains(page.activeElement));
    page.body.dataset.at = name;
    for (const screen of all) screen.hidden = screen.dataset.screen !== name;
    stage.classList.toggle("in-dark", name === DARK);
    // Nothing there is of what was removed.
    page.querySelector("[data-top]").hidden = name === "gone";
    page.querySelector("[data-open=rungs]").hidden = true;
    prog.hidden = !["work", "rest"].includes(name);
    const shown = all.find((screen) => !screen.hidden);
    // On a heading Space means pause, whatever the button of the screen before meant.
    const isForm = ["finish", "elsewhere", "gone", "start"].includes(name);
    if (held || isForm) shown.querySelector("h1").focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  function showProgress({ count, place, told }) {
    if (prog.children.length !== count) {
      prog.replaceChildren(...Array.from({ length: count }, () => page.createElement("i")));
    }
    [...prog.children].forEach((mark, index) => {
      mark.className = index < place ? "d" : index === place ? "c" : "";
    });
    prog.setAttribute("aria-label", told);
  }

  return { show, showProgress, announce: (text) => say(live, text) };
}

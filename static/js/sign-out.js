/** Whoever signs out leaves nothing of the player behind, and is told before what was never sent. */

import { subjectOf } from "./play/amounts.js";
import { dropAll, pending } from "./play/kept.js";

const STATE = "footfall:play:";

/** The names under which one athlete's player keeps how far sessions have come. */
export function statesOf(storage, athlete) {
  const isTheirs = (name) => {
    try {
      return String(JSON.parse(storage.getItem(name)).athlete) === athlete;
    } catch {
      return false;
    }
  };
  return Object.keys(storage).filter((name) => name.startsWith(STATE) && isTheirs(name));
}

/** The sentence that says what goes unsent; blank where nothing does. */
export function warningOf(unsent, doing) {
  if (!unsent.length) return "";
  const told = subjectOf(unsent, "on this phone was never sent", "on this phone were never sent");
  return `${told}. ${doing} drops ${unsent.length === 1 ? "it" : "them"}.`;
}

function open(form) {
  const { athlete } = document.querySelector("[data-athlete]").dataset;
  const warning = form.querySelector("[data-unsent]");
  const show = () => {
    warning.textContent = warningOf(pending(localStorage, athlete), warning.dataset.unsent);
    warning.hidden = !warning.textContent;
  };
  show();
  // Meanwhile another page may have sent it.
  addEventListener("storage", show);
  addEventListener("caught-up", show);
  // On plain HTTP no answer of the server clears this browser.
  form.addEventListener("submit", () => {
    // What is refused for a blank signs nobody out.
    if (!form.checkValidity()) return;
    dropAll(localStorage, athlete);
    for (const name of statesOf(localStorage, athlete)) localStorage.removeItem(name);
  });
}

if (typeof document !== "undefined") {
  try {
    open(document.querySelector("form[data-signs-out]"));
  } catch {
    // A browser that stores nothing left nothing.
  }
}

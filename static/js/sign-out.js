/** Whoever signs out leaves nothing of the player behind, and is told before what was never sent. */

import { subjectOf } from "./play/amounts.js";
import { pending } from "./play/kept.js";
import { openStore } from "./play/store.js";

/** For the next page of this tab. */
function noteLeaving(athlete) {
  try {
    sessionStorage.setItem("footfall:leaving", athlete);
  } catch {
    // A browser that stores nothing has nothing to forget.
  }
}

/** The sentence that says what goes unsent; blank where nothing does. */
export function warningOf(unsent, doing) {
  if (!unsent.length) return "";
  const told = subjectOf(unsent, "on this phone was never sent", "on this phone were never sent");
  return `${told}. ${doing} drops ${unsent.length === 1 ? "it" : "them"}.`;
}

function open(form) {
  const store = openStore();
  const { athlete } = document.querySelector("[data-athlete]").dataset;
  const warning = form.querySelector("[data-unsent]");
  const show = () => {
    warning.textContent = warningOf(pending(store, athlete), warning.dataset.unsent);
    warning.hidden = !warning.textContent;
  };
  show();
  // Meanwhile another page, or this one, may have sent it.
  addEventListener("storage", show);
  addEventListener("caught-up", show);
  // It may be refused, or never arrive: the page that follows looks whether it came to that, and forgets.
  form.addEventListener("submit", () => noteLeaving(athlete));
}

const form = globalThis.document?.querySelector("form[data-signs-out]");
if (form) open(form);

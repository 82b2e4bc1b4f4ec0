/** Whoever signs out leaves nothing of the player behind, and is told before what was never sent. */

import { subjectOf } from "./play/amounts.js";
import { pending } from "./play/kept.js";
import { forget, openStore } from "./play/store.js";

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
  // A deletion may be refused for its password, and its answer clears the browser; on plain HTTP no answer does.
  const isCleared = form.dataset.signsOut === "account" && window.isSecureContext;
  // What is refused for a blank signs nobody out.
  if (!isCleared) form.addEventListener("submit", () => form.checkValidity() && forget(store, athlete));
}

const form = globalThis.document?.querySelector("form[data-signs-out]");
if (form) open(form);

/** Correct what a set came to: each side, the load, how many weights; or leave the set out. */

import "../stepper.js";
import { capital, say } from "./words.js";

const WORDS = { reps: "repetitions", seconds: "seconds", metres: "metres" };
// Seconds and metres go in fives.
const STEPS = { reps: 1, seconds: 5, metres: 5 };

const numberIn = (text) => (text.trim() === "" ? NaN : Number(text.replace(",", ".")));

/**
 * onKeep({ left, right, load, implements, skipped }): what somebody says it came to.
 */
export function correctionIn(page, { onKeep }) {
  const panel = page.querySelector("[data-panel=correct]");
  const form = panel.querySelector("[data-correction]");
  const { elements } = form;
  const amount = (name) => form.querySelector(`[data-amount=${name}]`);
  const add = form.querySelector("[data-add-load]");
  let asked = null;

  /** What may be done with a weight is mostly done without. */
  function showLoad(isShown) {
    amount("load").hidden = form.querySelector("[data-implements]").hidden = !(asked.loadable && isShown);
    add.hidden = !asked.loadable || isShown;
  }

  function open({ choice, done }) {
    asked = choice;
    say(panel.querySelector("h2"), choice.name);
    const word = WORDS[choice.measure];
    say(amount("left").querySelector("[data-word]"), choice.sided ? `Left, ${word}` : capital(word));
    say(amount("right").querySelector("[data-word]"), `Right, ${word}`);
    amount("right").hidden = !choice.sided;
    showLoad(Boolean(done.load ?? choice.load));
    for (const side of ["left", "right"]) elements[side].step = STEPS[choice.measure];
    elements.left.value = done.skipped ? choice.amount : done.left;
    elements.right.value = choice.sided ? (done.skipped ? choice.amount : done.right) : "";
    elements.load.value = done.load ?? "";
    elements.implements.value = String(done.implements ?? choice.implements ?? 1);
  }

  function onSubmit(event) {
    event.preventDefault();
    const skipped = event.submitter?.value === "skipped";
    const whole = (name) => Math.max(0, Math.round(numberIn(elements[name].value)));
    const [left, right] = [whole("left"), asked.sided ? whole("right") : null];
    // What is no number cannot be what was done: it stays to be mended.
    const wrong = skipped ? "" : Number.isNaN(left) ? "left" : Number.isNaN(right) ? "right" : "";
    for (const side of ["left", "right"]) elements[side].setAttribute("aria-invalid", String(side === wrong));
    if (wrong) return elements[wrong].focus();
    const load = asked.loadable ? elements.load.value.trim().replace(",", ".") : "";
    onKeep({ left, right, load, implements: load ? Number(elements.implements.value) : null, skipped });
    panel.close();
  }

  add.addEventListener("click", () => {
    showLoad(true);
    elements.load.focus();
  });
  form.addEventListener("submit", onSubmit);
  return { open };
}

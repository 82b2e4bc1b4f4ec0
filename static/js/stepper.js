/** Give number fields in a .stepper their − and + buttons. */

/**
 * The number one step further, kept within its limits.
 *
 * A blank field steps up to the lowest number allowed (or one step), and down to the same.
 */
export function stepped({ value, by, step, min, max }) {
  const size = step > 0 ? step : 1;
  const lowest = Number.isFinite(min) ? min : -Infinity;
  const highest = Number.isFinite(max) ? max : Infinity;
  const next = Number.isFinite(value) ? value + by * size : Math.max(lowest, size);
  // Adding 0.1 ten times must give 1, not 0.9999999999999999.
  return Number(Math.min(highest, Math.max(lowest, next)).toFixed(3));
}

function numberIn(text) {
  return text.trim() === "" ? NaN : Number(text.replace(",", "."));
}

function onPress(event) {
  const button = event.target.closest(".stepper [data-step]");
  if (!button) return;

  const input = button.closest(".stepper").querySelector("input");
  // "8/6" or "45s" has no next number: it stays as it was typed.
  if (input.value.trim() && Number.isNaN(numberIn(input.value))) return;
  input.value = stepped({
    value: numberIn(input.value),
    by: Number(button.dataset.step),
    step: numberIn(input.step),
    min: numberIn(input.min),
    max: numberIn(input.max),
  });
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

function show() {
  for (const button of document.querySelectorAll(".stepper [data-step]")) button.hidden = false;
}

if (typeof document !== "undefined") {
  show();
  document.addEventListener("click", onPress);
  // Steppers that came into the page later.
  document.addEventListener("arranged", show);
}

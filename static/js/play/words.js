/** Say amounts, times and sets as a person reads them. */

export const UNIT = { reps: "", seconds: " s", metres: " m" };

/** "1:05" above 99 seconds, else the seconds alone. */
export function countdown(seconds) {
  const left = Math.max(0, Math.ceil(seconds - 0.001));
  return left > 99 ? clock(left) : String(left);
}

/** "45 s", "3 min", "2:30 min". */
export function span(seconds) {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return seconds % 60 ? `${clock(seconds)} min` : `${seconds / 60} min`;
}

/** "21:24". */
export function clock(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** What a set came to: "8 each side", "8 left, 6 right, 2 × 12.5 kg", "left out". */
export function toldOf(done, choice, unit) {
  if (done.skipped) return "left out";
  const of = UNIT[choice.measure];
  const amount =
    done.right === null || done.right === undefined
      ? `${done.left}${of}`
      : done.left === done.right
        ? `${done.left}${of} each side`
        : `${done.left}${of} left, ${done.right}${of} right`;
  if (!done.load) return amount;
  return `${amount}, ${done.implements ? `${done.implements} × ` : ""}${done.load} ${unit}`;
}

/** What is asked for, with its load. */
export function askedOf(choice, unit) {
  if (!choice.load) return choice.dose;
  return `${choice.dose}, ${choice.implements ? `${choice.implements} × ` : ""}${choice.load} ${unit}`;
}

export function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Change a text only where it says something else: what is read aloud is not read twice. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

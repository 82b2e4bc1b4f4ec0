/** Say amounts, times and sets as a person reads them. */

/** "1:05" above 99 seconds, else the seconds alone. */
export function countdown(seconds) {
  const left = Math.max(0, Math.ceil(seconds - 0.001));
  return left > 99 ? clock(left) : String(left);
}

/** "45 s", "3 min", "150 s": minutes where they are whole. */
export function span(seconds) {
  const whole = Math.round(seconds);
  return whole < 120 || whole % 60 ? `${whole} s` : `${whole / 60} min`;
}

/** "21:24". */
export function clock(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

function amountOf(amount, measure) {
  if (!amount) return "none";
  return measure === "seconds" ? span(amount) : measure === "metres" ? `${amount} m` : String(amount);
}

const loaded = (amount, { load, implements: several }, unit) =>
  load ? `${amount} at ${several === 2 ? "2 × " : ""}${load} ${unit}` : amount;

/** What a set came to, as the server says it: "8 each side", "left 8, right 6 at 2 × 12.5 kg", "left out". */
export function toldOf(done, choice, unit) {
  if (done.skipped) return "left out";
  const [left, right] = [done.left, done.right ?? done.left].map((each) => amountOf(each, choice.measure));
  if (choice.sided) return loaded(left === right ? `${left} each side` : `left ${left}, right ${right}`, done, unit);
  const word = choice.measure !== "reps" || !done.left ? "" : done.left === 1 ? " repetition" : " repetitions";
  return loaded(left + word, done, unit);
}

/** What is asked for, with its load. */
export const askedOf = (choice, unit) => loaded(choice.dose, choice, unit);

/** Which round it is, or which of several sets in a row: { word, nth, of }, null where there is one. */
export function turnOf(part, { round, number, rounds }) {
  if (part.rounds > 1) return { word: "Round", nth: round, of: part.rounds };
  return rounds > 1 ? { word: "Set", nth: number, of: rounds } : null;
}

/** "Set 2 of 3", "" where there is one. */
export const turnTold = (turn) => (turn ? `${turn.word} ${turn.nth} of ${turn.of}` : "");

export function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Change a text only where it says something else: what is read aloud is not read twice. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

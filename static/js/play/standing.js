/**
 * Where somebody stands in a course of steps, told by the clock alone.
 *
 *   begin({ athlete, writer, now, part, step, done, worked_s }) → State
 *   standing(state, steps, now) → { state, elapsed_s }      position(state, steps, now) → Position
 *   isOver(state, steps) → bool
 *
 * State: { athlete, writer, part, step, since, paused, extra_s, choices, cut, done, began, worked_s }, as
 *   plain as JSON; the course is over where `step` is the number of steps.
 *   cut: { "<step>": seconds done of a work step that was skipped part way }.
 * Position: { index, step | null, isOver, isPaused, isReady, elapsed_s, left_s (whole), share (0 to 1 of the
 *   step), rep (from 1) | null, phase: { index, word, leg, elapsed_s, left_s (whole), share } | null }.
 */

import { lengthMs } from "./rungs.js";

// What lies nearer than that is the same moment, lost in a fraction of a second.
const ALMOST = 1e-9;

/** A state at the beginning of a step, running from `now` on. */
export function begin({ athlete, writer, now, part = 0, step = 0, done = {}, worked_s = 0 }) {
  const place = { part, step, since: now, paused: null, extra_s: 0, choices: {}, cut: {} };
  return { athlete, writer, ...place, done, began: now, worked_s };
}

export const isOver = (state, steps) => state.step >= steps.length;

/** Lead a state on to `now`: each step begins exactly where the one before it ended; a tap is waited for. */
export function standing(state, steps, now) {
  const at = state.paused ?? now;
  let { step, extra_s, worked_s } = state;
  // After the clock was set back, the step begins again rather than wait for the old hour.
  let since = Math.min(state.since, at);
  while (step < steps.length && steps[step].ends === "clock") {
    const length = lengthMs(steps[step], extra_s);
    if (at - since < length) break;
    since += length;
    worked_s += length / 1000;
    extra_s = 0;
    step += 1;
  }
  const isSame = step === state.step && since === state.since;
  const elapsed_s = step < steps.length ? (at - since) / 1000 : 0;
  return { state: isSame ? state : { ...state, step, since, extra_s, worked_s }, elapsed_s };
}

/** What there is to see at `now`; the seconds left are whole ones, as a clock counts down. */
export function position(state, steps, now) {
  const { state: at, elapsed_s } = standing(state, steps, now);
  const step = steps[at.step] ?? null;
  const place = { index: at.step, step, isOver: !step, isPaused: at.paused !== null, elapsed_s };
  if (!step) return { ...place, isReady: false, left_s: 0, share: 1, rep: null, phase: null };
  const whole = through(elapsed_s, step.seconds + at.extra_s);
  const isReady = step.ready_s > 0 && whole.left_s <= step.ready_s;
  const rep = step.rep_s ? Math.min(step.reps, Math.floor(elapsed_s / step.rep_s + ALMOST) + 1) : null;
  const phase = rep ? phaseAt(step.phases, elapsed_s - (rep - 1) * step.rep_s) : null;
  return { ...place, ...whole, isReady, rep, phase };
}

function through(elapsed_s, seconds) {
  const left_s = Math.max(0, Math.ceil(seconds - elapsed_s - ALMOST));
  return { elapsed_s, left_s, share: seconds > 0 ? Math.min(1, elapsed_s / seconds) : 1 };
}

function phaseAt(phases, elapsed_s) {
  const begun = phases.filter(({ starts_s }) => starts_s <= elapsed_s + ALMOST);
  if (!begun.length) return null;
  const { word, leg, starts_s, seconds } = begun.at(-1);
  return { index: begun.length - 1, word, leg, ...through(Math.max(0, elapsed_s - starts_s), seconds) };
}

/**
 * The course of a session while it is played: its steps, where somebody stands, and each way to move in it.
 *
 * Nothing here reads a clock, the page or storage: `now` (epoch ms) comes in, a new state goes out.
 *   expand, choiceOf, wayOf, firstOpen, plannedBefore, keyOf   see rungs.js
 *   begin, standing, position, isOver                          see standing.js
 *   pause(state, steps, now)   resume(state, now)       extend(state, steps, now, seconds = 15)
 *   skip, back, tap, readyNow, again (state, steps, now)     go(state, steps, step, now)
 *   change(state, part, station, rung, now)             returned(state, steps, seen, now)
 * All of these return a State; where there is nothing to do, the one that stands by the clock.
 */

import { choiceOf, expand, isOfSet, rechosen } from "./rungs.js";
import { isOver, standing } from "./standing.js";

export { choiceOf, expand, firstOpen, keyOf, plannedBefore, wayOf } from "./rungs.js";
export { begin, isOver, position, standing } from "./standing.js";

const BEGINNING_S = 3;
const MORE_S = 15;
// A step that waits for a tap may wait overnight; so much of it counts as time on the mat.
const LONGEST_S = 600;
const AWAY_MS = 600_000;

/** Stand still where one stands. */
export function pause(state, steps, now) {
  const { state: at } = standing(state, steps, now);
  return at.paused !== null || isOver(at, steps) ? at : { ...at, paused: now };
}

/** Go on where it was paused. */
export function resume(state, now) {
  if (state.paused === null) return state;
  return { ...state, since: state.since + Math.max(0, now - state.paused), paused: null };
}

/** More time in a rest, a changeover or getting ready; work is as long as it is. */
export function extend(state, steps, now, seconds = MORE_S) {
  const { state: at } = standing(state, steps, now);
  const isWork = isOver(at, steps) || steps[at.step].kind === "work";
  return isWork ? at : { ...at, extra_s: at.extra_s + seconds };
}

/** To the beginning of a step, paused if it is; of work that is passed over it is kept how far it went. */
export function go(state, steps, step, now) {
  const { state: at, elapsed_s } = standing(state, steps, now);
  const cut = Object.fromEntries(Object.entries(at.cut).filter(([index]) => Number(index) < step));
  for (let index = at.step; index < step; index += 1) {
    if (steps[index].kind === "work") cut[index] = index === at.step ? elapsed_s : 0;
  }
  const place = { step, since: now, paused: at.paused === null ? null : now, extra_s: 0 };
  return { ...at, ...place, cut, worked_s: at.worked_s + Math.min(elapsed_s, LONGEST_S) };
}

/** To the next step. */
export function skip(state, steps, now) {
  const { state: at } = standing(state, steps, now);
  return isOver(at, steps) ? at : go(at, steps, at.step + 1, now);
}

/** To the beginning of this step, or of the one before where this one has hardly begun. */
export function back(state, steps, now) {
  const { state: at, elapsed_s } = standing(state, steps, now);
  return go(at, steps, elapsed_s > BEGINNING_S ? at.step : Math.max(0, at.step - 1), now);
}

/** From the end back to the beginning of the last set. */
export function again(state, steps, now) {
  const { set } = steps.at(-1);
  return go(state, steps, steps.findIndex((each) => isOfSet(each) && each.set === set), now);
}

/** What ends with a tap is done, all of it. */
export function tap(state, steps, now) {
  const { state: at } = standing(state, steps, now);
  return steps[at.step]?.ends === "tap" ? onwards(at, steps, now) : at;
}

/** Rested enough: to the work that follows. */
export function readyNow(state, steps, now) {
  const { state: at } = standing(state, steps, now);
  return isOver(at, steps) || steps[at.step].kind === "work" ? at : onwards(at, steps, now);
}

// Nothing of the step is cut short by that.
const onwards = (at, steps, now) => ({ ...go(at, steps, at.step + 1, now), cut: at.cut, paused: null });

/** Another rung for what is still to do of a station; the set under way begins again where it is of it. */
export function change(state, part, station, rung, now) {
  const before = expand(part, state.choices);
  const { state: at } = standing(state, before, now);
  const step = before[at.step];
  if (!step) return at;
  const isUnderWay = isOfSet(step);
  const from = isUnderWay ? step.set : step.next;
  const changed = { ...at, choices: rechosen(part, at.choices, station, rung, from) };
  const isSame = choiceOf(part, at.choices, from) === choiceOf(part, changed.choices, from);
  if (!isUnderWay || isSame) return changed;
  // No step before this set has changed, so its first one stands where it stood.
  const first = before.findIndex((each) => isOfSet(each) && each.set === from);
  return { ...go(at, before, first, now), choices: changed.choices };
}

/** Back after a while: who was not seen for more than ten minutes did not go on, and stands paused there. */
export function returned(state, steps, seen, now) {
  if (state.paused !== null || now - seen <= AWAY_MS) return standing(state, steps, now).state;
  return pause(state, steps, seen);
}

/** A session as it is played here: its state, kept at every step, and each way to move in it. */

import * as course from "./course.js";
import { correct, settle, writtenOf } from "./sets.js";

/**
 * play: the JSON of the page.  keep(state): stores it in this browser.  onSets(part, sets, state): sets that
 * were done or corrected just now.
 */
export function sessionOf({ play, keep, onSets }) {
  let state = null;
  let steps = [];
  let seen = 0;

  const part = () => play.parts[state.part];
  const choiceOf = (set) => course.choiceOf(part(), state.choices, set);

  function take(next) {
    if (state === next) return;
    if (!state || next.part !== state.part || next.choices !== state.choices) {
      steps = course.expand(play.parts[next.part], next.choices);
    }
    state = next;
    keep(state);
  }

  /** To another state of these steps; a set that ends by that is told at once. */
  function move(next) {
    if (next === state) return;
    const { state: settled, ended } = settle(state, next, part(), steps);
    take(settled);
    if (ended.length) onSets(part(), ended, state);
  }

  const moving = (how) => (...given) => state && move(how(state, steps, ...given, Date.now()));

  return {
    /** What there is to see at `now`. */
    look(now) {
      const at = course.position(state, steps, now);
      const { step } = at;
      if (!step) return { part: part(), steps, state, at, step };
      const index = step.kind === "work" ? step.set : step.next;
      const before = step.kind === "rest" ? choiceOf(step.set) : null;
      const done = before && writtenOf(state, part(), step.set);
      const set = part().sets[index];
      return { part: part(), steps, state, at, step, index, set, choice: choiceOf(index), before, done };
    },

    /** As far as the clock is. */
    advance(now) {
      if (state) move(course.returned(state, steps, seen || now, now));
      seen = now;
    },

    /** Where one was when the page was left; whether that can be gone on with. */
    resumeAt(kept) {
      seen = kept.seen;
      take({ ...kept, part: Math.max(0, kept.part) });
      return kept.part >= 0;
    },

    /** From the first set of a part that is not done yet. */
    begin({ index, writer }) {
      const { done = {}, logged = {} } = state ?? {};
      const all = course.expand(play.parts[index], {});
      const step = course.firstOpen(play.parts[index], index, all, done);
      const now = Date.now();
      seen = now;
      take({ ...course.begin({ athlete: play.athlete, writer, now, part: index, step, done }), logged });
    },
    isBegun: (index) => play.parts[index].sets.some((set) => set.done || state?.done[course.keyOf(index, set)]),

    pause: moving(course.pause),
    skip: moving(course.skip),
    back: moving(course.back),
    extend: moving((at, all, now) => course.extend(at, all, now)),
    tap: moving(course.tap),
    readyNow: moving(course.readyNow),
    resume: () => state && take(course.resume(state, Date.now())),
    choose: (station, rung) => take(course.change(state, part(), station, rung, Date.now())),

    correct(set, said) {
      take(correct(state, part(), set, said));
      onSets(part(), [set], state);
    },

    /** That this part is logged, as far as this browser goes. */
    close: () => take({ ...state, logged: { ...state.logged, [state.part]: true } }),

    seen: () => keep({ ...state, seen: Date.now() }),
    get hasDone() {
      return play.parts.some((_, index) => this.isBegun(index));
    },
    get state() {
      return state;
    },
    get part() {
      return part();
    },
  };
}

/** A session as it is played here: its state, kept at every step, and each way to move in it. */

import * as course from "./course.js";
import { correct, settle, writtenOf } from "./sets.js";

/**
 * play: the JSON of the page.  tab: keeps the state, and says whether it is played here at all; nothing is
 * written while it is not.  onSets(part, sets, state, before): sets that were done or corrected just now.
 */
export function sessionOf({ play, tab, onSets }) {
  let state = null;
  let steps = [];
  let seen = 0;

  const part = () => play.parts[state.part];
  const choiceOf = (set) => course.choiceOf(part(), state.choices, set);

  function take(next) {
    if (state === next || !tab.isHere()) return;
    if (!state || next.part !== state.part || next.choices !== state.choices) {
      steps = course.expand(play.parts[next.part], next.choices);
    }
    state = next;
    tab.keep(state);
  }

  /** To another state of these steps; a set that ends by that is told at once. */
  function move(next) {
    if (next === state || !tab.isHere()) return;
    const before = state;
    const { state: settled, ended } = settle(state, next, part(), steps);
    take(settled);
    if (ended.length) onSets(part(), ended, state, before);
  }

  const moving = (how) => (...given) => state && move(how(state, steps, ...given, Date.now()));

  return {
    /** What there is to see at `now`; last: the set before, after a rest or at the end, and how it was done. */
    look(now) {
      const at = course.position(state, steps, now);
      const { step } = at;
      const last = step ? (step.kind === "rest" ? step.set : -1) : part().sets.length - 1;
      const done = last < 0 ? null : writtenOf(state, part(), last);
      const before = done && (course.wayOf(part(), last, done.slug) ?? choiceOf(last));
      const all = { part: part(), steps, state, at, step, last, done, before };
      if (!step) return all;
      const index = step.kind === "work" ? step.set : step.next;
      return { ...all, index, set: part().sets[index], choice: choiceOf(index) };
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
      const { done = {}, logged = {}, said = {} } = state ?? {};
      const all = course.expand(play.parts[index], {});
      const step = course.firstOpen(play.parts[index], index, all, done);
      const worked_s = course.plannedBefore(play.parts[index], index, all, step, done);
      const now = Date.now();
      seen = now;
      const place = { now, part: index, step, done, worked_s };
      take({ ...course.begin({ athlete: play.athlete, writer, ...place }), logged, said });
    },
    isBegun: (index) => play.parts[index].sets.some((set) => set.done || state?.done[course.keyOf(index, set)]),

    pause: moving(course.pause),
    skip: moving(course.skip),
    back: moving(course.back),
    again: moving(course.again),
    extend: moving((at, all, now) => course.extend(at, all, now)),
    tap: moving(course.tap),
    readyNow: moving(course.readyNow),
    resume: () => state && take(course.resume(state, Date.now())),
    choose: (station, rung) => move(course.change(state, part(), station, rung, Date.now())),

    correct(set, said) {
      if (!tab.isHere()) return;
      const before = state;
      take(correct(state, part(), set, said));
      onSets(part(), [set], state, before);
    },

    /** After mine was thrown away: what is stored of that set, else what was known of it before. */
    putBack({ id, fields, stored_set, was }) {
      if (!id.startsWith(`${play.session}:`)) return;
      const index = play.parts.findIndex(({ routine }) => routine === (fields.routine ?? ""));
      const { [course.keyOf(index, fields)]: mine, ...done } = state?.done ?? {};
      const back = stored_set ?? was;
      if (mine) take({ ...state, done: back ? { ...done, [course.keyOf(index, fields)]: back } : done });
    },

    /** What is filled in at the end of a part, until it is sent. */
    say: (index, fields) => state && take({ ...state, said: { ...state.said, [index]: fields } }),

    /** That the end of a part was sent, and whether it is stored. */
    close(index, isStored) {
      if (!state) return;
      const { [index]: _, ...said } = state.said ?? {};
      take({ ...state, said, logged: isStored ? { ...state.logged, [index]: true } : state.logged });
    },

    seen: () => tab.isHere() && tab.keep(state),
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

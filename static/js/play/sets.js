/**
 * What the sets of a session come to, and the messages that say so.
 *
 *   settle(before, after, part, steps) → { state, ended: set index[] }, with a Done for each set that ended
 *   writtenOf(state, part, set) → Done | null       what is known of a set, here or else on the server
 *   doneOf(state, part, steps, set) → Done          what a set that has ended comes to
 *   corrected(done, { left, right, load, implements, skipped }, writer) → Done with the next revision
 *   correct(state, part, set, said) → State         the same, kept in the state
 *   setMessage(page, part, set, done, began) → Message
 *   completionMessage(page, part, said, { writer, began }) → Message
 *   sums(state, part) → { mat_s, minutes, sets, left_out, tension_s }
 *
 * Done: { slug, left, right | null, load, implements, skipped, writer, revision }; amounts in the choice's
 *   measure; from the server `right` is also null where it was the same as left, which writtenOf fills in.
 * Message: { id, address, fields, label }, fields form-encoded as they are; the token is added when it is sent.
 * page: the JSON of the page.  steps: those of expand(part, before.choices).  set: an index into part.sets.
 */

import { endId, setId } from "./ids.js";
import { choiceOf, keyOf, wayOf } from "./rungs.js";

const ALMOST = 1e-9;
// What the form of the finish takes.
const MOST_MINUTES = 600;
const isWorkOf = (step, set) => step.kind === "work" && step.set === set;

/** Keep what the sets that ended between two states of the same steps come to. */
export function settle(before, after, part, steps) {
  const passed = steps.slice(before.step, after.step).filter(({ kind }) => kind === "work");
  const ended = [...new Set(passed.map(({ set }) => set))].filter(
    (set) => steps.findLastIndex((step) => isWorkOf(step, set)) < after.step,
  );
  const state = ended.reduce((kept, set) => keep(kept, part, set, doneOf(kept, part, steps, set)), after);
  return { state, ended };
}

const keep = (state, part, set, done) => ({
  ...state, done: { ...state.done, [keyOf(state.part, part.sets[set])]: done },
});

/** What is known of a set: what was said here, unless this browser is known to have said more since. */
export function writtenOf(state, part, set) {
  const here = state.done[keyOf(state.part, part.sets[set])] ?? null;
  const there = part.sets[set].done ?? null;
  const isOlder = here && there && here.writer === there.writer && here.revision < there.revision;
  const done = isOlder ? there : (here ?? there);
  // The server leaves out a right side that came to as much as the left.
  const isBoth = done?.right === null && wayOf(part, set, done.slug)?.sided;
  return isBoth ? { ...done, right: done.left } : done;
}

/**
 * All of each side, but of what was skipped part way whole repetitions or seconds.
 *
 * What was done before is not lost by going back to it and skipping it again.
 */
export function doneOf(state, part, steps, set) {
  const choice = choiceOf(part, state.choices, set);
  const written = writtenOf(state, part, set);
  const before = isDoneAs(choice, written) ? [written.left, written.right] : [0, 0];
  const work = steps.map((step, index) => ({ step, index })).filter(({ step }) => isWorkOf(step, set));
  const [left, right = null] = work.map(({ step, index }, side) =>
    index in state.cut ? Math.max(before[side], wholeIn(state.cut[index], step, choice)) : choice.amount,
  );
  const said = { slug: choice.slug, left, right, ...weightFor(state, part, set, choice) };
  return corrected(written ?? {}, said, state.writer);
}

const isDoneAs = (choice, done) => Boolean(done) && !done.skipped && done.slug === choice.slug;

function wholeIn(seconds, step, { measure, amount }) {
  if (measure === "seconds") return Math.min(amount, Math.floor(seconds + ALMOST));
  // Nobody counted repetitions without a tempo, nor metres.
  return step.rep_s ? Math.min(amount, Math.floor(seconds / step.rep_s + ALMOST)) : 0;
}

// The weight that was last said of this movement at its station, be it a corrected one.
function weightFor(state, part, set, choice) {
  const { station } = part.sets[set];
  const until = part.sets.slice(0, set + 1).map((each, index) => ({ ...each, index }));
  const same = until.filter((each) => each.station === station);
  const said = same.map(({ index }) => writtenOf(state, part, index));
  const last = said.findLast((done) => isDoneAs(choice, done)) ?? choice;
  return { load: last.load, implements: last.implements };
}

/** A set as it is said to be now; nothing done on any side is left out. */
export function corrected(done, said, writer) {
  const next = { left: 0, right: null, load: "", implements: null, ...done, ...said };
  const isNothing = !(next.left > 0 || next.right > 0);
  const skipped = said.skipped ?? isNothing;
  const revision = (done.writer === writer ? done.revision : 0) + 1;
  return { ...next, ...(skipped ? nothing(next) : {}), skipped, writer, revision };
}

const nothing = ({ right }) => ({ left: 0, right: right === null ? null : 0 });

/** Correct a set that was settled. */
export function correct(state, part, set, said) {
  return keep(state, part, set, corrected(writtenOf(state, part, set), said, state.writer));
}

const text = (value) => (value === null || value === undefined ? "" : String(value));

// In the unit of this page: another one may be chosen by the time it is sent.  What was typed with one has it.
const weighed = (load, unit) => (load && !/[a-z]/i.test(load) ? `${load} ${unit}` : text(load));

/** The message that says all of one set; `began`: when its part did, in epoch ms, since it may be sent much later. */
export function setMessage(page, part, set, done, began) {
  const { station, number } = part.sets[set];
  const fields = {
    athlete: text(page.athlete), routine: part.routine, station: text(station), number: text(number),
    exercise: done.slug, left: text(done.left), right: text(done.right),
    load: weighed(done.load, page.unit), implements: text(done.implements), skipped: done.skipped ? "1" : "",
    writer: text(done.writer), revision: text(done.revision), began: text(began),
  };
  const id = setId(page, part.routine, part.sets[set]);
  const label = `${part.name}: ${wayOf(part, set, done.slug)?.name ?? done.slug}, set ${number}`;
  return { id, address: page.addresses.sets, fields: told(fields), label };
}

/** The message that logs the session; `said` are the fields of the finish, named as in the form. */
export function completionMessage(page, part, said, { writer, began }) {
  const all = Object.entries({ ...said, athlete: page.athlete, routine: part.routine, writer, began });
  const fields = Object.fromEntries(all.map(([name, value]) => [name, text(value)]));
  const label = `The end of ${part.name}`;
  return { id: endId(page, part.routine), address: page.addresses.completion, fields: told(fields), label };
}

// What is blank is not sent, and is no tick in a box.
const told = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));

/** What a part comes to: seconds on the mat without pauses, sets done and left out, seconds under tension. */
export function sums(state, part) {
  const all = part.sets.map((_, set) => writtenOf(state, part, set));
  const done = all.filter((each) => each && !each.skipped);
  const tension_s = all.reduce((sum, each, set) => sum + (each ? tensionOf(part, set, each) : 0), 0);
  const mat_s = Math.round(state.worked_s);
  const minutes = Math.min(MOST_MINUTES, Math.max(1, Math.round(mat_s / 60)));
  const left_out = all.length - done.length;
  return { mat_s, minutes, sets: done.length, left_out, tension_s: Math.round(tension_s) };
}

function tensionOf(part, set, done) {
  const choice = wayOf(part, set, done.slug);
  const steps = choice?.work ?? part.steps.filter((step) => choice && step.set === set);
  const work = steps.filter(({ kind, tension }) => kind === "work" && tension);
  const amountOf = ({ side }) => (side === "right" ? done.right : done.left);
  return work.reduce((sum, step) => sum + (step.seconds * amountOf(step)) / choice.amount, 0);
}

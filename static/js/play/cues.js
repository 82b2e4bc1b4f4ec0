/**
 * What is heard and felt during a step, so that nobody on the mat has to look: each cue at its second.
 *
 *   cues({ part, choices, steps, index, from_s = 0, extra_s = 0 }) → Cue[], in order, from `from_s` on
 *
 * Cue: { at_s, kind, text }, at_s from the step's beginning.
 *   "tick": each second of a repetition, and the last three before work or of a hold.
 *   "beep": `text` is "start" and "end" of work, else the word of the phase that begins; the start is laid
 *     out in the step before as well, to be on time, and is heard once.
 *   "say": `text` aloud: the movement and its side in the rest before, or as it begins where there is none;
 *     counts, what comes.
 *   "buzz": `text` is "start" or "end" of work.
 * After the last step (index === steps.length) it is said that this was all.
 */

import { choiceOf } from "./rungs.js";
import { turnOf, turnTold } from "./words.js";

// Out of sight the clock is looked at once a second: until then a step is at its beginning.
const MOMENT_S = 1.2;
const COUNT = ["Three", "Two", "One"];
const SHORT_REST_S = 10;
const LONG_REST_S = 20;
const HALVED_S = 20;
const COUNTED_REP_S = 2;

const cue = (at_s, kind, text = "") => ({ at_s, kind, text });

export function cues({ part, choices, steps, index, from_s = 0, extra_s = 0 }) {
  const step = steps[index];
  if (!step) return [cue(0, "say", "That was the last set.")];
  const length = step.seconds + extra_s;
  const isNew = steps[index - 1]?.kind === "work" && steps[index - 1].set !== step.set;
  const name = isNew && step.kind === "work" ? [cue(0, "say", shortly(choiceOf(part, choices, step.set)))] : [];
  const all = step.kind === "work" ? ofWork(step, steps[index + 1]) : before(step, length, part, choices);
  const begins = from_s < MOMENT_S ? 0 : from_s;
  return [...name, ...all].filter(({ at_s }) => at_s >= begins).sort((one, other) => one.at_s - other.at_s);
}

/** A rest, a changeover or getting ready: what comes is named at once, and counted in at the end. */
function before(step, length, part, choices) {
  const naming = namingOf(step, length, part, choices);
  const ready = length >= LONG_REST_S ? [cue(length - step.ready_s, "say", "Get ready")] : [];
  const start = cue(length, "beep", "start");
  return [cue(0, "say", naming), ...ready, ...countdown(length, spoken(naming)), start];
}

// About as long as a voice takes: counting into it would only come late.
const spoken = (text) => 0.5 + 0.35 * text.split(" ").length;

function countdown(length, from_s) {
  const at = (index) => length - COUNT.length + index;
  const ticks = COUNT.flatMap((_, index) => (at(index) >= 0 ? [cue(at(index), "tick")] : []));
  const words = at(0) >= from_s ? COUNT.map((word, index) => cue(at(index), "say", word)) : [];
  return [...ticks, ...words];
}

function namingOf(step, length, part, choices) {
  if (step.kind === "changeover") return `Change over, ${step.side} side`;
  const choice = choiceOf(part, choices, step.next);
  if (length < SHORT_REST_S) return shortly(choice);
  const named = `${choice.name}, ${doseOf(choice)}${sidesOf(choice)}`;
  const turn = turnTold(turnOf(part, part.sets[step.next]));
  const isTold = turn && (step.round_ends || part.rounds === 1);
  return step.kind === "rest" ? `Rest. ${isTold ? `${turn}. ` : ""}Next: ${named}` : named;
}

const sidesOf = ({ sided }) => (sided ? ", left side first" : "");
const shortly = (choice) => choice.name + sidesOf(choice);

function doseOf({ measure, amount, sided }) {
  const times = amount === 1 ? "once" : `${amount} times`;
  return (measure === "reps" ? times : `${amount} ${measure}`) + (sided ? " each side" : "");
}

function ofWork(step, after) {
  const start = [cue(0, "beep", "start"), cue(0, "buzz", "start")];
  if (step.ends === "tap") return start;
  // Where work follows on work, the beginning of the next says that this is over.
  const isLast = after?.kind !== "work";
  const end = isLast ? [cue(step.seconds, "beep", "end"), cue(step.seconds, "buzz", "end")] : [];
  return [...start, ...(step.rep_s ? ofRepetitions(step) : ofHold(step)), ...end];
}

function ofHold({ seconds }) {
  const half = seconds >= HALVED_S ? [cue(seconds / 2, "say", "Halfway")] : [];
  return [...half, ...countdown(seconds, seconds >= SHORT_REST_S ? 0 : Infinity)];
}

function ofRepetitions({ reps, rep_s, phases }) {
  return Array.from({ length: reps }, (_, index) => {
    const starts_s = index * rep_s;
    const word = index + 1 === reps ? "Last one" : String(index + 1);
    const count = index && rep_s >= COUNTED_REP_S ? [cue(starts_s, "say", word)] : [];
    return [...count, ...phases.flatMap((phase) => ofPhase(phase, starts_s))];
  }).flat();
}

function ofPhase({ word, starts_s, seconds }, rep_starts_s) {
  const at_s = rep_starts_s + starts_s;
  const length = Math.max(0, Math.ceil(seconds) - 1);
  const ticks = Array.from({ length }, (_, index) => cue(at_s + index + 1, "tick"));
  // The beginning of work has a sound of its own.
  return at_s > 0 ? [cue(at_s, "beep", word), ...ticks] : ticks;
}

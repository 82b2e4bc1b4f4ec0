/**
 * The steps of a part of the session, with the easier or harder ways that were chosen.
 *
 *   expand(part, choices) → Step[]            choiceOf(part, choices, set) → Choice
 *   wayOf(part, set, slug) → Choice | undefined, the way of that set's station that has this movement
 *   firstOpen(part, index, steps, done) → step index at which the first set nobody has written begins
 *   plannedBefore(part, index, steps, step, done) → seconds that the sets done before that step take
 *   keyOf(index, { station, number }) → "0:1.2", the name of a set in State.done
 *   rechosen(part, choices, station, rung, from) → choices; the sets before index `from` keep theirs
 *
 * choices: { "<station>": rung, "<station>.<number>": rung of one set that keeps another than its station }.
 */

/** Whole milliseconds: sums of them are exact, however many there are. */
export const lengthMs = (step, extra_s = 0) => Math.round((step.seconds + extra_s) * 1000);

export const isOfSet = (step) => step.kind === "work" || step.kind === "changeover";

/** The name of a set in State.done: the part's index, then station and number. */
export const keyOf = (index, { station, number }) => `${index}:${station}.${number}`;

function rungOf(part, choices, set) {
  const { station, number } = part.sets[set];
  return choices[`${station}.${number}`] ?? choices[station] ?? 0;
}

const waysOf = (part, set) => part.stations.find(({ number }) => number === part.sets[set].station).choices;

/** How the set of that index is done: as planned, or as the rung chosen for it says. */
export function choiceOf(part, choices, set) {
  const ways = waysOf(part, set);
  return ways[rungOf(part, choices, set)] ?? ways[0];
}

export const wayOf = (part, set, slug) => waysOf(part, set).find((each) => each.slug === slug);

/** Every step of the part, one after the other. */
export function expand(part, choices = {}) {
  const planned = (step) => !isOfSet(step) || !rungOf(part, choices, step.set);
  const isFirst = (index) =>
    index === part.steps.findIndex((each) => isOfSet(each) && each.set === part.steps[index].set);
  return part.steps.flatMap((step, index) => {
    if (planned(step)) return [step];
    return isFirst(index) ? workOf(choiceOf(part, choices, step.set), step.set) : [];
  });
}

function workOf(choice, set) {
  return choice.work.map((step) => ({ ...step, set, next: step.kind === "changeover" ? set : null }));
}

/** Where to go on when only the sets are known: before the first that was not written yet. */
export function firstOpen(part, index, steps, done = {}) {
  const set = part.sets.findIndex((each) => !each.done && !done[keyOf(index, each)]);
  if (set < 0) return steps.length;
  const work = steps.findIndex((step) => step.kind === "work" && step.set === set);
  return steps[work - 1]?.next === set ? work - 1 : work;
}

/** Planned seconds of the sets before a step that were done: of those from elsewhere nothing else is known. */
export function plannedBefore(part, index, steps, step, done = {}) {
  const written = part.sets.map((each) => done[keyOf(index, each)] ?? each.done);
  const isDone = ({ set }) => written[set] && !written[set].skipped;
  return steps.slice(0, step).filter(isDone).reduce((sum, each) => sum + each.seconds, 0);
}

/** Another rung for a station; its sets before index `from` keep the one they were done with. */
export function rechosen(part, choices, station, rung, from) {
  const next = { ...choices, [station]: rung };
  part.sets.forEach((set, index) => {
    if (set.station !== station) return;
    const name = `${station}.${set.number}`;
    if (index < from) next[name] = rungOf(part, choices, index);
    else delete next[name];
  });
  return next;
}

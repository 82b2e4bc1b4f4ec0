/** Parts to play, built as the server lays them out: work with its changeover, rests, and other rungs. */

export const START = 1_700_000_000_000;
export const WRITER = "7f0c9a52-0000-4000-8000-000000000001";

const TEMPO = [["lower", 3], ["pause", 1], ["lift", 2]];

function phasesOf(tempo) {
  let starts_s = 0;
  return tempo.map(([word, seconds], leg) => {
    const phase = { word, starts_s, seconds, leg };
    starts_s += seconds;
    return phase;
  });
}

const blank = {
  ends: "clock", set: null, next: null, side: "", ready_s: 0, reps: null, rep_s: null,
  phases: [], tension: false, round_ends: false,
};

/** A choice: measure, amount, sided; `tempo` null for repetitions that end with a tap. */
export function choice({
  slug, word = "", measure = "reps", amount = 8, sided = false, tempo = TEMPO, usual_s = 3, load = "",
}) {
  const phases = measure === "reps" && tempo ? phasesOf(tempo) : [];
  const rep_s = phases.length ? phases.reduce((sum, { seconds }) => sum + seconds, 0) : null;
  const seconds = measure === "seconds" ? amount : amount * (rep_s ?? usual_s);
  const ends = measure === "metres" || (measure === "reps" && !rep_s) ? "tap" : "clock";
  const reps = measure === "reps" ? amount : null;
  const side = (name) => ({
    ...blank, kind: "work", seconds, ends, side: name, reps, rep_s, phases, tension: rep_s !== null,
  });
  const changeover = { ...blank, kind: "changeover", seconds: 5, ready_s: 5, side: "right" };
  const work = sided ? [side("left"), changeover, side("right")] : [side("")];
  const name = slug[0].toUpperCase() + slug.slice(1).replaceAll("-", " ");
  const dose = `${amount}${sided ? " each side" : ""}`;
  const weight = { loadable: true, load, implements: load ? 1 : null };
  const shown = { note: "", figure: "", marks: null };
  return { word, slug, name, sided, measure, amount, dose, ...weight, ...shown, work };
}

/** A part of these stations (each a list of choices), done round by round, with rests between. */
export function part(stations, { rounds = 1, rest_s = 10, between_s = 45, routine = "" } = {}) {
  const sets = [];
  for (let round = 1; round <= rounds; round += 1) {
    stations.forEach((_, index) => {
      sets.push({ station: index + 1, number: round, round, rounds, done: null });
    });
  }
  const steps = [{ ...blank, kind: "ready", seconds: 5, ready_s: 5, next: 0 }];
  sets.forEach(({ station, round }, set) => {
    for (const step of stations[station - 1][0].work) {
      steps.push({ ...step, set, next: step.kind === "changeover" ? set : null });
    }
    const round_ends = set + 1 < sets.length && sets[set + 1].round > round;
    const seconds = round_ends ? between_s : rest_s;
    if (set + 1 < sets.length && seconds) {
      const ready_s = Math.min(5, seconds);
      steps.push({ ...blank, kind: "rest", seconds, set, next: set + 1, ready_s, round_ends });
    }
  });
  // As it is asked for, its steps are those of the part.
  const asked = stations.map(([{ work, ...choice }, ...rungs]) => [choice, ...rungs]);
  return {
    routine, name: "Four slow ones", minutes: 22, rounds, is_logged: false, sets, steps,
    told: { length: "22 min", all: "Every set, nothing skipped.", week: "", warm_up: "" },
    stations: asked.map((choices, index) => ({ number: index + 1, asked: choices[0].dose, choices })),
  };
}

/** A circuit with a bit of everything. */
export const mixed = () => part([
  [choice({ slug: "dead-bug", sided: true }), choice({ slug: "heel-tap", word: "Easier", amount: 6 })],
  [choice({ slug: "side-plank", measure: "seconds", amount: 20, sided: true })],
  [choice({ slug: "pogo-hops", tempo: null, amount: 12 })],
  [choice({ slug: "a-skip", measure: "metres", amount: 15 }), choice({ slug: "march", word: "Easier" })],
], { rounds: 2 });

/** The same numbers from 0 to 1 for the same seed. */
export function chance(seed) {
  let at = seed >>> 0;
  const next = () => {
    at = (at + 0x6d2b79f5) >>> 0;
    let mixed_ = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed_ = (mixed_ + Math.imul(mixed_ ^ (mixed_ >>> 7), 61 | mixed_)) ^ mixed_;
    return ((mixed_ ^ (mixed_ >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end) => Math.floor(next() * end);
  return { next, below, one: (list) => list[below(list.length)] };
}

/** A part of random stations, holds of odd lengths among them. */
export function randomPart(luck) {
  const stations = Array.from({ length: 1 + luck.below(4) }, (_, index) => {
    const measure = luck.one(["reps", "reps", "seconds", "metres"]);
    const tempo = luck.one([TEMPO, [["lift", 0.7], ["lower", 1.1]], null]);
    const sided = luck.next() < 0.5;
    const ways = ["", "Easier", "Harder"].slice(0, 1 + luck.below(3));
    return ways.map((word) => choice({
      slug: `move-${index}${word}`, word, measure, amount: 1 + luck.below(12), tempo,
      sided: word ? luck.next() < 0.5 : sided, usual_s: luck.one([0.6, 3, 1.35]),
    }));
  });
  const between_s = luck.one([0, 45]);
  return part(stations, { rounds: 1 + luck.below(3), rest_s: luck.one([0, 3, 10, 60]), between_s });
}

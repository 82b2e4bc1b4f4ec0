import assert from "node:assert/strict";
import test from "node:test";
import { expand } from "../../static/js/play/course.js";
import { cues } from "../../static/js/play/cues.js";
import { chance, choice, mixed, part, randomPart } from "./a_part.mjs";

const of = part([
  [choice({ slug: "dead-bug", sided: true, amount: 3 }), choice({ slug: "heel-tap", word: "Easier", amount: 1 })],
  [choice({ slug: "plank", measure: "seconds", amount: 30 })],
], { rounds: 2 });

function heard(index, { page = of, choices = {}, ...more } = {}) {
  return cues({ part: page, choices, steps: expand(page, choices), index, ...more });
}
const only = (kind, list) => list.filter((each) => each.kind === kind).map(({ at_s, text }) => [at_s, text]);
const where = (kind, nth = 0) => expand(of).flatMap((step, index) => (step.kind === kind ? [index] : []))[nth];

test("each phase of a repetition begins with a beep, and each second in it ticks", () => {
  const list = heard(1);
  assert.deepEqual(only("beep", list).slice(0, 5),
    [[0, "start"], [3, "pause"], [4, "lift"], [6, "lower"], [9, "pause"]]);
  assert.deepEqual(only("tick", list).map(([at_s]) => at_s), [1, 2, 5, 7, 8, 11, 13, 14, 17]);
  assert.deepEqual(only("beep", list).at(-1), [18, "end"]);
});

test("repetitions are counted as they begin, and the last one is told", () => {
  assert.deepEqual(only("say", heard(1)), [[6, "2"], [12, "Last one"]]);
});

test("repetitions too quick to be counted are not", () => {
  const quick = part([[choice({ slug: "kick", amount: 9, tempo: [["lift", 0.7], ["lower", 0.4]] })]]);
  assert.deepEqual(only("say", heard(1, { page: quick })), []);
});

test("the phone buzzes as work begins and ends", () => {
  assert.deepEqual(only("buzz", heard(1)), [[0, "start"], [18, "end"]]);
});

test("changing over names the side that comes and counts it in", () => {
  assert.deepEqual(only("say", heard(where("changeover"))),
    [[0, "Change over, right side"], [2, "Three"], [3, "Two"], [4, "One"]]);
});

test("a rest names what comes next, how much of it, and where to begin", () => {
  assert.deepEqual(only("say", heard(where("rest")))[0], [0, "Rest. Next: Plank, 30 seconds"]);
  const between = heard(where("rest", 1));
  assert.deepEqual(only("say", between).slice(0, 2),
    [[0, "Rest. Round 2 of 2. Next: Dead bug, 3 times each side, left side first"], [40, "Get ready"]]);
  assert.deepEqual(only("tick", between), [[42, ""], [43, ""], [44, ""]]);
});

test("the start of work is laid out at the end of the rest before it", () => {
  assert.deepEqual(only("beep", heard(where("rest"), { extra_s: 15 })), [[25, "start"]]);
});

test("it names the rung that was chosen", () => {
  const eased = expand(of, { 1: 1 });
  const rest = eased.findIndex(({ round_ends }) => round_ends);
  assert.match(only("say", heard(rest, { choices: { 1: 1 } }))[0][1], /Next: Heel tap, once$/);
});

test("a short rest says no more than fits into it", () => {
  assert.deepEqual(only("say", heard(0)), [[0, "Dead bug, left side first"]]);
  assert.deepEqual(only("tick", heard(0)).map(([at_s]) => at_s), [2, 3, 4]);
});

test("a rest made longer is counted in at its new end", () => {
  assert.deepEqual(only("tick", heard(where("rest"), { extra_s: 15 })).map(([at_s]) => at_s), [22, 23, 24]);
});

test("a hold tells its half and its last three seconds", () => {
  const hold = expand(of).findIndex(({ kind, rep_s }) => kind === "work" && !rep_s);
  assert.deepEqual(only("say", heard(hold)), [[15, "Halfway"], [27, "Three"], [28, "Two"], [29, "One"]]);
});

test("what ends with a tap begins with a beep and is left in peace", () => {
  const hops = part([[choice({ slug: "hops", tempo: null })]]);
  assert.deepEqual(heard(1, { page: hops }).map(({ at_s, text }) => [at_s, text]), [[0, "start"], [0, "start"]]);
});

test("work that follows on work begins with one beep, and the one before has none of its end", () => {
  const page = part([[choice({ slug: "a" })], [choice({ slug: "b" })]], { rest_s: 0 });
  assert.deepEqual(only("beep", heard(1, { page })).at(-1), [46, "lift"]);
  assert.deepEqual(only("beep", heard(2, { page })).at(-1), [48, "end"]);
});

test("where no rest names it, a movement is named as it begins, but not its other side", () => {
  const page = part([[choice({ slug: "a" })], [choice({ slug: "b", sided: true })]], { rest_s: 0 });
  assert.deepEqual(only("say", heard(2, { page }))[0], [0, "B, left side first"]);
  assert.deepEqual(only("say", heard(4, { page }))[0], [6, "2"]);
  assert.deepEqual(only("say", heard(1, { page }))[0], [6, "2"]);
});

test("of several sets in a row it is said which comes", () => {
  const page = { ...of, rounds: 1, sets: of.sets.map((set) => ({ ...set, round: 1, number: 2, rounds: 3 })) };
  assert.match(only("say", heard(where("rest"), { page }))[0][1], /^Rest\. Set 2 of 3\. Next: Plank/);
});

test("from the middle of a step only what is still to come is heard", () => {
  assert.deepEqual(heard(1, { from_s: 17.5 }).map(({ at_s, kind }) => [at_s, kind]), [[18, "beep"], [18, "buzz"]]);
  assert.deepEqual(heard(1, { from_s: 1 }), heard(1));
  assert.equal(heard(1, { from_s: 1.5 })[0].at_s, 2);
});

test("at the end it is said that this was all", () => {
  assert.deepEqual(heard(expand(of).length), [{ at_s: 0, kind: "say", text: "That was the last set." }]);
});

test("every cue of any course lies within its step, in order, and with something to say", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const page = seed === 1 ? mixed() : randomPart(chance(seed));
    for (const [index, step] of expand(page).entries()) {
      const list = heard(index, { page });
      assert.ok(list.length);
      for (const [nth, { at_s, kind, text }] of list.entries()) {
        const isInOrder = at_s >= (list[nth - 1]?.at_s ?? 0);
        assert.ok(isInOrder && at_s <= step.seconds + 1e-9, `seed ${seed}`);
        assert.ok(kind === "tick" || text.length);
      }
    }
  }
});

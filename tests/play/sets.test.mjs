import assert from "node:assert/strict";
import test from "node:test";
import * as course from "../../static/js/play/course.js";
import * as sets from "../../static/js/play/sets.js";
import { START, WRITER, chance, choice, mixed, part, randomPart } from "./a_part.mjs";

const OTHER = "7f0c9a52-0000-4000-8000-000000000002";
const begun = () => course.begin({ athlete: "7", writer: WRITER, now: START });
const at = (seconds) => START + seconds * 1000;
const page = {
  session: 12, athlete: "7", unit: "kg", addresses: { sets: "/sessions/12/sets/", completion: "/sessions/12/completion/" },
};

/** Play with presses at given seconds, settling after each, and return the state. */
function played(of, presses, until) {
  const steps = course.expand(of);
  let state = begun();
  for (const [seconds, press] of [...presses, [until, null]]) {
    const next = press ? press(state, steps, at(seconds)) : course.standing(state, steps, at(seconds)).state;
    state = sets.settle(state, next, of, steps).state;
  }
  return state;
}

const one = (more) => part([[choice({ slug: "dead-bug", ...more })]]);
const aDone = (more) => ({
  slug: "dead-bug", left: 8, right: 8, load: "", implements: null, skipped: false, writer: WRITER, revision: 1,
  ...more,
});
const said = ({ left, right, skipped }) => [left, right, skipped];
const first = (state) => said(state.done["0:1.1"]);

test("a set that ran to its end is done as planned, both sides of it", () => {
  assert.deepEqual(first(played(one({ sided: true }), [], 200)), [8, 8, false]);
  assert.deepEqual(first(played(one({}), [], 200)), [8, null, false]);
});

test("it is not done before its last side is", () => {
  assert.deepEqual(played(one({ sided: true }), [], 5 + 48 + 5 + 47).done, {});
});

test("skipped part way, the whole repetitions count, each side for itself", () => {
  const of = one({ sided: true });
  assert.deepEqual(first(played(of, [[5 + 17.9, course.skip]], 200)), [2, 8, false]);
  assert.deepEqual(first(played(of, [[5 + 48 + 5 + 18, course.skip]], 200)), [8, 3, false]);
});

test("of a hold the whole seconds count", () => {
  const of = one({ measure: "seconds", amount: 30 });
  assert.deepEqual(first(played(of, [[5 + 19.99, course.skip]], 60)), [19, null, false]);
});

test("a hold that is skipped and left before its first second is left out", () => {
  const of = one({ measure: "seconds", amount: 30, sided: true });
  const presses = [[5, course.skip], [5, course.skip], [5.5, course.skip]];
  assert.deepEqual(first(played(of, presses, 60)), [0, 0, true]);
});

test("only the second side may have been done", () => {
  assert.deepEqual(first(played(one({ sided: true }), [[5.5, course.skip]], 200)), [0, 8, false]);
});

test("what ends with a tap is all done by it, and left out when it is skipped", () => {
  const of = one({ measure: "metres", amount: 15 });
  assert.deepEqual(first(played(of, [[70, course.tap]], 71)), [15, null, false]);
  assert.deepEqual(first(played(of, [[70, course.skip]], 71)), [0, null, true]);
  assert.deepEqual(first(played(one({ tempo: null }), [[70, course.skip]], 71)), [0, null, true]);
});

test("several sets that ended unseen are all settled, in their order", () => {
  const of = part([[choice({ slug: "a" })], [choice({ slug: "b" })], [choice({ slug: "c" })]]);
  const next = course.standing(begun(), of.steps, at(5 + 48 + 10 + 48 + 3)).state;
  assert.deepEqual(sets.settle(begun(), next, of, of.steps).ended, [0, 1]);
});

test("a set that is done again is its next revision, and what was done stays when it is skipped", () => {
  const of = one({ sided: true });
  const steps = course.expand(of);
  const done = played(of, [], 200);
  const again = course.go(done, steps, 1, at(300));
  const full = course.standing(again, steps, at(500)).state;
  assert.deepEqual(sets.settle(again, full, of, steps).state.done["0:1.1"].revision, 2);
  const cut = course.skip(course.skip(course.skip(again, steps, at(301)), steps, at(302)), steps, at(303));
  assert.deepEqual(first(sets.settle(again, cut, of, steps).state), [8, 8, false]);
});

test("a set begun again on another rung is that rung's", () => {
  const of = mixed();
  const changed = course.change(begun(), of, 1, 1, at(20));
  const steps = course.expand(of, changed.choices);
  const next = course.standing(changed, steps, at(20 + 36)).state;
  const { done } = sets.settle(changed, next, of, steps).state;
  assert.deepEqual([done["0:1.1"].slug, ...said(done["0:1.1"])], ["heel-tap", 6, null, false]);
});

test("a corrected set counts one revision up, and nothing on either side is left out", () => {
  const done = aDone({ revision: 3 });
  assert.deepEqual(sets.corrected(done, { right: 6 }, WRITER), { ...done, right: 6, revision: 4 });
  assert.deepEqual(said(sets.corrected(done, { left: 0, right: 0 }, WRITER)), [0, 0, true]);
  assert.deepEqual(said(sets.corrected(done, { skipped: true }, WRITER)), [0, 0, true]);
  const out = sets.corrected(done, { skipped: true }, WRITER);
  assert.deepEqual(said(sets.corrected(out, { left: 5 }, WRITER)), [5, 0, false]);
  assert.equal(sets.corrected(done, { right: 6 }, OTHER).revision, 1);
});

test("a weight that was corrected is that of the next set of the same movement", () => {
  const of = part([[choice({ slug: "squat", load: "20" })]], { rounds: 3 });
  const steps = course.expand(of);
  const settled = sets.settle(begun(), course.standing(begun(), steps, at(54)).state, of, steps).state;
  assert.equal(settled.done["0:1.1"].load, "20");
  const lighter = sets.correct(settled, of, 0, { load: "17.5" });
  const next = sets.settle(lighter, course.standing(lighter, steps, at(150)).state, of, steps).state;
  assert.deepEqual([next.done["0:1.2"].load, next.done["0:1.2"].implements], ["17.5", 1]);
});

test("what the server knows of a set counts where this browser knows nothing newer", () => {
  const of = one({});
  const there = aDone({ left: 5, right: null, revision: 4 });
  of.sets[0].done = there;
  assert.equal(sets.writtenOf(begun(), of, 0), there);
  const older = { ...begun(), done: { "0:1.1": { ...there, left: 6, revision: 2 } } };
  assert.equal(sets.writtenOf(older, of, 0), there);
  assert.equal(sets.correct(older, of, 0, { left: 7 }).done["0:1.1"].revision, 5);
  const elsewhere = { ...older, done: { "0:1.1": { ...there, writer: OTHER, revision: 1 } } };
  assert.equal(sets.writtenOf(elsewhere, of, 0).writer, OTHER);
});

test("a right side that came to as much as the left is left out by the server, and known here", () => {
  const of = one({ sided: true });
  of.sets[0].done = aDone({ right: null, writer: OTHER });
  assert.equal(sets.writtenOf(begun(), of, 0).right, 8);
  of.sets[0].done = aDone({ left: 0, right: null, skipped: true });
  assert.equal(sets.writtenOf(begun(), of, 0).right, 0);
  of.sets[0].done = aDone({ slug: "something-else", right: null });
  assert.equal(sets.writtenOf(begun(), of, 0).right, null);
});

test("a message says all of one set, and nothing that is blank", () => {
  const of = mixed();
  const done = aDone({ right: 6, load: "12.5", implements: 2, revision: 2 });
  assert.deepEqual(sets.setMessage(page, of, 4, done, START), {
    id: "12::1.2",
    address: "/sessions/12/sets/",
    fields: {
      athlete: "7", station: "1", number: "2", exercise: "dead-bug", left: "8", right: "6", load: "12.5 kg",
      implements: "2", writer: WRITER, revision: "2", began: String(START),
    },
    label: "Four slow ones: Dead bug, set 2",
  });
  const out = aDone({ left: 0, right: 0, skipped: true });
  assert.deepEqual(sets.setMessage(page, { ...of, routine: "post-run-stretch" }, 0, out).fields, {
    athlete: "7", routine: "post-run-stretch", station: "1", number: "1", exercise: "dead-bug", left: "0",
    right: "0", skipped: "1", writer: WRITER, revision: "1",
  });
});

test("a weight goes with its unit, the one that was typed or else that of the page", () => {
  const load = (said) => sets.setMessage(page, mixed(), 4, aDone({ load: said })).fields.load;
  assert.deepEqual(["20", "45 lb", "", null].map(load), ["20 kg", "45 lb", undefined, undefined]);
});

test("a completion carries the fields of the finish as they are named there", () => {
  const finish = { minutes: 22, effort: 0, pain_felt: "none", note: "", run: "31" };
  assert.deepEqual(sets.completionMessage(page, mixed(), finish, { writer: WRITER, began: START }), {
    id: "12::completion",
    address: "/sessions/12/completion/",
    fields: {
      minutes: "22", effort: "0", pain_felt: "none", run: "31", athlete: "7", writer: WRITER,
      began: String(START),
    },
    label: "The end of Four slow ones",
  });
});

test("the finish sums up the mat, the sets, and the seconds under tension", () => {
  const of = part([[choice({ slug: "dead-bug", sided: true })], [choice({ slug: "hops", tempo: null })]]);
  const state = played(of, [[5 + 48 + 5 + 18, course.skip], [100, course.skip]], 100);
  assert.deepEqual(sets.sums(state, of), { mat_s: 100, minutes: 2, sets: 1, left_out: 1, tension_s: 48 + 18 });
});

test("a pause is no time on the mat", () => {
  const of = one({});
  const presses = [[10, course.pause], [400, (state, _, now) => course.resume(state, now)]];
  assert.equal(sets.sums(played(of, presses, 500), of).mat_s, 53);
});

test("whatever is pressed, each set that is behind is settled once, and none that is ahead", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const luck = chance(seed);
    const of = randomPart(luck);
    const steps = course.expand(of);
    let state = begun();
    let now = START;
    const told = new Set();
    for (let turn = 0; turn < 200 && !course.isOver(state, steps); turn += 1) {
      now += luck.below(20_000);
      const press = luck.one([course.skip, course.tap, course.readyNow, course.extend, course.standing]);
      const next = press(state, steps, now);
      const settled = sets.settle(state, press === course.standing ? next.state : next, of, steps);
      for (const set of settled.ended) {
        assert.ok(!told.has(set), `seed ${seed}: set ${set} twice`);
        told.add(set);
      }
      state = settled.state;
    }
    const lastOf = (set) => steps.findLastIndex((step) => step.kind === "work" && step.set === set);
    const behind = of.sets.filter((_, set) => lastOf(set) < state.step);
    assert.equal(told.size, behind.length, `seed ${seed}`);
    for (const { left, right, skipped } of Object.values(state.done)) {
      assert.equal(skipped, !(left > 0 || right > 0));
    }
  }
});

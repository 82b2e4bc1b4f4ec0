import assert from "node:assert/strict";
import test from "node:test";
import * as course from "../../static/js/play/course.js";
import { START, WRITER, chance, choice, mixed, part, randomPart } from "./a_part.mjs";

const begun = (more = {}) => course.begin({ athlete: "7", writer: WRITER, now: START, ...more });
const at = (seconds) => START + seconds * 1000;

const { skip, back, tap, readyNow, pause, extend, resume } = course;
const PRESSES = [skip, back, tap, readyNow, pause, extend, resume];

const hold = part([
  [choice({ slug: "dead-bug", sided: true })],
  [choice({ slug: "plank", measure: "seconds", amount: 30 })],
], { rounds: 2 });
const steps = course.expand(hold);
// What they begin at, in seconds.
const starts = steps.map((_, index) => steps.slice(0, index).reduce((sum, { seconds }) => sum + seconds, 0));

test("without another rung the steps are those of the page", () => {
  assert.deepEqual(course.expand(mixed()), mixed().steps);
});

test("each step stands from the very millisecond of its start in the timeline", () => {
  for (const index of steps.keys()) {
    const here = (ms) => course.position(begun(), steps, at(starts[index]) + ms).index;
    assert.equal(here(0), index);
    if (index) assert.equal(here(-1), index - 1);
  }
});

test("ninety seconds unseen lead to the step that the clock says", () => {
  const seen = course.standing(begun(), steps, at(10)).state;
  assert.equal(course.position(seen, steps, at(100)).index, starts.findLastIndex((each) => each <= 100));
});

test("a phase is told with its whole seconds left and its share", () => {
  const { rep, phase, left_s } = course.position(begun(), steps, at(5 + 6 + 1.5));
  assert.equal(rep, 2);
  assert.deepEqual(phase, { index: 0, word: "lower", leg: 0, elapsed_s: 1.5, left_s: 2, share: 0.5 });
  assert.equal(left_s, 41);
  assert.equal(course.position(begun(), steps, at(5 + 3)).phase.word, "pause");
});

test("repetitions of a fraction of a second never run past their number", () => {
  const quick = part([[choice({ slug: "kick", amount: 9, tempo: [["lift", 0.7], ["lower", 0.4]] })]]);
  for (let ms = 0; ms < 9900; ms += 1) {
    const { rep, phase } = course.position(begun(), quick.steps, at(5) + ms);
    assert.equal(rep, Math.floor(ms / 1100) + 1);
    assert.equal(phase.word, ms % 1100 < 700 ? "lift" : "lower");
  }
});

test("getting ready is the tail of a rest, also of one that was made longer", () => {
  const rest = steps.findIndex(({ kind }) => kind === "rest");
  const resting = course.go(begun(), steps, rest, at(0));
  assert.equal(course.position(resting, steps, at(4.9)).isReady, false);
  assert.equal(course.position(resting, steps, at(5)).isReady, true);
  const longer = course.extend(resting, steps, at(6));
  const { isReady, left_s } = course.position(longer, steps, at(6));
  assert.deepEqual([isReady, left_s], [false, 19]);
  assert.equal(course.position(longer, steps, at(24.999)).index, rest);
  assert.equal(course.position(longer, steps, at(25)).index, rest + 1);
  assert.equal(course.position(longer, steps, at(25)).left_s, 30);
});

test("what ends with a tap is waited for, however late, and goes on from the tap", () => {
  const hops = part([[choice({ slug: "hops", tempo: null })], [choice({ slug: "plank", measure: "seconds" })]]);
  const late = course.position(begun(), hops.steps, at(5000));
  assert.deepEqual([late.index, late.left_s, late.share, late.isReady], [1, 0, 1, false]);
  const tapped = course.tap(begun(), hops.steps, at(5000));
  assert.equal(course.position(tapped, hops.steps, at(5009)).index, 2);
  assert.equal(course.position(tapped, hops.steps, at(5010)).index, 3);
  assert.equal(tapped.worked_s, 5 + 600);
});

test("a tap ends nothing that the clock ends", () => {
  assert.equal(course.tap(begun(), steps, at(6)).step, 1);
});

test("a pause stands still and goes on where it was", () => {
  const paused = course.pause(begun(), steps, at(20));
  assert.equal(course.position(paused, steps, at(900)).elapsed_s, 15);
  assert.equal(course.position(paused, steps, at(900)).isPaused, true);
  const on = course.resume(paused, at(900));
  assert.equal(course.position(on, steps, at(901)).elapsed_s, 16);
});

test("a pause that is pressed late begins in the step that stands by then", () => {
  assert.equal(course.pause(begun(), steps, at(60)).step, 3);
});

test("back is the beginning of this step, or the step before within three seconds", () => {
  assert.deepEqual([course.back(begun(), steps, at(9)).step, course.back(begun(), steps, at(8)).step], [1, 0]);
  assert.equal(course.back(begun(), steps, at(9)).since, at(9));
  assert.equal(course.back(begun(), steps, at(1)).step, 0);
});

test("skip is the next step at once, and remembers how far the work went", () => {
  const skipped = course.skip(begun(), steps, at(25));
  assert.deepEqual([skipped.step, skipped.since, skipped.cut], [2, at(25), { 1: 20 }]);
  assert.deepEqual(course.skip(begun(), steps, at(2)).cut, {});
  const redone = course.back(course.back(skipped, steps, at(26)), steps, at(27));
  assert.deepEqual(redone.cut, {});
});

test("skipping while paused stays paused, going on when ready does not", () => {
  const paused = course.pause(begun(), steps, at(2));
  const skipped = course.skip(paused, steps, at(50));
  assert.deepEqual([skipped.step, course.position(skipped, steps, at(90)).elapsed_s], [1, 0]);
  const ready = course.readyNow(paused, steps, at(50));
  assert.deepEqual([ready.step, ready.paused], [1, null]);
});

test("ready, go now ends a rest and never work", () => {
  assert.equal(course.readyNow(begun(), steps, at(10)).step, 1);
  assert.equal(course.readyNow(begun(), steps, at(55)).step, 3);
});

test("the end is the end, whatever is pressed after it", () => {
  const last = starts.at(-1) + steps.at(-1).seconds;
  const over = course.standing(begun(), steps, at(last)).state;
  assert.equal(course.isOver(over, steps), true);
  assert.equal(over.since, at(last));
  for (const press of [course.skip, course.tap, course.readyNow, course.pause, course.extend]) {
    assert.equal(press(over, steps, at(last + 60)).step, steps.length);
  }
  assert.equal(course.position(over, steps, at(last + 60)).isOver, true);
  assert.equal(course.back(over, steps, at(last + 60)).step, steps.length - 1);
});

test("of what is jumped over only the work under way counts in part", () => {
  assert.deepEqual(course.go(begun(), steps, 5, at(25)).cut, { 1: 20, 3: 0 });
});

test("a rung is changed for the sets still to do, and the set under way begins again", () => {
  const page = mixed();
  const under = course.standing(begun(), course.expand(page), at(20)).state;
  const changed = course.change(under, page, 1, 1, at(20));
  assert.deepEqual([changed.step, changed.since], [1, at(20)]);
  const after = course.expand(page, changed.choices);
  const first = after.filter(({ set, kind }) => set === 0 && kind !== "rest");
  assert.deepEqual(first.map(({ side }) => side), [""]);
  assert.equal(course.choiceOf(page, changed.choices, 4).slug, "heel-tap");
});

test("a set that was done keeps its rung when the next one gets another", () => {
  const page = mixed();
  const rest = course.expand(page).findIndex(({ kind }) => kind === "rest");
  const resting = course.go(begun(), course.expand(page), rest, at(0));
  const changed = course.change(resting, page, 1, 1, at(4));
  assert.deepEqual([changed.step, changed.since], [rest, at(0)]);
  const slugs = [0, 4].map((set) => course.choiceOf(page, changed.choices, set).slug);
  assert.deepEqual(slugs, ["dead-bug", "heel-tap"]);
  const planned = course.change(changed, page, 1, 0, at(5));
  assert.deepEqual(course.expand(page, planned.choices), course.expand(page));
});

test("choosing the rung that is under way anyway disturbs nothing", () => {
  const page = mixed();
  const same = course.change(begun(), page, 1, 0, at(20));
  assert.deepEqual([same.step, same.since], [1, at(5)]);
});

test("who comes back after hours is paused where they were last seen", () => {
  const back = course.returned(begun(), steps, at(20), at(9000));
  assert.deepEqual([back.step, back.paused], [1, at(20)]);
  const soon = course.returned(begun(), steps, at(20), at(110));
  assert.deepEqual(soon, course.standing(begun(), steps, at(110)).state);
});

test("on another phone it goes on before the first set that nobody has written", () => {
  const page = mixed();
  page.sets[0].done = { slug: "dead-bug", left: 8, right: null, writer: null, revision: 1 };
  const open = course.firstOpen(page, 0, page.steps, { "0:2.1": {} });
  assert.deepEqual([page.steps[open].kind, page.steps[open].next], ["rest", 2]);
  assert.equal(course.firstOpen(hold, 0, steps), 0);
});

test("a clock that was set back begins the step again instead of waiting for hours", () => {
  const seen = course.standing(begun(), steps, at(20)).state;
  assert.deepEqual(course.position(seen, steps, at(-7200)).elapsed_s, 0);
  assert.equal(course.standing(course.standing(seen, steps, at(-7200)).state, steps, at(-7199)).elapsed_s, 1);
});

test("whatever the ticks in between, the same state stands at the same moment", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const luck = chance(seed);
    const page = randomPart(luck);
    const all = course.expand(page, Object.fromEntries(page.stations.map(({ number, choices }) =>
      [number, luck.below(choices.length)])));
    const ends = START + luck.below(2_000_000);
    const pressed = Array.from({ length: luck.below(6) }, () => ({
      press: luck.one(PRESSES),
      now: START + luck.below(ends - START + 1),
    })).sort((one, other) => one.now - other.now);
    const play = (ticks) => {
      const all_ = [...pressed, ...ticks.map((now) => ({ now }))].sort((one, other) => one.now - other.now);
      return all_.reduce((state, { press, now }) => {
        if (press === course.resume) return course.resume(state, now);
        return press ? press(state, all, now) : course.standing(state, all, now).state;
      }, begun());
    };
    const ticks = Array.from({ length: luck.below(200) }, () => START + luck.below(ends - START + 1));
    assert.deepEqual(
      course.standing(play(ticks), all, ends), course.standing(play([]), all, ends), `seed ${seed}`,
    );
  }
});

test("whichever rungs are chosen whenever, what is behind stays and the clock goes on from what is under way", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const luck = chance(seed);
    const page = randomPart(luck);
    let state = begun();
    let now = START;
    for (let turn = 0; turn < 30; turn += 1) {
      now += luck.below(40_000);
      const before = course.expand(page, state.choices);
      const here = course.position(state, before, now);
      const { number, choices } = luck.one(page.stations);
      const rung = luck.below(choices.length);
      const next = course.change(state, page, number, rung, now);
      const after = course.expand(page, next.choices);
      const there = course.position(next, after, now);
      if (here.isOver) break;
      assert.deepEqual(after.slice(0, there.index), before.slice(0, there.index), `seed ${seed}`);
      const ofSet = ({ set, kind, next: to }) => (kind === "work" || kind === "changeover" ? set : to);
      assert.equal(ofSet(there.step), ofSet(here.step), `seed ${seed}`);
      const later = page.sets.findIndex((set, index) => index >= ofSet(here.step) && set.station === number);
      if (later >= 0) assert.equal(course.choiceOf(page, next.choices, later), choices[rung], `seed ${seed}`);
      state = luck.one([skip, tap, back, readyNow])(next, after, now);
    }
  }
});

test("a state outlives being written down and read again", () => {
  const state = course.skip(begun(), steps, at(25));
  assert.deepEqual(JSON.parse(JSON.stringify(state)), state);
});

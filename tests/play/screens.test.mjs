import assert from "node:assert/strict";
import { test } from "node:test";

import { sentence as sentenceOfEnd } from "../../static/js/play/finish.js";
import { main, meaning, on } from "../../static/js/play/hands.js";
import { inUnit, placedAmong } from "../../static/js/play/parts.js";
import { arc, spans } from "../../static/js/play/ring.js";
import { progress, spoken } from "../../static/js/play/screen.js";
import { line, nameOf, sentence } from "../../static/js/play/told.js";
import { askedOf, clock, countdown, span, toldOf, turnOf, turnTold } from "../../static/js/play/words.js";

const BUG = { name: "Dead bug", dose: "8 each side", measure: "reps", sided: true, load: "", implements: null };

test("an arc of the ring is as long as its phase, with a gap between two", () => {
  const [lower, pause, lift] = spans([3, 1, 2]);
  assert.deepEqual(lower, [2.5, 177.5]);
  assert.deepEqual(pause, [182.5, 237.5]);
  assert.deepEqual(lift, [242.5, 357.5]);
});

test("an arc of more than half the ring goes the long way round", () => {
  assert.match(arc(0, 90), / 0 0 1 304\.00 160\.00$/);
  assert.match(arc(0, 270), / 0 1 1 16\.00 160\.00$/);
});

test("so many phases that there is no room for gaps still have an arc each", () => {
  assert.ok(spans(Array(90).fill(1)).every(([from, to]) => to > from));
});

test("a clock counts seconds down, and minutes where they are many", () => {
  assert.deepEqual([0, 0.2, 4, 99, 100, 300].map(countdown), ["0", "1", "4", "99", "1:40", "5:00"]);
  assert.equal(clock(1284), "21:24");
  assert.deepEqual([10, 119, 180, 150].map(span), ["10 s", "119 s", "3 min", "150 s"]);
});

test("a set is told by its sides, its load, or as left out", () => {
  const told = (done, choice = BUG) => toldOf({ load: "", implements: null, skipped: false, ...done }, choice, "kg");
  assert.equal(told({ left: 8, right: 8 }), "8 each side");
  assert.equal(told({ left: 8, right: 6 }), "left 8, right 6");
  assert.equal(told({ left: 40, right: null }, { ...BUG, sided: false, measure: "seconds" }), "40 s");
  assert.equal(told({ left: 0, right: 0, skipped: true }), "left out");
  assert.equal(askedOf({ ...BUG, load: "8", implements: 1 }, "kg"), "8 each side at 8 kg");
});

test("it is told which round it is, or which of several sets in a row", () => {
  const told = (rounds, set) => turnTold(turnOf({ rounds }, set));
  assert.equal(told(3, { round: 2, number: 2, rounds: 3 }), "Round 2 of 3");
  assert.equal(told(1, { round: 1, number: 2, rounds: 4 }), "Set 2 of 4");
  assert.equal(told(1, { round: 1, number: 1, rounds: 1 }), "");
});

const waiting = (id) => ({ id, state: "waiting", why: "" });
const kept = { entries: [], outcome: "sent", isStoring: true, hasDone: true };

test("the muted line tells what is saved, waiting and why, or refused and why", () => {
  assert.deepEqual(line(kept), { text: "Saved", isBad: false });
  assert.equal(line({ ...kept, hasDone: false }).text, "");
  const two = [waiting("1::1.1"), waiting("1::2.1")];
  assert.equal(line({ ...kept, entries: two, outcome: "offline" }).text, "2 sets waiting, no connection");
  assert.equal(line({ ...kept, entries: two, outcome: "signed-out" }).text, "2 sets waiting, sign in again");
  assert.equal(line({ ...kept, entries: [waiting("1::completion")] }).text, "Session waiting");
  assert.equal(line({ ...kept, entries: [...two, waiting("1::completion")] }).text, "Session waiting");
  const refused = { id: "1::1.1", state: "refused", why: "Give a whole number." };
  assert.deepEqual(line({ ...kept, entries: [refused, ...two] }), { text: "1 set refused", isBad: true });
  const texts = (...states) => line({ ...kept, entries: states.map((state) => ({ ...refused, state })) }).text;
  assert.deepEqual([texts("changed"), texts("changed", "changed")], ["1 set differs", "2 sets differ"]);
  assert.deepEqual([texts("deleted"), texts("gone", "gone")], ["Session deleted", "Session gone"]);
  assert.equal(line({ ...kept, entries: [{ ...waiting("1::completion"), state: "refused" }] }).text, "Session refused");
  assert.deepEqual(line({ ...kept, isStoring: false }), { text: "Not kept here", isBad: true });
  assert.match(sentence({ ...kept, isStoring: false }), /^This browser keeps nothing/);
});

test("the panel says where what waits is, and what it waits for", () => {
  assert.match(sentence({ ...kept, entries: [waiting("1::1.1")], outcome: "offline" }), /^No connection\. .* on this phone/);
  assert.equal(sentence(kept), "All so far is saved.");
});

test("what was refused is named by its movement and set", () => {
  const choices = [{ slug: "dead-bug", name: "Dead bug" }];
  const play = { session: 1, parts: [{ routine: "", name: "Four", stations: [{ number: 2, choices }] }] };
  const fields = { station: "2", number: "3", exercise: "dead-bug" };
  assert.equal(nameOf(play)({ id: "1::2.3", fields }), "Dead bug, set 3");
  assert.equal(nameOf(play)({ id: "1::completion", fields: {} }), "Four");
  assert.equal(nameOf(play)({ id: "11::2.3", fields }), "Another session");
  assert.equal(nameOf(play)({ id: "11::2.3", fields, label: "Five: Dead bug, set 3" }), "Five: Dead bug, set 3");
});

const part = (rounds, sets) => ({ rounds, sets: sets.map(([station, round]) => ({ station, round })) });

test("a round is told by its movements, straight sets by their number", () => {
  const circuit = part(2, [[1, 1], [2, 1], [1, 2], [2, 2]]);
  assert.equal(progress(circuit, 3).told, "Round 2 of 2, movement 2 of 2");
  assert.deepEqual([progress(circuit, 2).count, progress(circuit, 2).place], [2, 0]);
  assert.equal(progress(part(1, [[1, 1], [1, 2], [2, 1]]), 2).told, "Set 3 of 3");
});

test("movement and side are said as a step begins, never its seconds", () => {
  const set = { round: 2 };
  assert.equal(spoken({ step: { kind: "work", side: "left" }, choice: BUG, set }), "Dead bug, left side, 8 each side");
  assert.equal(spoken({ step: { kind: "changeover", side: "right" }, choice: BUG, set }), "Change over, right side");
  const rest = { kind: "rest", round_ends: true, side: "" };
  assert.equal(spoken({ step: rest, choice: BUG, set }), "Rest, round 2 comes next. Next: Dead bug, 8 each side");
});

test("Space and the arrows are the player's, but where somebody types or stands on a button", () => {
  assert.equal(meaning({ key: " " }), "pause");
  assert.equal(meaning({ key: " ", isOnButton: true }), "");
  assert.equal(meaning({ key: "ArrowRight", isOnButton: true }), "on");
  assert.equal(meaning({ key: "ArrowLeft" }), "back");
  assert.equal(meaning({ key: "ArrowLeft", isTyping: true }), "");
  assert.equal(meaning({ key: " ", isHeld: true }), "");
});

test("the large button goes on, ends a set, pauses, or ends a rest, by where one stands", () => {
  const session = Object.fromEntries(["resume", "readyNow", "tap", "pause"].map((name) => [name, () => name]));
  const ask = (step, isPaused = false) => main(session, { step, at: { isPaused } });
  assert.equal(ask({ kind: "work", ends: "clock" }), "pause");
  assert.equal(ask({ kind: "work", ends: "tap" }), "tap");
  assert.equal(ask({ kind: "rest", ends: "clock" }), "readyNow");
  assert.equal(ask({ kind: "rest", ends: "clock" }, true), "resume");
});

test("onwards a set that waits for a tap is done, and not left out", () => {
  const session = Object.fromEntries(["readyNow", "tap", "skip"].map((name) => [name, () => name]));
  const ask = (step) => on(session, { step });
  assert.equal(ask({ kind: "work", ends: "tap" }), "tap");
  assert.equal(ask({ kind: "work", ends: "clock" }), "skip");
  assert.equal(ask({ kind: "rest", ends: "clock" }), "readyNow");
});

const routines = (...slugs) => slugs.map((routine) => ({ routine }));

test("a state finds its part again once a routine before it was logged and is gone", () => {
  const state = { part: 2, routines: ["", "stretch", "recovery"], done: { "0:1.1": 1, "1:1.1": 2, "2:1.1": 3 }, logged: { 1: true } };
  const placed = placedAmong(routines("", "recovery"), state);
  assert.deepEqual([placed.part, placed.done, placed.logged], [1, { "0:1.1": 1, "1:1.1": 3 }, {}]);
  assert.equal(placedAmong(routines("", "recovery"), { ...state, part: 1 }).part, -1);
});

test("weights that were kept in another unit are those of the page again", () => {
  const done = { "0:1.1": { load: "20", left: 8 }, "0:1.2": { load: "" }, "0:2.1": { load: "heavy" } };
  const { done: inPounds, unit } = inUnit("lb", { unit: "kg", done });
  assert.deepEqual([unit, ...Object.values(inPounds).map(({ load }) => load)], ["lb", "44.09", "", "heavy"]);
  assert.equal(inPounds["0:1.1"].left, 8);
  assert.equal(inUnit("kg", { unit: "lb", done: inPounds }).done["0:1.1"].load, "20");
  assert.deepEqual([inUnit("kg", { done }), inUnit("kg", { unit: "kg", done })], [{ done }, { unit: "kg", done }]);
});

test("the end tells that nothing was left out, or how much was done", () => {
  const told = { all: "Three rounds, nothing skipped.", week: "That makes one of two this week." };
  assert.equal(sentenceOfEnd(told, { sets: 12, left_out: 0 }), `${told.all} ${told.week}`);
  assert.equal(sentenceOfEnd(told, { sets: 10, left_out: 2 }), `2 of 12 sets left out. ${told.week}`);
});

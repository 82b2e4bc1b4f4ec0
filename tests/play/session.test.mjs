import assert from "node:assert/strict";
import test from "node:test";
import { sessionOf } from "../../static/js/play/session.js";
import { WRITER, choice, part } from "./a_part.mjs";

const OTHER = "7f0c9a52-0000-4000-8000-000000000002";
const play = () => ({
  session: 12, athlete: "7",
  parts: [part([[choice({ slug: "squat", sided: true }), choice({ slug: "bridge", word: "Easier" })]], { rounds: 2 })],
});

/** A session that has begun, in a tab that another one may take over, on a clock that is moved. */
function begun(t) {
  t.mock.timers.enable({ apis: ["Date"] });
  const tab = { kept: [], here: true, isHere: () => tab.here, keep: (state) => tab.kept.push(state) };
  const told = [];
  const session = sessionOf({ play: play(), tab, onSets: (_, sets, state, before) => told.push({ sets, state, before }) });
  session.begin({ index: 0, writer: WRITER });
  const wait = (seconds) => {
    t.mock.timers.tick(seconds * 1000);
    session.advance(Date.now());
  };
  return { t, tab, told, session, wait, look: () => session.look(Date.now()) };
}

const entry = (more) => ({ id: "12::1.1", fields: { station: "1", number: "1" }, stored_set: null, was: null, ...more });

test("while another tab plays nothing is written, whatever is asked for", (t) => {
  const { tab, told, session, wait } = begun(t);
  wait(10);
  const [before, kept] = [session.state, tab.kept.length];
  tab.here = false;
  for (const way of ["pause", "resume", "skip", "back", "extend", "tap", "seen"]) session[way]();
  session.correct(0, { left: 3 });
  session.choose(1, 1);
  session.say(0, { note: "Wet." });
  session.close(0, true);
  assert.deepEqual([session.state, tab.kept.length, told.length], [before, kept, 0]);
});

test("a set that ended in the moment of choosing another movement is settled", (t) => {
  const { session, told } = begun(t);
  t.mock.timers.tick((5 + 48 + 5 + 48 + 1) * 1000);
  session.choose(1, 1);
  assert.deepEqual(told.map(({ sets }) => sets), [[0]]);
  assert.equal(session.state.done["0:1.1"].slug, "squat");
});

test("thrown away, mine gives way to the stored one, else to what was known before", (t) => {
  const { session, told, wait, look } = begun(t);
  wait(5 + 48 + 5 + 48 + 1);
  session.correct(0, { left: 999 });
  assert.equal(told[1].before.done["0:1.1"].left, 8);
  session.putBack(entry({ was: told[1].before.done["0:1.1"] }));
  assert.deepEqual([look().done.left, look().done.revision], [8, 1]);
  session.putBack(entry({ stored_set: { slug: "bridge", left: 5, right: null, skipped: false, writer: OTHER, revision: 1 } }));
  assert.deepEqual([look().done.left, look().before.slug], [5, "bridge"]);
  session.putBack(entry({ id: "13::1.1", was: null }));
  assert.equal(look().done.left, 5, "that was of another session");
  session.putBack(entry());
  assert.equal(look().done, null);
});

test("at the end the last set can be corrected, and done again from its beginning", (t) => {
  const { session, wait, look } = begun(t);
  wait(5 + 2 * (48 + 5 + 48) + 45 + 1);
  assert.deepEqual([look().step, look().last, look().done.left], [null, 1, 8]);
  session.correct(look().last, { right: 6 });
  assert.equal(look().done.right, 6);
  session.again();
  assert.deepEqual([look().step.kind, look().step.set, look().step.side], ["work", 1, "left"]);
});

test("what is filled in at an end is kept until it is sent, and only a stored one is logged", (t) => {
  const { session } = begun(t);
  session.say(0, { note: "Wet." });
  assert.deepEqual(session.state.said, { 0: { note: "Wet." } });
  session.close(0, false);
  assert.deepEqual([session.state.said, session.state.logged[0]], [{}, undefined]);
  session.close(0, true);
  assert.equal(session.state.logged[0], true);
});

test("of what was done elsewhere the planned time counts, of what was left out there none", (t) => {
  t.mock.timers.enable({ apis: ["Date"] });
  const page = play();
  const done = { slug: "squat", left: 8, right: 8, load: "", implements: null, writer: OTHER, revision: 1 };
  page.parts[0].sets[0].done = { ...done, skipped: false };
  const tab = { isHere: () => true, keep() {} };
  const begun = () => {
    const session = sessionOf({ play: page, tab, onSets() {} });
    session.begin({ index: 0, writer: WRITER });
    return session.state;
  };
  assert.deepEqual([begun().step > 0, begun().worked_s], [true, 48 + 5 + 48]);
  page.parts[0].sets[1].done = { ...done, left: 0, right: 0, skipped: true };
  assert.equal(begun().worked_s, 48 + 5 + 48 + 45);
});

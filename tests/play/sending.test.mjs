import assert from "node:assert/strict";
import test from "node:test";
import { phone, settled } from "./a_phone.mjs";

const MINUTES = { minutes: "22", effort: "6" };

test("sets are sent as they end, each once, and leave nothing behind", async (t) => {
  const { server, plays, queue } = phone(t);
  await plays();
  assert.deepEqual(server.requests.map(({ station, number, left }) => [station, number, left]), [["1", "1", "8"], ["1", "2", "8"]]);
  assert.deepEqual(queue(), []);
});

test("without a connection they wait with what they are about, and go when it is tried again", async (t) => {
  const { server, line, plays, queue } = phone(t);
  line.isThere = false;
  await plays();
  assert.deepEqual(queue().map(({ state, label, was }) => [state, label, was]), [
    ["waiting", "Four slow ones: Squat, set 1", null],
    ["waiting", "Four slow ones: Squat, set 2", null],
  ]);
  line.isThere = true;
  t.mock.timers.tick(5000);
  await settled();
  assert.deepEqual([server.rows.size, queue()], [2, []]);
});

test("the end of a part is found as long as it is kept, and is over once it was tried", async (t) => {
  const { play, line, plays, sending, session } = phone(t);
  await plays();
  line.isThere = false;
  await sending.completion(play.parts[0], MINUTES, session.state);
  const { label, fields } = sending.endOf(play.parts[0]);
  assert.deepEqual([label, fields.minutes, sending.endOf(play.parts[1])], ["The end of Four slow ones", "22", undefined]);
  assert.equal(sending.told().entries.length, 1);
  line.isThere = true;
  await sending.go();
  assert.deepEqual([sending.endOf(play.parts[0]), sending.isEndDropped(play.parts[0])], [undefined, false]);
});

test("what was thrown away is told from what was stored, and mine goes again where somebody insists", async (t) => {
  const { play, server, line, plays, sending, session } = phone(t);
  await plays();
  server.deleted = true;
  await sending.completion(play.parts[0], MINUTES, session.state);
  const [entry] = sending.told().entries;
  assert.equal(entry.state, "deleted");
  await sending.insist(entry);
  assert.deepEqual([sending.told().entries, server.deleted], [[], false]);
  line.isThere = false;
  await sending.completion(play.parts[0], { minutes: "23" }, session.state);
  sending.drop(entry);
  assert.deepEqual([sending.told().entries, sending.isEndDropped(play.parts[0])], [[], true]);
});

test("of a part that is thrown away goes what was left out and its end, and nothing that was done", async (t) => {
  const { play, line, plays, sending, session, queue } = phone(t);
  line.isThere = false;
  await plays(1, { isDone: false });
  await plays(0, { isDone: false });
  session.correct(0, { left: 7, skipped: false });
  await sending.completion(play.parts[0], MINUTES, session.state);
  assert.equal(queue().length, 4);
  sending.throwAway("");
  assert.deepEqual(queue().map(({ id }) => id), ["12:post-run-stretch:1.1", "12::1.1"]);
  assert.equal(sending.isEndDropped(play.parts[0]), true);
  sending.throwAway("post-run-stretch");
  assert.deepEqual(queue().map(({ id }) => id), ["12::1.1"]);
});

test("thrown away while one of its sets is under way, nothing of it is kept or sent after that", async (t) => {
  const { server, line, plays, sending, queue } = phone(t);
  let arrive = null;
  line.held = new Promise((go) => (arrive = go));
  await plays(0, { isDone: false });
  assert.equal(line.tries, 1);
  sending.throwAway("");
  server.deleted = true;
  arrive();
  await settled();
  t.mock.timers.tick(120_000);
  await settled();
  assert.deepEqual([queue(), line.tries], [[], 1]);
});

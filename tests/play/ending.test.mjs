import assert from "node:assert/strict";
import test from "node:test";
import { dropAll, drop as dropIn } from "../../static/js/play/kept.js";
import { ATHLETE, phone, settled } from "./a_phone.mjs";

const OTHER = "7f0c9a52-0000-4000-8000-000000000002";
const MINUTES = { minutes: "22", effort: "6" };

/** Played to its end, and Save pressed; how that goes is up to the server. */
async function saved(t, { fields = MINUTES, before = () => {}, goesOn = false } = {}) {
  const it = phone(t);
  await it.plays();
  await before(it);
  it.ending.save(fields, { goesOn });
  await settled();
  return it;
}

const offline = (it) => (it.line.isThere = false);
// The server of the tests refuses such a number.
const refused = (it) => (it.server.keep = () => it.server.says(422, { state: "refused", why: "No such run." }));
const elsewhere = (it) => it.server.keep({ minutes: "30", writer: OTHER });

/** Another tab throws an end away, and this one looks again later. */
function dropElsewhere(it) {
  dropIn(it.store, ATHLETE, "12::completion");
  it.ending.follow();
}

test("what is stored is logged, and the next part is what is left to play", async (t) => {
  const it = await saved(t);
  assert.deepEqual(it.names(), ["busy", "logged"]);
  assert.deepEqual([it.ending.isLogged(0), it.session.state.logged, it.ending.next()], [true, { 0: true }, 1]);
});

test("what the server has logged already is not offered, and what was begun is before the first", async (t) => {
  const it = phone(t);
  assert.equal(it.ending.next(), 0);
  await it.plays(1);
  assert.deepEqual([it.ending.next(), it.ending.next(1)], [1, 1]);
  it.play.parts[1].is_logged = true;
  assert.deepEqual([it.ending.next(), it.ending.next(1)], [0, -1]);
});

test("whoever waits three seconds is told that it waits, is led nowhere, and it is logged once it is stored", async (t) => {
  let arrive = null;
  const held = new Promise((go) => (arrive = go));
  const it = await saved(t, { before: ({ line }) => Object.assign(line, { held }) });
  assert.deepEqual(it.names(), ["busy"]);
  t.mock.timers.tick(3000);
  await settled();
  assert.deepEqual([it.names(), it.ending.isLogged(0), it.session.state.logged], [["busy", "wait"], true, {}]);
  arrive();
  await settled();
  assert.deepEqual([it.names(), it.session.state.logged], [["busy", "wait"], { 0: true }]);
});

test("whoever goes on to what follows does not wait for a connection", async (t) => {
  const it = await saved(t, { before: offline, goesOn: true });
  assert.deepEqual(it.seen.at(-1), ["logged", { goesOn: true }]);
  assert.deepEqual([it.ending.isLogged(0), it.session.state.logged], [true, {}], "it waits, and is not stored");
});

test("a refusal is told above what was filled in, and sent anew it is stored", async (t) => {
  const it = await saved(t, { before: refused });
  assert.deepEqual(it.seen.slice(1), [["refuse", "No such run."]]);
  assert.equal(it.ending.isLogged(0), false);
  it.ending.show(0, {});
  assert.equal(it.seen.at(-2)[1].fields.minutes, "22");
  assert.deepEqual(it.seen.at(-1), ["refuse", "No such run."]);
  delete it.server.keep;
  it.ending.save(MINUTES, { goesOn: false });
  await settled();
  assert.deepEqual([it.names().at(-1), it.session.state.logged], ["logged", { 0: true }]);
});

test("a refused end that is thrown away leaves its part to be logged, with all that was filled in", async (t) => {
  const it = await saved(t, { before: refused });
  it.ending.drop(it.queue()[0]);
  assert.deepEqual([it.names().at(-1), it.ending.isLogged(0), it.session.state.logged], ["dropped", false, {}]);
  assert.equal(it.session.state.said[0].effort, "6");
  assert.equal(it.ending.next(), 0);
});

test("thrown away in another tab it is not taken for stored either", async (t) => {
  const it = await saved(t, { before: refused });
  dropElsewhere(it);
  it.ending.follow();
  assert.deepEqual([it.names().at(-1), it.ending.isLogged(0), it.session.state.logged], ["dropped", false, {}]);
  assert.equal(it.session.state.said[0].effort, "6");
});

test("what was typed since over a refused end outlives that it is thrown away in another tab", async (t) => {
  const it = await saved(t, { before: refused });
  it.session.say(0, { effort: "4" });
  dropElsewhere(it);
  assert.deepEqual(it.session.state.said[0], { effort: "4" });
});

test("after it was thrown away in another tab, sent anew it is logged as ever", async (t) => {
  const it = await saved(t, { before: refused });
  dropElsewhere(it);
  delete it.server.keep;
  it.ending.save(MINUTES, { goesOn: false });
  await settled();
  assert.deepEqual([it.names().at(-1), it.session.state.logged], ["logged", { 0: true }]);
});

test("emptied at sign-out it is no more logged than anything is kept", async (t) => {
  const it = await saved(t, { before: offline });
  it.store.removeItem("footfall:play:12");
  dropAll(it.store, ATHLETE);
  it.ending.follow();
  assert.deepEqual([it.session.state.logged, it.store.getItem("footfall:play:12")], [{}, null]);
});

test("another version of the end is chosen from in the panel: the stored one stays, and it is logged", async (t) => {
  const it = await saved(t, { before: elsewhere });
  assert.deepEqual(it.seen.slice(-2), [["refuse", "Meanwhile."], ["open", "kept"]]);
  it.ending.drop(it.queue()[0]);
  assert.deepEqual([it.ending.isLogged(0), it.session.state.logged], [true, { 0: true }]);
  assert.equal(it.server.told()["7//completion."], "////30");
});

test("the same where it is chosen in another tab", async (t) => {
  const it = await saved(t, { before: elsewhere });
  dropElsewhere(it);
  assert.deepEqual(it.session.state.logged, { 0: true });
});

test("mine is stored over the other version where somebody insists", async (t) => {
  const it = await saved(t, { before: elsewhere });
  it.ending.insist(it.queue()[0]);
  await settled();
  assert.deepEqual([it.names().at(-1), it.server.told()["7//completion."]], ["logged", "////22"]);
});

test("whoever throws away the end of a session that was deleted leaves the player", async (t) => {
  const it = await saved(t, { before: ({ server }) => (server.deleted = true) });
  assert.equal(it.names().at(-1), "open");
  it.ending.drop(it.queue()[0]);
  assert.deepEqual([it.left, it.ending.isLogged(0)], [["/"], false]);
});

test("a set that is thrown away is put back to what it was", async (t) => {
  const it = phone(t);
  await it.plays();
  refused(it);
  it.session.correct(1, { left: 5 });
  await settled();
  it.ending.drop(it.queue()[0]);
  assert.deepEqual([it.session.look(Date.now()).done.left, it.names()], [8, ["dropped"]]);
});

import assert from "node:assert/strict";
import test from "node:test";
import { openIn, toldOf } from "../../static/js/catching-up.js";
import { toldOf as choiceOf } from "../../static/js/choosing.js";
import { ofAthlete, ofOthers, nameOf } from "../../static/js/play/flight.js";
import { neededOf } from "../../static/js/play/keep.js";
import { warningOf } from "../../static/js/sign-out.js";

const set = (number, state = "waiting") => ({ id: `12::1.${number}`, state });
const end = { id: "12::completion", state: "waiting" };

test("what was sent is told by how many sets and sessions it was", () => {
  const told = (before) => toldOf({ before, after: [], outcome: "sent" }).text;
  assert.equal(told([set(1)]), "1 set from this phone was sent.");
  assert.equal(told([set(1), set(2)]), "2 sets from this phone were sent.");
  assert.equal(told([end]), "The end of 1 session from this phone was sent.");
  assert.equal(told([set(1), set(2), end]), "2 sets and the end of 1 session from this phone were sent.");
});

test("what waits is told with the reason, beside what was sent", () => {
  const told = toldOf({ before: [set(1), set(2), set(3)], after: [set(2), set(3)], outcome: "offline" });
  assert.equal(told.text, "1 set from this phone was sent. 2 sets wait on this phone: no connection.");
  assert.deepEqual(told.stuck, []);
  const warned = toldOf({ before: [set(1), set(2)], after: [set(2)], outcome: "offline", isWarned: true });
  assert.equal(warned.text, "1 set from this phone was sent.", "where the page itself warns of what waits");
});

test("what was answered with a choice leads to its session", () => {
  const told = toldOf({ before: [set(1)], after: [set(1, "changed")], outcome: "sent" });
  assert.deepEqual(told, { text: "1 set needs a look.", stuck: [set(1, "changed")] });
});

test("somebody else who signed in meanwhile is told nothing", () => {
  assert.deepEqual(toldOf({ before: [set(1)], after: [set(1)], outcome: "another" }), { text: "", stuck: [] });
});

test("the session is opened where there is one: what is gone has no page", () => {
  const other = { id: "13::1.1", state: "changed" };
  assert.equal(openIn([set(1, "changed"), other]), "12");
  assert.equal(openIn([set(1, "gone"), other]), "13");
  assert.equal(openIn([set(1, "gone"), { ...end, state: "gone" }]), "");
});

test("a choice names the set, the reason and both versions", () => {
  const why = "This set was changed elsewhere.";
  const label = "Post-run stretch: Calf stretch, set 1";
  const both = choiceOf({ id: "12:post-run-stretch:2.1", label, why, mine: "8", stored: "10" });
  assert.deepEqual(both, { head: `${label}.`, text: `${why} On this phone: 8. Stored: 10.` });
  const gone = choiceOf({ id: "12:post-run-stretch:completion", label: "The end of Post-run stretch", why });
  assert.deepEqual(gone, { head: "The end of Post-run stretch.", text: why });
});

test("what was kept without a name is called what it is", () => {
  const head = (id) => choiceOf({ id, why: "" }).head;
  assert.equal(head("12:post-run-stretch:2.1"), "Station 2, set 1.");
  assert.equal(head("12::completion"), "The end of the session.");
  assert.equal(head("12:post-run-stretch:completion"), "The end of a routine.");
});

test("kept sessions are one athlete's, or another's, and other caches are nobody's", () => {
  const names = ["shell:a1", "play:7:12", "play:71:13", "play:7:14", "play:8:7"];
  assert.equal(nameOf({ athlete: "7", session: "12" }), "play:7:12");
  assert.deepEqual(ofAthlete(names, "7"), ["play:7:12", "play:7:14"]);
  assert.deepEqual(ofOthers(names, "7"), ["play:71:13", "play:8:7"]);
  assert.deepEqual(ofOthers(names, ""), ["play:7:12", "play:71:13", "play:7:14", "play:8:7"]);
});

test("a page needs its files and the sheets of its figures, each once, and nothing from elsewhere", () => {
  const loaded = [
    "http://home/static/js/a.js", "/static/js/a.js", "../../../static/css/b.css", "/figures/dead-bug-1f.css",
    "http://elsewhere/static/js/c.js", "/sessions/12/sets/", "/manifest.webmanifest", "data:,",
  ];
  const needed = ["/static/js/a.js", "/static/css/b.css", "/figures/dead-bug-1f.css"];
  assert.deepEqual(neededOf(loaded, "http://home/sessions/12/play/"), needed);
});

test("signing out is warned of with what it drops", () => {
  assert.equal(warningOf([], "Signing out"), "");
  assert.equal(
    warningOf([set(1), set(2), set(3)], "Signing out"),
    "3 sets on this phone were never sent. Signing out drops them.",
  );
  assert.equal(warningOf([set(1)], "Signing out"), "1 set on this phone was never sent. Signing out drops it.");
});

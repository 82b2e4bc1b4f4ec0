import assert from "node:assert/strict";
import test from "node:test";
import { forget, openStore, playName, read } from "../../static/js/play/store.js";
import { tabOf } from "../../static/js/play/tab.js";
import { part } from "./a_part.mjs";
import { Local } from "./a_browser.mjs";

const PAGE = { session: 12, athlete: "7", parts: [part([], {})], unit: "kg" };
const NAME = playName(12);

/** Two tabs of one browser: what one of them keeps or removes, the other is told of when the test says so. */
function twoTabs(t) {
  const told = [];
  const tabs = [];
  const local = new Local();
  t.mock.method(globalThis, "addEventListener", (_, heard) => tabs.at(-1).push(heard));
  const open = (name, page = PAGE) => {
    tabs.push([]);
    const [heard, store] = [tabs.at(-1), openStore(() => local)];
    const tell = (what) => () => told.push(`${name} ${what}`);
    const tab = tabOf(page, { store, onTaken: tell("is taken"), onGone: tell("is gone") });
    return { ...tab, store, hears: (key) => heard.forEach((each) => each({ key })) };
  };
  return { one: open("one"), other: open("other"), open, told, local };
}

// Node has no window to listen on.
globalThis.addEventListener ??= () => {};

test("a tab that keeps what it plays finds it again, with who keeps it and in which unit", (t) => {
  const { one, other } = twoTabs(t);
  assert.equal(one.take(), null);
  one.keep({ athlete: "7", part: 0, done: {} });
  const { tab, seen, ...kept } = other.take();
  assert.deepEqual(kept, { athlete: "7", part: 0, done: {}, logged: {}, said: {}, routines: [""], unit: "kg" });
  assert.deepEqual([typeof tab, typeof seen], ["string", "number"]);
});

test("what somebody else left of the session is not taken", (t) => {
  const { one, open } = twoTabs(t);
  one.keep({ athlete: "7", part: 0, done: {} });
  assert.equal(open("third", { ...PAGE, athlete: "8" }).take(), null);
});

test("the tab that kept it last plays, and another one stands back until it is asked for", (t) => {
  const { one, other, told } = twoTabs(t);
  one.keep({ athlete: "7", part: 0, done: {} });
  one.hears(NAME);
  assert.deepEqual([told, one.isHere()], [[], true], "its own");
  other.keep({ athlete: "7", part: 0, done: {} });
  one.hears("footfall:play:13");
  assert.equal(one.isHere(), true, "that is another session");
  one.hears(NAME);
  assert.deepEqual([told, one.isHere(), other.isHere()], [["one is taken"], false, true]);
  one.take();
  assert.equal(one.isHere(), true);
});

for (const [how, key, remove] of [
  ["signing out", NAME, ({ store }) => forget(store, "7")],
  ["the other tab, which logged it", NAME, (other) => other.forget()],
  ["emptying the browser", null, ({ store }) => store.names().forEach((name) => store.removeItem(name))],
]) {
  test(`removed by ${how}, nothing is kept nor played any more`, (t) => {
    const { one, other, told } = twoTabs(t);
    one.keep({ athlete: "7", part: 0, done: {} });
    remove(other);
    assert.deepEqual([one.isHere(), one.isGone()], [false, true], "before it is even told");
    one.hears(key);
    assert.deepEqual(told, ["one is gone"]);
    assert.equal(read(one.store, NAME), null);
  });
}

test("a tab that had only taken what was kept notices that it went, too", (t) => {
  const { one, other, told } = twoTabs(t);
  one.keep({ athlete: "7", part: 0, done: {} });
  other.take();
  one.forget();
  other.hears(NAME);
  assert.deepEqual([told, other.isHere()], [["other is gone"], false]);
});

test("a tab that kept nothing misses nothing, and whoever forgets it by itself is not gone", (t) => {
  const { one, other, told } = twoTabs(t);
  one.keep({ athlete: "7", part: 0, done: {} });
  one.forget();
  for (const tab of [one, other]) tab.hears(NAME);
  for (const tab of [one, other]) tab.hears(null);
  assert.deepEqual([told, one.isHere(), other.isHere(), one.isGone()], [[], true, true, false]);
});

import assert from "node:assert/strict";
import test from "node:test";
import { forget, openStore, playName, read, write, writerIn } from "../../static/js/play/store.js";
import { Local } from "./a_browser.mjs";

test("a browser that keeps things keeps them, and one that refuses plays from memory", () => {
  const local = new Local();
  const store = openStore(() => local);
  write(store, "footfall:cues", { sound: false });
  assert.deepEqual([store.canKeep, read(store, "footfall:cues")], [true, { sound: false }]);
  assert.deepEqual(store.names(), ["isFull", "footfall:cues"]);
  const refusing = openStore(() => {
    throw new Error("SecurityError");
  });
  write(refusing, "footfall:cues", { sound: false });
  assert.deepEqual([refusing.canKeep, read(refusing, "footfall:cues")], [false, { sound: false }]);
});

test("storage that is full says that it cannot keep, and reads what was meant", () => {
  const local = new Local();
  const store = openStore(() => local);
  store.setItem("a", "1");
  local.isFull = true;
  store.setItem("a", "2");
  assert.deepEqual([store.canKeep, store.getItem("a")], [false, "2"]);
  local.isFull = false;
  store.setItem("a", "3");
  assert.deepEqual([store.canKeep, local.a], [true, "3"]);
});

test("a browser has one uuid, also without storage and on plain HTTP", () => {
  const local = new Local();
  const made = writerIn(openStore(() => local), (bytes) => bytes.fill(255));
  assert.equal(made, "ffffffff-ffff-4fff-bfff-ffffffffffff");
  assert.equal(writerIn(openStore(() => local)), made);
  assert.notEqual(writerIn(openStore(() => new Local())), writerIn(openStore(() => new Local())));
});

test("signing out forgets what is of that athlete, and nobody else's", () => {
  const store = openStore(() => new Local());
  write(store, playName(12), { athlete: "7" });
  write(store, playName(13), { athlete: "8" });
  for (const typed of ["draft:7:/sessions/new/", "draft:8:/sessions/new/"]) write(store, typed, {});
  for (const athlete of ["7", "8"]) {
    write(store, `footfall:queue:${athlete}`, [1]);
    write(store, `footfall:dropped:${athlete}`, ["12::completion"]);
  }
  forget(store, "7");
  const left = store.names().filter((name) => name.includes(":")).sort();
  assert.deepEqual(left, ["draft:8:/sessions/new/", "footfall:dropped:8", "footfall:play:13", "footfall:queue:8"]);
});

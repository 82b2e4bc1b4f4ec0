import assert from "node:assert/strict";
import test from "node:test";
import { openWake } from "../../static/js/play/wake.js";

/** A screen lock that the browser takes back as it likes. */
function screen() {
  const page = new EventTarget();
  page.visibilityState = "visible";
  const locks = [];
  const request = async () => {
    const lock = Object.assign(new EventTarget(), { isReleased: false });
    lock.release = async () => {
      lock.isReleased = true;
    };
    locks.push(lock);
    return lock;
  };
  return { page, locks, wake: openWake({ wakeLock: { request }, document: page }) };
}

test("the screen stays on, and the lock is taken again when it was lost", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { page, locks, wake } = screen();
  await Promise.all([wake.hold(), wake.hold()]);
  assert.equal(locks.length, 1);
  locks[0].dispatchEvent(new Event("release"));
  t.mock.timers.tick(1000);
  await null;
  assert.equal(locks.length, 2);
  page.visibilityState = "hidden";
  locks[1].dispatchEvent(new Event("release"));
  t.mock.timers.tick(1000);
  assert.equal(locks.length, 2);
  page.visibilityState = "visible";
  page.dispatchEvent(new Event("visibilitychange"));
  await new Promise(setImmediate);
  assert.equal(locks.length, 3);
  wake.release();
  page.dispatchEvent(new Event("visibilitychange"));
  assert.deepEqual([locks[2].isReleased, locks.length], [true, 3]);
});

test("a lock that comes after the session was left is given back", async () => {
  const { locks, wake } = screen();
  const asked = wake.hold();
  wake.release();
  await asked;
  assert.deepEqual(locks.map(({ isReleased }) => isReleased), [true]);
});

test("where no screen can be kept on, or it is refused, the session plays all the same", async () => {
  await openWake({ wakeLock: null, document: new EventTarget() }).hold();
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  const request = () => Promise.reject(new Error("NotAllowedError"));
  await openWake({ wakeLock: { request }, document: page }).hold();
});

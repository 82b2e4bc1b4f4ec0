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

test("after ten minutes without anything new the screen may go dark, until the next press", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { locks, wake } = screen();
  await wake.hold();
  t.mock.timers.tick(590_000);
  wake.renew();
  t.mock.timers.tick(590_000);
  assert.equal(locks[0].isReleased, false);
  t.mock.timers.tick(10_000);
  assert.equal(locks[0].isReleased, true);
  await wake.renew();
  assert.deepEqual(locks.map(({ isReleased }) => isReleased), [true, false]);
  wake.release();
  await wake.renew();
  assert.deepEqual([locks.length, locks[1].isReleased], [2, true]);
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
  const wake = openWake({ wakeLock: { request }, document: page });
  await wake.hold();
  wake.release();
});

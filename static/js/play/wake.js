/**
 * Keeps the screen on while a session is played, where the browser can.
 *
 *   openWake({ wakeLock, document }) → { can, hold(), renew(), release() }
 *
 * renew(): something went on; without that for ten minutes nobody is on the mat, and the screen may go dark.
 * Browsers take the lock away with the page out of sight or the battery low; it is taken again.
 */

const AGAIN_MS = 1_000;
const LONGEST_MS = 600_000;

export function openWake({ wakeLock = globalThis.navigator?.wakeLock, document = globalThis.document } = {}) {
  let isHeld = false;
  let isWanted = false;
  let timer = 0;
  let isAsking = false;
  let lock = null;

  const isMissing = () => isWanted && !lock && !isAsking && document.visibilityState === "visible";

  async function take() {
    if (!wakeLock || !isMissing()) return;
    isAsking = true;
    try {
      lock = await wakeLock.request("screen");
      lock.addEventListener("release", lost);
    } catch {
      // Refused, as with a low battery: the next time the page is seen it is asked for again.
    }
    isAsking = false;
    if (!isWanted) letGo();
  }

  function lost() {
    lock = null;
    setTimeout(take, AGAIN_MS);
  }

  function letGo() {
    lock?.removeEventListener("release", lost);
    lock?.release().catch(() => {});
    lock = null;
  }

  function hold() {
    isHeld = true;
    return renew();
  }

  function renew() {
    if (!isHeld || !wakeLock) return undefined;
    clearTimeout(timer);
    timer = setTimeout(rest, LONGEST_MS);
    if (!isWanted) document.addEventListener("visibilitychange", take);
    isWanted = true;
    return take();
  }

  function release() {
    isHeld = false;
    rest();
  }

  function rest() {
    clearTimeout(timer);
    isWanted = false;
    document.removeEventListener("visibilitychange", take);
    letGo();
  }

  return { can: Boolean(wakeLock), hold, renew, release };
}

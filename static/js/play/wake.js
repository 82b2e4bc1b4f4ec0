/**
 * Keeps the screen on while a session is played, where the browser can.
 *
 *   openWake({ wakeLock, document }) → { can, hold(), release() }
 *
 * Browsers take the lock away with the page out of sight or the battery low; it is taken again.
 */

const AGAIN_MS = 1_000;

export function openWake({ wakeLock = globalThis.navigator?.wakeLock, document = globalThis.document } = {}) {
  let isWanted = false;
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
    if (!isWanted) document.addEventListener("visibilitychange", take);
    isWanted = true;
    return take();
  }

  function release() {
    isWanted = false;
    document.removeEventListener("visibilitychange", take);
    letGo();
  }

  return { can: Boolean(wakeLock), hold, release };
}

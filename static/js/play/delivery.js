/** Send what waits until nothing does: at once, and again after a while where there was no connection. */

import { flush, pending, retryAfter } from "./queue.js";
import { askAt, lockOf, send } from "./send.js";

/**
 * token: null where the page has none that is sure.  changed(): called when what is kept has changed.
 * onOutcome(outcome, before): how a delivery went, and what was kept before it.
 */
export function deliveryOf({ storage, athlete, sender, token, changed = () => {}, onOutcome }) {
  const ask = askAt(sender);
  let failures = 0;
  let timer = 0;

  async function go() {
    clearTimeout(timer);
    const before = pending(storage, athlete);
    const lock = lockOf(navigator);
    const went = await flush({ storage, athlete, token, send, ask, lock, changed });
    token = went.token;
    // A line that lets some of it through is tried again soon; one that lets nothing through, less and less.
    const isMoving = pending(storage, athlete).length < before.length;
    failures = isMoving ? 1 : failures + 1;
    clearTimeout(timer);
    if (went.waiting) timer = setTimeout(go, retryAfter(failures));
    else failures = 0;
    onOutcome(went.outcome, before);
  }

  addEventListener("online", () => {
    failures = 0;
    go();
  });
  return go;
}

/** Keep what was done until it is stored: sent at once, tried again where there was no connection. */

import { drop, flush, insist, pending, put, retryAfter } from "./queue.js";
import { askAt, lockOf, send } from "./send.js";
import { completionMessage, setMessage, writtenOf } from "./sets.js";

/**
 * play: the JSON of the page.  storage: of this browser.  onChange(): what is kept, or how it goes, has changed.
 */
export function sendingOf({ play, storage, onChange }) {
  const { athlete, addresses } = play;
  const ask = askAt(addresses.sender);
  let { token } = play;
  let outcome = "sent";
  let failures = 0;
  let timer = 0;

  /** Send all that waits; also called when a connection may be back. */
  async function go() {
    clearTimeout(timer);
    const lock = lockOf(navigator);
    const went = await flush({ storage, athlete, token, send, ask, lock, changed: onChange });
    ({ outcome, token } = went);
    failures = went.waiting ? failures + 1 : 0;
    if (went.waiting) timer = setTimeout(go, retryAfter(failures));
    onChange();
  }

  function keep(message) {
    put(storage, athlete, message, Date.now());
    onChange();
  }

  addEventListener("online", go);
  return {
    go,
    sets(part, sets, state) {
      for (const set of sets) keep(setMessage(play, part, set, writtenOf(state, part, set)));
      go();
    },

    /** What logs a part; the answer is the message that stands for it, null once it is stored. */
    async completion(part, fields, { writer }) {
      const message = completionMessage(play, part, fields, writer);
      keep(message);
      await go();
      return pending(storage, athlete).find(({ id }) => id === message.id) ?? null;
    },
    isKept: (wanted) => pending(storage, athlete).some(({ id }) => id === wanted),

    drop(entry) {
      drop(storage, athlete, entry.id);
      onChange();
    },
    insist(entry) {
      insist(storage, athlete, entry.id);
      onChange();
      go();
    },
    told: () => ({ entries: pending(storage, athlete), outcome: navigator.onLine ? outcome : "offline" }),
  };
}

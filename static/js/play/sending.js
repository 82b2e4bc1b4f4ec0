/** Keep what was done until it is stored: sent at once, tried again where there was no connection. */

import { deliveryOf } from "./delivery.js";
import { drop, insist, pending, put } from "./queue.js";
import { completionMessage, setMessage, writtenOf } from "./sets.js";

/**
 * play: the JSON of the page.  storage: of this browser.  onChange(): what is kept, or how it goes, has changed.
 */
export function sendingOf({ play, storage, onChange }) {
  const { athlete, addresses } = play;
  let outcome = "sent";

  const go = deliveryOf({
    storage,
    athlete,
    sender: addresses.sender,
    token: play.token,
    changed: onChange,
    onOutcome(now) {
      outcome = now;
      onChange();
    },
  });

  function keep(message) {
    put(storage, athlete, message, Date.now());
    onChange();
  }

  return {
    go,
    sets(part, sets, state) {
      for (const set of sets) keep(setMessage(play, part, set, writtenOf(state, part, set), state.began));
      go();
    },

    /** What logs a part; the answer is the message that stands for it, null once it is stored. */
    async completion(part, fields, state) {
      const message = completionMessage(play, part, fields, state);
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

/** Keep what was done until it is stored: sent at once, tried again where there was no connection. */

import { deliveryOf } from "./delivery.js";
import { endId, isEnd, partId } from "./ids.js";
import { drop, insist, isDropped, pending, put } from "./queue.js";
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
    sets(part, sets, state, before) {
      for (const set of sets) {
        const was = writtenOf(before, part, set);
        keep({ ...setMessage(play, part, set, writtenOf(state, part, set), state.began), was });
      }
      go();
    },

    /** What logs a part; over once it was tried. */
    completion(part, fields, state) {
      keep(completionMessage(play, part, fields, state));
      return go();
    },

    /** The message that logs a part, as long as it is kept. */
    endOf: ({ routine }) => pending(storage, athlete).find(({ id }) => id === endId(play, routine)),

    /** Whether that message was thrown away, here or in another tab, rather than stored. */
    isEndDropped: ({ routine }) => isDropped(storage, athlete, endId(play, routine)),

    drop(entry) {
      drop(storage, athlete, entry.id);
      onChange();
    },

    /** A part is thrown away: nothing of it is sent any more but what says that something was done. */
    throwAway(routine) {
      const isOver = (each) => each.id.startsWith(partId(play, routine)) && (isEnd(each) || each.fields.skipped);
      for (const { id } of pending(storage, athlete).filter(isOver)) drop(storage, athlete, id);
      onChange();
    },
    insist(entry) {
      insist(storage, athlete, entry.id);
      onChange();
      return go();
    },
    told: () => ({ entries: pending(storage, athlete), outcome: navigator.onLine ? outcome : "offline" }),
  };
}

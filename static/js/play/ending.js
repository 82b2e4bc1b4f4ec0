/**
 * The end of each part, from Save until it is stored: on its way, waiting on this phone, or to be mended.
 *
 * A part is logged if the server said so, or if what logs it waits here to be sent; not if that was thrown away,
 * be it in another tab.
 */

// Who waits longer than that is told that it waits, and may go.
const PATIENCE_MS = 3000;

const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** onLogged({ goesOn }): it is stored, or waits and goes on.  onDropped(): mine went.  panels: open where two versions differ. */
export function endingOf({ play, session, sending, finish, panels, onLogged, onDropped }) {
  const awaited = new Map();
  // What the screen of the end waits for: { index, goesOn, isTried, isWaiting }.
  let saving = null;

  const of = (index) => sending.endOf(play.parts[index]);

  function isLogged(index) {
    const isKnown = play.parts[index].is_logged || session.state?.logged?.[index];
    return isKnown || of(index)?.state === "waiting";
  }

  /** What became of those that were sent; called whenever that may have changed. */
  function follow() {
    play.parts.forEach((part, index) => {
      const [entry, before] = [of(index), awaited.get(index)];
      if (entry) return awaited.set(index, entry);
      if (!awaited.delete(index)) return;
      if (sending.isEndDropped(part)) lose(index, before.fields);
      else session.close(index, true);
    });
    if (!saving) return;
    const { index, goesOn, isTried, isWaiting } = saving;
    const { state = "", why } = of(index) ?? {};
    if (state === "waiting" ? !isTried || isWaiting : !state && isWaiting) return;
    if (!state || (state === "waiting" && goesOn)) {
      saving = null;
      return onLogged({ goesOn });
    }
    saving.isWaiting = state === "waiting";
    if (saving.isWaiting) return finish.wait();
    finish.refuse(why);
    if (state === "changed" || state === "deleted") panels.open("kept");
    else saving = null;
  }

  /** What was filled in is there to be sent anew. */
  function lose(index, fields) {
    session.say(index, session.state?.said?.[index] ?? fields);
    if (saving?.index === index) saving = null;
    onDropped();
  }

  async function tried(delivery) {
    const mine = saving;
    await Promise.race([delivery, after(PATIENCE_MS)]);
    mine.isTried = true;
    follow();
  }

  return {
    isLogged,
    follow,

    /** What is to be played from there on: what was begun, else the first; -1 where all is logged. */
    next(from = 0) {
      const open = [...play.parts.keys()].filter((index) => index >= from && !isLogged(index));
      return open.find(session.isBegun) ?? open[0] ?? -1;
    },

    /** The screen of the end of that part: what was filled in before, and why it was not stored. */
    show(index, told) {
      const entry = of(index);
      saving = null;
      finish.show({ ...told, fields: session.state.said?.[index] ?? entry?.fields });
      if (!entry || entry.state === "waiting") return;
      saving = { index, isTried: true };
      follow();
    },

    save(fields, { goesOn }) {
      const index = session.state.part;
      saving = { index, goesOn };
      finish.busy();
      const delivery = sending.completion(session.part, fields, session.state);
      session.close(index, false);
      tried(delivery);
    },

    /** Mine is thrown away: a part is not logged by it, unless another version of its end is stored. */
    drop(entry) {
      const { id, state, fields } = entry;
      const index = play.parts.findIndex((part) => sending.endOf(part)?.id === id);
      if (index < 0) session.putBack(entry);
      else if (state !== "changed") {
        awaited.delete(index);
        saving = null;
        session.say(index, fields);
      }
      sending.drop(entry);
      if (index >= 0 && ["deleted", "gone"].includes(state)) return location.assign(play.addresses.leave);
      onDropped();
    },

    /** Mine is to count. */
    insist(entry) {
      if (saving) saving.isTried = saving.isWaiting = false;
      const delivery = sending.insist(entry);
      if (saving) tried(delivery);
    },
  };
}

/**
 * Keep the state of a session in this browser, find its place among the parts there are by now, and know which
 * of the tabs plays: the one that kept it last.
 */

import { inUnit, placedAmong, routinesOf } from "./parts.js";
import { playName, read, write, writerIn } from "./store.js";

/**
 * onTaken(): another tab plays on, and nothing is kept by this one until it takes what there is.
 * onGone(): what it kept was removed, as by signing out in another tab; it keeps nothing any more.
 */
export function tabOf({ session, athlete, parts, unit }, { store, onTaken, onGone }) {
  const name = playName(session);
  const mine = crypto.getRandomValues(new Uint32Array(2)).join("-");
  let isHere = true;
  let hasKept = false;

  const inStore = () => {
    const state = read(store, name);
    return state?.athlete === athlete ? state : null;
  };

  // A tab learns of it late, so the store itself is asked before anything is kept.
  const isGone = () => hasKept && store.getItem(name) === null;

  // Where all is removed at once, no name is told.
  addEventListener("storage", ({ key }) => {
    if (key !== null && key !== name) return;
    if (isGone()) return onGone();
    const state = inStore();
    if (!state || state.tab === mine) return;
    isHere = false;
    onTaken();
  });

  return {
    isHere: () => isHere && !isGone(),
    isGone,
    take() {
      isHere = true;
      const state = inStore();
      hasKept ||= state !== null;
      return state && placedAmong(parts, inUnit(unit, state));
    },
    keep(state) {
      hasKept = true;
      write(store, name, { ...state, routines: routinesOf(parts), unit, tab: mine, seen: Date.now() });
    },
    forget() {
      hasKept = false;
      store.removeItem(name);
    },
    writer: writerIn(store),
  };
}

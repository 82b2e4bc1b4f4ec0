/** Keep the state of a session in this browser, and know which of its tabs plays: the one that kept it last. */

import { inUnit, placedAmong, routinesOf } from "./parts.js";
import { playName, read, write, writerIn } from "./store.js";

/** onTaken(): another tab plays on. */
export function tabOf({ session, athlete, parts, unit }, { store, onTaken }) {
  const name = playName(session);
  const mine = crypto.getRandomValues(new Uint32Array(2)).join("-");

  function kept() {
    const state = read(store, name);
    return state?.athlete === athlete ? placedAmong(parts, inUnit(unit, state)) : null;
  }

  addEventListener("storage", ({ key }) => {
    const state = key === name && kept();
    if (state && state.tab !== mine) onTaken();
  });

  return {
    kept,
    keep: (state) => write(store, name, { ...state, routines: routinesOf(parts), unit, tab: mine, seen: Date.now() }),
    writer: writerIn(store),
  };
}

/**
 * Keep the state of a session in this browser, find its place among the parts there are by now, and know which
 * of the tabs plays: the one that kept it last.
 */

import { inUnit, placedAmong, routinesOf } from "./parts.js";
import { playName, read, write, writerIn } from "./store.js";

/** onTaken(): another tab plays on, and nothing is kept by this one until it takes what there is. */
export function tabOf({ session, athlete, parts, unit }, { store, onTaken }) {
  const name = playName(session);
  const mine = crypto.getRandomValues(new Uint32Array(2)).join("-");
  let isHere = true;

  const inStore = () => {
    const state = read(store, name);
    return state?.athlete === athlete ? state : null;
  };

  addEventListener("storage", ({ key }) => {
    const state = key === name && inStore();
    if (!state || state.tab === mine) return;
    isHere = false;
    onTaken();
  });

  return {
    isHere: () => isHere,
    take() {
      isHere = true;
      const state = inStore();
      return state && placedAmong(parts, inUnit(unit, state));
    },
    keep: (state) => write(store, name, { ...state, routines: routinesOf(parts), unit, tab: mine, seen: Date.now() }),
    forget: () => store.removeItem(name),
    writer: writerIn(store),
  };
}

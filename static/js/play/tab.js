/**
 * Keep the state of a session in this browser, find its place among the parts there are by now, and know which
 * of the tabs plays: the one that kept it last.
 */

import { playName, read, write, writerIn } from "./store.js";

const routinesOf = (parts) => parts.map(({ routine }) => routine);

/** Led to parts of which one may be gone, since it was logged meanwhile; part: -1 where it was the one played. */
export function placedAmong(parts, kept) {
  const are = routinesOf(parts);
  const were = kept.routines ?? are;
  const to = (index) => are.indexOf(were[index]);
  const moved = (named) =>
    Object.fromEntries(
      Object.entries(named ?? {}).flatMap(([name, value]) => {
        const [index, ...rest] = name.split(":");
        return to(index) < 0 ? [] : [[[to(index), ...rest].join(":"), value]];
      }),
    );
  const { done, logged, said } = kept;
  const all = { done: moved(done), logged: moved(logged), said: moved(said) };
  return { ...kept, ...all, part: to(kept.part), routines: are };
}

/** onTaken(): another tab plays on, and nothing is kept by this one until it takes what there is. */
export function tabOf({ session, athlete, parts }, { store, onTaken }) {
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
      return state && placedAmong(parts, state);
    },
    keep: (state) => write(store, name, { ...state, routines: routinesOf(parts), tab: mine, seen: Date.now() }),
    forget: () => store.removeItem(name),
    writer: writerIn(store),
  };
}

/** Lead a state to the parts there are by now: a routine that was logged meanwhile is no longer among them. */

export const routinesOf = (parts) => parts.map(({ routine }) => routine);

/** part: -1 where what was played is gone. */
export function placedAmong(parts, kept) {
  const were = kept.routines ?? routinesOf(parts);
  const are = routinesOf(parts);
  const to = (index) => are.indexOf(were[index]);
  const moved = (named) =>
    Object.fromEntries(
      Object.entries(named ?? {}).flatMap(([name, value]) => {
        const [index, ...rest] = name.split(":");
        return to(index) < 0 ? [] : [[[to(index), ...rest].join(":"), value]];
      }),
    );
  return { ...kept, part: to(kept.part), done: moved(kept.done), logged: moved(kept.logged), routines: are };
}

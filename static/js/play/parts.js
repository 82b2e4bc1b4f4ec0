/** Lead a state to what there is by now: a routine may have been logged meanwhile, another unit chosen. */

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
  const { done, logged, said } = kept;
  const all = { done: moved(done), logged: moved(logged), said: moved(said) };
  return { ...kept, ...all, part: to(kept.part), routines: are };
}

const KG = { kg: 1, lb: 0.45359237 };

/** Weights that were kept while another unit was chosen, in that of the page. */
export function inUnit(unit, kept) {
  const before = kept.unit ?? unit;
  if (before === unit) return kept;
  const weighed = (load) => (Number(load) ? String(Math.round((100 * load * KG[before]) / KG[unit]) / 100) : load);
  const done = Object.entries(kept.done).map(([name, each]) => [name, { ...each, load: weighed(each.load) }]);
  return { ...kept, unit, done: Object.fromEntries(done) };
}

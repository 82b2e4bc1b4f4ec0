/** The sessions kept on this phone for playing without a connection: a cache each, named by athlete and session. */

const PREFIX = "play:";

export const nameOf = ({ athlete, session }) => `${PREFIX}${athlete}:${session}`;

/** Those of one athlete in the order they were made, out of the names of all caches. */
export const ofAthlete = (names, athlete) => names.filter((name) => name.startsWith(nameOf({ athlete, session: "" })));

/** Those of everybody else; of everybody at all where nobody is signed in. */
export function ofOthers(names, athlete) {
  const own = new Set(ofAthlete(names, athlete));
  return names.filter((name) => name.startsWith(PREFIX) && !own.has(name));
}

/** Forget these; a browser without caches has none. */
export const drop = async (names) => {
  if (globalThis.caches) await Promise.all(names.map((name) => caches.delete(name)));
};

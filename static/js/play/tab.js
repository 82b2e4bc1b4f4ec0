/** Keep the state of a session in this browser, and know which of its tabs plays: the one that kept it last. */

/**
 * store: read(key) and write(key, value) of this browser.  onTaken(): another tab plays on.
 */
export function tabOf({ session, athlete }, { store, onTaken }) {
  const key = `footfall:play:${session}`;
  const mine = crypto.getRandomValues(new Uint32Array(2)).join("-");

  addEventListener("storage", (event) => {
    if (event.key !== key) return;
    const kept = read();
    if (kept && kept.tab !== mine) onTaken();
  });

  function read() {
    const kept = store.read(key);
    return kept?.athlete === athlete ? kept : null;
  }

  return {
    read,
    keep: (state) => store.write(key, { ...state, tab: mine, seen: Date.now() }),
  };
}

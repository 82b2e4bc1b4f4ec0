/** Keep the state of a session in this browser, and know which of its tabs plays: the one that kept it last. */

const WRITER = "footfall:writer";

/** A uuid of chance; randomUUID is there on HTTPS alone. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

/**
 * storage: of this browser.  onTaken(): another tab plays on.
 */
export function tabOf({ session, athlete }, { storage, onTaken }) {
  const key = `footfall:play:${session}`;
  const mine = uuid();

  function read() {
    try {
      const kept = JSON.parse(storage.getItem(key));
      return kept?.athlete === athlete ? kept : null;
    } catch {
      return null;
    }
  }

  addEventListener("storage", (event) => {
    const kept = event.key === key && read();
    if (kept && kept.tab !== mine) onTaken();
  });

  return {
    read,
    keep: (state) => storage.setItem(key, JSON.stringify({ ...state, tab: mine, seen: Date.now() })),

    /** This browser, for the server: it tells its own older words from those of another. */
    get writer() {
      const known = storage.getItem(WRITER) ?? uuid();
      storage.setItem(WRITER, known);
      return known;
    },
  };
}

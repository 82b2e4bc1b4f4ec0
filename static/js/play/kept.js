/**
 * The messages that are not stored yet, kept in this browser for the athlete they are of.
 *
 *   pending(storage, athlete) → Kept[]             put(storage, athlete, message, now) → Kept
 *   drop(storage, athlete, id)                     dropAll(storage, athlete), at sign-out
 *   insist(storage, athlete, id): mine is to count over what was changed or deleted elsewhere
 *   amend(storage, athlete, sent, to): for the one that sends
 *
 * Message: { id, address, fields, was }; was: what was known of the set before, if it is one.
 * Kept: the same with { state, why, mine, stored, stored_set, over, tries, at }.
 *   state: "waiting", or as it was answered "refused", "changed", "deleted" or "gone"; tries: how often the
 *   server failed at it.  storage: getItem, setItem and removeItem; it is read anew before each change.
 */

const keyOf = (athlete) => `footfall:queue:${athlete}`;
const NOTHING_SAID = { why: "", mine: "", stored: "", over: "" };

/** What a message says, to be compared. */
export const saidIn = ({ fields }) => JSON.stringify(fields);

/** All that is kept for an athlete, in the order it came. */
export function pending(storage, athlete) {
  try {
    const kept = JSON.parse(storage.getItem(keyOf(athlete)));
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

function write(storage, athlete, kept) {
  if (kept.length) storage.setItem(keyOf(athlete), JSON.stringify(kept));
  else storage.removeItem(keyOf(athlete));
}

/** Keep a message until it is stored, in the place of an older one of the same set. */
export function put(storage, athlete, { id, address, fields, was = null }, now) {
  const kept = pending(storage, athlete);
  const older = kept.find((each) => each.id === id);
  const all = { ...fields, athlete: String(athlete) };
  if (older && saidIn(older) !== saidIn({ fields: all })) {
    if (all.revision && all.writer === older.fields.writer) all.revision = next(all, older.fields);
    if (older.state === "waiting" && older.fields.over) all.over = older.fields.over;
  }
  // What was never stored is nothing to go back to.
  const before = older ? older.was : was;
  const message = { id, address, fields: all, was: before, state: "waiting", ...NOTHING_SAID, tries: 0, at: now };
  write(storage, athlete, older ? kept.map((each) => (each === older ? message : each)) : [...kept, message]);
  return message;
}

// Another tab may have counted as far; the server passes over what is no newer.
const next = (mine, older) => String(Math.max(Number(mine.revision), Number(older.revision) + 1));

/** Throw one away: what is stored is to stay as it is. */
export function drop(storage, athlete, id) {
  write(storage, athlete, pending(storage, athlete).filter((each) => each.id !== id));
}

/** Nothing of one person stays behind for the next. */
export function dropAll(storage, athlete) {
  storage.removeItem(keyOf(athlete));
}

/** Send it again, over what was seen to be stored. */
export function insist(storage, athlete, id) {
  const again = (each) => {
    if (each.id !== id || !each.over) return each;
    return { ...each, fields: { ...each.fields, over: each.over }, state: "waiting", ...NOTHING_SAID };
  };
  write(storage, athlete, pending(storage, athlete).map(again));
}

/**
 * Note what came of a message that was sent: what stands for it now, or nothing.
 *
 * What was put in its place while it was under way is another message, and is left alone.
 */
export function amend(storage, athlete, sent, to) {
  const isSent = (each) => each.id === sent.id && saidIn(each) === saidIn(sent);
  write(storage, athlete, pending(storage, athlete).flatMap((each) => (isSent(each) ? to(each) : [each])));
}

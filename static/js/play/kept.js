/**
 * The messages that are not stored yet, kept in this browser for the athlete they are of.
 *
 *   pending(storage, athlete) → Kept[]             put(storage, athlete, message, now) → Kept
 *   drop(storage, athlete, id)                     dropAll(storage, athlete), at sign-out
 *   isDropped(storage, athlete, id): whether what ended a session was thrown away rather than stored
 *   insist(storage, athlete, id): mine is to count over what was changed or deleted elsewhere
 *   amend(storage, athlete, sent, to): for the one that sends
 *
 * Message: { id, address, fields, label, was }; label: what it is about, in words; was: what was known of the
 *   set before, if it is one.
 * Kept: the same with { state, why, mine, stored, stored_set, over, tries, at }.
 *   state: "waiting", or as it was answered "refused", "changed", "deleted" or "gone"; tries: how often the
 *   server failed at it.  storage: getItem, setItem and removeItem; it is read anew before each change.
 */

import { isEnd } from "./ids.js";

const keyOf = (athlete) => `footfall:queue:${athlete}`;
const droppedOf = (athlete) => `footfall:dropped:${athlete}`;
// Only tabs that are open just then ask for it.
const MOST_DROPPED = 20;
const NOTHING_SAID = { why: "", mine: "", stored: "", over: "" };

/** What a message says, to be compared. */
export const saidIn = ({ fields }) => JSON.stringify(fields);

/** All that is kept for an athlete, in the order it came. */
export const pending = (storage, athlete) => listIn(storage, keyOf(athlete));

function listIn(storage, name) {
  try {
    const kept = JSON.parse(storage.getItem(name));
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

function write(storage, athlete, kept, name = keyOf(athlete)) {
  if (kept.length) storage.setItem(name, JSON.stringify(kept));
  else storage.removeItem(name);
}

/** Keep a message until it is stored, in the place of an older one of the same set. */
export function put(storage, athlete, { id, address, fields, label = "", was = null }, now) {
  const kept = pending(storage, athlete);
  const older = kept.find((each) => each.id === id);
  const all = { ...fields, athlete: String(athlete) };
  if (older && saidIn(older) !== saidIn({ fields: all })) {
    if (all.revision && all.writer === older.fields.writer) all.revision = next(all, older.fields);
    if (older.state === "waiting" && older.fields.over) all.over = older.fields.over;
  }
  // What was never stored is nothing to go back to.
  const before = older ? older.was : was;
  const said = { id, address, fields: all, label, was: before };
  const message = { ...said, state: "waiting", ...NOTHING_SAID, tries: 0, at: now };
  if (isDropped(storage, athlete, id)) write(storage, athlete, droppedBut(storage, athlete, id), droppedOf(athlete));
  write(storage, athlete, older ? kept.map((each) => (each === older ? message : each)) : [...kept, message]);
  return message;
}

// Another tab may have counted as far; the server passes over what is no newer.
const next = (mine, older) => String(Math.max(Number(mine.revision), Number(older.revision) + 1));

/**
 * Throw one away: what is stored is to stay as it is.
 *
 * Another tab, which sees an end no longer, would take it for stored; so it is, where it differs from what is.
 */
export function drop(storage, athlete, id) {
  const kept = pending(storage, athlete);
  const isLost = kept.some((each) => each.id === id && isEnd(each) && each.state !== "changed");
  if (isLost) {
    const dropped = [...droppedBut(storage, athlete, id), id].slice(-MOST_DROPPED);
    write(storage, athlete, dropped, droppedOf(athlete));
  }
  write(storage, athlete, kept.filter((each) => each.id !== id));
}

const droppedBut = (storage, athlete, id) => listIn(storage, droppedOf(athlete)).filter((each) => each !== id);

export const isDropped = (storage, athlete, id) => listIn(storage, droppedOf(athlete)).includes(id);

/** Nothing of one person stays behind for the next. */
export function dropAll(storage, athlete) {
  for (const name of [keyOf(athlete), droppedOf(athlete)]) storage.removeItem(name);
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

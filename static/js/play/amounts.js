/** How many messages of the player there are, in words. */

import { isEnd } from "./ids.js";

const several = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** "2 sets", "the end of 1 session", or both, of at least one message. */
export function amountOf(messages) {
  const ends = messages.filter(isEnd).length;
  const sets = messages.length - ends;
  const told = [];
  if (sets) told.push(several(sets, "set", "sets"));
  if (ends) told.push(`the end of ${several(ends, "session", "sessions")}`);
  return told.join(" and ");
}

/** The same at the beginning of a sentence, and its verb: "2 sets", "were". */
export function subjectOf(messages, one, many) {
  const told = amountOf(messages);
  return `${told[0].toUpperCase()}${told.slice(1)} ${messages.length === 1 ? one : many}`;
}

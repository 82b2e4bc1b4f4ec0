/**
 * Sends what is kept for the athlete, one after the other; whatever is repeated is stored once.
 *
 *   pending, put, drop, dropAll, insist, isDropped           see kept.js
 *   flush({ storage, athlete, token, send, ask, lock, changed }) → Promise<{ outcome, token, waiting }>
 *   retryAfter(failures) → ms until the next flush, after so many in a row that left something waiting
 *
 * token: null where the page has none that is sure; it is asked for.
 * send({ address, fields, token }) → Promise<{ status, answer }>; answer: the JSON, null where there is
 *   none; a redirect has status 0; throws without a connection.
 * ask() → Promise<{ athlete, token }>, null where nobody is signed in; throws without a connection.
 * lock(run) → Promise: runs it while no other tab does.  changed(): called when what is kept has changed.
 * outcome: "sent" where nothing waits any more, else "waiting", "offline", "signed-out" or "another".
 */

import { isEnd } from "./ids.js";
import { amend, pending, saidIn } from "./kept.js";

export { drop, dropAll, insist, isDropped, pending, put } from "./kept.js";

const ANSWERED = { 404: ["gone"], 409: ["changed", "deleted"], 422: ["refused"] };
const PAUSES_MS = [2_000, 5_000, 15_000, 60_000];

export const retryAfter = (failures) => PAUSES_MS[Math.min(Math.max(1, failures), PAUSES_MS.length) - 1];

let last = Promise.resolve();

// Without locks between tabs at least this one sends a thing at a time; twice the same is stored once anyway.
function inTurn(run) {
  const mine = last.then(run);
  last = mine.catch(() => {});
  return mine;
}

/** Send what waits, until nothing does or it is of no use to go on. */
export function flush({ lock = inTurn, ...line }) {
  return lock(() => sendAll({ ...line, athlete: String(line.athlete), hasAsked: false }));
}

async function sendAll(line) {
  const tried = new Set();
  let outcome = "sent";
  let troubles = 0;
  for (let next = nextOf(line, tried); next; next = nextOf(line, tried)) {
    tried.add(next.id + saidIn(next));
    outcome = await deliver(line, next);
    // What the server fails at is passed over once: it may be the only one of its kind.
    if (outcome === "trouble") troubles += 1;
    if (troubles > 1 || !["sent", "trouble"].includes(outcome)) break;
  }
  const waiting = pending(line.storage, line.athlete).filter(({ state }) => state === "waiting").length;
  if (["sent", "trouble", "busy"].includes(outcome)) outcome = waiting ? "waiting" : "sent";
  return { outcome, token: line.token, waiting };
}

// Sets before what logs their session, and last what failed before.
function nextOf({ storage, athlete }, tried) {
  const rank = (each) => (isEnd(each) ? 1_000_000 : 0) + each.tries;
  const isNext = (each) =>
    each.state === "waiting" && each.fields.athlete === athlete && !tried.has(each.id + saidIn(each));
  return pending(storage, athlete).filter(isNext).sort((one, other) => rank(one) - rank(other))[0];
}

async function deliver(line, message) {
  try {
    const reply = await answerTo(line, message);
    return typeof reply === "string" ? reply : take(line, message, reply);
  } catch {
    return "offline";
  }
}

// A refusal that is no answer of ours is one of the token: there may be a newer one.
async function answerTo(line, { address, fields }) {
  const isOld = ({ status, answer }) => status === 403 && !answer;
  const reply = line.token ? await line.send({ address, fields, token: line.token }) : null;
  if (reply && (!isOld(reply) || line.hasAsked)) return reply;
  line.hasAsked = true;
  const now = await line.ask();
  if (!now) return "signed-out";
  if (String(now.athlete) !== line.athlete) return "another";
  line.token = now.token;
  return line.send({ address, fields, token: line.token });
}

function note(line, message, to) {
  amend(line.storage, line.athlete, message, to);
  line.changed?.();
}

function take(line, message, { status, answer }) {
  if (status === 200 && answer?.state === "stored") {
    note(line, message, () => []);
    return "sent";
  }
  if (ANSWERED[status]?.includes(answer?.state)) {
    const { state, why = "", mine = "", stored = "", stored_set = null, over = "" } = answer;
    note(line, message, (each) => [{ ...each, state, why, mine, stored, stored_set, over }]);
    return "sent";
  }
  if (status === 403 && answer?.state === "another") return "another";
  if (status === 0 || (status >= 300 && status < 400)) return "signed-out";
  note(line, message, (each) => [{ ...each, tries: each.tries + 1 }]);
  return status === 429 ? "busy" : "trouble";
}

/**
 * Send what waits until nothing does: at once, and again after a while where there was no connection.
 *
 *   deliveryOf({ storage, athlete, … }) → go() → Promise, over once all that waits was tried
 *   send({ address, fields, token }) → Promise<{ status, answer }>        askAt(address) → ask, for the queue
 *   lockOf(navigator) → lock | undefined, for the queue
 */

import { flush, pending, retryAfter } from "./queue.js";

// A connection that hangs is none; the message waits and is sent again.
const LONGEST_MS = 20_000;

async function reach(address, options) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), LONGEST_MS);
  try {
    const headers = { Accept: "application/json" };
    const common = { redirect: "manual", cache: "no-store", headers, signal: stop.signal };
    const reply = await fetch(address, { ...common, ...options });
    const isJson = reply.headers.get("Content-Type")?.startsWith("application/json");
    return { status: reply.status, answer: isJson ? await reply.json() : null };
  } finally {
    clearTimeout(timer);
  }
}

/** Send one message; a redirect has status 0.  It goes on when the page is left. */
export function send({ address, fields, token }) {
  const body = new URLSearchParams({ ...fields, csrfmiddlewaretoken: token });
  return reach(address, { method: "POST", body, keepalive: true });
}

/** Who is signed in now, and the token of theirs; null where nobody is. */
export function askAt(address) {
  return async () => {
    const { status, answer } = await reach(address, {});
    if (status >= 500) throw new Error(`The server answered ${status}.`);
    return status === 200 && answer?.token ? answer : null;
  };
}

/** One tab at a time, where the browser can see to it. */
export function lockOf({ locks }) {
  return locks ? (run) => locks.request("footfall:queue", run) : undefined;
}

/**
 * token: null where the page has none that is sure.  changed(): called when what is kept has changed.
 * onOutcome(outcome, before): how a delivery went, and what was kept before it.
 */
export function deliveryOf({ storage, athlete, sender, token, changed = () => {}, onOutcome }) {
  const ask = askAt(sender);
  let failures = 0;
  let timer = 0;

  async function go() {
    clearTimeout(timer);
    const before = pending(storage, athlete);
    const lock = lockOf(navigator);
    const went = await flush({ storage, athlete, token, send, ask, lock, changed });
    token = went.token;
    // A line that lets some of it through is tried again soon; one that lets nothing through, less and less.
    const isMoving = pending(storage, athlete).length < before.length;
    failures = isMoving ? 1 : failures + 1;
    clearTimeout(timer);
    if (went.waiting) timer = setTimeout(go, retryAfter(failures));
    else failures = 0;
    onOutcome(went.outcome, before);
  }

  addEventListener("online", () => {
    failures = 0;
    go();
  });
  return go;
}

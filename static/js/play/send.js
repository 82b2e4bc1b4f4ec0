/**
 * Takes messages to the server and brings its answers.
 *
 *   send({ address, fields, token }) → Promise<{ status, answer }>
 *   askAt(address) → ask, for the queue
 *   lockOf(navigator) → lock | undefined, for the queue
 */

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

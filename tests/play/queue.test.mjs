import assert from "node:assert/strict";
import test from "node:test";
import * as queue from "../../static/js/play/queue.js";
import { Server, memory } from "./a_server.mjs";
import { WRITER, chance } from "./a_part.mjs";

const OTHER = "7f0c9a52-0000-4000-8000-000000000002";

const message = (number, left, { revision = 1, writer = WRITER, routine = "" } = {}) => ({
  id: `12:${routine}:1.${number}`,
  address: "/sessions/12/sets/",
  fields: {
    ...(routine ? { routine } : {}), station: "1", number: String(number), exercise: "dead-bug",
    left: String(left), writer, revision: String(revision),
  },
});
const completion = (minutes) => ({
  id: "12::completion", address: "/sessions/12/completion/", fields: { minutes: String(minutes), writer: WRITER },
});

function world({ token = "fresh" } = {}) {
  const server = new Server();
  const storage = memory();
  const line = { storage, athlete: "7", token, send: server.send, ask: server.ask };
  const put = (each, athlete = "7") => queue.put(storage, athlete, each, 1);
  const flush = (more) => queue.flush({ ...line, ...more });
  return { server, storage, line, put, flush, kept: () => queue.pending(storage, "7") };
}

test("what is stored leaves the queue, and the queue leaves no trace", async () => {
  const { server, storage, put, flush } = world();
  put(message(1, 8));
  put(message(2, 7));
  assert.deepEqual(await flush(), { outcome: "sent", token: "fresh", waiting: 0 });
  assert.deepEqual(server.told(), { "7//1.1": "dead-bug/8///", "7//1.2": "dead-bug/7///" });
  assert.deepEqual(storage.names(), []);
});

test("a newer message of a set takes the older one's place, and only it is sent", async () => {
  const { server, put, flush, kept } = world();
  put(message(1, 8));
  put(message(2, 8));
  put(message(1, 6, { revision: 2 }));
  assert.deepEqual(kept().map(({ id }) => id), ["12::1.1", "12::1.2"]);
  await flush();
  assert.deepEqual(server.requests.map(({ number, left }) => [number, left]), [["1", "6"], ["2", "8"]]);
});

test("two that counted the same revision differ by one once they meet in the queue", async () => {
  const { put } = world();
  put(message(1, 8, { revision: 3 }));
  assert.equal(put(message(1, 8, { revision: 3 })).fields.revision, "3");
  assert.equal(put(message(1, 6, { revision: 3 })).fields.revision, "4");
  assert.equal(put(message(1, 6, { revision: 1, writer: OTHER })).fields.revision, "1");
});

test("a message keeps what was known of its set before, which a newer one of the set does not change", () => {
  const { put } = world();
  assert.equal(put({ ...message(1, 8), was: null }).was, null);
  assert.equal(put({ ...message(1, 6, { revision: 2 }), was: { left: 8 } }).was, null, "it was never stored");
  assert.deepEqual(put({ ...message(2, 6), was: { left: 8 } }).was, { left: 8 });
});

test("the sets go before what logs their session", async () => {
  const { server, put, flush } = world();
  put(completion(22));
  put(message(1, 8));
  await flush();
  assert.deepEqual(server.requests.map(({ address }) => address), ["/sessions/12/sets/", "/sessions/12/completion/"]);
});

test("without a connection everything waits, and one request is enough to know", async () => {
  const { put, flush, kept } = world();
  put(message(1, 8));
  put(message(2, 8));
  let calls = 0;
  const send = async () => {
    calls += 1;
    throw new TypeError("Failed to fetch");
  };
  assert.deepEqual(await flush({ send }), { outcome: "offline", token: "fresh", waiting: 2 });
  assert.equal(calls, 1);
  assert.deepEqual(kept().map(({ state, tries }) => [state, tries]), [["waiting", 0], ["waiting", 0]]);
});

for (const [told, reply] of [
  ["a failing server", { status: 500, answer: null }],
  ["too many requests", { status: 429, answer: null }],
  ["the page of a hotel's network", { status: 200, answer: null }],
  ["a proxy's 404", { status: 404, answer: null }],
  ["signed out", { status: 0, answer: null }],
  ["another one signed in", { status: 403, answer: { state: "another", why: "" } }],
]) {
  test(`${told}: it waits`, async () => {
    const { put, flush, kept } = world();
    put(message(1, 8));
    const { waiting } = await flush({ send: async () => reply });
    assert.deepEqual([waiting, kept()[0].state], [1, "waiting"]);
  });
}

test("one message the server fails at does not keep back the others", async () => {
  const { server, put, flush, kept } = world();
  for (const number of [1, 2, 3]) put(message(number, 8));
  put(completion(22));
  const send = async (sent) => (sent.fields.number === "1" ? { status: 500, answer: null } : server.send(sent));
  assert.deepEqual(await flush({ send }), { outcome: "waiting", token: "fresh", waiting: 1 });
  assert.deepEqual(kept().map(({ id, tries }) => [id, tries]), [["12::1.1", 1]]);
  assert.equal(server.rows.size, 3);
});

test("a server that fails at everything is asked twice, not for each set", async () => {
  const { put, flush } = world();
  for (let number = 1; number <= 30; number += 1) put(message(number, 8));
  let calls = 0;
  await flush({ send: async () => ({ status: 503, answer: null, calls: (calls += 1) }) });
  assert.equal(calls, 2);
});

test("a refused set is kept with the reason, until it is corrected or dropped", async () => {
  const { server, storage, put, flush, kept } = world();
  put(message(1, 999));
  put(message(2, 8));
  assert.deepEqual(await flush(), { outcome: "sent", token: "fresh", waiting: 0 });
  assert.deepEqual(kept().map(({ id, state, why }) => [id, state, why]), [["12::1.1", "refused", "Too many."]]);
  await flush();
  assert.equal(server.requests.length, 2);
  put(message(1, 9, { revision: 2 }));
  await flush();
  assert.deepEqual([server.rows.size, storage.names()], [2, []]);
});

test("a set that was changed elsewhere waits for a choice, with both versions", async () => {
  const { server, storage, put, flush, kept } = world();
  server.keep(message(1, 5, { writer: OTHER }).fields);
  put(message(1, 8));
  await flush();
  const [{ state, mine, stored }] = kept();
  assert.deepEqual([state, mine, stored], ["changed", "dead-bug/8///", "dead-bug/5///"]);
  queue.insist(storage, "7", "12::1.1");
  assert.equal((await flush()).outcome, "sent");
  assert.deepEqual([server.told(), kept()], [{ "7//1.1": "dead-bug/8///" }, []]);
});

test("what was chosen over another version stays so when it is corrected before it is sent", async () => {
  const { server, storage, put, flush, kept } = world();
  server.keep(message(1, 5, { writer: OTHER }).fields);
  put(message(1, 8));
  await flush();
  queue.insist(storage, "7", "12::1.1");
  put(message(1, 7, { revision: 2 }));
  await flush();
  assert.deepEqual([server.told(), kept()], [{ "7//1.1": "dead-bug/7///" }, []]);
});

test("a deleted session is brought back by choice, or the message is dropped", async () => {
  const { server, storage, put, flush, kept } = world();
  server.deleted = true;
  put(message(1, 8));
  await flush();
  assert.equal(kept()[0].state, "deleted");
  queue.drop(storage, "7", "12::1.1");
  assert.deepEqual([kept(), server.rows.size], [[], 0]);
});

test("an end that was thrown away is told from one that is stored, until it is sent anew", async () => {
  const { storage, put, flush } = world();
  const { id } = completion(22);
  const isDropped = () => queue.isDropped(storage, "7", id);
  put(completion(22));
  await flush();
  assert.equal(isDropped(), false);
  put(completion(23));
  queue.drop(storage, "7", id);
  assert.deepEqual([isDropped(), queue.isDropped(storage, "8", id)], [true, false]);
  put(completion(24));
  assert.equal(isDropped(), false);
  queue.drop(storage, "7", id);
  queue.dropAll(storage, "7");
  assert.deepEqual(storage.names(), []);
});

test("one that gives way to another version of the end is as good as stored, and sets leave no mark", async () => {
  const { server, storage, put, flush } = world();
  server.keep({ ...completion(20).fields, writer: OTHER });
  put(completion(22));
  await flush();
  put(message(1, 8));
  for (const { id } of queue.pending(storage, "7")) queue.drop(storage, "7", id);
  assert.deepEqual(storage.names(), []);
});

test("of ends that were thrown away the last twenty are known", () => {
  const { storage, put } = world();
  for (let session = 1; session <= 30; session += 1) {
    put({ ...completion(22), id: `${session}::completion` });
    queue.drop(storage, "7", `${session}::completion`);
  }
  assert.deepEqual([10, 11, 30].map((each) => queue.isDropped(storage, "7", `${each}::completion`)), [false, true, true]);
});

test("a message keeps what it is about in words, and its newer one says so anew", () => {
  const { put, kept } = world();
  put({ ...message(1, 8), label: "Squat, set 1" });
  put({ ...message(1, 6, { revision: 2 }), label: "Bridge, set 1" });
  assert.deepEqual(kept().map(({ label, fields }) => [label, fields.label]), [["Bridge, set 1", undefined]]);
});

test("a session that is gone for good keeps the set, with the words", async () => {
  const { put, flush, kept } = world();
  put(message(1, 8));
  await flush({ send: async () => ({ status: 404, answer: { state: "gone", why: "No such session of yours." } }) });
  assert.deepEqual([kept()[0].state, kept()[0].why], ["gone", "No such session of yours."]);
});

test("an old token is renewed once, and the set sent again", async () => {
  const { server, put, flush } = world({ token: "old" });
  put(message(1, 8));
  put(message(2, 8));
  assert.deepEqual(await flush(), { outcome: "sent", token: "fresh", waiting: 0 });
  assert.deepEqual([server.requests.length, server.writes], [3, 2]);
});

test("a page that has no sure token asks who is signed in before it sends anything", async () => {
  const { server, put, flush } = world();
  put(message(1, 8));
  server.signedIn = "8";
  assert.equal((await flush({ token: null })).outcome, "another");
  server.signedIn = null;
  assert.equal((await flush({ token: null })).outcome, "signed-out");
  assert.equal(server.requests.length, 0);
});

test("a token that stays refused is no reason to ask for ever", async () => {
  const { put, flush } = world();
  put(message(1, 8));
  put(message(2, 8));
  let asked = 0;
  const ask = async () => ({ athlete: "7", token: "as good as any", asked: (asked += 1) });
  const { outcome } = await flush({ ask, send: async () => ({ status: 403, answer: null }) });
  assert.deepEqual([outcome, asked], ["waiting", 1]);
});

test("who is signed in as somebody else gets none of it, old token or not", async () => {
  const { server, put, flush, kept } = world({ token: "old" });
  put(message(1, 8));
  server.signedIn = "8";
  assert.equal((await flush()).outcome, "another");
  assert.equal((await flush({ token: "fresh" })).outcome, "another");
  assert.equal((await flush({ athlete: "8", token: "fresh" })).outcome, "sent");
  assert.deepEqual([server.rows.size, kept().length], [0, 1]);
  server.signedIn = "7";
  await flush();
  assert.deepEqual(Object.keys(server.told()), ["7//1.1"]);
});

test("a message of somebody else is not sent, wherever it was put", async () => {
  const { server, storage, put, flush } = world();
  put(message(1, 8));
  const [mine] = queue.pending(storage, "7");
  storage.setItem("footfall:queue:7", JSON.stringify([{ ...mine, fields: { ...mine.fields, athlete: "8" } }]));
  await flush();
  assert.equal(server.requests.length, 0);
});

test("emptied at sign-out while one is under way, it stays empty", async () => {
  const { server, storage, put, flush } = world();
  put(message(1, 8));
  put(message(2, 8));
  const send = async (sent) => {
    queue.dropAll(storage, "7");
    return server.send(sent);
  };
  await flush({ send });
  assert.deepEqual([server.requests.length, storage.names()], [1, []]);
});

test("corrected while its older version is under way, the newer one is kept and sent", async () => {
  const { server, put, flush, kept } = world();
  put(message(1, 8));
  const send = async (sent) => {
    if (!server.requests.length) put(message(1, 6, { revision: 2 }));
    return server.send(sent);
  };
  await flush({ send });
  assert.deepEqual([server.told(), kept()], [{ "7//1.1": "dead-bug/6///" }, []]);
});

test("a broken queue is an empty one", () => {
  const { storage, kept } = world();
  storage.setItem("footfall:queue:7", "{not json");
  assert.deepEqual(kept(), []);
});

test("flushes at once send a thing once", async () => {
  const { server, put, flush } = world();
  for (const number of [1, 2, 3]) put(message(number, 8));
  await Promise.all([flush(), flush(), flush()]);
  assert.equal(server.requests.length, 3);
});

test("the waits grow to a minute and no further", () => {
  assert.deepEqual([1, 2, 3, 4, 5, 50].map(queue.retryAfter), [2000, 5000, 15000, 60000, 60000, 60000]);
});

/** A network that loses requests, loses answers, repeats, fails, and brings things late and in any order. */
function unreliable(server, luck) {
  const late = [];
  const arrive = () => Promise.all(late.splice(0).map((sent) => server.send(sent)));
  const send = async (sent) => {
    const copy = { ...sent, fields: { ...sent.fields }, token: server.token };
    await new Promise((go) => setImmediate(go));
    const fate = luck.below(8);
    if (late.length && luck.next() < 0.5) server.send(late.splice(luck.below(late.length), 1)[0]);
    if (fate === 0) throw new TypeError("The request was lost");
    if (fate === 1) late.push(copy);
    if (fate === 2) return { status: luck.one([500, 502, 503, 429]), answer: null };
    if (fate === 3) return { status: 403, answer: null };
    const reply = await server.send(copy);
    if (fate === 4) await server.send(copy);
    if (fate === 5) throw new TypeError("The answer was lost");
    await new Promise((go) => setImmediate(go));
    return reply;
  };
  return { send, arrive };
}

test("whatever is lost, repeated, late or out of order, the rows are those of sending each once", async () => {
  for (let seed = 1; seed <= 150; seed += 1) {
    const luck = chance(seed);
    const { server, line, put, kept } = world();
    const free = (run) => run();
    const { send, arrive } = unreliable(server, luck);
    const revisions = new Map();
    const wanted = new Server();
    const flushes = [];
    for (let turn = 0; turn < 40; turn += 1) {
      const number = 1 + luck.below(6);
      const routine = luck.one(["", "", "post-run-stretch"]);
      const name = routine + number;
      const fate = luck.next();
      if (fate < 0.6) {
        revisions.set(name, (revisions.get(name) ?? 0) + 1);
        const said = message(number, 1 + luck.below(20), { revision: revisions.get(name), routine });
        put(said);
        wanted.keep(said.fields);
      } else if (fate < 0.9) {
        // Tabs that know nothing of one another: no lock between them.
        flushes.push(queue.flush({ ...line, send, lock: luck.next() < 0.5 ? free : undefined }));
      }
      server.signedIn = luck.next() < 0.15 ? luck.one(["8", null]) : "7";
      if (luck.next() < 0.4) await new Promise((go) => setImmediate(go));
    }
    await Promise.all(flushes);
    server.signedIn = "7";
    await queue.flush({ ...line });
    await arrive();
    assert.deepEqual(server.told(), wanted.told(), `seed ${seed}`);
    assert.deepEqual(kept(), [], `seed ${seed}`);
  }
});

test("five hundred sets with every third answer lost, then all of it again and backwards: stored once", async () => {
  const { server, line, put, kept } = world();
  const sent = Array.from({ length: 500 }, (_, index) => message(index + 1, 1 + (index % 20)));
  for (const each of sent) put(each);
  let calls = 0;
  const send = async (one) => {
    const reply = await server.send(one);
    calls += 1;
    if (calls % 3 === 0) throw new TypeError("The answer was lost");
    return reply;
  };
  for (let turn = 0; turn < 400 && kept().length; turn += 1) await queue.flush({ ...line, send });
  const once = server.told();
  assert.deepEqual([kept(), Object.keys(once).length, server.writes], [[], 500, 500]);
  for (const each of [...sent, ...[...sent].reverse()]) {
    put(each);
    await queue.flush(line);
  }
  assert.deepEqual([server.told(), server.writes], [once, 500]);
});

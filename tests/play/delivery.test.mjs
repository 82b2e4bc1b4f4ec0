import assert from "node:assert/strict";
import { createServer } from "node:http";
import test from "node:test";
import { askAt, lockOf, send } from "../../static/js/play/delivery.js";

async function served(t, answer) {
  const seen = [];
  const server = createServer((request, reply) => {
    let body = "";
    request.on("data", (part) => (body += part));
    request.on("end", () => {
      seen.push({ method: request.method, accept: request.headers.accept, body });
      const [status, type, text, more = {}] = answer(request);
      reply.writeHead(status, { "Content-Type": type, ...more }).end(text);
    });
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  t.after(() => server.close());
  return { seen, address: `http://127.0.0.1:${server.address().port}/` };
}

test("a message goes out as a form with its token, and its answer comes back", async (t) => {
  const { seen, address } = await served(t, () => [409, "application/json", '{"state": "changed"}']);
  const reply = await send({ address, fields: { left: "8", load: "12.5 kg" }, token: "t" });
  assert.deepEqual(reply, { status: 409, answer: { state: "changed" } });
  const body = "left=8&load=12.5+kg&csrfmiddlewaretoken=t";
  assert.deepEqual(seen, [{ method: "POST", accept: "application/json", body }]);
});

test("a page is no answer, and a redirect is not followed", async (t) => {
  const { address } = await served(t, ({ method }) =>
    method === "POST" ? [403, "text/html", "<p>Forbidden</p>"] : [302, "text/html", "", { Location: "/sign-in/" }]);
  assert.deepEqual(await send({ address, fields: {}, token: "t" }), { status: 403, answer: null });
  assert.equal(await askAt(address)(), null);
});

test("who is signed in is told, and a failing server is no sign of being signed out", async (t) => {
  const { address } = await served(t, () => [200, "application/json", '{"athlete": "7", "token": "t"}']);
  assert.deepEqual(await askAt(address)(), { athlete: "7", token: "t" });
  const failing = await served(t, () => [503, "text/html", ""]);
  await assert.rejects(askAt(failing.address)());
  await assert.rejects(send({ address: "http://127.0.0.1:9/", fields: {}, token: "t" }));
});

test("one tab at a time sends, where the browser has locks", async () => {
  assert.equal(lockOf({}), undefined);
  const names = [];
  const request = (name, run) => (names.push(name), run());
  assert.equal(await lockOf({ locks: { request } })(async () => "done"), "done");
  assert.deepEqual(names, ["footfall:queue"]);
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

const SCRIPT = readFileSync(new URL("../../static/js/sw.js", import.meta.url), "utf8");
const HOME = "http://home";
const PLAY = "/sessions/12/play/";

/** The worker with what it keeps, by path, and a network that answers as it is told. */
function worker({ kept = {}, network }) {
  const heard = {};
  const asked = [];
  const self = { VERSION: "v", location: { origin: HOME }, addEventListener: (name, run) => (heard[name] = run) };
  const caches = { match: async (path) => kept[path.url ? new URL(path.url).pathname : path] };
  const fetch = (request) => {
    asked.push(request.url);
    return network(request);
  };
  const soon = (run) => setTimeout(run, 5);
  vm.runInNewContext(SCRIPT, { self, caches, fetch, URL, Response, Promise, Set, setTimeout: soon });
  const answerTo = async (path, { method = "GET", mode = "navigate", origin = HOME } = {}) => {
    let answer;
    const request = { url: origin + path, method, mode };
    heard.fetch({ request, respondWith: (given) => (answer = given) });
    return answer && (await answer);
  };
  return { answerTo, asked };
}

const answering = (status) => async () => ({ status });
const copy = { copy: true };
const noConnection = async () => {
  throw new TypeError("Failed to fetch");
};

test("a page comes from the server while there is one, whatever is kept of it", async () => {
  const { answerTo } = worker({ kept: { [PLAY]: copy }, network: answering(200) });
  assert.equal((await answerTo(PLAY)).status, 200);
});

test("what the server says of an error or of somewhere else is passed on", async () => {
  for (const status of [0, 404, 500]) {
    const { answerTo } = worker({ kept: { [PLAY]: copy }, network: answering(status) });
    assert.equal((await answerTo(PLAY)).status, status);
  }
});

test("a kept session opens where there is no connection, no server behind it, or no answer in time", async () => {
  for (const network of [noConnection, answering(502), answering(503), answering(504), () => new Promise(() => {})]) {
    const { answerTo } = worker({ kept: { [PLAY]: copy }, network });
    assert.equal(await answerTo(PLAY), copy);
  }
});

test("a page that is not kept waits for its server as long as it takes, and is told of without one", async () => {
  const slow = () => new Promise((resolve) => setTimeout(resolve, 30, { status: 200 }));
  assert.equal((await worker({ network: slow }).answerTo("/plan/")).status, 200);
  assert.equal((await worker({ network: answering(502) }).answerTo("/plan/")).status, 502);
  const offline = { offline: true };
  const kept = { "/offline/": offline, "/plan/": copy };
  assert.equal(await worker({ kept, network: noConnection }).answerTo("/plan/"), offline);
  assert.equal(await worker({ kept, network: noConnection }).answerTo(PLAY), offline);
});

test("a file whose name is its content is taken as it is kept, any other only without a connection", async () => {
  const named = "/static/js/a.0123456789ab.js";
  const sheet = "/figures/dead-bug-1f2e.css";
  const plain = "/static/js/a.js";
  const kept = { [named]: copy, [sheet]: copy, [plain]: copy };
  const mode = "cors";
  const online = worker({ kept, network: answering(200) });
  assert.equal(await online.answerTo(named, { mode }), copy);
  assert.equal(await online.answerTo(sheet, { mode }), copy);
  assert.deepEqual(online.asked, []);
  assert.equal((await online.answerTo(plain, { mode })).status, 200);
  assert.equal(await worker({ kept, network: noConnection }).answerTo(plain, { mode }), copy);
});

test("what is sent, what is elsewhere and what is asked for by a script is never touched", async () => {
  const { answerTo, asked } = worker({ kept: { [PLAY]: copy }, network: noConnection });
  for (const how of [{ method: "POST" }, { origin: "http://elsewhere" }, { mode: "cors" }]) {
    assert.equal(await answerTo(PLAY, how), undefined);
  }
  assert.equal(await answerTo("/sessions/sender/", { mode: "cors" }), undefined);
  assert.deepEqual(asked, []);
});

/** A phone that plays a session and its stretch: all of the player but its screens, and a server it may reach. */

import { endingOf } from "../../static/js/play/ending.js";
import * as kept from "../../static/js/play/kept.js";
import { sendingOf } from "../../static/js/play/sending.js";
import { sessionOf } from "../../static/js/play/session.js";
import { openStore } from "../../static/js/play/store.js";
import { tabOf } from "../../static/js/play/tab.js";
import { Local } from "./a_browser.mjs";
import { START, WRITER, choice, part } from "./a_part.mjs";
import { Server } from "./a_server.mjs";

// Node has no window to listen on.
globalThis.addEventListener ??= () => {};

export const ATHLETE = "7";
const addresses = {
  session: "/sessions/12/", leave: "/", sets: "/sessions/12/sets/", completion: "/sessions/12/completion/",
  sender: "/sessions/sender/",
};

const partsOf = () => [
  part([[choice({ slug: "squat" })]], { rounds: 2 }),
  { ...part([[choice({ slug: "calf-stretch", measure: "seconds", amount: 30 })]], { routine: "post-run-stretch" }), name: "Stretch" },
];

/** What the browser's own request would get, by the rules of storing a set. */
function requests(server, line) {
  return async (address, { method, body } = {}) => {
    line.tries += 1;
    if (line.held) await line.held;
    if (!line.isThere) throw new TypeError("Failed to fetch");
    if (method !== "POST") return Response.json(await server.ask());
    const { csrfmiddlewaretoken: token, ...fields } = Object.fromEntries(body);
    const { status, answer } = await server.send({ address, fields, token });
    return answer ? Response.json(answer, { status }) : new Response("", { status: status || 500 });
  };
}

/** All promises that are due, down to those that follow from them. */
export async function settled() {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((go) => setImmediate(go));
}

/** What is drawn is written down; time is the test's, and stands. */
export function phone(t, { local = new Local(), parts = partsOf() } = {}) {
  t.mock.timers.enable({ apis: ["Date", "setTimeout"], now: START });
  const [server, line] = [new Server(), { isThere: true, held: null, tries: 0 }];
  t.mock.method(globalThis, "fetch", requests(server, line));
  const play = { session: 12, athlete: ATHLETE, token: server.token, unit: "kg", parts, addresses };
  const [store, seen, left] = [openStore(() => local), [], []];
  const write = (name) => (...given) => seen.push([name, ...given]);
  globalThis.location = { assign: (to) => left.push(to) };
  t.after(() => delete globalThis.location);

  const tab = tabOf(play, { store, onTaken: write("taken"), onGone: write("gone") });
  const sending = sendingOf({ play, storage: store, onChange: () => ending?.follow() });
  const session = sessionOf({ play, tab, onSets: sending.sets });
  let ending = null;
  const finish = { show: write("show"), busy: write("busy"), wait: write("wait"), refuse: write("refuse") };
  const drawn = { finish, panels: { open: write("open") }, onLogged: write("logged"), onDropped: write("dropped") };
  ending = endingOf({ play, session, sending, ...drawn });

  return {
    play, server, line, store, local, tab, sending, session, ending, seen, left,
    names: () => seen.map(([name]) => name),
    queue: () => kept.pending(store, ATHLETE),

    /** Every set of that part, done as planned or skipped. */
    async plays(index = 0, { isDone = true } = {}) {
      session.begin({ index, writer: WRITER });
      while (session.look(Date.now()).step) {
        if (isDone) t.mock.timers.setTime(Date.now() + 1000);
        if (isDone) session.advance(Date.now());
        else session.skip();
      }
      await settled();
    },
  };
}

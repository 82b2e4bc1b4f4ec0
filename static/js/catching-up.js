/** On any page: drop the sessions kept of others, send what waits of whoever is signed in, and say so in a line. */

import { subjectOf } from "./play/amounts.js";
import { drop, nameOf, ofOthers } from "./play/flight.js";
import { flush, pending } from "./play/queue.js";
import { askAt, lockOf, send } from "./play/send.js";

const BECAUSE = {
  offline: "no connection",
  waiting: "the server takes nothing just now",
  "signed-out": "you are signed out",
};

const sessionOf = ({ id }) => id.split(":")[0];

/** What is to be told of what was there before and is there after it was sent; nobody is told of another's. */
export function toldOf({ before, after, outcome }) {
  const left = new Set(after.map(({ id }) => id));
  const sent = before.filter(({ id }) => !left.has(id));
  const waiting = after.filter(({ state }) => state === "waiting");
  const stuck = after.filter(({ state }) => state !== "waiting");
  const lines = [];
  if (sent.length) lines.push(`${subjectOf(sent, "from this phone was", "from this phone were")} sent.`);
  if (waiting.length && BECAUSE[outcome]) {
    lines.push(`${subjectOf(waiting, "waits", "wait")} on this phone: ${BECAUSE[outcome]}.`);
  }
  if (stuck.length) lines.push(`${subjectOf(stuck, "needs", "need")} a look.`);
  return outcome === "another" ? { text: "" } : { text: lines.join(" "), look: stuck[0] && sessionOf(stuck[0]) };
}

let line;

function show({ text, look }) {
  if (!line) {
    line = document.createElement("div");
    line.className = "notice";
    line.setAttribute("role", "status");
    const around = document.createElement("div");
    around.className = "notices";
    around.append(line);
    document.querySelector("main").prepend(around);
  }
  line.parentElement.hidden = !text;
  const told = document.createElement("p");
  told.textContent = text;
  if (look) {
    const link = document.createElement("a");
    link.href = `/sessions/${look}/play/`;
    link.textContent = "Open the session";
    told.append(" ", link);
  }
  line.replaceChildren(told);
}

async function dropOfOthers(athlete) {
  if (window.caches) await drop(ofOthers(await caches.keys(), athlete)).catch(() => {});
}

async function catchUp(athlete) {
  const before = pending(localStorage, athlete);
  if (!before.length) return;
  // The page may be older than the sign-in, so it has no token that is sure.
  const line = { storage: localStorage, athlete, token: null, send, ask: askAt("/sessions/sender/") };
  const { outcome } = await flush({ ...line, lock: lockOf(navigator) });
  const after = pending(localStorage, athlete);
  const isOver = ({ id }) => id.endsWith("::completion") && !after.some((each) => each.id === id);
  await drop(before.filter(isOver).map((each) => nameOf({ athlete, session: sessionOf(each) })));
  show(toldOf({ before, after, outcome }));
  dispatchEvent(new Event("caught-up"));
}

if (typeof document !== "undefined") {
  const { athlete } = document.querySelector("[data-athlete]").dataset;
  await dropOfOthers(athlete);
  // The page of a session sends by itself.
  if (athlete && !document.getElementById("play")) {
    await catchUp(athlete);
    addEventListener("online", () => catchUp(athlete));
  }
}

/** On any page: drop the sessions kept of others, send what waits of whoever is signed in, and say so in a line. */

import { choicesIn } from "./choosing.js";
import { subjectOf } from "./play/amounts.js";
import { drop, nameOf, ofOthers } from "./play/flight.js";
import { deliveryOf } from "./play/delivery.js";
import { drop as throwAway, insist, pending } from "./play/queue.js";
import { forget, openStore } from "./play/store.js";

const BECAUSE = {
  offline: "no connection",
  waiting: "the server takes nothing just now",
  "signed-out": "you are signed out",
};

const sessionOf = ({ id }) => id.split(":")[0];

/**
 * What is to be told of what was there before and is there after it was sent; nobody is told of another's.
 *
 * isWarned: the page itself says what waits, and what becomes of it.
 */
export function toldOf({ before, after, outcome, isWarned = false }) {
  if (outcome === "another") return { text: "", stuck: [] };
  const left = new Set(after.map(({ id }) => id));
  const sent = before.filter(({ id }) => !left.has(id));
  const waiting = after.filter(({ state }) => state === "waiting");
  const stuck = after.filter(({ state }) => state !== "waiting");
  const lines = [];
  if (sent.length) lines.push(`${subjectOf(sent, "from this phone was", "from this phone were")} sent.`);
  if (waiting.length && BECAUSE[outcome] && !isWarned) {
    lines.push(`${subjectOf(waiting, "waits", "wait")} on this phone: ${BECAUSE[outcome]}.`);
  }
  if (stuck.length) lines.push(`${subjectOf(stuck, "needs", "need")} a look.`);
  return { text: lines.join(" "), stuck };
}

/** The first session of these that can be opened: one that is gone has no page. */
export function openIn(stuck) {
  const open = stuck.find(({ state }) => state !== "gone");
  return open ? sessionOf(open) : "";
}

/** One line on top of the page; what needs a look leads to its session, and can be settled right here. */
function noticeOn(page, does) {
  const around = page.createElement("div");
  const notice = page.createElement("div");
  around.className = "notices";
  notice.className = "notice";
  notice.setAttribute("role", "status");
  around.append(notice);
  page.querySelector("main").prepend(around);

  return ({ text, stuck }) => {
    around.hidden = !text;
    const told = page.createElement("p");
    told.textContent = text;
    notice.replaceChildren(told);
    if (!stuck.length) return;
    const there = openIn(stuck);
    if (there) {
      const link = page.createElement("a");
      link.href = `/sessions/${there}/play/`;
      link.textContent = "Open the session";
      told.append(" ", link);
    }
    notice.append(choicesIn(stuck, does));
  };
}

/** What sends it all, and tells of it; sent again and again, all that went since the page was opened is told. */
function catchingUp(athlete) {
  const storage = openStore();
  let show = null;
  let first = null;

  // The page may be older than the sign-in, so it has no token that is sure.
  const go = deliveryOf({
    storage,
    athlete,
    sender: "/sessions/sender/",
    token: null,
    onOutcome(outcome, before) {
      first ??= before;
      if (first.length) tell(first, outcome);
    },
  });

  function tell(before, outcome) {
    const after = pending(storage, athlete);
    const isOver = ({ id }) => id.endsWith("::completion") && !after.some((each) => each.id === id);
    drop(before.filter(isOver).map((each) => nameOf({ athlete, session: sessionOf(each) }))).catch(() => {});
    show ??= noticeOn(document, { onDrop, onInsist });
    const isWarned = Boolean(document.querySelector("[data-unsent]"));
    show(toldOf({ before, after, outcome, isWarned }));
    dispatchEvent(new Event("caught-up"));
  }

  function onDrop({ id }) {
    throwAway(storage, athlete, id);
    tell([], "");
  }

  function onInsist({ id }) {
    insist(storage, athlete, id);
    go();
  }

  return go;
}

/** Whoever signed out just now leaves nothing of theirs behind; whoever is still there keeps it. */
function leave(athlete) {
  const name = "footfall:leaving";
  const leaving = sessionStorage.getItem(name);
  sessionStorage.removeItem(name);
  if (leaving && !athlete) forget(openStore(), leaving);
}

if (typeof document !== "undefined") {
  const { athlete } = document.querySelector("[data-athlete]").dataset;
  leave(athlete);
  if (window.caches) await drop(ofOthers(await caches.keys(), athlete)).catch(() => {});
  await catchingUp(athlete)();
}

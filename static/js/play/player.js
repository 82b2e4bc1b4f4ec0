/** The guided player: one clock leads the screens, the sounds, and what is kept and sent. */

import { asidesIn } from "./asides.js";
import { finishIn } from "./finish.js";
import { handsOn } from "./hands.js";
import { heardIn } from "./heard.js";
import { sendingOf } from "./sending.js";
import { sessionOf } from "./session.js";
import { stageIn } from "./stage.js";
import { startIn } from "./start.js";
import { openStore } from "./store.js";
import { tabOf } from "./tab.js";
import { nameOf, toldIn } from "./told.js";

// Out of sight, the clock is looked at this often, so that sets are sent as they end.
const UNSEEN_MS = 1000;

const play = JSON.parse(document.getElementById("play").textContent);
const store = openStore();
const tab = tabOf(play, { store, onTaken });
const sending = sendingOf({ play, storage: store, onChange: showKept });
const session = sessionOf({ play, keep: tab.keep, onSets: sending.sets });
const heard = heardIn(document, { store });
const stage = stageIn(document, { unit: play.unit, onStep });
const start = startIn(document, { onStart });
const finish = finishIn(document, { onSave });
const told = toldIn(document, { onDrop: sending.drop, onInsist: sending.insist, nameOf: nameOf(play) });
const panels = asidesIn(document, { session, view: () => view, onMoved: render });

let view = null;
// Nothing runs before it is started, after it is over, and while another tab plays.
let isRunning = false;
let pending = 0;
// What logs a part and waits for a choice.
let logging = null;

function showKept() {
  told.show({ ...sending.told(), isStoring: store.canKeep, hasDone: session.hasDone }, stage.round());
  if (!logging || sending.isKept(logging.id)) return;
  const { goesOn } = logging;
  logging = null;
  onLogged({ goesOn, isStored: true });
}

function onStep(now) {
  heard.follow(now);
  showKept();
}

function render() {
  const now = Date.now();
  session.advance(now);
  view = session.look(now);
  if (view.step) stage.render(view);
  else end();
}

function frame() {
  cancelAnimationFrame(pending);
  if (!isRunning || document.hidden) return;
  render();
  if (isRunning) pending = requestAnimationFrame(frame);
}

function run() {
  isRunning = true;
  heard.hold();
  frame();
}

function stop(screen) {
  isRunning = false;
  heard.stop();
  stage.leave(screen);
  showKept();
}

const isLogged = (index) => play.parts[index].is_logged || session.state?.logged?.[index];
const nextPart = (from) => play.parts.findIndex((_, index) => index >= from && !isLogged(index));

/** What is to be played next, unless all of it is logged. */
function offer() {
  const index = nextPart(0);
  if (index < 0) return location.replace(play.addresses.session);
  start.show(play, index, { isBegun: session.isBegun(index) });
  stop("start");
}

function onStart(index) {
  session.begin({ index, writer: tab.writer });
  run();
}

function end() {
  const { state, part } = session;
  if (isLogged(state.part)) return offer();
  const next = play.parts[nextPart(state.part + 1)];
  finish.show({ part, state, next });
  stop("finish");
  heard.follow(view);
}

async function onSave(fields, { goesOn }) {
  const message = await sending.completion(session.part, fields, session.state);
  if (message?.state === "refused") return finish.refuse(message.why);
  if (!message || message.state === "waiting") return onLogged({ goesOn, isStored: !message });
  logging = { id: message.id, goesOn };
  panels.open("kept");
}

function onLogged({ goesOn, isStored }) {
  session.close();
  if (goesOn) offer();
  else if (isStored) location.assign(play.addresses.session);
  else finish.wait(play.addresses.session);
}

/** Another tab plays: this one stands back until it is asked for. */
function onTaken() {
  stop("elsewhere");
}

/** Where it was left, or where the other tab is by now. */
function goOn() {
  const kept = tab.kept();
  if (kept && session.resumeAt(kept) && !isLogged(kept.part)) run();
  else offer();
}

handsOn(document, { session, panels, view: () => (isRunning ? view : null), onMoved: render, onClaim: goOn });
document.addEventListener("visibilitychange", () => {
  frame();
  if (isRunning && !document.hidden) heard.follow(view);
});
// Out of the browser's cache, after another tab or the end.
addEventListener("pageshow", (event) => event.persisted && goOn());
addEventListener("pagehide", () => isRunning && session.seen());
setInterval(() => document.hidden && isRunning && render(), UNSEEN_MS);

document.querySelector("[data-plain]").hidden = true;
// A tab that a browser opened out of sight takes nothing from the one that plays.
if (document.hidden) document.addEventListener("visibilitychange", goOn, { once: true });
else goOn();
sending.go();

/** The guided player: one clock leads the screens, the sounds, and what is kept and sent. */

import { asidesIn } from "./asides.js";
import { endingOf } from "./ending.js";
import { finishIn } from "./finish.js";
import { handsOn } from "./hands.js";
import { heardIn } from "./hearing.js";
import { throwingAway } from "./nothing.js";
import { sendingOf } from "./sending.js";
import { sessionOf } from "./session.js";
import { stageIn } from "./stage.js";
import { startIn } from "./start.js";
import { openStore } from "./store.js";
import { tabOf } from "./tab.js";
import { nameOf, sentence, toldIn } from "./told.js";

// Out of sight, the clock is looked at this often, so that sets are sent as they end.
const UNSEEN_MS = 1000;

const play = JSON.parse(document.getElementById("play").textContent);
const page = play.addresses.session;
const store = openStore();
const tab = tabOf(play, { store, onTaken: () => standBack("elsewhere"), onGone: () => standBack("gone") });
const sending = sendingOf({ play, storage: store, onChange: showKept });
const session = sessionOf({ play, tab, onSets: sending.sets });
const heard = heardIn(document, { store });
const stage = stageIn(document, { unit: play.unit, onStep });
const start = startIn(document, { onStart });
const onSave = (fields, way) => tab.isHere() && ending.save(fields, way);
const onTyped = (fields) => session.say(session.state.part, fields);
const finish = finishIn(document, { unit: play.unit, address: page, onSave, onTyped });
const panels = asidesIn(document, { session, view: () => view, onMoved: render });
const onDropped = () => tab.isHere() && view && (isRunning || !view.step) && render();
const ending = endingOf({ play, session, sending, finish, onLogged, onDropped, panels });
const { drop: onDrop, insist: onInsist } = ending;
const told = toldIn(document, { onDrop, onInsist, nameOf: nameOf(play), announce: stage.announce });

let view = null;
// Nothing runs before it is started, after it is over, and while another tab plays.
let isRunning = false;
let pending = 0;

function showKept() {
  ending.follow();
  const kept = { ...sending.told(), isStoring: store.canKeep, hasDone: session.hasDone };
  told.show(kept, stage.round());
  finish.tell(sentence(kept));
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

/** What is to be played next, unless all of it is logged. */
function offer() {
  const index = ending.next();
  if (index >= 0) {
    start.show(play, index, { isBegun: session.isBegun(index) });
    return stop("start");
  }
  // The server leads back to here as long as it does not have it all.
  if (play.parts.every(({ is_logged }) => is_logged)) return location.replace(page);
  if (session.state) finish.show(session);
  stop("finish");
  finish.wait();
}

function onStart(index) {
  // The page of a session that is logged opens again for what follows it.
  if (index) history.replaceState(null, "", "?then");
  session.begin({ index, writer: tab.writer });
  run();
}

function end() {
  const { part } = session.state;
  if (ending.isLogged(part)) return offer();
  const isNew = isRunning;
  stop("finish");
  ending.show(part, { ...view, next: play.parts[ending.next(part + 1)] });
  if (isNew) heard.follow(view);
}

function onLogged({ goesOn }) {
  if (goesOn) return offer();
  if (ending.next() < 0) tab.forget();
  location.assign(page);
}

/** Another tab plays, or has removed what was kept: this one stands back until it is asked for. */
function standBack(screen) {
  stop(screen);
  panels.leave();
}

/** Where it was left, or where the other tab is by now. */
function goOn() {
  if (tab.isGone()) return location.reload();
  const kept = tab.take();
  if (kept && session.resumeAt(kept) && !ending.isLogged(kept.part)) run();
  else offer();
}

const again = () => (session.again(), run());
const ways = { claim: goOn, again, reload: () => location.reload() };
throwingAway(document, { sending, tab });
handsOn(document, { session, panels, view: () => (isRunning ? view : null), onMoved: render, ways });
document.addEventListener("visibilitychange", () => {
  frame();
  if (isRunning && !document.hidden) heard.follow(view);
});
// Out of the browser's cache, after another tab or the end.
addEventListener("pageshow", (event) => event.persisted && goOn());
addEventListener("pagehide", () => isRunning && session.seen());
setInterval(() => document.hidden && isRunning && render(), UNSEEN_MS);

// A tab that a browser opened out of sight takes nothing from the one that plays.
if (document.hidden) document.addEventListener("visibilitychange", goOn, { once: true });
else goOn();
sending.go();

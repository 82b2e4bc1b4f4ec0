/** The guided player: one clock leads the screens, the sounds and what is kept and sent. */

import { correctionIn } from "./correct.js";
import { rungsIn } from "./easier.js";
import { finishIn } from "./finish.js";
import { handsOn } from "./hands.js";
import { hearingOf } from "./hearing.js";
import { panelsIn } from "./panels.js";
import { restIn } from "./rest.js";
import { progress, screensIn, spoken } from "./screen.js";
import { sendingOf } from "./sending.js";
import { sessionOf } from "./session.js";
import * as store from "./store.js";
import { startIn } from "./start.js";
import { tabOf } from "./tab.js";
import { toldIn } from "./told.js";
import { workIn } from "./work.js";

const play = JSON.parse(document.getElementById("play").textContent);
const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
// Unseen, the clock is looked at this often, so that sets are sent as they end.
const UNSEEN_MS = 1000;

const screens = screensIn(document);
const place = (name) => document.querySelector(`[data-screen=${name}]`);
const views = Object.fromEntries(
  [["work", workIn], ["rest", restIn]].map(([name, viewIn]) => [name, viewIn(place(name), { isStill, unit: play.unit })]),
);
const tab = tabOf(play, { store, onTaken: yieldTo });
const sending = sendingOf({ play, onChange: showKept });
const hearing = hearingOf(document);
const session = sessionOf({ play, keep: tab.keep, onSets: sending.sets });
const start = startIn(document);
const finish = finishIn(document, { onSave });
const told = toldIn(document, { onDrop: sending.drop, onOver: sending.over, nameOf: sending.nameOf });
const correction = correctionIn(document, { onKeep: (said) => session.correct(view.step.set, said) });
const rungs = rungsIn(document, { onTake: (rung) => session.choose(view.set.station, rung) });
const panels = panelsIn(document, { onOpen, onClose });

let view = null;
let shown = "";
let spokenOf = "";
let round = "";
let isFrozen = false;
let pending = 0;

const choicesOf = ({ part, set }) => part.stations.find(({ number }) => number === set.station).choices;

function showKept() {
  told.show(sending.kept(), round);
}

/** The whole screen where a step, its way or a pause is new; else what moves within it. */
function render() {
  const now = Date.now();
  session.advance(now);
  view = session.look(now);
  if (!view.step) return end();
  const { state, at, step, choice, done } = view;
  const name = step.kind === "work" ? "work" : "rest";
  const here = [state.part, at.index, state.since, choice.slug].join();
  const all = [here, at.isPaused, state.extra_s, done?.revision].join();
  if (all === shown) return views[name].tick(view);
  shown = all;
  screens.show(name);
  document.querySelector("[data-open=rungs]").hidden = choicesOf(view).length < 2;
  views[name].begin(view);
  const far = progress(view.part, view.index);
  screens.showProgress(far);
  ({ round } = far);
  showKept();
  hearing.begin(view);
  if (here !== spokenOf) screens.announce(spoken(view));
  spokenOf = here;
}

function end() {
  if (shown === "end") return;
  shown = "end";
  hearing.stop();
  const { state, part } = session;
  if (state.logged?.[state.part]) return begin();
  finish.show({ part, state, next: play.parts.slice(state.part + 1).find(({ is_logged }) => !is_logged) });
  screens.show("finish");
  round = "";
  showKept();
}

function frame() {
  cancelAnimationFrame(pending);
  if (isFrozen || !session.state || document.hidden) return;
  render();
  if (shown !== "end") pending = requestAnimationFrame(frame);
}

/** What is to be played next, unless all of it is logged. */
function begin() {
  const logged = session.state?.logged ?? {};
  const index = play.parts.findIndex((part, each) => !part.is_logged && !logged[each]);
  if (index < 0) return location.replace(play.addresses.session);
  isFrozen = true;
  start.show(play.parts[index], () => {
    hearing.unlock();
    isFrozen = false;
    shown = "";
    session.begin({ athlete: play.athlete, writer: "w", index, done: session.state?.done ?? {}, logged });
    frame();
  });
  screens.show("start");
  showKept();
}

function onSave(fields, { goesOn }) {
  sending.completion(session.part, fields, session.state).then(({ state, why }) => {
    if (state === "refused") return finish.refuse(why);
    session.close();
    if (goesOn) return begin();
    if (state === "stored") return location.assign(play.addresses.session);
    return finish.wait(play.addresses.session);
  });
}

/** The clock stands while somebody corrects a set or looks at another rung. */
const STANDS = ["correct", "rungs"];
let hasStopped = false;

function onOpen(name) {
  if (name === "correct") correction.open({ choice: view.before, done: view.done });
  if (name === "rungs") rungs.open({ choices: choicesOf(view), current: view.choice });
  if (!STANDS.includes(name) || !view?.step || view.at.isPaused) return;
  hasStopped = true;
  session.pause();
  render();
}

function onClose(name) {
  if (!STANDS.includes(name) || !hasStopped) return;
  hasStopped = false;
  session.resume();
  render();
}

/** Another tab plays: this one stands back until it is asked for. */
function yieldTo() {
  isFrozen = true;
  hearing.stop();
  screens.show("elsewhere");
}

function playOn() {
  isFrozen = false;
  shown = "";
  session.resumeAt(tab.read());
  frame();
}

handsOn(document, { session, panels, view: () => (isFrozen ? null : view), onMoved: render });
document.querySelector("[data-do=claim]").addEventListener("click", playOn);
document.addEventListener("visibilitychange", frame);
addEventListener("pageshow", (event) => event.persisted && frame());
addEventListener("pagehide", () => !isFrozen && session.state && session.seen());
setInterval(() => document.hidden && !isFrozen && session.state && render(), UNSEEN_MS);

document.querySelector("[data-plain]").hidden = true;
if (tab.read()) playOn();
else begin();

/**
 * All that is heard and felt, each of which can be turned off; the choice is remembered in this browser.
 *
 *   heardIn(page, { store }) → { hold(), follow(view), stop() }, with the switches of the page and a screen that
 *     stays on meanwhile
 *   openHearing(store, ways) → { can, is, turn(name, isOn), unlock(), plan(cues, elapsed_s), stop() }
 *
 * can, is: { sound, voice, buzz }, what the browser is able to, and what is on.  unlock(): at each press.
 * plan: the cues of the step under way, whenever it begins, goes on, is made longer, or the page is seen
 *   again.  stop: at a pause, a skip, and the end.  ways: the three, opened; the browser's own unless given.
 */

import { openBuzz } from "./buzz.js";
import { cues } from "./cues.js";
import { openSound } from "./sound.js";
import { read, write } from "./store.js";
import { openVoice } from "./voice.js";
import { openWake } from "./wake.js";

const NAME = "footfall:cues";

export function openHearing(store, ways = { sound: openSound(), voice: openVoice(), buzz: openBuzz() }) {
  const names = Object.keys(ways);
  const said = read(store, NAME) ?? {};
  const is = Object.fromEntries(names.map((name) => [name, said[name] !== false]));
  const can = Object.fromEntries(names.map((name) => [name, ways[name].can]));
  let last = null;

  const played = (name, { cues, begun }) => ways[name].plan(cues, (Date.now() - begun) / 1000);

  function turn(name, isOn) {
    is[name] = isOn;
    write(store, NAME, is);
    if (isOn) ways[name].unlock();
    if (isOn && last) played(name, last);
    if (!isOn) ways[name].stop();
  }

  function unlock() {
    for (const name of names) if (is[name]) ways[name].unlock();
  }

  function plan(cues, elapsed_s) {
    last = { cues, begun: Date.now() - elapsed_s * 1000 };
    for (const name of names) if (is[name]) played(name, last);
  }

  function stop() {
    last = null;
    for (const name of names) ways[name].stop();
  }

  return { can, is, turn, unlock, plan, stop };
}

export function heardIn(page, { store }) {
  const hearing = openHearing(store);
  const wake = openWake();
  const switches = [...page.querySelectorAll("[data-cue]")];

  function show() {
    for (const each of switches) {
      const name = each.dataset.cue;
      each.disabled = !hearing.can[name];
      each.checked = hearing.can[name] && hearing.is[name];
    }
    page.querySelector("[data-open=cues]").classList.toggle("off", !switches.some(({ checked }) => checked));
  }

  page.addEventListener("change", ({ target }) => {
    if (!target.dataset.cue) return;
    hearing.turn(target.dataset.cue, target.checked);
    show();
  });
  // Browsers make no sound before a press, and some forget it while the page is out of sight.
  for (const press of ["click", "keydown"]) {
    page.addEventListener(press, hearing.unlock);
    page.addEventListener(press, wake.renew);
  }
  show();

  function plan({ part, state, steps, at }) {
    const { index, elapsed_s } = at;
    const { choices, extra_s } = state;
    hearing.plan(cues({ part, choices, steps, index, from_s: elapsed_s, extra_s }), elapsed_s);
  }

  return {
    hold: wake.hold,

    /** A step has begun, was paused or is seen again, or the last one is over. */
    follow(view) {
      wake.renew();
      if (view.at.isPaused) hearing.stop();
      else plan(view);
    },

    stop() {
      hearing.stop();
      wake.release();
    },
  };
}

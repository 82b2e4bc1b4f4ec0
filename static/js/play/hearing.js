/**
 * All that is heard and felt, each of which can be turned off; the choice is remembered in this browser.
 *
 *   openHearing(store, ways) → { can, is, turn(name, isOn), unlock(), plan(cues, elapsed_s), stop() }
 *
 * can, is: { sound, voice, buzz }, what the browser is able to, and what is on.  unlock(): at each press.
 * plan: the cues of the step under way, whenever it begins, goes on, is made longer, or the page is seen
 *   again.  stop: at a pause, a skip, and the end.  ways: the three, opened; the browser's own unless given.
 */

import { openBuzz } from "./buzz.js";
import { openSound } from "./sound.js";
import { read, write } from "./store.js";
import { openVoice } from "./voice.js";

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

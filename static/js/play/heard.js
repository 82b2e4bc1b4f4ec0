/** What is heard and felt of where one stands, the switches for it, and a screen that stays on meanwhile. */

import { cues } from "./cues.js";
import { openHearing } from "./hearing.js";
import { openWake } from "./wake.js";

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
  for (const press of ["click", "keydown"]) page.addEventListener(press, hearing.unlock);
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
      if (view.at.isPaused) hearing.stop();
      else plan(view);
    },

    stop() {
      hearing.stop();
      wake.release();
    },
  };
}

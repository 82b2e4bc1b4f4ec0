/** What opens beside the clock: the correction of a set, another rung, cues, and what is saved. */

import { correctionIn } from "./correct.js";
import { rungsIn } from "./easier.js";
import { panelsIn } from "./panels.js";
import { choicesOf } from "./stage.js";

// While one of these is open, the clock stands.
const STILL = ["correct", "rungs"];

/** view(): what is seen now.  onMoved(): after a move. */
export function asidesIn(page, { session, view, onMoved }) {
  let hasStopped = false;
  const correction = correctionIn(page, { onKeep: (said) => session.correct(view().step.set, said) });
  const rungs = rungsIn(page, { onTake: (rung) => session.choose(view().set.station, rung) });

  function onOpen(name) {
    if (!STILL.includes(name)) return;
    const now = view();
    if (name === "correct") correction.open({ choice: now.before, done: now.done });
    else rungs.open({ choices: choicesOf(now), current: now.choice });
    if (now.at.isPaused) return;
    hasStopped = true;
    session.pause();
    onMoved();
  }

  function onClose() {
    if (hasStopped) session.resume();
    if (hasStopped) onMoved();
    hasStopped = false;
  }

  return panelsIn(page, { onOpen, onClose });
}

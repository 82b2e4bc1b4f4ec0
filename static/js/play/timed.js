/**
 * Does things at the seconds of a step, by timers.
 *
 *   timed(cues, elapsed_s, act) → stop(near_ms = 0)      act(cue) at its time; what a sleeping tab missed is
 *     left out; stopped, what is due within near_ms is done at once
 */

const LATE_MS = 1_200;

export function timed(cues, elapsed_s, act) {
  const begun = Date.now() - elapsed_s * 1000;
  const left = cues.filter(({ at_s }) => at_s >= elapsed_s - LATE_MS / 1000);
  let timer = 0;
  const dueIn = ({ at_s }) => begun + at_s * 1000 - Date.now();
  const doFirst = () => {
    const cue = left.shift();
    if (dueIn(cue) >= -LATE_MS) act(cue);
  };
  const next = () => {
    if (left.length) timer = setTimeout(reach, Math.max(0, dueIn(left[0])));
  };
  function reach() {
    doFirst();
    next();
  }
  next();
  return (near_ms = 0) => {
    clearTimeout(timer);
    while (near_ms && left.length && dueIn(left[0]) <= near_ms) doFirst();
    left.length = 0;
  };
}

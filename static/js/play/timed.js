/**
 * Does things at the seconds of a step, by timers.
 *
 *   timed(cues, elapsed_s, act) → stop()      act(cue) at its time; what a sleeping tab missed is left out
 */

const LATE_MS = 1_200;

export function timed(cues, elapsed_s, act) {
  const begun = Date.now() - elapsed_s * 1000;
  const left = cues.filter(({ at_s }) => at_s >= elapsed_s - LATE_MS / 1000);
  let timer = 0;
  const next = () => {
    const cue = left.shift();
    if (!cue) return;
    const due = begun + cue.at_s * 1000;
    const reach = () => {
      if (Date.now() - due <= LATE_MS) act(cue);
      next();
    };
    timer = setTimeout(reach, Math.max(0, due - Date.now()));
  };
  next();
  return () => clearTimeout(timer);
}

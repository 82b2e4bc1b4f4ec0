/**
 * The phone buzzes as work begins and ends, where it can.
 *
 *   openBuzz(navigator) → { can, unlock(), plan(cues, elapsed_s), stop() }
 */

import { timed } from "./timed.js";

const PATTERNS = { start: [200], end: [120, 90, 120] };

export function openBuzz(navigator = globalThis.navigator) {
  const can = typeof navigator?.vibrate === "function";
  let cancelTimers = () => {};

  function plan(cues, elapsed_s) {
    cancelTimers();
    if (!can) return;
    const ours = cues.filter(({ kind }) => kind === "buzz");
    cancelTimers = timed(ours, elapsed_s, ({ text }) => navigator.vibrate(PATTERNS[text]));
  }

  return { can, unlock: () => {}, plan, stop: () => cancelTimers() };
}

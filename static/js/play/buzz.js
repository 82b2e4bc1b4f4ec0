/**
 * The phone buzzes as work begins and ends, where it can.
 *
 *   openBuzz(navigator) → { can, unlock(), plan(cues, elapsed_s), stop() }
 */

import { timed } from "./timed.js";

// The picture that ends a step may be drawn in the very moment in which its end is due.
const NEAR_MS = 100;
const SAME_MS = 300;
const PATTERNS = { start: [200], end: [120, 90, 120] };

export function openBuzz(navigator = globalThis.navigator) {
  const can = typeof navigator?.vibrate === "function";
  let cancelTimers = () => {};
  let last = { text: "", at: 0 };

  function buzz({ text }) {
    const now = Date.now();
    if (text === last.text && now - last.at < SAME_MS) return;
    last = { text, at: now };
    navigator.vibrate(PATTERNS[text]);
  }

  const stop = () => cancelTimers(NEAR_MS);

  function plan(cues, elapsed_s) {
    stop();
    if (can) cancelTimers = timed(cues.filter(({ kind }) => kind === "buzz"), elapsed_s, buzz);
  }

  return { can, unlock: () => {}, plan, stop };
}

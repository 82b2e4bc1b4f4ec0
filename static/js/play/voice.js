/**
 * Names and counts aloud, where the browser can speak.
 *
 *   openVoice({ speechSynthesis, Utterance, lang }) → { can, unlock(), plan(cues, elapsed_s), stop() }
 *
 * unlock(): at a press, as some phones speak only after one.  plan: what is still to be said of the step
 *   under way; a sentence that has begun is ended, unless the step itself begins with another.
 */

import { timed } from "./timed.js";

export function openVoice({
  speechSynthesis = globalThis.speechSynthesis,
  Utterance = globalThis.SpeechSynthesisUtterance,
  lang = globalThis.document?.documentElement.lang,
} = {}) {
  const can = Boolean(speechSynthesis && Utterance);
  let cancelTimers = () => {};
  let isUnlocked = false;
  let said = null;

  function say(text, volume = 1) {
    // Held on to: one that nobody refers to may be swept up in mid-sentence.
    said = new Utterance(text);
    said.lang = lang ?? "";
    said.volume = volume;
    speechSynthesis.speak(said);
  }

  function unlock() {
    if (!can || isUnlocked) return;
    isUnlocked = true;
    say(" ", 0);
  }

  function due({ at_s, text }) {
    const isBusy = speechSynthesis.speaking || speechSynthesis.pending;
    // Counting that comes late only confuses; the ticks go on.
    if (isBusy && at_s > 0) return;
    if (isBusy) speechSynthesis.cancel();
    say(text);
  }

  function plan(cues, elapsed_s) {
    cancelTimers();
    if (can) cancelTimers = timed(cues.filter(({ kind }) => kind === "say"), elapsed_s, due);
  }

  function stop() {
    cancelTimers();
    if (can) speechSynthesis.cancel();
  }

  return { can, unlock, plan, stop };
}

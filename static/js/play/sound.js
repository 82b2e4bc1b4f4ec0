/**
 * Ticks and beeps, laid out ahead on the clock of the sound card, so that no busy page makes them late.
 *
 *   openSound({ AudioContext, audioSession }) → { can, unlock(), plan(cues, elapsed_s), stop() }
 *
 * unlock(): at a press, as browsers make no sound before one; again at any later press does no harm.
 * plan: what is to sound of the step under way, in the place of all that was planned and is not about to
 *   begin; what has just sounded is not made again.
 */

// Hertz, seconds, and loudness from 0 to 1.
const TONES = {
  start: [880, 0.22, 0.3], end: [440, 0.35, 0.3], phase: [660, 0.09, 0.2], tick: [1200, 0.03, 0.08],
};
const MOMENT_S = 0.1;
const SAME_S = 0.3;

export function openSound({
  AudioContext = globalThis.AudioContext ?? globalThis.webkitAudioContext,
  audioSession = globalThis.navigator?.audioSession,
} = {}) {
  const ahead = new Set();
  let context = null;
  let wanted = null;

  function unlock() {
    if (!AudioContext) return;
    try {
      // Mixed with what other apps play, instead of stopping it.
      if (audioSession) audioSession.type = "ambient";
      context ??= open();
      if (context.state !== "running") context.resume().catch(() => {});
    } catch {
      // A phone without a free sound card: the screen tells the same.
    }
  }

  function open() {
    const opened = new AudioContext();
    // Its clock stood still while it was asleep: what was planned would come late.
    opened.addEventListener("statechange", () => (opened.state === "running" ? layOut() : clear(0)));
    return opened;
  }

  function plan(cues, elapsed_s) {
    wanted = { cues, begun: Date.now() - elapsed_s * 1000 };
    layOut();
  }

  function layOut() {
    clear();
    if (!wanted || context?.state !== "running") return;
    const elapsed_s = (Date.now() - wanted.begun) / 1000;
    for (const { at_s, kind, text } of wanted.cues) {
      if ((kind !== "tick" && kind !== "beep") || at_s < elapsed_s - MOMENT_S) continue;
      sound(kind, text, context.currentTime + Math.max(0, at_s - elapsed_s));
    }
  }

  function sound(kind, text, at_s) {
    const isSame = (one) => one.kind === kind && one.text === text && Math.abs(one.at_s - at_s) < SAME_S;
    if ([...ahead].some(isSame)) return;
    const [pitch, length_s, loudness] = TONES[kind === "tick" ? "tick" : text] ?? TONES.phase;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(loudness, at_s);
    // Without a fade each would end in a click.
    volume.gain.exponentialRampToValueAtTime(0.001, at_s + length_s);
    tone.connect(volume).connect(context.destination);
    const one = { tone, volume, kind, text, at_s };
    tone.onended = () => letGo(one);
    tone.start(at_s);
    tone.stop(at_s + length_s);
    ahead.add(one);
  }

  function letGo(one) {
    one.volume.disconnect();
    ahead.delete(one);
  }

  // What sounds already may ring out, and so may what is due this moment: the clock of the sound card runs a
  // little behind that of the screen, which would cut off the end of work.
  function clear(near_s = MOMENT_S) {
    for (const one of [...ahead]) {
      if (one.at_s <= context.currentTime + near_s) continue;
      one.tone.stop();
      letGo(one);
    }
  }

  function stop() {
    wanted = null;
    clear();
  }

  return { can: Boolean(AudioContext), unlock, plan, stop };
}

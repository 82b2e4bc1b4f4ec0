import assert from "node:assert/strict";
import test from "node:test";
import { openBuzz } from "../../static/js/play/buzz.js";
import { openHearing } from "../../static/js/play/hearing.js";
import { openSound } from "../../static/js/play/sound.js";
import { openStore } from "../../static/js/play/store.js";
import { timed } from "../../static/js/play/timed.js";
import { openVoice } from "../../static/js/play/voice.js";
import { Local, soundCard } from "./a_browser.mjs";

const CUES = [
  { at_s: 0, kind: "beep", text: "start" }, { at_s: 0, kind: "buzz", text: "start" },
  { at_s: 1, kind: "tick", text: "" }, { at_s: 3, kind: "say", text: "2" }, { at_s: 6, kind: "beep", text: "end" },
  { at_s: 6, kind: "buzz", text: "end" },
];

test("beeps are laid out ahead on the clock of the sound card", async () => {
  const { Context, still } = soundCard();
  const session = { type: "auto" };
  const sound = openSound({ AudioContext: Context, audioSession: session });
  sound.plan(CUES, 0);
  assert.deepEqual(still(), []);
  sound.unlock();
  await null;
  assert.equal(session.type, "ambient");
  assert.deepEqual(still().map(Math.round), [100, 101, 106]);
});

test("at a pause what has not begun is silenced, and planned anew from where it goes on", async () => {
  const { Context, started } = soundCard();
  const sound = openSound({ AudioContext: Context });
  sound.unlock();
  await null;
  sound.plan(CUES, 0);
  sound.stop();
  assert.deepEqual(started.map(({ ends_s }) => ends_s === undefined), [false, true, true]);
  started.length = 0;
  sound.plan(CUES, 5.5);
  assert.deepEqual(started.map(({ at_s }) => at_s.toFixed(1)), ["100.5"]);
});

test("the start that the rest before has just sounded is not sounded again", async () => {
  const { Context, context, started } = soundCard();
  const sound = openSound({ AudioContext: Context });
  sound.unlock();
  await null;
  sound.plan([{ at_s: 5, kind: "beep", text: "start" }], 4.99);
  context().currentTime += 0.02;
  sound.plan(CUES, 0.01);
  assert.deepEqual(started.map(({ at_s }) => Math.round(at_s)), [100, 101, 106]);
});

test("a start that did not sound yet is sounded by the work itself", async () => {
  const { Context, started, still } = soundCard();
  const sound = openSound({ AudioContext: Context });
  sound.unlock();
  await null;
  sound.plan([{ at_s: 5, kind: "beep", text: "start" }], 2);
  sound.plan(CUES, 0);
  assert.deepEqual([started.length, still().map(Math.round)], [4, [100, 101, 106]]);
});

test("the end of work is not cut off by the rest that begins in the same moment", async () => {
  const { Context, context, started } = soundCard();
  const sound = openSound({ AudioContext: Context });
  sound.unlock();
  await null;
  sound.plan(CUES, 5);
  context().currentTime += 0.97;
  sound.plan([{ at_s: 10, kind: "beep", text: "start" }], 0);
  const ends = started.filter(({ at_s }) => Math.round(at_s) === 101);
  assert.equal(ends.length, 1);
  assert.ok(ends[0].ends_s > ends[0].at_s, "it rings out");
});

test("the end is felt once, whichever is first: its timer, the rest that begins, or a stop", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  for (const [ahead_ms, then] of [[0, "plan"], [40, "plan"], [40, "stop"], [-20, "plan"]]) {
    const felt = [];
    const buzz = openBuzz({ vibrate: (pattern) => felt.push(pattern.length) });
    buzz.plan(CUES, 5.5);
    t.mock.timers.tick(ahead_ms < 0 ? 500 : 0);
    t.mock.timers.setTime(Date.now() + (ahead_ms < 0 ? 20 : 500 - ahead_ms));
    if (then === "plan") buzz.plan([], 0);
    else buzz.stop();
    t.mock.timers.tick(2000);
    assert.deepEqual(felt, [3], `${ahead_ms} ms before, ${then}`);
  }
});

test("paused well before its end, work is not felt to be over", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const felt = [];
  const buzz = openBuzz({ vibrate: (pattern) => felt.push(pattern) });
  buzz.plan(CUES, 3);
  buzz.stop();
  t.mock.timers.tick(9000);
  assert.deepEqual(felt, []);
});

test("without a sound card, a voice or a motor it is quiet", () => {
  for (const way of [openSound({ AudioContext: null }), openVoice({ speechSynthesis: null }), openBuzz({})]) {
    assert.equal(way.can, false);
    way.unlock();
    way.plan(CUES, 0);
    way.stop();
  }
});

test("a timer does each thing at its second, and leaves out what a sleeping tab missed", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const done = [];
  const stop = timed(CUES, 0.5, ({ at_s }) => done.push(at_s));
  t.mock.timers.tick(499);
  assert.deepEqual(done, [0, 0]);
  t.mock.timers.tick(1);
  assert.deepEqual(done, [0, 0, 1]);
  t.mock.timers.setTime(Date.now() + 4000);
  t.mock.timers.tick(1);
  assert.deepEqual(done, [0, 0, 1]);
  stop();
  t.mock.timers.tick(9000);
  assert.deepEqual(done, [0, 0, 1]);
});

test("what is still being said is cut off by the next step, not by a count", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const heard = [];
  const speech = { speaking: false, pending: false };
  speech.speak = ({ text }) => heard.push(text);
  speech.cancel = () => heard.push("—");
  class Utterance {
    constructor(text) {
      this.text = text;
    }
  }
  const voice = openVoice({ speechSynthesis: speech, Utterance, lang: "en" });
  const rest = [{ at_s: 0, kind: "say", text: "Rest" }, { at_s: 2, kind: "say", text: "Three" }];
  voice.plan(rest, 0);
  t.mock.timers.tick(0);
  speech.speaking = true;
  t.mock.timers.tick(2000);
  voice.plan([{ at_s: 0, kind: "say", text: "Change over" }], 0);
  t.mock.timers.tick(0);
  voice.stop();
  assert.deepEqual(heard, ["Rest", "—", "Change over", "—"]);
});

test("each way of hearing can be turned off, which is remembered", (t) => {
  t.mock.timers.enable({ apis: ["Date"] });
  const store = openStore(() => new Local());
  const told = [];
  const way = (name) => ({
    can: true, unlock: () => told.push(`${name} unlocked`), plan: (_, elapsed_s) => told.push(`${name} ${elapsed_s}`),
    stop: () => told.push(`${name} off`),
  });
  const ways = () => ({ sound: way("sound"), voice: way("voice"), buzz: way("buzz") });
  const hearing = openHearing(store, ways());
  hearing.turn("voice", false);
  hearing.plan([], 2);
  assert.deepEqual(told, ["voice off", "sound 2", "buzz 2"]);
  const later = openHearing(store, ways());
  assert.deepEqual([later.is, later.can.voice], [{ sound: true, voice: false, buzz: true }, true]);
  told.length = 0;
  later.unlock();
  later.turn("voice", true);
  assert.deepEqual(told, ["sound unlocked", "buzz unlocked", "voice unlocked"]);
});

/** What a browser brings along, as far as the player uses it. */

export class Local {
  isFull = false;
  getItem(name) {
    return Object.hasOwn(this, name) ? this[name] : null;
  }
  setItem(name, text) {
    if (this.isFull) throw new Error("QuotaExceededError");
    this[name] = String(text);
  }
  removeItem(name) {
    delete this[name];
  }
}

/** A sound card that sleeps until it is woken, and the tones that were laid out on it. */
export function soundCard() {
  const started = [];
  let opened = null;
  class Context extends EventTarget {
    currentTime = 100;
    state = "suspended";
    destination = {};
    constructor() {
      super();
      opened = this;
    }
    async resume() {
      this.state = "running";
      this.dispatchEvent(new Event("statechange"));
    }
    createGain() {
      const gain = { setValueAtTime() {}, exponentialRampToValueAtTime() {} };
      return { gain, connect: (to) => to, disconnect() {} };
    }
    createOscillator() {
      const tone = { frequency: {}, connect: (to) => to };
      tone.start = (at_s) => (tone.at_s = at_s);
      tone.stop = (at_s) => (tone.ends_s = at_s);
      started.push(tone);
      return tone;
    }
  }
  const still = () => started.filter(({ ends_s }) => ends_s !== undefined).map(({ at_s }) => at_s);
  return { Context, context: () => opened, started, still };
}

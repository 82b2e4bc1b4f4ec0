/** Tell what is saved, waiting or refused and why; let somebody choose where two versions differ. */

import { isEnd } from "./ids.js";
import { say } from "./words.js";

// What the two buttons of a refusal say; the second sends it again over what is there.
export const CHOICES = {
  changed: ["Keep the stored one", "Store mine"],
  deleted: ["Throw mine away", "Bring it back and store"],
  refused: ["Throw it away", ""],
  gone: ["Throw it away", ""],
};
// As short as the line is; the panel tells the rest.
const HEADS = { changed: ["differs", "differ"], refused: ["refused", "refused"] };
// More than that leaves no room for the round beside it.
const LONG = 14;
const NOT_KEPT = "This browser keeps nothing: what is not sent is lost when you leave.";

// Why it waits.
const REASONS = {
  offline: ["no connection", "No connection. What you did is on this phone and will be sent when it is back."],
  "signed-out": ["sign in again", "You were signed out. What you did is on this phone, and is sent once you sign in again."],
  another: ["somebody else is signed in", "Somebody else is signed in. What you did waits on this phone for you alone."],
};

const setsOf = (count, one, many) => (count === 1 ? `1 set ${one}` : `${count} sets ${many}`);

/** The muted line, and whether somebody has to look. */
export function line({ entries, outcome, isStoring, hasDone }) {
  const open = entries.filter(({ state }) => state !== "waiting");
  if (open.length) {
    const { state } = open[0];
    const alike = open.filter((each) => each.state === state);
    const [one, many] = HEADS[state] ?? [state];
    const isWhole = !many || alike.some(isEnd);
    return { text: isWhole ? `Session ${one}` : setsOf(alike.length, one, many), isBad: true };
  }
  if (!isStoring) return { text: "Not kept here", isBad: true };
  const waiting = entries.length;
  if (!waiting) return { text: hasDone ? "Saved" : "", isBad: false };
  const told = entries.some(isEnd) ? "Session waiting" : setsOf(waiting, "waiting", "waiting");
  return { text: [told, REASONS[outcome]?.[0]].filter(Boolean).join(", "), isBad: false };
}

/** What the head of the panel says. */
export function sentence({ entries, outcome, isStoring, hasDone }) {
  const waiting = entries.some(({ state }) => state === "waiting");
  if (!isStoring) return NOT_KEPT;
  if (waiting) return REASONS[outcome]?.[1] ?? "What you did is on this phone, and is tried again until it is stored.";
  if (entries.length) return "All else is saved.";
  return hasDone ? "All so far is saved." : "Each set is saved as soon as it is done.";
}

/** The movement and the set that a message is about, or the part that it logs. */
export const nameOf = (play) => (message) => {
  const { id, fields, label } = message;
  if (!id.startsWith(`${play.session}:`)) return label || "Another session";
  const part = play.parts.find(({ routine }) => routine === (fields.routine ?? ""));
  if (!part || isEnd(message)) return part?.name ?? "";
  const station = part.stations.find(({ number }) => String(number) === fields.station);
  const choice = station?.choices.find(({ slug }) => slug === fields.exercise);
  return `${choice?.name ?? fields.exercise}, set ${fields.number}`;
};

/**
 * onDrop(entry), onInsist(entry): what somebody chose.  nameOf(entry): the movement and set it is about.
 * announce(text): says what went wrong, once.
 */
export function toldIn(page, { onDrop, onInsist, nameOf, announce }) {
  const panel = page.querySelector("[data-panel=kept]");
  const list = panel.querySelector("[data-refusals]");
  const draft = panel.querySelector("[data-refusal]");
  const button = page.querySelector("[data-open=kept]");
  let shown = "[]";

  function row(entry) {
    const item = draft.content.firstElementChild.cloneNode(true);
    const find = (name) => item.querySelector(`[data-${name}]`);
    const [drop, over] = CHOICES[entry.state];
    say(item.querySelector("h3"), nameOf(entry));
    say(find("why"), entry.why ?? "");
    for (const side of ["mine", "stored"]) {
      say(find(side), entry[side] ?? "");
      find(side).parentElement.hidden = !entry[side];
    }
    say(find("drop"), drop);
    say(find("over"), over);
    find("over").hidden = !over;
    find("drop").addEventListener("click", () => onDrop(entry));
    find("over").addEventListener("click", () => onInsist(entry));
    return item;
  }

  function show(kept, round) {
    const { text, isBad } = line(kept);
    button.classList.toggle("bad", isBad);
    const all = isBad || text.length > LONG ? text : [round, text].filter(Boolean).join(" · ");
    say(button.firstElementChild, all);
    button.hidden = !all;
    say(panel.querySelector("[data-kept-told]"), sentence(kept));
    const open = kept.entries.filter(({ state }) => state !== "waiting");
    const told = JSON.stringify(open);
    if (shown === told) return;
    shown = told;
    list.replaceChildren(...open.map(row));
    if (open.length) announce(text);
    // What was chosen is gone, and the focus with it.
    if (panel.open) panel.querySelector(".refused button, [data-close]").focus();
  }

  return { show };
}

/** Tell what is saved, waiting or refused and why; let somebody choose where two versions differ. */

import { say } from "./words.js";

// What the two buttons of a refusal say; the second sends it again over what is there.
const CHOICES = {
  changed: ["Keep the stored one", "Store mine"],
  deleted: ["Throw mine away", "Bring it back and store"],
  refused: ["Throw it away", ""],
  gone: ["Throw it away", ""],
};
const HEADS = {
  changed: ["1 differs from what is stored", "differ from what is stored"],
  deleted: ["1 belongs to a deleted session", "belong to a deleted session"],
  refused: ["1 refused", "refused"],
  gone: ["1 has no session any more", "have no session any more"],
};
const NOT_KEPT = "This browser keeps nothing: what is not sent is lost when you leave.";

/** The muted line, and whether somebody has to look. */
export function line({ entries, isOnline, isStoring, hasSent }) {
  const open = entries.filter(({ state }) => state !== "waiting");
  if (open.length) {
    const { state, why } = open[0];
    const alike = open.filter((each) => each.state === state).length;
    const head = alike === 1 ? HEADS[state][0] : `${alike} ${HEADS[state][1]}`;
    return { text: why ? `${head}: ${why}` : head, isBad: true };
  }
  if (!isStoring) return { text: NOT_KEPT, isBad: true };
  const waiting = entries.length;
  if (!waiting) return { text: hasSent ? "Saved" : "", isBad: false };
  const told = waiting === 1 ? "1 set waiting" : `${waiting} sets waiting`;
  return { text: isOnline ? told : `${told}, no connection`, isBad: false };
}

/** Every sentence of the panel's head. */
export function sentence({ entries, isOnline, isStoring, hasSent }) {
  const waiting = entries.filter(({ state }) => state === "waiting").length;
  if (!isStoring && waiting) return NOT_KEPT;
  if (waiting && !isOnline) return "No connection. What you did is on this phone and will be sent when it is back.";
  if (waiting) return "What you did is on this phone, and is tried again until it is stored.";
  if (entries.length) return "All else is saved.";
  return hasSent ? "Every set so far is saved." : "Each set is saved as soon as it is done.";
}

/**
 * onDrop(entry), onOver(entry): what somebody chose.  nameOf(entry): the movement and set it is about.
 */
export function toldIn(page, { onDrop, onOver, nameOf }) {
  const panel = page.querySelector("[data-panel=kept]");
  const list = panel.querySelector("[data-refusals]");
  const draft = panel.querySelector("[data-refusal]");
  const button = page.querySelector("[data-open=kept]");

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
    find("over").addEventListener("click", () => onOver(entry));
    return item;
  }

  function show(kept, round) {
    const { text, isBad } = line(kept);
    button.classList.toggle("bad", isBad);
    say(button.firstElementChild, isBad || text.length > 14 ? text : [round, text].filter(Boolean).join(" · "));
    say(panel.querySelector("[data-kept-told]"), sentence(kept));
    const open = kept.entries.filter(({ state }) => state !== "waiting");
    const told = JSON.stringify(open);
    if (list.dataset.told === told) return;
    list.dataset.told = told;
    list.replaceChildren(...open.map(row));
  }

  return { show };
}

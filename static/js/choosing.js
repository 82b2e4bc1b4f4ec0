/** Two versions of what the player sent, on a page that is not the player's: one of them is chosen. */

import { CHOICES } from "./play/told.js";

/** What a message is about, and both versions where there are two. */
export function toldOf({ id, label, why, mine, stored }) {
  const versions = [mine && `On this phone: ${mine}.`, stored && `Stored: ${stored}.`];
  return { head: `${label || named(id)}.`, text: [why, ...versions].filter(Boolean).join(" ") };
}

/** What its name alone says, of one that was kept before it said more. */
function named(id) {
  const [, routine, place] = id.split(":");
  const [station, number] = place.split(".");
  if (number) return `Station ${station}, set ${number}`;
  return routine ? "The end of a routine" : "The end of the session";
}

function button(text, onClick) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn quiet sm";
  made.textContent = text;
  made.addEventListener("click", onClick);
  return made;
}

function row(message, { onDrop, onInsist }) {
  const made = document.createElement("li");
  const { head, text } = toldOf(message);
  const [drop, over] = CHOICES[message.state];
  const name = document.createElement("b");
  name.textContent = head;
  const told = document.createElement("p");
  told.append(name, ` ${text}`);
  const buttons = document.createElement("div");
  buttons.className = "btnrow mt2";
  buttons.append(button(drop, () => onDrop(message)));
  if (over) buttons.append(button(over, () => onInsist(message)));
  made.append(told, buttons);
  return made;
}

/** A list with a choice for each of these messages. */
export function choicesIn(messages, does) {
  const list = document.createElement("ul");
  list.className = "rows";
  list.append(...messages.map((message) => row(message, does)));
  return list;
}

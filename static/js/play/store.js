/**
 * What this browser keeps; one that refuses to keep anything still plays, from memory.
 *
 *   openStore(ask) → { canKeep, getItem, setItem, removeItem, names }, as localStorage is, but never throws
 *   read(store, name) → what was written, null where nothing was, or nothing that can be read
 *   write(store, name, value)          playName(session) → the name of a session's state
 *   writerIn(store, random) → the uuid of this browser, made where it has none
 *   forget(store, athlete): at sign-out, all that is of that athlete
 *
 * canKeep: false as soon as something would be lost with the page.
 */

import { dropAll } from "./kept.js";

const WRITER = "footfall:writer";
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const PLAY = "footfall:play:";

export const playName = (session) => PLAY + session;

export function openStore(ask = () => globalThis.localStorage) {
  const memory = new Map();
  const local = usable(ask);
  return {
    get canKeep() {
      return local !== null && memory.size === 0;
    },
    getItem(name) {
      return memory.has(name) ? memory.get(name) : quietly(() => local.getItem(name));
    },
    setItem(name, text) {
      const isKept = quietly(() => {
        local.setItem(name, text);
        return true;
      });
      if (isKept) memory.delete(name);
      else memory.set(name, String(text));
    },
    removeItem(name) {
      memory.delete(name);
      quietly(() => local.removeItem(name));
    },
    names() {
      return [...new Set([...memory.keys(), ...(quietly(() => Object.keys(local)) ?? [])])];
    },
  };
}

function quietly(act) {
  try {
    return act() ?? null;
  } catch {
    return null;
  }
}

function usable(ask) {
  return quietly(() => {
    const local = ask();
    local.setItem("footfall:probe", "1");
    local.removeItem("footfall:probe");
    return local;
  });
}

export const read = (store, name) => quietly(() => JSON.parse(store.getItem(name)));

export const write = (store, name, value) => store.setItem(name, JSON.stringify(value));

/** The uuid of this browser; made of random bytes, as pages on plain HTTP are offered no ready one. */
export function writerIn(store, random = (bytes) => globalThis.crypto.getRandomValues(bytes)) {
  const kept = store.getItem(WRITER);
  if (UUID.test(kept ?? "")) return kept;
  const bytes = random(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  store.setItem(WRITER, uuid);
  return uuid;
}

/** Nothing of one person stays behind for the next; what another one has waiting here is left alone. */
export function forget(store, athlete) {
  const isPlayed = (name) => name.startsWith(PLAY) && String(read(store, name)?.athlete) === String(athlete);
  const isTyped = (name) => name.startsWith(`draft:${athlete}:`);
  // A tab that plays one of them stops by that, before it takes what waited for stored.
  for (const name of store.names()) if (isPlayed(name) || isTyped(name)) store.removeItem(name);
  dropAll(store, athlete);
}

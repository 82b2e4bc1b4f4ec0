/** Keep the page of a session on this phone with all it needs, so that it opens and plays in flight mode. */

import { drop, nameOf, ofAthlete, ofOthers } from "./flight.js";

const PAGE = /^\/sessions\/(\d+)\/play\/$/;
const NEEDED = /^\/static\/|^\/figures\/[\w-]+\.css$/;
// A session is opened to be done; whoever has opened more has done the first.
const MOST = 6;

/** Paths of the files among these addresses that the page cannot do without, each once. */
export function neededOf(addresses, at) {
  const urls = addresses.map((address) => new URL(address, at));
  const ours = urls.filter((url) => url.origin === new URL(at).origin && NEEDED.test(url.pathname));
  return [...new Set(ours.map((url) => url.pathname))];
}

function addressesOfPage() {
  const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
  // Figures of movements that come later name their sheets in templates; a rung's stands still in flight mode.
  const templates = [...document.querySelectorAll("template:not([data-rung])")].map(({ content }) => content);
  const named = [document, ...templates].flatMap((root) => [
    ...[...root.querySelectorAll("link[rel=stylesheet]")].map((link) => link.getAttribute("href")),
    ...[...root.querySelectorAll("script[src], img[src]")].map((each) => each.getAttribute("src")),
  ]);
  return [...loaded, ...named];
}

const isLoaded = () =>
  document.readyState === "complete" || new Promise((resolve) => addEventListener("load", resolve, { once: true }));

/** All of a page, or an error: half of it would stop in the middle of a set. */
async function fetched(paths) {
  const answers = await Promise.all(paths.map((path) => fetch(path)));
  if (answers.some((answer) => !answer.ok || answer.redirected)) throw new Error("Not all of the page is there.");
  return answers;
}

async function keepPage({ athlete, session }) {
  const path = location.pathname;
  const paths = [path, ...neededOf(addressesOfPage(), location.href)];
  const answers = await fetched(paths);
  const cache = await caches.open(nameOf({ athlete, session }));
  await Promise.all(paths.map((each, nth) => cache.put(each, answers[nth])));
  // What an earlier version of the page needed.
  const now = new Set(paths);
  const old = (await cache.keys()).filter((request) => !now.has(new URL(request.url).pathname));
  await Promise.all(old.map((request) => cache.delete(request)));
}

async function makeRoom({ athlete, session }) {
  const names = await caches.keys();
  const older = ofAthlete(names, athlete).filter((name) => name !== nameOf({ athlete, session }));
  await drop([...ofOthers(names, athlete), ...older.slice(0, Math.max(0, older.length - MOST + 1))]);
}

/**
 * Put the play page that is open into a cache of this athlete, and register the worker that opens it offline.
 *
 * Tells whether it will open without a connection: false on plain HTTP, where there is neither worker nor
 * cache, and where the page could not be fetched once more; what was kept before then stays.
 */
export async function keepForFlight({ athlete }) {
  const [, session] = PAGE.exec(location.pathname) ?? [];
  if (!session || !navigator.onLine || !window.isSecureContext || !navigator.serviceWorker || !window.caches) return false;
  try {
    await isLoaded();
    await navigator.serviceWorker.register("/sw.js");
    await makeRoom({ athlete, session });
    await keepPage({ athlete, session });
    return true;
  } catch {
    return false;
  }
}

/** Show, on a connection that is not secure, the line that says what HTTPS would add; tell whether it is shown. */
export function whatHttpsWouldAdd() {
  const line = document.querySelector("[data-insecure]");
  if (line) line.hidden = window.isSecureContext;
  return Boolean(line) && !line.hidden;
}

const play = globalThis.document?.getElementById("play");
if (play) {
  whatHttpsWouldAdd();
  keepForFlight(JSON.parse(play.textContent));
}

/** Opens kept sessions and the offline page without a connection; with one, every page comes from the server. */

// The server puts the version in front.
const SHELL = `shell:${self.VERSION}`;
const OFFLINE = "/offline/";
const PLAY = /^\/sessions\/\d+\/play\/$/;
const FILE = /^\/static\//;
// Its content is in its name, so a copy is as good as the file.
const NAMED_BY_CONTENT = /^\/static\/.+\.[0-9a-f]{12}\.\w+$|^\/figures\/[\w-]+\.css$/;
// What a proxy answers when there is no server behind it.
const AWAY = new Set([502, 503, 504]);
const PATIENCE_MS = 6000;

async function keepShell() {
  const page = await (await fetch(OFFLINE)).text();
  const files = [...page.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)].map(([, path]) => path);
  const shell = await caches.open(SHELL);
  await shell.addAll([OFFLINE, ...new Set(files)]);
}

async function dropOldShells() {
  const old = (await caches.keys()).filter((name) => name.startsWith("shell:") && name !== SHELL);
  await Promise.all(old.map((name) => caches.delete(name)));
}

const kept = (path) => caches.match(path, { ignoreSearch: true, ignoreVary: true });

const tooLate = () => new Promise((_, reject) => setTimeout(reject, PATIENCE_MS));

/** A page as the server has it now; without one a session that was opened before, or what works offline. */
async function page(request, path) {
  const copy = PLAY.test(path) ? await kept(path) : undefined;
  try {
    const asked = fetch(request);
    // In a cellar a connection may hang for minutes; whoever has a copy does not wait for that.
    const answer = await (copy ? Promise.race([asked, tooLate()]) : asked);
    if (!copy || !AWAY.has(answer.status)) return answer;
  } catch {
    // No connection.
  }
  return copy ?? (await kept(OFFLINE)) ?? Response.error();
}

async function file(request, path) {
  const copy = NAMED_BY_CONTENT.test(path) ? await kept(path) : undefined;
  if (copy) return copy;
  return fetch(request).catch(async () => (await kept(path)) ?? Response.error());
}

self.addEventListener("install", (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldShells().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request, pathname));
  else if (FILE.test(pathname) || NAMED_BY_CONTENT.test(pathname)) event.respondWith(file(request, pathname));
});

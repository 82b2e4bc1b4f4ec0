/** List the sessions that open without a connection, on the page that says what does. */

const PLAY = /^\/sessions\/\d+\/play\/$/;

async function sessions() {
  const found = [];
  for (const name of (await caches.keys()).filter((each) => each.startsWith("play:")).reverse()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) {
      const { pathname } = new URL(url);
      if (!PLAY.test(pathname)) continue;
      const page = new DOMParser().parseFromString(await (await cache.match(url)).text(), "text/html");
      found.push({ pathname, title: page.title.split(" · ")[0] });
    }
  }
  return found;
}

const list = document.querySelector("[data-sessions]");
const found = window.caches ? await sessions() : [];
for (const { pathname, title } of found) {
  const row = document.createElement("li");
  const link = document.createElement("a");
  link.href = pathname;
  link.textContent = title;
  row.append(link);
  list.append(row);
}
list.hidden = found.length === 0;
document.querySelector("[data-none]").hidden = found.length > 0;

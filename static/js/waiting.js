/** Where the player left anything in this browser to send or to drop, load what does; nothing else. */

const { athlete, next } = document.querySelector("[data-athlete]").dataset;

async function isLeft() {
  try {
    const names = (await window.caches?.keys()) ?? [];
    const isForeign = (name) => name.startsWith("play:") && !name.startsWith(`play:${athlete}:`);
    return names.some(isForeign) || localStorage[`footfall:queue:${athlete}`] || sessionStorage["footfall:leaving"];
  } catch {
    // A browser that stores nothing left nothing.
  }
}

if (await isLeft()) import(next);

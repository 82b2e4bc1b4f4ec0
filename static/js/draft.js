/** Keep what is being typed in this browser until it is saved, and bring it back when the form opens again. */

const PREFIX = "draft:";
const LONGEST_MS = 14 * 24 * 60 * 60 * 1000;
// What differs in every form, whoever fills it in.
const OWN = new Set(["key", "proposed"]);
const NOT_KEPT = new Set(["csrfmiddlewaretoken", "add", "do"]);

const form = () => document.querySelector("form[data-draft]");

/** What a form would send, without the page's own token and what only arranges it. */
export function entriesOf(data) {
  return [...data].filter(([name, value]) => !NOT_KEPT.has(name) && typeof value === "string");
}

/** Whether two forms say the same to the one who reads them. */
export function saysTheSame(one, other) {
  const told = (entries) => JSON.stringify(entries.filter(([name]) => !OWN.has(name)));
  return told(one) === told(other);
}

/** Whether what a draft wanted was sent, and is in the session of that key and version. */
export function isSaved(draft, { key, version }) {
  const typed = Object.fromEntries(draft.entries);
  return Boolean(draft.sent) && typed.key === key && (!typed.seen || Number(typed.seen) < version);
}

function read(name) {
  try {
    const draft = JSON.parse(localStorage.getItem(name));
    return draft && Date.now() - draft.at < LONGEST_MS ? draft : null;
  } catch {
    return null;
  }
}

function forget(isDone) {
  try {
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith(PREFIX)) continue;
      const draft = read(name);
      if (!draft || isDone(draft)) localStorage.removeItem(name);
    }
  } catch {
    // Without storage there is nothing to forget.
  }
}

// While an older draft is on its way back, or could not be brought back, nothing is kept over it.
let isHeld = false;

function keep({ sent = false } = {}) {
  const open = form();
  if (isHeld) return;
  try {
    const name = PREFIX + open.dataset.draft;
    const key = open.elements.key.value;
    // A key that was sent once may be stored: what goes on under it is no new session.
    const usedKey = sent || read(name)?.usedKey === key ? key : undefined;
    const draft = { at: Date.now(), sent, usedKey, entries: entriesOf(new FormData(open)) };
    localStorage.setItem(name, JSON.stringify(draft));
  } catch {
    // A browser that stores nothing still has what stands in the fields.
  }
}

/** The server draws the form as it was typed, stations and all; nothing is saved by that. */
async function bringBack(draft) {
  const open = form();
  const body = new FormData();
  for (const [name, value] of [...draft.entries, ["do", "restore"]]) body.append(name, value);
  // Only what was sent already must not be stored twice; else another tab may be about to send its own.
  if (draft.usedKey !== body.get("key")) body.set("key", open.elements.key.value);
  body.append("csrfmiddlewaretoken", open.elements.csrfmiddlewaretoken.value);
  isHeld = open.inert = true;
  const answer = await fetch(open.action, { method: "POST", body }).catch(() => null);
  open.inert = false;
  if (!answer?.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  open.replaceWith(document.adoptNode(page.querySelector("form[data-draft]")));
  form().dispatchEvent(new Event("arranged", { bubbles: true }));
  // Until here it is as it was kept.
  isHeld = false;
  const told = document.querySelector("[data-draft-told]");
  const at = new Date(draft.at);
  const inWords = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };
  told.querySelector("time").textContent = at.toLocaleString(document.documentElement.lang, inWords);
  told.querySelector("[data-draft-new]").hidden = Boolean(draft.usedKey);
  told.querySelector("[data-draft-sent]").hidden = !draft.usedKey;
  told.hidden = false;
}

function open() {
  const name = PREFIX + form().dataset.draft;
  const draft = read(name);
  const isFresh = "fresh" in form().dataset;
  if (draft && isFresh) {
    if (saysTheSame(draft.entries, entriesOf(new FormData(form())))) localStorage.removeItem(name);
    else bringBack(draft);
  }
  // Refused, or held against another version: what is shown is what was typed last.  A draft under another
  // key is something else, which could not be brought back.
  if (!isFresh) {
    isHeld = Boolean(draft) && Object.fromEntries(draft.entries).key !== form().elements.key.value;
    keep();
  }
  for (const kind of ["input", "change", "arranged"]) {
    document.addEventListener(kind, (event) => event.target.closest("form[data-draft]") && keep());
  }
  document.addEventListener("submit", (event) => {
    if (event.target !== form() || event.submitter?.name === "do") return;
    if (event.submitter?.name === "another") form().elements.key.value = event.submitter.value;
    keep({ sent: true });
  });
  document.addEventListener("click", (event) => {
    const end = event.target.closest("[data-draft-end]");
    if (!end) return;
    localStorage.removeItem(name);
    if (end.type === "button") location.reload();
  });
}

if (typeof document !== "undefined") {
  const saved = document.querySelector("[data-saved]")?.dataset;
  if (saved) forget((draft) => isSaved(draft, { key: saved.saved, version: Number(saved.version) }));
  if (form()) open();
  // Nothing of one person stays behind for the next.
  document.querySelector("form[data-signs-out]")?.addEventListener("submit", () => forget(() => true));
}

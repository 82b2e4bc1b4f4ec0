/** Drag a run or a session of the plan onto another day; the forms below and behind "change" do the same. */

const days = () => [...document.querySelectorAll(".day[data-day]")];
const told = document.querySelector("[data-drop-told]");

let held = null;

/** The days that a run can go to are those its own form offers. */
function heldRun(element) {
  const row = document.querySelector(`.runs-of-week [data-day="${element.dataset.run}"]`);
  const choice = row?.querySelector("select[name=to]");
  if (!choice) return null;
  const open = new Set([...choice.options].map((option) => option.value));
  return {
    verdict: (day) => ({ state: open.has(day) ? "open" : "closed", against: "" }),
    drop(day) {
      choice.value = day;
      choice.form.requestSubmit();
    },
  };
}

/** What speaks against each day stands on the session's own page. */
function heldSession(element) {
  const form = document.querySelector("[data-drop]");
  const address = form.dataset.drop.replace("name", element.dataset.session);
  const verdicts = new Map();
  fetch(address, { headers: { Accept: "text/html" } })
    .then((answer) => (answer.ok ? answer.text() : ""))
    .then((text) => {
      const page = new DOMParser().parseFromString(text, "text/html");
      for (const [day, verdict] of judged(page)) verdicts.set(day, verdict);
      show(document.querySelector(".day.over"));
    })
    .catch(() => {});
  return {
    verdict: (day) => verdicts.get(day) ?? { state: "open", against: "" },
    drop(day) {
      form.action = address;
      form.elements.place.value = day;
      form.requestSubmit();
    },
  };
}

/** Each day with the least that speaks against it, of its places in the order open, warned, closed. */
export function judged(page) {
  const order = ["here", "open", "warned", "closed"];
  const found = new Map();
  for (const place of page.querySelectorAll(".places [data-day]")) {
    const verdict = { state: place.dataset.verdict, against: place.querySelector(".why")?.textContent ?? "" };
    const before = found.get(place.dataset.day);
    if (!before || order.indexOf(verdict.state) < order.indexOf(before.state)) {
      found.set(place.dataset.day, verdict);
    }
  }
  return found;
}

function show(day) {
  if (!day || !held) return;
  const { state, against } = held.verdict(day.dataset.day);
  day.dataset.verdict = state;
  told.textContent = against;
  day.title = against;
}

function leave() {
  for (const day of days()) {
    day.classList.remove("over");
    delete day.dataset.verdict;
    day.removeAttribute("title");
  }
}

function onStart(event) {
  const element = event.target.closest?.("[data-run], [data-session]");
  held = element && (element.dataset.run ? heldRun(element) : heldSession(element));
  if (!held) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", element.textContent.trim());
}

function onOver(event) {
  const day = event.target.closest?.(".day[data-day]");
  if (!held || !day) return;
  if (!day.classList.contains("over")) leave();
  day.classList.add("over");
  show(day);
  if (day.dataset.verdict === "closed") return;
  // Without this the browser takes no drop.
  event.preventDefault();
}

function onDrop(event) {
  const day = event.target.closest?.(".day[data-day]");
  if (!held || !day) return;
  event.preventDefault();
  held.drop(day.dataset.day);
}

for (const element of document.querySelectorAll(".day [data-run], .day [data-session]")) {
  element.draggable = true;
  element.classList.add("movable");
  // A link would be dragged in place of what it stands in.
  for (const link of element.querySelectorAll("a")) link.draggable = false;
}
document.addEventListener("dragstart", onStart);
document.addEventListener("dragover", onOver);
document.addEventListener("drop", onDrop);
document.addEventListener("dragend", () => {
  held = null;
  leave();
});

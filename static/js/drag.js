/** Drag the rows of a list by their grips; the buttons beside them do the same without it. */

const list = () => document.querySelector("[data-drag]");

function showGrips() {
  for (const grip of list()?.querySelectorAll("[data-grip]") ?? []) grip.hidden = false;
}

/** Where a row that is held at that height belongs: before the first one whose middle is below it. */
export function before(rows, y) {
  return rows.find((row) => y < row.top + row.height / 2)?.row ?? null;
}

function onDown(event) {
  const row = event.target.closest?.("[data-grip]")?.closest("[data-row]");
  if (!row || event.button) return;
  event.preventDefault();
  row.classList.add("held");

  const onMove = (moved) => {
    const others = [...list().querySelectorAll("[data-row]")].filter((other) => other !== row);
    const boxes = others.map((other) => {
      const { top, height } = other.getBoundingClientRect();
      return { row: other, top, height };
    });
    const place = before(boxes, moved.clientY);
    if (place !== row.nextElementSibling) list().insertBefore(row, place);
  };
  const onEnd = () => {
    row.classList.remove("held");
    document.removeEventListener("pointermove", onMove);
    document.removeEventListener("pointerup", onEnd);
    document.removeEventListener("pointercancel", onEnd);
    keepOrder();
  };
  // Not on the grip: a row that is put elsewhere loses whatever was captured for it.
  document.addEventListener("pointermove", onMove);
  document.addEventListener("pointerup", onEnd);
  document.addEventListener("pointercancel", onEnd);
}

function keepOrder() {
  const order = document.querySelector("input[name=order]");
  const now = [...list().querySelectorAll("[data-row]")].map((row) => row.dataset.row).join(",");
  if (order.value === now) return;
  order.value = now;
  order.dispatchEvent(new Event("change", { bubbles: true }));
}

document.addEventListener("pointerdown", onDown);
document.addEventListener("arranged", showGrips);
showGrips();

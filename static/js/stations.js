/** Add, move and remove stations in place, and let the amount follow the exercise that stands in. */

const REGION = "stations";

async function arranged(form, button) {
  const data = new FormData(form, button);
  const answer = await fetch(form.action, { method: "POST", body: data });
  if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(REGION);
}

async function onSubmit(event) {
  const button = event.submitter;
  if (button?.name !== "do") return;
  event.preventDefault();
  // What is typed meanwhile would not be in the answer.
  const shown = document.getElementById(REGION);
  try {
    const sent = arranged(event.target, button);
    shown.inert = true;
    const region = await sent;
    document.getElementById(REGION).replaceWith(document.adoptNode(region));
    region.dispatchEvent(new Event("arranged", { bubbles: true }));
    after(button.value, region);
  } catch {
    shown.inert = false;
    // The browser's own way of sending it shows whatever is wrong.
    const sent = document.createElement("input");
    Object.assign(sent, { type: "hidden", name: "do", value: button.value });
    event.target.append(sent);
    event.target.submit();
  }
}

/** Keep the focus where the work goes on: on the same button, or on the field for the next exercise. */
function after(pressed, region) {
  const again = region.querySelector(`button[value="${pressed}"]`);
  const add = region.querySelector("[name=add]");
  (pressed === "add" || !again ? add : again).focus();
}

/** Enter in the field for an exercise adds it; elsewhere it saves, as in any form. */
function onKey(event) {
  if (event.key !== "Enter" || event.target.name !== "add") return;
  event.preventDefault();
  if (event.target.value.trim()) event.target.form.requestSubmit(document.querySelector('button[value="add"]'));
}

/** An exercise that stands in comes with its own usual amount, which is shown before it is stored. */
function onChange(event) {
  const choice = event.target.closest("[data-dose]");
  const amount = choice?.closest(".deviation").querySelector(".stepper input[name$='-amount']");
  if (!amount) return;
  amount.value = choice.dataset.dose;
  choice.closest(".move").querySelector("input[name$='-proposed']").value = event.target.value;
  amount.closest(".field").querySelector("label").textContent = choice.dataset.word;
}

document.addEventListener("submit", onSubmit);
document.addEventListener("keydown", onKey);
document.addEventListener("change", onChange);

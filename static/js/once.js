/** Keep a double click from sending a form twice. */

const waiting = new Set();

function onSubmit(event) {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;

  for (const button of form.querySelectorAll('button:not([type="button"], [type="reset"])')) {
    if (button.disabled) continue;
    waiting.add(button);
    // Not before the browser has read the form: a disabled button would not send its name.
    setTimeout(() => {
      button.disabled = waiting.has(button);
    });
  }
}

function onShow() {
  for (const button of waiting) button.disabled = false;
  waiting.clear();
}

document.addEventListener("submit", onSubmit);
// Coming back by the browser's Back button shows the same document again.
window.addEventListener("pageshow", onShow);

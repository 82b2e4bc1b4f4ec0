/** Let a button put what a field holds into the clipboard. */

async function onClick(event) {
  const field = document.getElementById(event.currentTarget.dataset.copies);
  const told = document.querySelector("[data-copied]");
  field.select();
  told.textContent = (await copied(field.value)) ? "Copied." : "This browser does not copy by itself. The link is selected: copy it.";
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without HTTPS there is no clipboard to write to, but the old way works.
    return document.execCommand("copy");
  }
}

for (const button of document.querySelectorAll("[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", onClick);
}

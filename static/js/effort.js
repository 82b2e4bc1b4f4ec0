/** Let the words under the effort scale follow the number that is chosen. */

function showWord(event) {
  const label = event.target.closest("[data-effort] [data-word]");
  const line = event.target.closest("[data-effort]")?.querySelector("[data-effort-word]");
  if (line) line.textContent = label ? `${event.target.value}: ${label.dataset.word}` : "";
}

document.addEventListener("change", showWord);

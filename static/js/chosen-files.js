/** Say which files are chosen, and hold back what the server would refuse as a whole. */

const MOST = 50;
const NAMED = 3;

function told(files) {
  if (files.length > MOST) return `${files.length} files are chosen, and ${MOST} go at once. Choose up to ${MOST}, and the rest after them.`;
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  const size = bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
  const names = files.slice(0, NAMED).map((file) => file.name).join(", ");
  return `${names}${files.length > NAMED ? ` and ${files.length - NAMED} more` : ""}: ${size}`;
}

function show(input) {
  const files = [...input.files];
  const button = input.form.querySelector("button");
  const line = input.form.querySelector("[data-chosen]");
  line.textContent = files.length ? told(files) : "";
  line.className = files.length > MOST ? "err" : "hint";
  button.disabled = files.length > MOST;
  button.textContent = files.length > 1 ? `Import ${files.length} files` : "Import";
}

for (const input of document.querySelectorAll('.drop input[type="file"]')) {
  input.addEventListener("change", () => show(input));
  for (const name of ["dragenter", "dragover"]) input.addEventListener(name, () => input.classList.add("over"));
  for (const name of ["dragleave", "drop"]) input.addEventListener(name, () => input.classList.remove("over"));
  show(input);
}

// A file that misses the box would open in place of this page.
for (const name of ["dragover", "drop"]) {
  document.addEventListener(name, (event) => {
    if (!event.target.closest?.('.drop input[type="file"]')) event.preventDefault();
  });
}

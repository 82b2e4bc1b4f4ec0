/** Say how many files are chosen, and hold back a choice that the server would refuse as a whole. */

const MOST = 50;

function told(files) {
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  const size = bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
  if (files.length > MOST) return `${files.length} files are chosen, and ${MOST} go at once. Choose up to ${MOST}, the rest after them.`;
  return files.length ? `${files.length} file${files.length === 1 ? "" : "s"}, ${size}` : "";
}

for (const input of document.querySelectorAll('.drop input[type="file"]')) {
  const box = input.closest(".drop");
  const button = input.form.querySelector("button");
  const show = () => {
    const files = [...input.files];
    box.querySelector("[data-chosen]").textContent = told(files);
    button.disabled = files.length > MOST;
  };
  input.addEventListener("change", show);
  for (const name of ["dragenter", "dragover"]) input.addEventListener(name, () => box.classList.add("over"));
  for (const name of ["dragleave", "drop"]) input.addEventListener(name, () => box.classList.remove("over"));
  show();
}

/** Let the muscle map tick the muscles of the list beside it, so that both always say the same. */

const boxesOf = (link) => link.dataset.muscles.split(" ").map((muscle) => document.getElementById(`muscle-${muscle}`));

function follow(links) {
  for (const link of links) {
    if (boxesOf(link).every((box) => box.checked)) {
      link.setAttribute("aria-current", "true");
    } else {
      link.removeAttribute("aria-current");
    }
  }
}

const map = document.querySelector(".map-filter");
const links = [...map.querySelectorAll("a")].filter((link) => boxesOf(link).every(Boolean));

for (const link of links) {
  link.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    const boxes = boxesOf(link);
    const wanted = !boxes.every((box) => box.checked);
    for (const box of boxes) {
      box.checked = wanted;
    }
    boxes[0].dispatchEvent(new Event("change", { bubbles: true }));
  });
}

document.querySelector(".filters").addEventListener("change", () => follow(links));
follow(links);

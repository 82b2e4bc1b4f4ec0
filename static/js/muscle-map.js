/** Let the muscle map tick the muscles of the list beside it, so that both always say the same. */

const boxesOf = (link) => link.dataset.muscles.split(" ").map((muscle) => document.getElementById(`muscle-${muscle}`));

const isChosen = (link) => boxesOf(link).every((box) => box.checked);

/** The address of what is chosen now, but for the muscles of this link, which it turns round. */
function addressOf(link) {
  const form = boxesOf(link)[0].form;
  const muscles = link.dataset.muscles.split(" ");
  const kept = [...new FormData(form)].filter(([name, value]) => value && !(name === "muscle" && muscles.includes(value)));
  const added = isChosen(link) ? [] : muscles.map((muscle) => ["muscle", muscle]);
  return `${form.getAttribute("action")}?${new URLSearchParams([...kept, ...added])}`;
}

function follow(links) {
  for (const link of links) {
    if (isChosen(link)) {
      link.setAttribute("aria-current", "true");
    } else {
      link.removeAttribute("aria-current");
    }
    link.setAttribute("href", addressOf(link));
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
    const wanted = !isChosen(link);
    for (const box of boxes) {
      box.checked = wanted;
    }
    boxes[0].dispatchEvent(new Event("change", { bubbles: true }));
  });
}

document.querySelector(".filters").addEventListener("change", () => follow(links));
follow(links);

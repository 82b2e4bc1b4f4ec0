/** Work off an import without a tap: send the Continue form again and again, and show what comes back. */

const REGION = "import";
// So many files apart, how far it is is said aloud.
const TOLD_EVERY = 10;

function regionOf(page) {
  return page.getElementById(REGION);
}

async function nextPage(form) {
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
  if (!answer.ok) throw new Error(String(answer.status));
  return { url: answer.url, page: new DOMParser().parseFromString(await answer.text(), "text/html") };
}

async function workOff() {
  const here = location.href.split("#")[0];
  for (let form = reading(); form; form = reading()) {
    form.querySelector("button").hidden = true;
    // One file alone may lead to its run, which greets it once: that page must be opened, not fetched.
    if (regionOf(document).querySelector("progress").max === 1) return form.submit();
    try {
      const { url, page } = await nextPage(form);
      // Signed out meanwhile, for one.
      if (url !== here) return location.assign(url);
      regionOf(document).replaceWith(document.adoptNode(regionOf(page)));
      document.title = page.title;
      if (regionOf(document).querySelector("progress")?.value % TOLD_EVERY === 0) tell();
    } catch {
      return stop(form);
    }
  }
  tell();
}

/** What was replaced is heard of by nobody who does not see it: it is said in a place that stays. */
function tell() {
  const head = regionOf(document).querySelector(".sechead");
  document.querySelector("[data-told]").textContent = head.innerText.replaceAll(/\s+/g, " ");
}

function reading() {
  return regionOf(document).querySelector("form.reading");
}

function stop(form) {
  const button = form.querySelector("button");
  button.hidden = false;
  regionOf(document).querySelector(".hint").textContent = "The server did not answer. All files are stored. Continue when it is back.";
}

workOff();

/** A part of which nothing was done is thrown away: what still waits of it goes before it can come after it. */

/** The form sends itself; should it never arrive, nothing that was done is lost. */
export function throwingAway(page, { sending, tab }) {
  const form = page.querySelector("[data-nothing] form");
  form.addEventListener("submit", () => {
    const routine = form.elements.routine.value;
    sending.throwAway(routine);
    if (!routine) tab.forget();
  });
}

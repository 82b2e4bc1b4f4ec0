/** The end of a part: what it came to, and the form that logs it, kept on the phone until it is stored. */

import { sums } from "./sets.js";
import { clock, say } from "./words.js";

/** What the end says: all of it, or how much was left out; then the week. */
export function sentence(told, { sets, left_out }) {
  if (!sets) return "Nothing was done.";
  const whole = left_out ? `${left_out} of ${sets + left_out} sets left out.` : told.all;
  return [whole, told.week].filter(Boolean).join(" ");
}

function nextWord({ routine, name, minutes }) {
  return routine === "post-run-stretch" ? `Save and stretch, ${minutes} min` : `Save, then ${name}, ${minutes} min`;
}

/**
 * onSave(fields, { goesOn }): what was filled in, and whether the routine that follows is to begin.
 */
export function finishIn(page, { onSave }) {
  const place = page.querySelector("[data-screen=finish]");
  const find = (name) => place.querySelector(`[data-${name}]`);
  const form = find("completion");
  const [nothing, refused, saved] = [find("nothing"), find("refused"), find("saved")];

  /** next: the part that follows, if one does. */
  function show({ part, state, next }) {
    const all = sums(state, part);
    say(place.querySelector("h1"), all.left_out ? "Finish here." : "Done.");
    say(find("sentence"), sentence(part.told, all));
    say(find("mat"), clock(all.mat_s));
    say(find("sets"), String(all.sets));
    say(find("sets-word"), all.sets === 1 ? "set done" : "sets done");
    say(find("tension"), clock(all.tension_s));
    form.reset();
    say(form.querySelector("[data-effort-word]"), "");
    for (const each of form.querySelectorAll("[data-session-only]")) each.hidden = Boolean(part.routine);
    find("minutes").hidden = Boolean(part.routine);
    form.elements.minutes.value = all.minutes;
    find("save-next").hidden = !next;
    if (next) say(find("save-next"), nextWord(next));
    // There is nothing to log.
    form.hidden = !all.sets;
    nothing.hidden = Boolean(all.sets);
    nothing.querySelector("[name=routine]").value = part.routine;
    saved.hidden = refused.hidden = true;
  }

  function fieldsOf(isRoutine) {
    const hidden = (name) => isRoutine && form.querySelector(`[data-session-only] [name="${name}"]`);
    return Object.fromEntries(
      [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken" && !hidden(name)),
    );
  }

  /** It cannot be stored as it is: why, above the form that can be mended. */
  function refuse(why) {
    form.hidden = false;
    saved.hidden = true;
    say(refused, why);
    refused.hidden = false;
    refused.focus();
  }

  /** It is kept here, and sent when it can be. */
  function wait(address) {
    form.hidden = refused.hidden = true;
    saved.hidden = false;
    saved.querySelector("a").href = address;
    saved.focus();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const isRoutine = form.querySelector("[data-session-only]").hidden;
    onSave(fieldsOf(isRoutine), { goesOn: event.submitter?.value === "next" });
  });
  return { show, refuse, wait };
}

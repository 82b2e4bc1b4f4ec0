/** The end of a part: what it came to, and the form that logs it, kept on the phone until it is stored. */

import { sums } from "./sets.js";
import { clock, say, toldOf } from "./words.js";

const MINUTES_WRONG = "Give the minutes as a whole number from 1 to 600.";

/** What the end says: all of it, or how much was left out; then the week. */
export function sentence(told, { sets, left_out }) {
  if (!sets) return "Nothing was done.";
  const whole = left_out ? `${left_out} of ${sets + left_out} sets left out.` : told.all;
  return [whole, told.week].filter(Boolean).join(" ");
}

function nextWord({ routine, name, minutes }) {
  return routine === "post-run-stretch" ? `Save and stretch, ${minutes} min` : `Save, then ${name}, ${minutes} min`;
}

/** Fill a form with what was sent of it: what is not there is blank. */
function fill(form, fields) {
  for (const each of form.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    const value = fields[each.name] ?? "";
    if (each.type !== "radio") each.value = value;
    else if ((each.checked = each.value === value)) each.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/**
 * onSave(fields, { goesOn }): what was filled in, and whether the routine that follows is to begin.
 * onTyped(fields): what is filled in so far.
 */
export function finishIn(page, { unit, address, onSave, onTyped }) {
  const place = page.querySelector("[data-screen=finish]");
  const find = (name) => place.querySelector(`[data-${name}]`);
  const form = find("completion");
  const [nothing, refused, saved] = [find("nothing"), find("refused"), find("saved")];

  const submits = form.querySelectorAll("button");
  let minutes = "";

  function free(isFree) {
    for (const each of submits) each.disabled = !isFree;
    say(find("save"), isFree ? "Save" : "Saving");
  }

  /** next: the part that follows, if one does.  done: of the last set.  fields: what was filled in before. */
  function show({ part, state, next, before, done, fields }) {
    const all = sums(state, part);
    say(place.querySelector("h1"), all.left_out ? "Finish here." : "Done.");
    say(find("sentence"), sentence(part.told, all));
    say(find("mat"), clock(all.mat_s));
    say(find("sets"), String(all.sets));
    say(find("sets-word"), all.sets === 1 ? "set done" : "sets done");
    say(find("tension"), clock(all.tension_s));
    say(form.querySelector("[data-effort-word]"), "");
    for (const each of form.querySelectorAll("[data-session-only]")) each.hidden = Boolean(part.routine);
    find("minutes").hidden = Boolean(part.routine);
    minutes = String(all.minutes);
    form.reset();
    // What the page came with is said of the session, and not of what follows it.
    if (fields || part.routine) fill(form, { minutes, ...fields });
    else form.elements.minutes.value = minutes;
    find("last").hidden = !done;
    if (done) say(find("last-told"), `${before.name}: ${toldOf(done, before, unit)}`);
    find("save-next").hidden = !next;
    if (next) say(find("save-next"), nextWord(next));
    // There is nothing to log.
    form.hidden = !all.sets;
    nothing.hidden = Boolean(all.sets);
    nothing.querySelector("[name=routine]").value = part.routine;
    free(true);
    saved.hidden = refused.hidden = true;
  }

  function filled() {
    const isRoutine = form.querySelector("[data-session-only]").hidden;
    const hidden = (name) => isRoutine && form.querySelector(`[data-session-only] [name="${name}"]`);
    return Object.fromEntries(
      [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken" && !hidden(name)),
    );
  }

  /** It cannot be stored as it is: why, above the form that can be mended. */
  function refuse(why) {
    free(true);
    form.hidden = false;
    saved.hidden = true;
    say(refused, why);
    refused.hidden = false;
    refused.focus();
  }

  /** It is kept here, and sent when it can be: how that goes is told. */
  function wait() {
    form.hidden = refused.hidden = true;
    saved.hidden = false;
    saved.querySelector("a").href = address;
    saved.focus();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const fields = filled();
    // What the server would refuse later is mended while somebody is there.
    const isWhole = /^\d{1,3}$/.test(fields.minutes.trim()) && fields.minutes >= 1 && fields.minutes <= 600;
    if (!isWhole) refuse(MINUTES_WRONG);
    else if (form.reportValidity()) onSave(fields, { goesOn: event.submitter?.value === "next" });
  });
  form.addEventListener("input", () => {
    const { minutes: typed, ...fields } = filled();
    // What was only proposed grows with what is done on.
    onTyped(typed === minutes ? fields : { ...fields, minutes: typed });
  });
  return { show, refuse, wait, busy: () => free(false), tell: (text) => say(saved.querySelector("p"), text) };
}

/** Lead the screens by what there is to see: all of one where a step, its way or a pause is new, else what moves. */

import { restIn } from "./rest.js";
import { progress, screensIn, spoken } from "./screen.js";
import { workIn } from "./work.js";

export const choicesOf = ({ part, set }) => part.stations.find(({ number }) => number === set.station).choices;

/** onStep(view): a step, its way or a pause is new. */
export function stageIn(page, { unit, onStep }) {
  const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const screens = screensIn(page);
  const place = (name) => page.querySelector(`[data-screen=${name}]`);
  const views = { work: workIn(place("work"), { isStill, unit }), rest: restIn(place("rest"), { isStill, unit }) };
  const rungs = page.querySelector("[data-open=rungs]");
  let shown = "";
  let spokenOf = "";
  let round = "";

  function render(view) {
    const { state, at, step, choice, done } = view;
    const name = step.kind === "work" ? "work" : "rest";
    const here = [state.part, at.index, choice.slug].join();
    const all = [here, state.since, at.isPaused, state.extra_s, done?.revision, done?.writer].join();
    if (all === shown) return views[name].tick(view);
    shown = all;
    screens.show(name);
    rungs.hidden = choicesOf(view).length < 2;
    views[name].begin(view);
    const far = progress(view.part, view.index);
    screens.showProgress(far);
    ({ round } = far);
    onStep(view);
    if (here !== spokenOf) screens.announce(spoken(view));
    spokenOf = here;
  }

  /** Another screen than those of the clock. */
  function leave(name) {
    shown = round = "";
    screens.show(name);
  }

  return { render, leave, announce: screens.announce, round: () => round };
}

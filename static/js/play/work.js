/** The screen of a set being done: the movement, one repetition as a ring, how far it is, and what follows. */

import { choiceOf } from "./course.js";
import { figureIn } from "./figure.js";
import { ringIn } from "./ring.js";
import { askedOf, capital, countdown, say, span, turnOf, turnTold } from "./words.js";

// More repetitions than this are no beads to look at.
const MOST_BEADS = 30;

/** What follows a set: when, and what; a side of its own counts as something to come. */
function following({ part, steps, state, at }) {
  const next = steps[at.index + 1];
  if (!next) return { when: "Last one", name: "Then you are done", choice: null };
  const after = next.kind === "work" ? "Next" : `Next, after ${span(next.seconds)}`;
  const set = next.next ?? next.set;
  const choice = choiceOf(part, state.choices, set);
  if (next.kind === "changeover") return { when: after, name: `${capital(next.side)} side`, choice };
  return { when: next.kind === "rest" ? `${after} rest` : after, name: choice.name, choice };
}

export function workIn(place, { isStill, unit }) {
  const find = (name) => place.querySelector(`[data-${name}]`);
  const ring = ringIn(find("ring"));
  const figure = figureIn(find("figure"));
  const nextFigure = figureIn(find("next-figure"), { still: true });
  const [digit, phase, ticks] = [find("digit"), find("phase"), find("ticks")];
  let lit = -1;

  function showTicks(rep) {
    if (rep === lit) return;
    lit = rep;
    [...ticks.children].forEach((tick, place) => {
      tick.className = place + 1 < rep ? "d" : place + 1 === rep ? "c" : "";
    });
    say(find("rep"), String(rep));
  }

  /** Once a step, and when its choice or a pause changes. */
  function begin(view) {
    const { part, step, choice, set, at } = view;
    const isPaced = Boolean(step.rep_s);
    say(find("name"), choice.name);
    const turn = turnOf(part, set);
    const isTold = isPaced && part.rounds === 1;
    say(find("dose"), [isTold && turnTold(turn), askedOf(choice, unit)].filter(Boolean).join(", "));
    figure.show(choice.figure);

    const counted = isPaced ? { word: "Repetition", nth: 1, of: step.reps } : turn;
    find("reps").hidden = !counted;
    say(find("reps").firstElementChild, counted?.word ?? "");
    say(find("rep"), String(counted?.nth ?? ""));
    say(find("of"), `of ${counted?.of ?? ""}`);
    find("sides").hidden = !step.side;
    say(find("side"), capital(step.side));
    say(find("side-of"), step.side === "left" ? "1 of 2" : "2 of 2");
    ticks.hidden = !isPaced;
    const count = isPaced ? step.reps : 0;
    if (ticks.children.length !== count) {
      ticks.replaceChildren(...Array.from({ length: count }, () => document.createElement("i")));
    }
    lit = -1;

    const beads = step.ends === "tap";
    if (isPaced) ring.lay(step.phases.map(({ seconds }) => seconds));
    else ring.lay(beads ? Array(Math.min(MOST_BEADS, step.reps ?? 1)).fill(1) : [step.seconds], { beads });
    phase.classList.toggle("small", beads);

    const { when, name, choice: next } = following(view);
    say(find("next-when"), when);
    say(find("next-name"), name);
    nextFigure.show(next?.figure ?? "");

    const isPause = !at.isPaused && !beads;
    say(find("main-word"), at.isPaused ? "Go on" : beads ? "Done" : "Pause");
    place.querySelector("[data-main] svg").toggleAttribute("hidden", !isPause);
    tick(view);
  }

  function tick({ step, choice, at }) {
    if (step.ends === "tap") {
      ring.show(-1, 0);
      showDigit(String(choice.amount), choice.measure === "metres" ? "Metres" : "Repetitions", at, "");
    } else if (at.phase) {
      showTicks(at.rep);
      const over = isStill() ? Math.floor(at.phase.elapsed_s) / step.phases[at.phase.index].seconds : at.phase.share;
      ring.show(at.phase.index, over);
      showDigit(countdown(at.phase.left_s), capital(at.phase.word), at);
    } else {
      ring.show(0, isStill() ? Math.floor(at.elapsed_s) / step.seconds : at.share);
      showDigit(countdown(at.left_s), "To go", at);
    }
    if (at.isPaused) figure.stop();
    else if (at.phase && choice.marks) figure.drive(choice.marks, at.phase.leg, at.phase.share);
    else figure.run();
  }

  function showDigit(text, word, at, left = " left") {
    if (digit.textContent !== text) {
      digit.textContent = text;
      digit.classList.toggle("long", text.length > 2);
      find("ring").setAttribute("aria-label", `${word}, ${text}${left}`);
    }
    say(phase, at.isPaused ? "Paused" : word);
  }

  return { begin, tick };
}

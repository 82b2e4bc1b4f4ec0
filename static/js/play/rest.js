/** The screen between two sets: the seconds left, what was done, and what comes next. */

import { figureIn } from "./figure.js";
import { askedOf, capital, countdown, say, toldOf, turnOf, turnTold } from "./words.js";

const WORDS = { ready: "Get ready", changeover: "Change over", rest: "Rest" };

function asked({ step, choice, part, set }, unit) {
  if (step.kind === "changeover") return `${capital(step.side)} side now`;
  // A round stands above the clock; which of its sets comes is told here.
  const turn = part.rounds > 1 ? "" : turnTold(turnOf(part, set));
  return capital([turn, choice.sided && "left side first", askedOf(choice, unit)].filter(Boolean).join(", "));
}

export function restIn(place, { isStill, unit }) {
  const find = (name) => place.querySelector(`[data-${name}]`);
  const figure = figureIn(find("rest-figure"));
  const [word, digit, bar, timer] = ["rest-word", "rest-digit", "rest-bar", "rest-timer"].map(find);

  function begin(view) {
    const { step, choice, before, done, at } = view;
    figure.show(choice.figure);
    say(find("up-name"), choice.name);
    say(find("up-dose"), asked(view, unit));
    say(find("up-note"), choice.note);
    find("done").hidden = !done;
    if (done) say(find("done-told"), `${before.name}: ${toldOf(done, before, unit)}`);
    say(place.querySelector("[data-main]"), at.isPaused ? "Go on" : "Ready, go now");
    tick(view);
  }

  function tick({ step, at }) {
    const text = countdown(at.left_s);
    if (digit.textContent !== text) {
      digit.textContent = text;
      timer.setAttribute("aria-label", `${text} left`);
    }
    const over = isStill() ? Math.floor(at.elapsed_s) / (at.elapsed_s + at.left_s) : at.share;
    bar.style.transform = `scaleX(${Math.max(0, 1 - over).toFixed(4)})`;
    say(word, at.isPaused ? "Paused" : step.kind === "rest" && at.isReady ? WORDS.ready : WORDS[step.kind]);
    if (at.isPaused) figure.stop();
    else figure.run();
  }

  return { begin, tick };
}

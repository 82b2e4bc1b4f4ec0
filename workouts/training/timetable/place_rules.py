"""The PLACE rules of the handbook (5.5): each one small function that says what it finds of a slot."""

from collections.abc import Iterator

from workouts.training.rules import Rule
from workouts.training.timetable.case import Case, Check, Finding, found
from workouts.training.timetable.week import DAY_H, EASY, LOADED, gap_h
from workouts.vocabulary import RunKind

# From so many weeks on lifting is no new load (PLACE-02, PLACE-12).
USED_TO_IT_WEEKS = 8
VERY_HARD_RPE = 8.5


def _heavy_before_quality(case: Case, rule: Rule) -> Iterator[Finding]:
    following = case.week.next_quality(case.slot.hour)
    if case.is_hardest and following and following[0] < rule.params["min_hours"]:
        days = following[1].day - case.slot.day
        yield found(rule, following[1], whose={0: "today’s", 1: "tomorrow’s"}.get(days % 7, "your next"))


def _new_load_before_quality(case: Case, rule: Rule) -> Iterator[Finding]:
    following = case.week.next_quality(case.slot.hour)
    is_new = case.runner.lifting_weeks < USED_TO_IT_WEEKS or (case.wanted.effort or 0) >= VERY_HARD_RPE
    # Closer by, PLACE-01 closes the slot.
    least, most = rule.params["from_hours"], rule.params["min_hours"]
    if case.is_hardest and is_new and following and least <= following[0] < most:
        yield found(rule, following[1])


def _moderate_before_quality(case: Case, rule: Rule) -> Iterator[Finding]:
    following = case.week.next_quality(case.slot.hour)
    if case.wanted.session_class == "moderate" and following and following[0] < rule.params["min_hours"]:
        is_used_to_it = case.wanted.times_lately >= rule.params["acclimatised_sessions"]
        soon = "a day" if following[0] < DAY_H else f"{rule.params['min_hours']:g} hours"
        yield found(rule, following[1], "acclimatised" if is_used_to_it else "otherwise", soon=soon)


def _run_first(case: Case, rule: Rule) -> Iterator[Finding]:
    for run in case.week.on(case.slot.day):
        if run.is_quality and case.slot.hour < run.starts_h and case.wanted.session_class != "mobility":
            yield found(rule, run)


def _gap_after_quality(case: Case, rule: Rule) -> Iterator[Finding]:
    for run in case.week.on(case.slot.day):
        after = case.hours_after(run)
        if not (run.is_quality and case.wanted.is_loaded and 0 <= after < rule.params["preferred_hours"]):
            continue
        if after >= rule.params["minimum_hours"]:
            yield found(rule, run, "3-6h")
        else:
            yield found(rule, run, "<3h hardest" if case.is_hardest else "<3h other")


def _straight_after_easy(case: Case, rule: Rule) -> Iterator[Finding]:
    for run in case.week.on(case.slot.day):
        fits = run.kind in EASY and case.wanted.session_class in ("light", "moderate")
        if fits and 0 <= case.hours_after(run) <= rule.params["within_hours"]:
            yield found(rule, run)


def _heavy_after_easy(case: Case, rule: Rule) -> Iterator[Finding]:
    for run in case.week.on(case.slot.day):
        is_soon = 0 <= case.hours_after(run) < rule.params["min_hours"]
        if case.wanted.session_class == "heavy" and run.kind in EASY and is_soon:
            yield found(rule, run)


def _long_run_day(case: Case, rule: Rule) -> Iterator[Finding]:
    for run in case.week.on(case.slot.day):
        if run.kind is RunKind.LONG and case.wanted.session_class not in ("mobility", "light"):
            yield found(rule, run)


def _before_long_run(case: Case, rule: Rule) -> Iterator[Finding]:
    following = case.week.next_long(case.slot.hour)
    if case.is_hardest and following and following[0] < rule.params["min_hours"]:
        days = (following[1].day - case.slot.day) % 7
        when = {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")
        yield found(rule, following[1], when=when)


def _space_sessions(case: Case, rule: Rule) -> Iterator[Finding]:
    if not case.wanted.is_loaded:
        return
    for other in case.week.strength:
        gap = gap_h(case.slot.hour, other.hour)
        if other.session_class in LOADED and gap < rule.params["min_hours"]:
            yield found(rule, case="<24h" if gap < rule.params["block_hours"] else "24-48h")


def _keep_a_rest_day(case: Case, rule: Rule) -> Iterator[Finding]:
    is_run_day = bool(case.week.on(case.slot.day))
    if (
        case.wanted.session_class != "mobility"
        and not is_run_day
        and not case.week.free_days - {case.slot.day}
    ):
        yield found(rule, case="beginner" if case.runner.is_beginner else "otherwise")


def _hard_days_hard(case: Case, rule: Rule) -> Iterator[Finding]:
    tomorrow = case.week.day_after(case.slot.day)
    for run in case.week.on(case.slot.day):
        if (
            case.wanted.session_class == "heavy"
            and case.runner.lifting_weeks >= USED_TO_IT_WEEKS
            and run.is_quality
            and case.hours_after(run) >= rule.params["min_hours"]
            and all(each.kind in EASY for each in tomorrow)
        ):
            yield found(rule, run)


def _jump_fresh(case: Case, rule: Rule) -> Iterator[Finding]:
    for run in case.week.on(case.slot.day):
        is_jumping = case.wanted.session_class in ("plyo_low", "plyo_high")
        if is_jumping and 0 <= case.hours_after(run) < rule.params["min_hours"]:
            yield found(rule, run)


def _light_means_light(case: Case, rule: Rule) -> Iterator[Finding]:
    following = case.week.next_quality(case.slot.hour)
    is_hard = (case.wanted.effort or 0) > rule.params["rpe_cap"]
    is_light = case.wanted.session_class == "light"
    if is_light and is_hard and following and following[0] < rule.params["min_hours"]:
        yield found(rule, following[1])


# In the order in which the first that closes a slot is named.
CHECKS: dict[str, Check] = {
    "PLACE-01": _heavy_before_quality,
    "PLACE-02": _new_load_before_quality,
    "PLACE-03": _moderate_before_quality,
    "PLACE-04": _run_first,
    "PLACE-05": _gap_after_quality,
    "PLACE-06": _straight_after_easy,
    "PLACE-07": _heavy_after_easy,
    "PLACE-08": _long_run_day,
    "PLACE-09": _before_long_run,
    "PLACE-11": _keep_a_rest_day,
    "PLACE-10": _space_sessions,
    "PLACE-12": _hard_days_hard,
    "PLACE-13": _jump_fresh,
    "PLACE-14": _light_means_light,
}

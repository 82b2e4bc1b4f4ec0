"""On a phone: what is seen, heard and kept awake while a session is played."""

import pytest
from playwright.sync_api import expect

from tests.browser.mat import Mat

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# A browser that lends its screen, and tells how often it is held.
LENT = """
  window.held = 0;
  const release = async () => { window.held -= 1; };
  const lock = () => ({ addEventListener() {}, removeEventListener() {}, release });
  const wakeLock = { request: async () => { window.held += 1; return lock(); } };
  Object.defineProperty(navigator, "wakeLock", { value: wakeLock });
"""
MOVED = """() => document.querySelector("[data-screen=work] svg").getAnimations({ subtree: true })
  .filter(({ animationName }) => animationName !== "breath").map(({ currentTime }) => currentTime)"""


def test_the_figure_moves_in_step_with_each_repetition(phone):
    mat = Mat(phone)
    mat.begin()
    mat.play_to(1)
    mat.page.wait_for_function(f"() => ({MOVED})().length > 0")
    marks = mat.parts[0]["stations"][0]["choices"][0]["marks"]
    step = mat.steps[1]
    for rep in (0, 3):
        for phase in step["phases"]:
            into = rep * step["rep_s"] + phase["starts_s"] + phase["seconds"] / 2
            mat.wait((mat.state()["since"] + into * 1000 - mat.now_ms()) / 1000)
            leg = phase["leg"]
            at_ms = 1000 * (marks[leg] + (marks[leg + 1] - marks[leg]) / 2)
            assert mat.page.evaluate(MOVED) == pytest.approx([at_ms] * len(mat.page.evaluate(MOVED)), abs=50)


def test_what_is_heard_is_turned_off_one_by_one_and_stays_off(phone):
    mat = Mat(phone)
    mat.begin()
    cues = mat.page.get_by_role("button", name="Sound, voice and vibration")
    beeps, voice = (mat.page.get_by_role("switch", name=name) for name in ("Ticks and beeps", "A voice"))
    cues.click()
    expect(beeps).to_be_checked()
    beeps.uncheck()
    mat.page.reload()
    mat.page.clock.run_for(20)
    cues.click()
    expect(beeps).not_to_be_checked()
    if voice.is_enabled():
        expect(voice).to_be_checked()


def test_the_screen_stays_on_while_a_session_is_played(phone):
    phone.page.add_init_script(LENT)
    mat = Mat(phone)
    mat.open()
    assert mat.page.evaluate("window.held") == 0
    mat.begin()
    mat.page.wait_for_function("() => window.held === 1")
    mat.play_to(len(mat.steps))
    mat.page.wait_for_function("() => window.held === 0")

"""The questions about health: signs that need help now, and what is asked before the first plan."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Layout, Submit
from django import forms

from workouts.catalogue.safety_texts import Safety
from workouts.forms.fields import some_of, whole

UNTICKED = '<p class="hint">What is not ticked counts as no.</p>'


class HealthForm(forms.Form):
    """Ticked is yes.  `signs` are the ids of red flags; of `questions` only counts whether any is ticked."""

    def __init__(self, *args: Any, safety: Safety, raised: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        signs = [(flag.id, flag.ask) for flag in safety.red_flags]
        asked = [(str(nth), question) for nth, question in enumerate(safety.pre_screen.questions)]
        self.fields["signs"] = some_of("Do you have any of these now?", signs, initial=raised)
        self.fields["questions"] = some_of("And is any of this so?", asked)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": True}
        self.helper.layout = Layout("signs", "questions", HTML(UNTICKED), Submit("save", "Save"))


class JumpTestForm(forms.Form):
    """What is tried before jumping: calf raises on one leg, and whether hopping hurts."""

    left = whole("Calf raises on the left leg", low=0, high=100, unit="raises")
    right = whole("Calf raises on the right leg", low=0, high=100, unit="raises")
    hop_pain = whole(
        "Pain when hopping on one leg",
        low=0,
        high=10,
        unit="points",
        help_text="From 0, none, to 10, worst imaginable.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": True}
        self.helper.layout = Layout("left", "right", "hop_pain", Submit("save", "Save"))

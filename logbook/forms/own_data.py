"""The forms that ask for the password again: before all data is handed out, and before it is deleted."""

from collections.abc import Sequence
from typing import Any

from django import forms

from workouts.models import Athlete

BLANK = "Give the password you sign in with."
WRONG = "That is not your password. Give the one you sign in with."
NONE_SET = "This account has no password yet. Set one under Settings, Change password, then come back."
TOO_MANY = "Too many wrong passwords. Wait an hour, then try again; you can change your password meanwhile."
CHOOSE_HEIR = "Choose who owns this instance after you."


class PasswordForm(forms.Form):
    """The password of the account that is signed in."""

    password = forms.CharField(
        label="Your password",
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": BLANK},
    )

    def __init__(self, *args: Any, athlete: Athlete, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.athlete = athlete

    @property
    def is_guess(self) -> bool:
        """Whether a password was sent at all."""
        return self.is_bound and bool(self.data.get("password"))

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not self.athlete.has_usable_password():
            raise forms.ValidationError(NONE_SET, code="none_set")
        if not self.athlete.check_password(password):
            raise forms.ValidationError(WRONG, code="wrong")
        return password

    def refuse_guesses(self) -> None:
        """Say that it was guessed too often, whatever was typed now."""
        self._errors = forms.utils.ErrorDict()
        self.cleaned_data = {}
        self.add_error(None, TOO_MANY)


class DeletionForm(PasswordForm):
    """That the account is to go, said twice: by a tick and by the password; and who follows an owner."""

    sure = forms.BooleanField(
        label="Delete my account and everything in it",
        error_messages={"required": "Tick this if your account is to be deleted."},
    )
    heir = forms.TypedChoiceField(
        label="Who owns this instance after you",
        coerce=int,
        error_messages={"required": CHOOSE_HEIR, "invalid_choice": CHOOSE_HEIR},
        help_text="They can then add accounts, set passwords and switch accounts off, as you can now.",
    )

    field_order = ["heir", "sure", "password"]

    def __init__(self, *args: Any, heirs: Sequence[tuple[int, str]] | None, **kwargs: Any) -> None:
        """heirs: who may be chosen; None where nobody has to be."""
        super().__init__(*args, **kwargs)
        if heirs is None:
            del self.fields["heir"]
        else:
            self.fields["heir"].choices = [("", "Choose a person"), *heirs]  # type: ignore[attr-defined]

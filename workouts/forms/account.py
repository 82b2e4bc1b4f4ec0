"""Forms about accounts: an invite to make one, one that is made for somebody, a new password by a link."""

from typing import Any
from uuid import uuid4

from allauth.account.forms import ResetPasswordKeyForm, UserTokenForm, default_token_generator
from django import forms
from django.db import transaction

from workouts.models import Athlete


class InviteForm(forms.Form):
    """For whom the link is, as a reminder; the key makes sure that a form sent twice makes one invite."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    for_whom = forms.CharField(
        label="For whom",
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text="A reminder for you. Whoever opens the link does not see it.",
        error_messages={"max_length": "Give a name of at most 60 letters."},
    )


class AccountForm(forms.Form):
    """Name and address of an account that is made for somebody, by the rules of signing up."""

    name = forms.CharField(
        max_length=150,
        validators=[Athlete.username_validator],
        error_messages={
            "required": "Give the user name.",
            "max_length": "Give a user name of at most 150 letters.",
            "invalid": "A user name is made of letters, digits and @ . + - _ alone, without spaces.",
        },
    )
    email = forms.EmailField(
        required=False,
        max_length=254,
        error_messages={"invalid": "That is no e-mail address. Give one such as ana@example.org."},
    )

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()


class LinkUsed(Exception):
    """Somebody set a password by the same link in the same moment."""


class LinkForm(UserTokenForm):
    """Whether a link sets a password: never one of an account that is switched off."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if not self.reset_user.is_active:
            raise forms.ValidationError("This account is switched off.", code="inactive")
        return cleaned


class NewPasswordForm(ResetPasswordKeyForm):
    """A new password by a link, which is good for one."""

    user: Athlete

    def save(self) -> None:
        """
        Set the password.

        :raises LinkUsed: if the link set one since this page was opened
        """
        with transaction.atomic():
            # One after the other; the first password ends the link for the second.
            athlete = Athlete.objects.select_for_update().get(pk=self.user.pk)
            if not (athlete.is_active and default_token_generator.check_token(athlete, self.temp_key)):
                raise LinkUsed
            self.user = athlete
            super().save()

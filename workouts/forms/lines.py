"""Fields for several things in one control: one a line, or between commas."""

from typing import Any

from django import forms


class LinesField(forms.CharField):
    """A list of texts, one a line; blank lines are none."""

    def __init__(self, *, most: int, longest: int, rows: int = 4, **kwargs: Any) -> None:
        self.most, self.longest = most, longest
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        lines = [" ".join(line.split()) for line in (value or "").splitlines()]
        return [line for line in lines if line]

    def validate(self, value: Any) -> None:
        super().validate(value)
        if len(value) > self.most:
            raise forms.ValidationError(f"Write {self.most} lines at most; there are {len(value)}.")
        if any(len(line) > self.longest for line in value):
            raise forms.ValidationError(f"Write {self.longest} characters in a line at most.")

    def run_validators(self, value: Any) -> None:
        for line in value:
            super().run_validators(line)


class NamesField(LinesField):
    """Names between commas, in one line."""

    def __init__(self, *, most: int, longest: int, **kwargs: Any) -> None:
        super().__init__(most=most, longest=longest, **kwargs)
        self.widget = forms.TextInput(attrs={"autocomplete": "off"})

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        return super().to_python((value or "").replace(",", "\n"))

    def validate(self, value: Any) -> None:
        if len(value) > self.most:
            raise forms.ValidationError(f"Give {self.most} names at most; there are {len(value)}.")
        if any(len(name) > self.longest for name in value):
            raise forms.ValidationError(f"A name has {self.longest} characters at most.")

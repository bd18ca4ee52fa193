from typing import Any

from django import forms

CODE_HELP = "Six digits from your app, or one of your recovery codes."


class CodeForm(forms.Form):
    """`error` is what became of the code that was sent."""

    code = forms.CharField(
        label="Code",
        max_length=64,
        help_text=CODE_HELP,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={"required": "Type the code."},
    )

    def __init__(self, *args: Any, autofocus: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if autofocus:
            self.fields["code"].widget.attrs["autofocus"] = True

    def refuse(self, seconds: int = 0) -> None:
        wait = f"Too many wrong codes came one after another. Wait {seconds} seconds, then type the newest code."
        wrong = "This code is wrong, or was used already. Wait for the next one, and check the clock of your phone."
        self.add_error("code", wait if seconds else wrong)

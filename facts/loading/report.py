"""What a load tells the person who started it: a line for each file, and at the end what came of it all."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console

from facts.loading.outcome import Outcome
from facts.loading.refusal import Refusal


class Report:
    """Tells `out` what goes well and `err` what does not; in colour on a terminal, as plain lines elsewhere."""

    def __init__(self, out: Console, err: Console):
        self._out = out
        self._err = err
        self.outcomes: list[Outcome] = []
        self.refused: list[str] = []

    @contextmanager
    def loading(self, file: str) -> Iterator[None]:
        """Show that `file` is being loaded, where it can be taken off again."""
        with self._out.status(f"Loading {file}"):
            yield

    def loaded(self, outcome: Outcome) -> None:
        """The file is loaded."""
        self.outcomes.append(outcome)
        self._say(f"{outcome.file}: {outcome.words}", style="green" if outcome.edition else "")

    def refuse(self, file: str, refusals: Sequence[Refusal]) -> None:
        """The file is not loaded, and this is why."""
        self.refused.append(file)
        for refusal in refusals:
            self._complain(str(refusal))
        self._complain(f"{file}: refused, nothing of it was loaded", style="bold red")

    def leave_out(self, file: str, needed: str) -> None:
        """The file was not tried, since it needs one that was refused."""
        self.refused.append(file)
        self._complain(f"{file}: left out, since it needs {needed}", style="red")

    def close(self, *, check: bool) -> None:
        """What came of it all, and what was left to the editors."""
        for kept in (kept for outcome in self.outcomes for kept in outcome.kept):
            self._say(f"kept the editor's: {kept}", style="yellow")
        editions = [outcome.edition.number for outcome in self.outcomes if outcome.edition]
        if check:
            self._say("Checked; nothing was written.")
        elif editions:
            self._say(f"Edition {editions[-1]} is out.")
        elif not self.refused:
            self._say("Nothing has changed.")

    def _say(self, text: str, style: str = "") -> None:
        self._out.print(text, style=style, markup=False, highlight=False, soft_wrap=True)

    def _complain(self, text: str, style: str = "") -> None:
        self._err.print(text, style=style, markup=False, highlight=False, soft_wrap=True)

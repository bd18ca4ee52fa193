"""Computed sentences, each with the subject of its figures. No database."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, wraps
from inspect import signature
from typing import Any, ParamSpec

from facts.figure import Figure, Named

P = ParamSpec("P")


@dataclass(frozen=True)
class Message:
    """Checks read `kind` and the arguments, so the text can change; it is composed when somebody reads it."""

    kind: str
    words: str | Callable[[], str] = field(compare=False)
    args: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def text(self) -> str:
        return self.words if isinstance(self.words, str) else self.words()

    def __str__(self) -> str:
        return self.text

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All that it is computed from, each once."""
        return tuple(dict.fromkeys(_figures_in(self.args)))


def _figures_in(value: Any) -> Iterator[Figure]:
    if isinstance(value, Figure):
        yield value
    elif isinstance(value, Mapping):
        yield from _figures_in([*value.values()])
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _figures_in(each)


def message(compose: Callable[P, str]) -> Callable[P, Message]:
    """Of the kind that the function is called, with its arguments by their names."""
    parameters = signature(compose).parameters
    defaults = {name: each.default for name, each in parameters.items() if each.default is not each.empty}

    @wraps(compose)
    def make(*given: P.args, **named: P.kwargs) -> Message:
        stated = {**dict(zip(parameters, given, strict=False)), **named}
        args = stated | {name: default for name, default in defaults.items() if name not in stated}
        return Message(compose.__name__, lambda: compose(**args), args)  # type: ignore[arg-type,call-arg]  # all by name

    return make


def join(messages: Sequence[Message]) -> str:
    """Each text once."""
    return " ".join(dict.fromkeys(message.text for message in messages))


# What a claim's number comes to -------------------------------------------------------------------------------------


@message
def number_agrees(claim: Figure, official: Figure) -> str:
    credit = "" if claim.attributed_to else " and credits nobody"
    return f"{gives(official)}, and the guide says {claim.value_text}{credit}."


@message
def number_contradicted(claim: Figure, official: Figure, nearest: Figure | None) -> str:
    return f"{gives(official)}, not {claim.value_text}.{_nearest(claim, official, nearest)}"


@message
def number_of_other_release(claim: Figure, official: Figure | None, other: Figure) -> str:
    what = "figure" if other.measure == claim.measure else other.measure.label
    beside = f"{gives(official)}; " if official else ""
    return f"{beside}{claim.value_text} is the {what} for {other.subject}, {other.period_text}."


@message
def number_of_other_measure(claim: Figure, official: Figure, other: Figure) -> str:
    return (
        f"{gives(official)}; {claim.value_text} is its {other.measure.label}, for {other.subject}, {other.period_text}."
    )


@message
def number_of_other_month(claim: Figure, official: Figure) -> str:
    return f"{_other_month(claim, official)}: {gives(official)}, and the guide says {claim.value_text}."


@message
def not_of_other_month(claim: Figure, official: Figure) -> str:
    return f"{_other_month(claim, official)}: {gives(official)}."


def _other_month(claim: Figure, official: Figure) -> str:
    when = f"{official.period_text}, and not for {claim.period_text}"
    return f"{official.publisher}’s survey of that year is for {when}"


@message
def range_of_percentiles(claim: Figure, official: Figure, other: Figure) -> str:
    ends = f"from the {official.measure.label} to the {other.measure.label}"
    return f"{claim.value_text} runs {ends} of pay for {official.subject}, {official.period_text}; it is no full range."


@message
def range_not_published(claim: Figure, publisher: str, subject: Named) -> str:
    return f"{publisher} gives percentiles of pay for {subject}, and no range; none of those loaded here are its ends."


@message
def near_group(claim: Figure, occupation: Named, official: Figure | None) -> str:
    found = f" {gives(official)}." if official else ""
    return f"{occupation} is only near {claim.subject}, so its figure settles nothing.{found}"


@message
def one_of_several(claim: Figure, occupation: Named, official: Figure | None) -> str:
    found = f" {gives(official)}." if official else ""
    return f"{claim.subject} is wider than {occupation}, and figures of several groups are not pooled here.{found}"


@message
def in_no_group(subject: Named) -> str:
    return f"No group here counts {subject}, so there is no official figure to check this against."


def gives(figure: Figure) -> str:
    """ "PUBLISHER gives FIGURE for SUBJECT", as part of a sentence."""
    what = f"{figure.measure_text.lower()}, {figure.period_text}"
    return f"{figure.publisher} gives {figure.value_text} for {figure.subject} ({what})"


def _nearest(claim: Figure, official: Figure, nearest: Figure | None) -> str:
    if nearest is None or nearest is official:
        return ""
    apart = claim.unit.format_distance(abs(nearest.known_value - claim.known_value))
    return f" The nearest figure for {nearest.subject} is {nearest.value_text}, {nearest.period_text}: {apart} away."


# Its words, window, industry, education ------------------------------------------------------------------------------


@message
def words_agree(claim: Figure, official: Figure, words: Sequence[str], average: Figure | None) -> str:
    return f"“{claim.wording}” is how the publisher words it: {_worded(official, words, average)}."


@message
def words_contradicted(claim: Figure, official: Figure, words: Sequence[str], average: Figure | None) -> str:
    return f"The guide says “{claim.wording}”, but {_worded(official, words, average)}."


@message
def words_unknown(claim: Figure) -> str:
    return f"“{claim.wording}” is none of the terms by which the publisher words growth."


def _worded(official: Figure, words: Sequence[str], average: Figure | None) -> str:
    beside = f", where all occupations together have {average.value_text}" if average else ""
    words_text = "” or “".join(words)
    return f"{official.value_text} for {official.subject}, {official.period_text}{beside}, is “{words_text}”"


@message
def window_agrees(claim: Figure, official: Figure, newest: Figure | None = None) -> str:
    newer = (
        f" It is old: the newest is {newest.value_text} for {newest.subject}, {newest.period_text}." if newest else ""
    )
    return f"The publisher has a release for {claim.period_text}: {official.subject}, {official.period_text}.{newer}"


@message
def window_of_other_release(claim: Figure, other: Figure) -> str:
    return f"The number is for {other.period_text} ({other.subject}), not for {claim.period_text}."


@message
def window_not_stated(claim: Figure) -> str:
    return "The guide does not say for which time, so every release loaded here is looked at."


@message
def measure_not_stated(claim: Figure) -> str:
    return "The guide does not say what the number measures, so medians and means are looked at."


@message
def industry_agrees(claim: Figure, official: Figure) -> str:
    return f"The official figure for {official.subject} is for {official.industry} too."


@message
def education_agrees(levels: Sequence[str], official: str, occupation: Named, edition: str) -> str:
    return f"The {edition} projections name “{official}” as typical for {occupation}, as the guide does."


@message
def education_contradicted(levels: Sequence[str], official: str, occupation: Named, edition: str) -> str:
    guide = "” or “".join(levels)
    return f"The {edition} projections name “{official}” as typical for {occupation}, not “{guide}”."


# Why something is not here: three statements ------------------------------------------------------------------------


@message
def not_loaded(needs: str) -> str:
    """Missing on this site; the publisher may have it."""
    return f"Not loaded on this site. It would take: {needs}."


@message
def in_no_release(claim: Figure, nearest: Figure, needs: str = "the time that it is for") -> str:
    return (
        f"No release loaded here says {claim.value_text}, and the guide does not say for which time. The nearest is "
        f"{nearest.value_text} for {nearest.subject}, {nearest.period_text}."
    )


@message
def not_published(publisher: str, what: str, subject: Named, period: str = "") -> str:
    """The release is loaded, and has nothing for the subject."""
    when = f" in {period}" if period else ""
    return f"{publisher} does not give {what} for {subject}{when}."


@message
def withheld(figure: Figure) -> str:
    """The publisher has it and does not release it."""
    return f"{figure.publisher} withholds {figure.measure_text.lower()} for {figure.subject}, {figure.period_text}."


# Where sources differ -------------------------------------------------------------------------------------------------


@message
def sources_differ(figures: Sequence[Figure], gap: Decimal | None) -> str:
    statements = " and ".join(f"{figure.publisher} ({figure.locator}) says {figure.value_text}" for figure in figures)
    apart = "" if gap is None else f": {figures[0].unit.format_distance(gap)} apart"
    return f"{statements}{apart}."


# What was found over all guides ---------------------------------------------------------------------------------------


@message
def claims_found(verdict: str, count: int, total: int) -> str:
    """`verdict` is a `FactCheckVerdict`."""
    one, several, what = _FOUND[verdict]
    return f"{count:,} of {total:,} claims {one if count == 1 else several} {what}"


_FOUND = {
    "agrees": ("is", "are", "right: the publisher’s own release says the same."),
    "contradicted": ("is", "are", "contradicted: the release for that time says something else."),
    "other_vintage": ("gives", "give", "the figure of another year under this year’s date."),
    "other_measure": ("gives", "give", "another measure of the same release, such as its mean for its median."),
    "near": ("is", "are", "about jobs that no one group of the statistics counts, so no single figure can answer."),
    "not_checkable": (
        "cannot",
        "cannot",
        "be checked here; each says which release it would take or what is missing.",
    ),
}

"""Computed sentences, each with the subject of its figures. No database."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from facts.figure import Figure, Named


@dataclass(frozen=True, slots=True)
class Message:
    """Checks read `kind` and the arguments, so the text can change."""

    kind: str
    text: str
    args: Mapping[str, Any] = field(default_factory=dict)

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


def join(messages: Sequence[Message]) -> str:
    """Each text once."""
    return " ".join(dict.fromkeys(message.text for message in messages))


# What a claim's number comes to -------------------------------------------------------------------------------------


def number_agrees(claim: Figure, official: Figure) -> Message:
    credit = "" if claim.attributed_to else " and credits nobody"
    text = f"{gives(official)}, and the guide says {claim.value_text}{credit}."
    return Message("number_agrees", text, {"claim": claim, "official": official})


def number_contradicted(claim: Figure, official: Figure, nearest: Figure | None) -> Message:
    text = f"{gives(official)}, not {claim.value_text}.{_nearest(claim, official, nearest)}"
    return Message("number_contradicted", text, {"claim": claim, "official": official, "nearest": nearest})


def number_of_other_release(claim: Figure, official: Figure | None, other: Figure) -> Message:
    what = "figure" if other.measure == claim.measure else other.measure.label
    beside = f"{gives(official)}; " if official else ""
    text = f"{beside}{claim.value_text} is the {what} for {other.subject}, {other.period_text}."
    return Message("number_of_other_release", text, {"claim": claim, "official": official, "other": other})


def number_of_other_measure(claim: Figure, official: Figure, other: Figure) -> Message:
    text = (
        f"{gives(official)}; {claim.value_text} is its {other.measure.label}, for {other.subject}, {other.period_text}."
    )
    return Message("number_of_other_measure", text, {"claim": claim, "official": official, "other": other})


def number_of_other_month(claim: Figure, official: Figure) -> Message:
    text = f"{_other_month(claim, official)}: {gives(official)}, and the guide says {claim.value_text}."
    return Message("number_of_other_month", text, {"claim": claim, "official": official})


def not_of_other_month(claim: Figure, official: Figure) -> Message:
    text = f"{_other_month(claim, official)}: {gives(official)}."
    return Message("not_of_other_month", text, {"claim": claim, "official": official})


def _other_month(claim: Figure, official: Figure) -> str:
    when = f"{official.period_text}, and not for {claim.period_text}"
    return f"{official.publisher}’s survey of that year is for {when}"


def range_of_percentiles(claim: Figure, official: Figure, other: Figure) -> Message:
    ends = f"from the {official.measure.label} to the {other.measure.label}"
    text = f"{claim.value_text} runs {ends} of pay for {official.subject}, {official.period_text}; it is no full range."
    return Message("range_of_percentiles", text, {"claim": claim, "official": official, "other": other})


def range_not_published(claim: Figure, publisher: str, subject: Named) -> Message:
    text = f"{publisher} gives percentiles of pay for {subject}, and no range; none of those loaded here are its ends."
    return Message("range_not_published", text, {"claim": claim, "publisher": publisher, "subject": subject})


def near_group(claim: Figure, occupation: Named, official: Figure | None) -> Message:
    found = f" {gives(official)}." if official else ""
    text = f"{occupation} is only near {claim.subject}, so its figure settles nothing.{found}"
    return Message("near_group", text, {"claim": claim, "occupation": occupation, "official": official})


def one_of_several(claim: Figure, occupation: Named, official: Figure | None) -> Message:
    found = f" {gives(official)}." if official else ""
    text = f"{claim.subject} is wider than {occupation}, and figures of several groups are not pooled here.{found}"
    return Message("one_of_several", text, {"claim": claim, "occupation": occupation, "official": official})


def in_no_group(subject: Named) -> Message:
    return Message(
        "in_no_group",
        f"No group here counts {subject}, so there is no official figure to check this against.",
        {"subject": subject},
    )


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


def words_agree(claim: Figure, official: Figure, words: Sequence[str], average: Figure | None) -> Message:
    text = f"“{claim.wording}” is how the publisher words it: {_worded(official, words, average)}."
    return Message("words_agree", text, _of_words(claim, official, words, average))


def words_contradicted(claim: Figure, official: Figure, words: Sequence[str], average: Figure | None) -> Message:
    text = f"The guide says “{claim.wording}”, but {_worded(official, words, average)}."
    return Message("words_contradicted", text, _of_words(claim, official, words, average))


def words_unknown(claim: Figure) -> Message:
    text = f"“{claim.wording}” is none of the terms by which the publisher words growth."
    return Message("words_unknown", text, {"claim": claim})


def _of_words(claim: Figure, official: Figure, words: Sequence[str], average: Figure | None) -> dict[str, Any]:
    return {"claim": claim, "official": official, "words": tuple(words), "average": average}


def _worded(official: Figure, words: Sequence[str], average: Figure | None) -> str:
    beside = f", where all occupations together have {average.value_text}" if average else ""
    words_text = "” or “".join(words)
    return f"{official.value_text} for {official.subject}, {official.period_text}{beside}, is “{words_text}”"


def window_agrees(claim: Figure, official: Figure, newest: Figure | None = None) -> Message:
    text = f"The publisher has a release for {claim.period_text}: {official.subject}, {official.period_text}."
    if newest:
        text += f" It is old: the newest is {newest.value_text} for {newest.subject}, {newest.period_text}."
    return Message("window_agrees", text, {"claim": claim, "official": official, "newest": newest})


def window_of_other_release(claim: Figure, other: Figure) -> Message:
    text = f"The number is for {other.period_text} ({other.subject}), not for {claim.period_text}."
    return Message("window_of_other_release", text, {"claim": claim, "other": other})


def window_not_stated(claim: Figure) -> Message:
    text = "The guide does not say for which time, so every release loaded here is looked at."
    return Message("window_not_stated", text, {"claim": claim})


def measure_not_stated(claim: Figure) -> Message:
    text = "The guide does not say what the number measures, so medians and means are looked at."
    return Message("measure_not_stated", text, {"claim": claim})


def industry_agrees(claim: Figure, official: Figure) -> Message:
    text = f"The official figure for {official.subject} is for {official.industry} too."
    return Message("industry_agrees", text, {"claim": claim, "official": official})


def education_agrees(levels: Sequence[str], official: str, occupation: Named, edition: str) -> Message:
    text = f"The {edition} projections name “{official}” as typical for {occupation}, as the guide does."
    return Message("education_agrees", text, _of_education(levels, official, occupation, edition))


def education_contradicted(levels: Sequence[str], official: str, occupation: Named, edition: str) -> Message:
    guide = "” or “".join(levels)
    text = f"The {edition} projections name “{official}” as typical for {occupation}, not “{guide}”."
    return Message("education_contradicted", text, _of_education(levels, official, occupation, edition))


def _of_education(levels: Sequence[str], official: str, occupation: Named, edition: str) -> dict[str, Any]:
    return {"levels": tuple(levels), "official": official, "occupation": occupation, "edition": edition}


# Why something is not here: three statements ------------------------------------------------------------------------


def not_loaded(needs: str) -> Message:
    """Missing on this site; the publisher may have it."""
    return Message("not_loaded", f"Not loaded on this site. It would take: {needs}.", {"needs": needs})


def in_no_release(claim: Figure, nearest: Figure) -> Message:
    text = (
        f"No release loaded here says {claim.value_text}, and the guide does not say for which time. The nearest is "
        f"{nearest.value_text} for {nearest.subject}, {nearest.period_text}."
    )
    return Message("in_no_release", text, {"claim": claim, "nearest": nearest, "needs": "the time that it is for"})


def not_published(publisher: str, what: str, subject: Named, period: str = "") -> Message:
    """The release is loaded, and has nothing for the subject."""
    when = f" in {period}" if period else ""
    text = f"{publisher} does not give {what} for {subject}{when}."
    return Message("not_published", text, {"publisher": publisher, "what": what, "subject": subject, "period": period})


def withheld(figure: Figure) -> Message:
    """The publisher has it and does not release it."""
    text = f"{figure.publisher} withholds {figure.measure_text.lower()} for {figure.subject}, {figure.period_text}."
    return Message("withheld", text, {"figure": figure})


# Where sources differ -------------------------------------------------------------------------------------------------


def sources_differ(figures: Sequence[Figure], gap: Decimal | None) -> Message:
    statements = " and ".join(f"{figure.publisher} ({figure.locator}) says {figure.value_text}" for figure in figures)
    apart = "" if gap is None else f": {figures[0].unit.format_distance(gap)} apart"
    return Message("sources_differ", f"{statements}{apart}.", {"figures": tuple(figures), "gap": gap})


# What was found over all guides ---------------------------------------------------------------------------------------


def claims_found(verdict: str, count: int, total: int) -> Message:
    """`verdict` is a `FactCheckVerdict`."""
    one, several, what = _FOUND[verdict]
    text = f"{count:,} of {total:,} claims {one if count == 1 else several} {what}"
    return Message("claims_found", text, {"verdict": verdict, "count": count, "total": total})


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

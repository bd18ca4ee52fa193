from collections.abc import Iterable, Mapping, Sequence

from explore.compare.answers import is_history
from explore.messages import Message
from facts.comparison import PARTS, QuestionPart
from facts.figure import Figure

Answers = Mapping[int, Sequence[Figure]]


def listed(parts: Iterable[str], last: str = "and") -> str:
    """ "A", "A and B", "A, B and C"."""
    *first, end = [*parts] or [""]
    return f"{', '.join(first)} {last} {end}" if first else end


def gap(shared: Answers, letters: str) -> list[Message]:
    """ "B is $65,640 higher than A."; "" without a single distance."""
    if len(shared) < 2 or any(len(figures) > 1 or figures[0].value is None for figures in shared.values()):
        return []
    low, *_, high = sorted(shared, key=lambda column: shared[column][0].known_value)
    lowest, highest = shared[low][0], shared[high][0]
    if lowest.agrees_with(highest):
        text = f"{listed(letters[column] for column in sorted(shared))} are the same."
        return [Message("compared_same", text, {"figures": tuple(figures[0] for figures in shared.values())})]
    text = f"{letters[high]} is {distance(highest, lowest)} higher than {letters[low]}."
    return [Message("compared_gap", text, {"low": lowest, "high": highest, "letters": (letters[low], letters[high])})]


def distance(high: Figure, low: Figure) -> str:
    return high.unit.format_distance(high.known_value - low.known_value)


def two_answers(figures: Sequence[Figure], letter: str) -> Message:
    values = listed(dict.fromkeys(figure.value_text for figure in figures), "or")
    groups = {figure.subject.code for figure in figures}
    if len(groups) > 1:
        text = f"{letter} is counted in {len(groups)} coded groups, and the title alone does not say which: {values}."
        return Message("counted_in_several", text, {"figures": tuple(figures), "groups": len(groups)})
    text = f"{letter} is given as {values}, and nothing here settles which."
    return Message("given_in_several_ways", text, {"figures": tuple(figures)})


def reasons_apart(answers: Answers, letters: str) -> Message:
    text = f"They answer different questions, so no gap is given. {_told_apart(answers, letters)}".strip()
    return Message("different_questions", text, {"answers": dict(answers)})


def stand_apart(answers: Answers, rest: Sequence[int], letters: str) -> Message:
    who = listed(letters[column] for column in rest)
    stands = "stands" if len(rest) == 1 else "stand"
    text = f"{who} {stands} apart, so no gap is given. {_told_apart(answers, letters)}".strip()
    return Message("stand_apart", text, {"answers": dict(answers), "rest": tuple(rest)})


def _told_apart(answers: Answers, letters: str) -> str:
    parts = [part for part in _PARTS if len({_texts(figures, part) for figures in answers.values()}) > 1]
    if not parts:
        return "No source says for which year, and each has its own."
    groups: dict[str, list[str]] = {}
    for column in sorted(answers):
        groups.setdefault(_described(answers[column], parts), []).append(letters[column])
    return "; ".join(f"{listed(who)}: {what}" for what, who in groups.items()) + "."


def _described(figures: Sequence[Figure], parts: Iterable[QuestionPart]) -> str:
    described = (", ".join(filter(None, (_text(figure, part) for part in parts))) for figure in figures)
    return listed(dict.fromkeys(described))


def _texts(figures: Sequence[Figure], part: QuestionPart) -> frozenset[str]:
    return frozenset(_text(figure, part) for figure in figures)


def _text(figure: Figure, part: QuestionPart) -> str:
    past = part.name == "reference period" and is_history(figure)
    return f"{part.text(figure)}, now history" if past else part.text(figure)


_PARTS = [part for part in PARTS if part.name not in ("subject", "level", "quantity")]

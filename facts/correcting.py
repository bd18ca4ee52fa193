from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist

from facts.figure import Figure
from facts.models import Correction, Statement

LONGEST = 500
GONE = "The source gives no such figure any more."
REMOVED = "It is no longer given here."


@dataclass(frozen=True, slots=True)
class Notice:
    kind: str = Correction.Kind.REVISION
    cause: str = ""


def corrections_since(
    moment: datetime, restated: Iterable[tuple[Statement, Notice | None]], notice: Notice
) -> Iterator[Correction]:
    """Unsaved, and without an edition yet."""
    for statement, own in {(type(row), row.pk): (row, own) for row, own in restated}.values():
        entry = statement.history.filter(history_date__lt=moment).order_by("-history_id").first()
        if entry is not None:
            new = type(statement)._default_manager.get(pk=statement.pk)
            yield from _between(_whole(entry.instance, new), new, own or notice)


def removals_of(statement: Statement) -> Iterator[Correction]:
    """Of a statement that is about to be removed; unsaved, and without an edition yet."""
    for figure in statement.figures():
        yield _correction(statement, figure, REMOVED, Notice(Correction.Kind.REMOVAL))


def is_restated(old: Statement, new: Statement) -> bool:
    return next(_between(_whole(old, new), new, Notice()), None) is not None


def _whole(old: Statement, new: Statement) -> Statement:
    """References to rows that are gone, such as a career that was merged, are those of the new version."""
    for relation in (field for field in old._meta.concrete_fields if field.is_relation):
        try:
            getattr(old, relation.name)
        except ObjectDoesNotExist:
            setattr(old, relation.name, getattr(new, relation.name))
    return old


def _between(old: Statement, new: Statement, notice: Notice) -> Iterator[Correction]:
    now = {figure.field: figure for figure in new.figures()}
    for was in old.figures():
        figure = now.get(was.field)
        if figure is None or _meaning(figure) != _meaning(was):
            yield _correction(new, was, _told(figure) if figure else GONE, notice)


def _correction(statement: Statement, was: Figure, after: str, notice: Notice) -> Correction:
    return Correction(
        model=statement._meta.label_lower,
        statement=statement.key,
        field=was.field,
        title=str(statement)[:250],
        career_slug=getattr(getattr(statement, "career", None), "slug", ""),
        before=_told(was),
        after=after,
        kind=notice.kind,
        cause=notice.cause,
    )


def _meaning(figure: Figure) -> tuple:
    number = (figure.value, figure.low, figure.high, figure.marks)
    return (*number, figure.unit, figure.measure, figure.period, figure.place, figure.population, figure.source)


def _told(figure: Figure) -> str:
    text = f"{figure.measure_text}: {figure.value_text}. {figure.words}. {figure.publisher}"
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"

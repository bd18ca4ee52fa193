from collections.abc import Iterator

from careers.models import Skill
from documents.toolkit.document import ToolkitDocument, ToolkitPart
from documents.toolkit.reading import Kit
from documents.toolkit.wording import in_a_row, own, sentences
from education.models import Requirement

KIND = "job-description"
FIRM = (Requirement.Strength.REQUIRED, Requirement.Strength.TYPICAL)


def write(kit: Kit, *, with_pay: bool = False) -> ToolkitDocument:
    return ToolkitDocument(
        KIND,
        f"Job description: {kit.title}",
        "Fill in what stands in [brackets], and strike what does not hold at your place.",
        (
            ToolkitPart(
                "", (f"{kit.title} at [organisation], [place]", "Hours: [full or part time]. Reports to: [title].")
            ),
            ToolkitPart("The job", tuple(filter(None, [kit.rung.summary if kit.rung else kit.career.summary]))),
            ToolkitPart(
                "What you will do", items=tuple(f"{row.label}. {own(row.text)}" for row in kit.responsibilities)
            ),
            ToolkitPart("What we ask", items=tuple(_asked(kit))),
            ToolkitPart("What helps", items=tuple(_helps(kit))),
            ToolkitPart("Asked in some places: keep what holds at yours", items=tuple(_conditional(kit))),
            ToolkitPart("What you will work with", in_a_row(kit.tools)),
            ToolkitPart("What you will grow in", items=sentences(kit.rung.focus) if kit.rung else ()),
            ToolkitPart("Pay", _pay(kit) if with_pay else ()),
            ToolkitPart("How to apply", ("Send [documents] to [address] by [date]. [A word on equal chances.]",)),
        ),
        kit.sources,
    )


def _asked(kit: Kit) -> Iterator[str]:
    if kit.rung and kit.rung.years_min:
        yield f"{kit.rung.years_min} years or more of experience"
    yield from dict.fromkeys(_requirement(row) for row in _always(kit) if row.strength in FIRM)
    yield from kit.named(Skill.Kind.TECHNICAL)


def _helps(kit: Kit) -> Iterator[str]:
    yield from dict.fromkeys(_requirement(row) for row in _always(kit) if row.strength not in FIRM)
    yield from kit.named(Skill.Kind.SOFT)


def _conditional(kit: Kit) -> Iterator[str]:
    yield from dict.fromkeys(
        f"{_requirement(row)}: {row.get_strength_display()}, {row.condition[:1].lower()}{row.condition[1:]}"
        for row in kit.requirements
        if row.condition
    )


def _always(kit: Kit) -> Iterator[Requirement]:
    return (row for row in kit.requirements if not row.condition)


def _requirement(row: Requirement) -> str:
    return f"{row.label} ({row.field_of_study})" if row.field_of_study else row.label


def _pay(kit: Kit) -> tuple[str, ...]:
    lines = [f"{figure.measure_text}: {figure.value_text}, {figure.words} ({figure.source_text})" for figure in kit.pay]
    if not lines:
        return ("[Pay range.] No guide here gives pay for this rung.",)
    return ("[Your pay range.] For comparison, what is said of this rung:", *lines)

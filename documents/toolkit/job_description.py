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
        "Replace the names in [brackets], and keep what is true of the job you offer.",
        (
            ToolkitPart("", (f"{kit.title}, [organization], [city, state]", "Reports to: [title]")),
            ToolkitPart("About the job", tuple(filter(None, [kit.rung.summary if kit.rung else kit.career.summary]))),
            ToolkitPart(
                "What you will do", items=tuple(f"{row.label}. {own(row.text)}".strip() for row in kit.responsibilities)
            ),
            ToolkitPart("Requirements", items=tuple(_asked(kit))),
            ToolkitPart("Nice to have", items=tuple(_helps(kit))),
            ToolkitPart("Tools you will use", in_a_row(kit.tools)),
            ToolkitPart("How you will grow", items=sentences(kit.rung.focus) if kit.rung else ()),
            ToolkitPart("Pay", _pay(kit) if with_pay else ()),
            ToolkitPart("How to apply", ("Send your résumé and a cover letter to [email] by [date].",)),
        ),
        kit.sources,
    )


def _asked(kit: Kit) -> Iterator[str]:
    if kit.rung and kit.rung.years_min:
        yield f"{kit.rung.years_min} years or more of experience"
    yield from dict.fromkeys(_requirement(row) for row in kit.applying if row.strength in FIRM)
    yield from kit.named(Skill.Kind.TECHNICAL)


def _helps(kit: Kit) -> Iterator[str]:
    yield from dict.fromkeys(_requirement(row) for row in kit.applying if row.strength not in FIRM)
    yield from kit.named(Skill.Kind.SOFT)


def _requirement(row: Requirement) -> str:
    return f"{row.label} ({row.field_of_study})" if row.field_of_study else row.label


def _pay(kit: Kit) -> tuple[str, ...]:
    lines = [f"{figure.measure_text}: {figure.value_text}, {figure.words} ({figure.source_text})" for figure in kit.pay]
    if not lines:
        return ("[Pay range]",)
    return ("[Pay range]. For comparison, what sources say of this level:", *lines)

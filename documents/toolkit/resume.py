from collections.abc import Iterator

from careers.models import Responsibility, Skill
from documents.toolkit.document import ToolkitDocument, ToolkitPart
from documents.toolkit.reading import Kit
from documents.toolkit.wording import in_a_row, listed, own, sentences, within
from education.models import Credential

KIND = "resume"
DUTIES = 3
SCHOOLING = (Credential.Kind.DIPLOMA, Credential.Kind.DEGREE)


def write(kit: Kit, *, with_pay: bool = False) -> ToolkitDocument:
    return ToolkitDocument(
        KIND,
        f"Résumé: {kit.title}",
        "Replace the names in [brackets], and keep only what is true of you.",
        (
            ToolkitPart("", ("[Your name]", "[City, state] · [phone] · [email]")),
            ToolkitPart("Summary", tuple(_summary(kit))),
            ToolkitPart("Experience", (f"{kit.title}, [employer], [years]",), tuple(_experience(kit))),
            *_below(kit),
            ToolkitPart("Education", items=tuple(_schooling(kit)) or ("[School], [year]",)),
            ToolkitPart("Licenses and certifications", items=tuple(_credentials(kit))),
            ToolkitPart("Skills", in_a_row(kit.named(Skill.Kind.TECHNICAL, Skill.Kind.SOFT))),
            ToolkitPart("Tools", in_a_row(kit.tools)),
        ),
        kit.sources,
    )


def _summary(kit: Kit) -> Iterator[str]:
    duties = [within(row.label) for row in kit.responsibilities[:DUTIES]]
    yield f"{kit.title} with experience in {listed(duties)}." if duties else f"{kit.title}."


def _experience(kit: Kit) -> Iterator[str]:
    yield from sentences(kit.rung.summary) if kit.rung else ()
    yield from map(_line, kit.responsibilities)


def _below(kit: Kit) -> Iterator[ToolkitPart]:
    if kit.below:
        yield ToolkitPart("", (f"{kit.below.title}, [employer], [years]",), sentences(kit.below.focus))


def _line(row: Responsibility) -> str:
    return f"{row.label}: {own(row.text)}" if own(row.text) else row.label


def _schooling(kit: Kit) -> Iterator[str]:
    names = dict.fromkeys(
        f"{credential.name} in {row.field_of_study}" if row.field_of_study else credential.name
        for row in kit.applying
        for credential in row.credentials.all()
        if credential.kind in SCHOOLING
    )
    return (f"{name}, [school], [year]" for name in names)


def _credentials(kit: Kit) -> Iterator[str]:
    names = dict.fromkeys(
        f"{credential.name} ({credential.abbreviation})" if credential.abbreviation else credential.name
        for row in kit.applying
        for credential in row.credentials.all()
        if credential.kind not in SCHOOLING
    )
    return (f"{name}, [year]" for name in names)

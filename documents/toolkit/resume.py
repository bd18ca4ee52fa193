from collections.abc import Iterator

from careers.models import Responsibility, Skill
from documents.toolkit.document import ToolkitDocument, ToolkitPart
from documents.toolkit.reading import Kit
from documents.toolkit.wording import in_a_row, own, sentences

KIND = "resume"


def write(kit: Kit, *, with_pay: bool = False) -> ToolkitDocument:
    return ToolkitDocument(
        KIND,
        f"Résumé: {kit.title}",
        "Keep only what is true of you. Put a number and a result in each line; strike the rest.",
        (
            ToolkitPart("", ("[Name] · [place] · [telephone] · [mail address]",)),
            ToolkitPart(
                "In one sentence", (f"[Title] with [number] years in [setting], looking to be a {kit.title}.",)
            ),
            ToolkitPart("Keywords: skills", in_a_row(kit.named(Skill.Kind.TECHNICAL, Skill.Kind.SOFT))),
            ToolkitPart("Keywords: tools", in_a_row(kit.tools)),
            ToolkitPart("Credentials", items=tuple(_credentials(kit))),
            *_on_rungs(kit),
            ToolkitPart("What I did, duty by duty", items=tuple(map(_line, kit.responsibilities))),
            ToolkitPart("Education", items=("[Award], [field], [school], [year]",)),
        ),
        kit.sources,
    )


def _on_rungs(kit: Kit) -> Iterator[ToolkitPart]:
    if kit.rung:
        yield ToolkitPart(f"What I did as a {kit.rung.title}", items=tuple(map(_result, sentences(kit.rung.summary))))
    if kit.below:
        yield ToolkitPart(
            f"What I learned as a {kit.below.title}", items=tuple(map(_proof, sentences(kit.below.focus)))
        )


def _result(sentence: str) -> str:
    return f"{sentence} [Where, how much, with what result.]"


def _proof(sentence: str) -> str:
    return f"{sentence} [What shows that you did.]"


def _line(row: Responsibility) -> str:
    return f"{row.label}: [what you did] for [how many] [what], so that [result]. The duty: {own(row.text)}"


def _credentials(kit: Kit) -> Iterator[str]:
    names = dict.fromkeys(
        f"{credential.name} ({credential.abbreviation})" if credential.abbreviation else credential.name
        for row in kit.requirements
        for credential in row.credentials.all()
    )
    return (f"{name}, [year]" for name in names)
